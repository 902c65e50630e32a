package lanline.edge.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import lanline.core.event.StorageEvent.Page;
import lanline.core.event.StorageEvent.Stored;
import lanline.core.event.UserCommand.ExportHistory;
import lanline.core.event.UserCommand.OpenConversation;
import lanline.core.event.UserCommand.ReadHistory;
import lanline.core.event.UserCommand.SearchHistory;
import lanline.core.model.ConversationId;
import lanline.core.model.Delivery;
import lanline.core.screen.HistoryPage;
import lanline.core.text.SafeText;
import org.junit.jupiter.api.Test;

/** Everything on disk, filtered while one types. */
class HistoryModeTest {
    private final TestWindow window =
            new TestWindow(80, 16, Screens.asInTheSpecification().screen());
    private long request;

    private void answer(boolean hasOlder, List<Stored> messages) {
        Page page = new Page(ConversationId.HOME, "", messages, hasOlder);
        HistoryPage answer = Screens.answer(page, SafeText.EMPTY, ++request);
        window.show(Screens.asInTheSpecification().history(answer).screen());
    }

    private static List<Stored> numbered(int from, int to) {
        List<Stored> messages = new ArrayList<>();
        for (int i = from; i <= to; i++) {
            messages.add(
                    new Stored(i, Screens.message("ali", "2020-11-21T10:00:00Z", "message " + i, Delivery.RECEIVED)));
        }
        return messages;
    }

    private SearchHistory lastAsked() {
        List<SearchHistory> asked = window.sent(SearchHistory.class);
        return asked.get(asked.size() - 1);
    }

    @Test
    void showsTimeWayPeerAddressAndText() {
        window.press("F2");
        assertEquals(HistoryPage.TAG, lastAsked().tag());
        assertEquals(Long.MAX_VALUE, lastAsked().beforeNumber());
        String text = "the switch in room 4 is down again, since noon";
        Delivery failed = Delivery.failed("no answer");
        answer(
                false,
                List.of(
                        new Stored(1, Screens.message("ali", "2020-11-20T18:02:00Z", text, Delivery.RECEIVED)),
                        new Stored(2, Screens.message("berk", "2020-11-21T09:00:00Z", "on my way", failed))));
        assertEquals("""
                 History · everything                                                     12:55
                time  way          peer address         │ text
                                            ── Friday 20 November ──
                18:02 received      ali 10.0.0.2        │ the switch in room 4 is down again,
                                                        │ since noon
                                           ── Saturday 21 November ──
                09:00 sent         berk 10.0.0.2        │ on my way (✗ not sent: no answer)""", ChatPictureTest.rows(window, 0, 7));
        assertTrue(window.status().startsWith("2 messages"), window.status());
    }

    @Test
    void typingFiltersAndAsksOnceAtATime() {
        window.press("F2").type("swit");
        assertEquals(1, window.sent(SearchHistory.class).size(), "the first question is not answered yet");
        answer(false, numbered(1, 3));
        assertEquals("swit", lastAsked().text());
        answer(false, numbered(2, 2));
        assertTrue(window.text().contains("message 2"), window.text());
        assertEquals(2, window.sent(SearchHistory.class).size());
        window.press("Ctrl-C");
        assertEquals("", lastAsked().text());
    }

    @Test
    void aPageBackBeyondTheOldestAsksForOlderOnesAndKeepsTheSelection() {
        window.press("F2");
        answer(true, numbered(101, 120));
        window.press("PgUp", "PgUp", "PgUp");
        assertEquals(101, lastAsked().beforeNumber());
        answer(false, numbered(81, 100));
        assertEquals(2, window.sent(SearchHistory.class).size());
        assertTrue(window.text().contains("message 101"), window.text());
    }

