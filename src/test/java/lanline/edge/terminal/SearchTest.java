package lanline.edge.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lanline.core.event.StorageEvent.Page;
import lanline.core.event.StorageEvent.Stored;
import lanline.core.event.UserCommand.LoadBack;
import lanline.core.event.UserCommand.SearchHistory;
import lanline.core.event.UserCommand.ViewMoved;
import lanline.core.model.ChatMessage;
import lanline.core.model.ConversationId;
import lanline.core.model.Delivery;
import lanline.core.screen.HistoryPage;
import lanline.core.screen.Line;
import lanline.core.text.SafeText;
import org.junit.jupiter.api.Test;

/** Search in the conversation on screen. */
class SearchTest {
    private final Screens screens = numbered(1, 100);
    private final TestWindow window = new TestWindow(60, 20, screens.screen());

    private static Screens numbered(int from, int to) {
        Screens screens = Screens.talk();
        for (int i = from; i <= to; i++) {
            screens.from("ali", "2020-11-21T10:00:00Z", text(i));
        }
        return screens;
    }

    private static String text(int number) {
        return "line " + number + (number % 30 == 0 ? ", İĞDIR switch" : "");
    }

    private static String found(TestWindow at) {
        return at.picture().row(4).replaceAll(".*│ ", "");
    }

    @Test
    void whatIsTypedIsFoundWhileOneTypesAndEscapeGoesBack() {
        String before = window.press("PgUp").text();
        window.press("Ctrl-S").type("ığdır sw");
        assertEquals("search> ığdır sw", window.lastRow());
        assertEquals("line 60, İĞDIR switch", found(window));
        assertTrue(window.status().startsWith("Found"), window.status());
        assertEquals(before, window.press("Esc").text());
    }

    @Test
    void enterUpAndDownGoFromFindingToFinding() {
        window.press("Ctrl-S").type("switch");
        assertTrue(window.text().contains("line 90, İĞDIR switch"), window.text());
        assertEquals("line 60, İĞDIR switch", found(window.press("Enter")));
        assertEquals("line 30, İĞDIR switch", found(window.press("Up")));
        window.press("Up");
        assertTrue(window.status().startsWith("No other one before this"), window.status());
        assertEquals("line 60, İĞDIR switch", found(window.press("Down")));
        window.press("Down", "Down");
        assertTrue(window.status().startsWith("No other one after this"), window.status());
    }

    @Test
    void afterEnterTheLettersNGoOnAndAnyOtherIsTyped() {
        window.press("Ctrl-S").type("switch").press("Enter");
        assertEquals("line 30, İĞDIR switch", found(window.press("n")));
        assertEquals("line 60, İĞDIR switch", found(window.press("N")));
        assertEquals("search> switchx", window.type("x").lastRow());
        assertTrue(window.status().startsWith("Nothing here has that in it"), window.status());
        assertEquals("search> switchxn", window.type("n").lastRow());
    }

    @Test
    void ctrlFSearchesWhereNothingIsRightOfTheCursor() {
        assertEquals("search>", window.press("Ctrl-F").lastRow());
        window.press("Esc").type("ab").press("Home", "Ctrl-F").type("-");
        assertEquals("ali> a-b", window.lastRow());
        assertEquals("search>", window.press("End", "Ctrl-F").lastRow());
        assertEquals("ali> a-b", window.press("Esc").lastRow());
    }

    @Test
    void tabStaysAtTheFinding() {
        window.press("Ctrl-S").type("line 30").press("Tab").type("x");
        assertEquals("line 30, İĞDIR switch", found(window));
        assertEquals("ali> x", window.lastRow());
    }

    @Test
    void theFindingIsMarkedUntilOneScrolls() {
        window.press("Ctrl-S").type("line 30").press("Tab");
        assertTrue(window.picture().cell(4, 20).isReversed(), window.text());
        window.press("Shift-Up");
        assertTrue(!window.picture().cell(5, 20).isReversed(), window.text());
    }

    @Test
    void searchingNeverMarksRead() {
        window.press("Ctrl-S").type("line 100");
        List<ViewMoved> moves = window.sent(ViewMoved.class);
        assertEquals(
                List.of(true, false), moves.stream().map(ViewMoved::atLiveEnd).toList());
    }

    @Test
    void theSlashSearchesInTheTranscriptPane() {
        assertEquals("search>", window.press("Shift-F6", "/").lastRow());
    }

    @Test
    void everywhereIsSearchedForSignsThatAreNoWords() {
        TestWindow signs = new TestWindow(
                60,
                20,
                numbered(1, 40).from("ali", "2020-11-21T10:00:00Z", "ok :-)").screen());
        assertTrue(signs.press("Ctrl-S").type(":-)").status().startsWith("Found"), signs.status());
    }

    @Test
    void olderMessagesAreSearchedOnTheDiskAndLoadedUpToTheFinding() {
        Screens some = numbered(81, 100).hasOlder();
        TestWindow far = new TestWindow(60, 20, some.screen()).press("Ctrl-S").type("20 line");
        List<SearchHistory> asked = far.sent(SearchHistory.class);
        assertEquals(1, asked.size(), "typing fast asks as fast as is answered");
        assertEquals("ali-id", asked.get(0).with());
        answer(far, some, 1, false, 90, 99);
        assertEquals("20 line", far.sent(SearchHistory.class).get(1).text());
        answer(far, some, 2, false, 20);
        assertEquals(20, far.sent(LoadBack.class).get(0).number());
        assertTrue(far.status().startsWith("Going back to it"), far.status());
        far.show(some.withOlder(lines(11, 80)).screen());
        assertEquals("line 20", found(far));
    }

    @Test
    void whereTheDiskHoldsNoneItSaysSo() {
        Screens some = numbered(81, 100).hasOlder();
        TestWindow far = new TestWindow(60, 20, some.screen()).press("Ctrl-S", "q");
        answer(far, some, 1, false);
        assertTrue(far.status().startsWith("Nothing here has that in it"), far.status());
        assertEquals(List.of(), far.sent(LoadBack.class));
    }

    @Test
    void findingsThatAreLoadedAlreadyLeadToThoseBefore() {
        Screens some = numbered(81, 100).hasOlder();
        TestWindow far = new TestWindow(60, 20, some.screen())
                .press("Ctrl-S")
                .type("line 99")
                .press("Enter");
        answer(far, some, 1, true, 98, 99);
        assertEquals(98, far.sent(SearchHistory.class).get(1).beforeNumber());
    }

    private static void answer(TestWindow far, Screens some, long request, boolean hasOlder, int... numbers) {
        List<Stored> found = Arrays.stream(numbers)
                .mapToObj(number -> new Stored(number, message(number)))
                .toList();
        Page page = new Page(ConversationId.HOME, "", found, hasOlder);
        far.show(some.history(new HistoryPage(page, SafeText.EMPTY, request)).screen());
    }

    private static ChatMessage message(int number) {
        return Screens.message("ali", "2020-11-21T10:00:00Z", text(number), Delivery.RECEIVED);
    }

    private static List<Line> lines(int from, int to) {
        List<Line> lines = new ArrayList<>();
        for (int i = from; i <= to; i++) {
            lines.add(new Line.Message(message(i), SafeText.line("ali"), false, true));
        }
        return lines;
    }
}
