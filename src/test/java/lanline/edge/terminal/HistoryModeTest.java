package lanline.edge.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import lanline.core.event.StorageEvent.Page;
import lanline.core.event.StorageEvent.Stored;
import lanline.core.event.UserCommand.OpenConversation;
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
        HistoryPage answer = new HistoryPage(page, SafeText.EMPTY, ++request);
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
        answer(
                false,
                List.of(
                        new Stored(
                                1,
                                Screens.message(
                                        "ali",
                                        "2020-11-20T18:02:00Z",
                                        "the switch in room 4 is down again, since noon",
                                        Delivery.RECEIVED)),
                        new Stored(
                                2,
                                Screens.message(
                                        "berk", "2020-11-21T09:00:00Z", "on my way", Delivery.failed("no answer")))));
        assertEquals(
                """
                 History · everything                                                     12:55
                                            ── Friday 20 November ──
                18:02 received      ali 10.0.0.2        │ the switch in room 4 is down again,
                                                        │ since noon
                                           ── Saturday 21 November ──
                09:00 sent         berk 10.0.0.2        │ on my way (✗ not sent: no answer)






                """.stripTrailing(),
                window.text()
                        .lines()
                        .limit(13)
                        .reduce("", (a, b) -> a + b + "\n")
                        .stripTrailing());
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
                .history(new HistoryPage(
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
        assertEquals("ali> x", window.press("Enter").type("x").lastRow());
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
        HistoryPage failed = new HistoryPage(
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
}