    @Test
    void theSelectionIsAlwaysInSight() {
        window.press("F2");
        answer(false, numbered(1, 50));
        assertTrue(window.text().contains("message 50"));
        window.press("PgUp", "PgUp");
        assertTrue(!window.text().contains("message 50"), window.text());
        window.press("Alt-End");
        assertTrue(window.text().contains("message 50"), window.text());
        window.press("Alt-Home");
        assertTrue(window.text().contains("message 1\n"), window.text());
    }

    @Test
    void newMessagesDoNotMoveIt() {
        window.press("F2");
        answer(false, numbered(1, 50));
        window.press("Up", "Up");
        String before = window.text();
        window.show(Screens.asInTheSpecification()
                .from("ali", "2020-11-21T12:55:00Z", "new")
                .history(Screens.answer(
                        new Page(ConversationId.HOME, "", numbered(1, 50), false), SafeText.EMPTY, request))
                .screen());
        assertEquals(before, window.text());
    }

    @Test
    void enterGoesToTheConversationOfTheSelectedMessage() {
        window.press("F2");
        answer(
                false,
                List.of(
                        new Stored(1, Screens.message("berk", "2020-11-21T09:00:00Z", "on my way", Delivery.RECEIVED)),
                        new Stored(2, Screens.message("ali", "2020-11-21T09:00:00Z", "good", Delivery.RECEIVED))));
        window.press("Up", "Enter");
        assertEquals(
                List.of("berk-id"),
                window.sent(OpenConversation.class).stream()
                        .map(OpenConversation::to)
                        .toList());
        assertEquals("ali>", window.lastRow());
    }

    @Test
    void enterOnTheConversationThatIsOpenJustGoesBack() {
        window.press("F2");
        answer(false, numbered(1, 3));
        assertEquals("ali> x", window.press("Enter", "Enter").type("x").lastRow());
        assertEquals(0, window.sent(OpenConversation.class).size());
    }

    @Test
    void escapeAndF2LeaveToWhereOneWas() {
        String before = window.text();
        assertEquals(before, window.press("F2", "Esc").text());
        assertEquals(before, window.press("Alt-H", "F2").text());
        assertEquals(before, window.press("F2", "Ctrl-C").text());
    }

    @Test
    void whyThereIsNoAnswerIsSaid() {
        window.press("F2");
        HistoryPage failed = Screens.answer(
                new Page(ConversationId.HOME, "", List.of(), false), SafeText.line("The history is damaged."), 1);
        window.show(Screens.asInTheSpecification().history(failed).screen());
        assertTrue(window.status().startsWith("The history is damaged."), window.status());
    }

    @Test
    void commandsOpenItForAPersonOrWords() {
        window.type("/history ali").press("Enter");
        assertEquals("ali", lastAsked().with());
        window.press("Esc").type("/search switch").press("Enter");
        assertEquals("switch", lastAsked().text());
        assertEquals("search> switch", window.lastRow());
    }

    @Test
    void theSearchLineHasTheKeysUntilItIsLeft() {
        window.press("F2");
        answer(false, numbered(1, 9));
        assertTrue(window.text().contains("Enter to the list"), window.text());
        assertEquals("search> jk/", window.type("jk/").lastRow());
        answer(false, numbered(1, 9));
        answer(false, numbered(1, 9));
        window.press("Down").type("jk");
        assertEquals("search> jk/", window.lastRow());
        assertEquals("search> jk/x", window.type("/x").lastRow());
    }

    @Test
    void nGoesToTheNextFindingFartherBackAndNReturns() {
        window.press("F2");
        answer(false, numbered(1, 9));
        window.press("Enter", "n");
        assertTrue(window.status().startsWith("n and N go from finding to finding"), window.status());
        window.press("/").type("mes");
        answer(true, numbered(5, 9));
        answer(true, numbered(5, 9));
        window.press("Enter", "n", "n");
        assertEquals("message 7", selected());
        assertEquals("message 8", selectedAfter("N"));
        window.press("N", "N");
        assertTrue(window.status().startsWith("No newer message has these words."), window.status());
        window.press("n", "n", "n", "n");
        assertEquals(5, lastAsked().beforeNumber(), "older ones are read");
        answer(false, numbered(4, 4));
        assertEquals("message 4", selectedAfter("n"));
        window.press("n");
        assertTrue(window.status().startsWith("No older message has these words."), window.status());
    }

