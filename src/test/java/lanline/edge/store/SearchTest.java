package lanline.edge.store;

import static lanline.edge.store.StoreFixture.ALI;
import static lanline.edge.store.StoreFixture.BERK;
import static lanline.edge.store.StoreFixture.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lanline.core.event.StorageEvent.Page;
import lanline.core.event.StorageEvent.PageLoaded;
import lanline.core.model.ConversationId;
import lanline.core.model.Tag;
import lanline.core.port.History.Before;
import lanline.core.text.Folding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is found by what a person types. */
@Timeout(60)
class SearchTest {
    private static final ConversationId EVERYWHERE = ConversationId.HOME;

    @TempDir
    private Path folder;

    private StoreFixture store;

    @BeforeEach
    void open() {
        store = StoreFixture.start(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void allWordsInAnyOrderTheLastOnePerhapsOnlyBegun() throws InterruptedException {
        said("the switch in room four is down", "which switch", "room service");
        assertEquals(List.of("the switch in room four is down"), store.found(EVERYWHERE, "room switch"));
        assertEquals(List.of("the switch in room four is down", "which switch"), store.found(EVERYWHERE, "swi"));
        assertEquals(List.of(), store.found(EVERYWHERE, "swi room"));
    }

    @Test
    void caseAccentsAndTheTurkishLettersAreOne() throws InterruptedException {
        said("IĞDIR'da çay", "ığdır", "Iğdır", "iğdir");
        assertEquals(4, store.found(EVERYWHERE, "ığdır").size());
        assertEquals(4, store.found(EVERYWHERE, "IGDIR").size());
        assertEquals(List.of("IĞDIR'da çay"), store.found(EVERYWHERE, "CAY"));
    }

    @Test
    void whatIsTypedIsNeverSyntax() throws InterruptedException {
        said("a \"quoted\" OR word", "NEAR the column: words", "plain");
        assertEquals(List.of("a \"quoted\" OR word"), store.found(EVERYWHERE, "\"quoted\" OR w*"));
        assertEquals(List.of("NEAR the column: words"), store.found(EVERYWHERE, "NEAR(the column:wor"));
        for (String odd :
                List.of("\"", "*", "a AND", "^plain -", "{x} : y", "words:plain", "'; DROP TABLE message; --")) {
            store.found(EVERYWHERE, odd);
        }
        assertEquals(3, store.texts(EVERYWHERE).size());
    }

    @Test
    void anEmptySearchShowsTheNewest() throws InterruptedException {
        said("one", "two");
        assertEquals(List.of("one", "two"), store.found(EVERYWHERE, ""));
        assertEquals(List.of("one", "two"), store.found(EVERYWHERE, "  "));
    }

    @Test
    void signsAreFoundAsTheyStand() throws InterruptedException {
        said("well :-)", "really?!", "no");
        assertEquals(List.of("well :-)"), store.found(EVERYWHERE, ":-)"));
        assertEquals(List.of("really?!"), store.found(with(ALI), "?!"));
        assertEquals(List.of(), store.found(EVERYWHERE, "§"));
    }

    @Test
    void emojiAndScriptsWithoutBlanksAreFound() throws InterruptedException {
        said("ok 👍🏽", "我们明天见", "ＷＩＤＥ letters");
        assertEquals(List.of("ok 👍🏽"), store.found(EVERYWHERE, "👍"));
        assertEquals(List.of("我们明天见"), store.found(EVERYWHERE, "明天"));
        assertEquals(List.of("ＷＩＤＥ letters"), store.found(EVERYWHERE, "wide"));
    }

    @Test
    void aSearchCanStayInOneConversation() throws InterruptedException {
        store.history.store(store.received(BERK, "port 12"));
        said("port 16");
        assertEquals(List.of("port 16"), store.found(with(ALI), "port"));
        assertEquals(List.of("port 12"), store.found(with(BERK), "por"));
    }

    @Test
    void theNewestComeFirstAndOlderOnesOnTheNextPage() throws InterruptedException {
        for (int i = 0; i < 30; i++) {
            store.history.store(store.received(ALI, "same " + i));
        }
        said("other");
        Page newest = page("same", Before.NOW);
        assertEquals("same 29", StoreFixture.texts(newest).get(9));
        assertTrue(newest.hasOlder());
        Page older = page("same", Before.number(newest.messages().get(0).number()));
        assertEquals("same 19", StoreFixture.texts(older).get(9));
    }

    @Test
    void aBegunWordWithManyEndingsFindsAllOfThem() throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            store.history.store(store.received(ALI, "longword" + i));
        }
        said("longwor");
        store.history.search(new Tag("x"), EVERYWHERE, "longw", Before.NOW, 1_000);
        assertEquals(601, store.next(PageLoaded.class).page().messages().size());
        assertEquals(11, store.found(EVERYWHERE, "longword12").size());
    }

