package lanline.edge.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Predicate;
import lanline.core.event.StorageEvent.Page;
import lanline.core.event.StorageEvent.Stored;
import lanline.core.event.UserCommand;
import lanline.core.event.UserCommand.ReadHistory;
import lanline.core.event.UserCommand.SearchHistory;
import lanline.core.model.ConversationId;
import lanline.core.model.Delivery;
import lanline.core.screen.HistoryPage;
import lanline.core.text.SafeText;
import org.junit.jupiter.api.Test;

/** The stretch of findings that the history view holds: whatever one asks for, it has no gap. */
class HistorySearchTest {
    private static final Instant BEGINNING = Instant.parse("2020-01-01T00:00:00Z");

    /** A message a minute; those with their places in {@code findings} hold the words. */
    private final List<Stored> all = new ArrayList<>();

    private final List<Stored> findings = new ArrayList<>();
    private HistorySearch search = new HistorySearch("", "words", Screens.STARTING.history());
    private long answers;
    private int asked;

    private void write(int count, int findingEvery) {
        for (int i = 0; i < count; i++) {
            String time = BEGINNING.plusSeconds(all.size() * 60L).toString();
            Stored stored =
                    new Stored(all.size() + 1, Screens.message("ali", time, "m" + all.size(), Delivery.RECEIVED));
            all.add(stored);
            if (findingEvery > 0 && i % findingEvery == 0) {
                findings.add(stored);
            }
        }
    }

    /** Answers all that is asked, as the history would. The last change. */
    private Optional<HistorySearch.Change> settle() {
        Optional<HistorySearch.Change> last = Optional.empty();
        Optional<UserCommand> command = search.next();
        while (command.isPresent()) {
            asked++;
            HistoryPage answer = Screens.answer(page(command.get()), SafeText.EMPTY, ++answers);
            Optional<HistorySearch.Change> change = search.accept(answer);
            last = change.isPresent() ? change : last;
            assertUnbroken();
            command = search.next();
        }
        return last;
    }

    private Page page(UserCommand command) {
        if (command instanceof ReadHistory read) {
            return newest(all, read.limit(), stored -> stored.message().time().isBefore(read.before()));
        }
        SearchHistory wanted = (SearchHistory) command;
        return newest(findings, wanted.limit(), stored -> stored.number() < wanted.beforeNumber());
    }

    private static Page newest(List<Stored> of, int limit, Predicate<Stored> wanted) {
        List<Stored> found = new ArrayList<>(of.stream().filter(wanted).toList());
        boolean hasOlder = found.size() > limit;
        return new Page(
                ConversationId.HOME, "words", found.subList(Math.max(0, found.size() - limit), found.size()), hasOlder);
    }

    private void assertUnbroken() {
        if (!search.messages().isEmpty()) {
            int at = Collections.indexOfSubList(findings, search.messages());
            assertTrue(at >= 0, "a gap in " + search.messages().size() + " messages");
        }
    }

    private Optional<Stored> firstSince(Instant start) {
        return findings.stream()
                .filter(stored -> !stored.message().time().isBefore(start))
                .findFirst();
    }

    private Stored goTo(Instant start) {
        OptionalInt known = search.wantDay(start);
        int index =
                known.isPresent() ? known.getAsInt() : settle().orElseThrow().count();
        return search.messages().get(index);
    }

    @Test
    void theNewestPageComesFirstAndOlderOnesOnDemand() {
        write(1_000, 1);
        assertEquals(new HistorySearch.Change(HistorySearch.Change.Kind.ALL, 200), settle().orElseThrow());
        assertTrue(search.hasOlder());
        assertFalse(search.hasNewer());
        search.wantOlder();
        assertEquals(new HistorySearch.Change(HistorySearch.Change.Kind.OLDER, 200), settle().orElseThrow());
        assertEquals(400, search.messages().size());
    }

    @Test
    void aDayThatIsLoadedIsThereAtOnce() {
        write(1_000, 1);
        settle();
        asked = 0;
        Instant start = BEGINNING.plusSeconds(900 * 60);
        assertEquals(firstSince(start).orElseThrow(), goTo(start));
        assertEquals(0, asked);
    }

    @Test
    void aDayFarBackIsReadWithWhatCameBeforeAndAfterIt() {
        write(100_000, 1);
        settle();
        asked = 0;
        Instant start = BEGINNING.plusSeconds(40_000 * 60);
        Stored found = goTo(start);
        assertEquals(firstSince(start).orElseThrow(), found);
        assertEquals(3, asked, "not the 60,000 messages between");
        assertTrue(search.messages().indexOf(found) > 100, "what came before it is there");
        assertTrue(search.hasNewer());
        search.wantNewer();
        assertEquals(HistorySearch.Change.Kind.NEWER, settle().orElseThrow().kind());
    }

    @Test
    void findingsFarApartAreReadInFewPages() {
        write(1_000, 1);
        write(90_000, 0);
        write(1_000, 7);
        settle();
        asked = 0;
        Instant start = BEGINNING.plusSeconds(1_000 * 60);
        assertEquals(firstSince(start).orElseThrow(), goTo(start));
        assertTrue(asked < 12, "asked " + asked + " times");
    }

    @Test
    void beyondTheEndsTheNearestIsShown() {
        write(1_000, 3);
        settle();
        assertEquals(findings.get(findings.size() - 1), goTo(Instant.parse("2030-01-01T00:00:00Z")));
        assertEquals(findings.get(0), goTo(Instant.parse("2010-01-01T00:00:00Z")));
        assertEquals(findings.get(findings.size() - 1), goTo(Instant.parse("2030-01-01T00:00:00Z")));
    }

    @Test
    void otherWordsForgetTheDayThatWasAskedFor() {
        write(10_000, 1);
        settle();
        assertTrue(search.wantDay(BEGINNING.plusSeconds(60)).isEmpty());
        search.want("other words");
        assertEquals(HistorySearch.Change.Kind.ALL, settle().orElseThrow().kind());
    }

    @Test
    void wherePlacesAndDensitiesAreRandomEveryJumpIsRightAndLeavesNoGap() {
        Random random = new Random(20261121);
        for (int part = 0; part < 12; part++) {
            write(random.nextInt(6_000) + 1, new int[] {0, 1, 2, 40, 700}[random.nextInt(5)]);
        }
        write(1, 1);
        settle();
        for (int jump = 0; jump < 60; jump++) {
            Instant start = BEGINNING.plusSeconds(60L * random.nextInt(all.size()));
            assertEquals(firstSince(start).orElseThrow(), goTo(start), "jump " + jump);
            search.wantNewer();
            settle();
            search.wantOlder();
            settle();
        }
    }
}