    private String selectedAfter(String key) {
        window.press(key);
        return selected();
    }

    private String selected() {
        String row = window.picture().row(window.picture().cursorRow());
        return row.substring(row.indexOf('│') + 2);
    }

    @Test
    void aDayThatIsAskedForIsGoneTo() {
        window.press("F2");
        answer(
                false,
                List.of(
                        new Stored(1, Screens.message("ali", "2020-11-18T09:00:00Z", "one", Delivery.RECEIVED)),
                        new Stored(2, Screens.message("ali", "2020-11-20T09:00:00Z", "two", Delivery.RECEIVED)),
                        new Stored(3, Screens.message("ali", "2020-11-20T10:00:00Z", "three", Delivery.RECEIVED)),
                        new Stored(4, Screens.message("ali", "2020-11-21T09:00:00Z", "four", Delivery.RECEIVED))));
        window.press("Enter", "d");
        assertEquals("go to date>", window.lastRow());
        assertTrue(window.status().startsWith("2026-11-20, 20.11.2026, 20.11., yesterday, monday"), window.status());
        window.type("yesterday").press("Enter");
        assertEquals("two", selected());
        window.press("d").type("2020-11-19").press("Enter");
        assertEquals("two", selected());
        assertTrue(
                window.status().startsWith("Nothing was written on Thursday 19 November: the next after it is marked."),
                window.status());
        window.press("d").type("31.11.2020").press("Enter");
        assertTrue(window.status().startsWith("\"31.11.2020\" is no day: write"), window.status());
        assertEquals("go to date> 31.11.2020", window.lastRow());
        assertEquals("two", window.press("Esc").text().contains("two") ? selected() : "");
    }

    @Test
    void aDayThatIsNotLoadedIsReadAndTheProgressShown() {
        window.press("F2");
        answer(true, numbered(900, 999));
        window.press("Enter", "d").type("20.11.").press("Enter");
        assertEquals(1, window.sent(ReadHistory.class).size());
        assertTrue(window.status().contains("searching…"), window.status());
        answer(true, numbered(500, 500));
        assertEquals(501, lastAsked().beforeNumber());
        answer(true, numbered(401, 500));
        assertEquals(701, lastAsked().beforeNumber());
        answer(true, numbered(501, 700));
        assertEquals("message 501", selected());
    }

    @Test
    void whatIsShownIsExportedAndWhatBecameOfItIsSaid() {
        window.press("F2").type("mes");
        answer(false, numbered(1, 3));
        answer(false, numbered(1, 3));
        window.press("Enter", "e");
        assertEquals("export to> lanline-2020-11-21.txt", window.lastRow());
        window.press("Ctrl-U").type("found.jsonl").press("Enter");
        assertEquals(
                List.of(new ExportHistory(HistoryPage.EXPORT, "", "mes", "found.jsonl")),
                window.sent(ExportHistory.class));
        assertTrue(window.status().startsWith("Writing found.jsonl…"), window.status());
        HistoryPage.Exported done = new HistoryPage.Exported(1, SafeText.line("3 messages written to found.jsonl"));
        Page page = new Page(ConversationId.HOME, "", numbered(1, 3), false);
        window.show(Screens.asInTheSpecification()
                .history(new HistoryPage(page, SafeText.EMPTY, request, done))
                .screen());
        assertTrue(window.status().startsWith("3 messages written to found.jsonl"), window.status());
    }

    @Test
    void nothingIsExportedWhereNothingIsShown() {
        window.press("F2");
        answer(false, List.of());
        window.press("Enter", "e");
        assertTrue(window.status().startsWith("There is nothing to export."), window.status());
    }
}