    @Test
    void aNewerSearchOvertakesAnOlderOneOfTheSameTag() throws InterruptedException {
        said("alpha beta");
        Tag typing = new Tag("typing");
        for (String typed : List.of("a", "al", "alp", "alph", "alpha")) {
            store.history.search(typing, EVERYWHERE, typed, Before.NOW, 10);
        }
        List<String> answered = new ArrayList<>();
        while (!answered.contains("alpha")) {
            answered.add(store.next(PageLoaded.class).page().search());
        }
        assertEquals("alpha", answered.get(answered.size() - 1));
        assertEquals(0, waitingAfterAnotherPage());
    }

    @Test
    void searchesWithoutATagAreAllAnswered() throws InterruptedException {
        said("alpha");
        for (int i = 0; i < 20; i++) {
            store.history.search(Tag.NONE, EVERYWHERE, "alpha", Before.NOW, i + 1);
        }
        for (int i = 0; i < 20; i++) {
            assertEquals(
                    List.of("alpha"),
                    StoreFixture.texts(store.next(PageLoaded.class).page()));
        }
    }

    /** The index must find what looking through all messages finds. */
    @Test
    void agreesWithLookingThroughEverything() throws InterruptedException {
        Random random = new Random(20_251_121);
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            String text = word(random) + " " + word(random) + ", " + word(random);
            all.add(text);
            store.history.store(store.received(ALI, text));
        }
        store.keep(store.received(ALI, "x"));
        for (int i = 0; i < 200; i++) {
            String whole = word(random);
            String begun = begunWord(random);
            List<String> expected =
                    all.stream().filter(text -> matches(text, whole, begun)).toList();
            store.history.search(new Tag("x"), EVERYWHERE, whole + " " + begun, Before.NOW, 1_000);
            assertEquals(
                    expected, StoreFixture.texts(store.next(PageLoaded.class).page()), whole + " " + begun);
        }
    }

    private static boolean matches(String text, String whole, String begun) {
        List<String> words = List.of(Folding.fold(text).split("[ ,]+"));
        return words.contains(Folding.fold(whole))
                && words.stream().anyMatch(word -> word.startsWith(Folding.fold(begun)));
    }

    private static String begunWord(Random random) {
        String word = word(random);
        return word.substring(0, 1 + random.nextInt(word.length()));
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        int length = 2 + random.nextInt(5);
        for (int i = 0; i < length; i++) {
            word.append("abIıİiğĞ".charAt(random.nextInt(8)));
        }
        return word.toString();
    }

    private void said(String... texts) throws InterruptedException {
        for (String text : texts) {
            store.keep(store.received(ALI, text));
        }
    }

    private Page page(String text, Before before) throws InterruptedException {
        store.history.search(new Tag("page"), EVERYWHERE, text, before, 10);
        return store.next(PageLoaded.class).page();
    }

    private int waitingAfterAnotherPage() throws InterruptedException {
        store.texts(EVERYWHERE);
        store.close();
        return store.history.backlog();
    }
}
