package lanline.edge.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import lanline.core.event.StorageEvent.Page;
import lanline.core.event.StorageEvent.Stored;
import lanline.core.event.UserCommand.SendText;
import lanline.core.model.ChatMessage;
import lanline.core.model.ConversationId;
import lanline.core.model.Delivery;
import lanline.core.model.Presence;
import lanline.core.model.Speaks;
import lanline.core.screen.HistoryPage;
import lanline.core.screen.Line;
import lanline.core.text.SafeText;
import org.junit.jupiter.api.Test;

/** From 1x1 to 170x60, in every mode, with text that has every width: nothing fails, nothing is drawn outside, typing arrives. */
class EverySizeTest {
    private static final List<String> TEXTS = List.of(
            "the switch in room 4 is down again, since noon, and nobody knows which port it hangs on",
            "日本語のとても長いメッセージがここにあります。折り返しは正しいですか",
            "👩‍👩‍👧‍👦 🇹🇷 👍🏽 ❤️ emoji 🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉",
            "cafe\u0301 n\u0303 e\u0323\u0302 Zalgo\u0300\u0301\u0302\u0303\u0304 İstanbul ığdır",
            "https://example.org/a/very/long/address/that/is/longer/than/most/windows/are/wide?query=1",
            "שלום مرحبا",
            "two\nlines",
            "");

    /** Every small size, the borders of the layout classes, and some between. */
    private static final int[] COLUMNS =
            sizes(24, 29, 39, 40, 48, 49, 50, 51, 60, 69, 70, 71, 80, 99, 109, 110, 111, 120, 133, 160, 170);

    private static final int[] ROWS = sizes(8, 10, 13, 14, 15, 16, 17, 20, 24, 40, 50, 60);

    private static int[] sizes(int small, int... others) {
        return IntStream.concat(IntStream.rangeClosed(1, small), IntStream.of(others))
                .toArray();
    }

    private static Screens screens() {
        Screens screens = Screens.asInTheSpecification()
                .with("ali", Presence.ONLINE, Speaks.LANLINE, "10.0.0.2", "10.0.1.2")
                .person("日本語の人", 4, Presence.BUSY, false, 12345, true)
                .person("👩‍👩‍👧‍👦e\u0301e\u0301e\u0301", 0, Presence.GONE, false, 0, false)
                .hasOlder();
        for (String text : TEXTS) {
            screens.from("日本語の人", "2020-11-21T12:56:00Z", text);
            screens.own("2020-11-21T12:57:00Z", text, Delivery.failed("no answer in 5 s, 日本語 👍🏽"));
            screens.said("2020-11-21T12:58:00Z", text, true);
        }
        return screens.history(page());
    }

    private static HistoryPage page() {
        List<Stored> stored = new ArrayList<>();
        for (String text : TEXTS) {
            ChatMessage message = Screens.message("👩‍👩‍👧‍👦日本", "2020-11-21T12:56:00Z", text, Delivery.RECEIVED);
            stored.add(new Stored(stored.size() + 1, message));
        }
        return Screens.answer(new Page(ConversationId.HOME, "", stored, true), SafeText.EMPTY, 1);
    }

    private static void inEverySize(TestWindow window, Consumer<TestWindow> check) {
        for (int rows : ROWS) {
            for (int columns : COLUMNS) {
                window.resize(columns, rows);
                assertSound(window, columns, rows);
                check.accept(window);
                assertSound(window, columns, rows);
            }
        }
    }

    private static void assertSound(TestWindow window, int columns, int rows) {
        String size = columns + "x" + rows;
        assertEquals(List.of(), window.failures, size);
        assertEquals(0, window.picture().outside(), size);
        assertTrue(window.picture().cursorRow() >= 0 && window.picture().cursorRow() < rows, size);
        assertTrue(window.picture().cursorColumn() >= 0 && window.picture().cursorColumn() < columns, size);
    }

    private static TestWindow window(UnaryOperator<TestWindow> before) {
        return before.apply(new TestWindow(80, 24, screens().screen()));
    }

    @Test
    void theChatTakesWhatIsTypedInEverySize() {
        inEverySize(window(window -> window), window -> {
            window.commands.clear();
            window.press("PgUp", "Alt-End").type("日本 e\u0301 👍🏽");
            window.press("Left", "Home", "End", "Enter");
            assertEquals("日本 é 👍🏽", window.sent(SendText.class).get(0).text().value());
        });
    }

    @Test
    void aLongTextIsTypedInEverySize() {
        inEverySize(window(window -> window.paste(String.join("\n", TEXTS))), window -> window.press("Up", "Down"));
    }

    @Test
    void thePeopleAreShownInEverySize() {
        inEverySize(window(window -> window), window -> {
            window.press("F7", "F7", "F6", "j", "F6", "k", "PgUp", "F6", "F8", "Esc", "Ctrl-C");
            window.commands.clear();
            window.type("x").press("Enter");
            assertEquals("x", window.sent(SendText.class).get(0).text().value());
        });
    }

    @Test
    void thePeopleThatAreOpenStayInEverySize() {
        inEverySize(window(window -> window), window -> window.press("F6"));
        inEverySize(window(window -> window), window -> window.press("F7"));
    }

    @Test
    void theHistoryIsShownInEverySize() {
        TestWindow window = window(shown -> shown.press("F2")
                .show(screens()
                        .history(Screens.answer(page().page(), SafeText.EMPTY, 2))
                        .screen()));
        inEverySize(
                window,
                shown -> shown.press("PgUp", "Alt-End", "Up", "k", "n", "/")
                        .type("日")
                        .press("Backspace"));
        inEverySize(window, shown -> shown.press("Enter", "d").type("日").press("Enter", "Esc", "e", "Esc", "/"));
    }

    @Test
    void theBareViewIsShownInEverySize() {
        inEverySize(window(window -> window.press("Alt-L")), window -> window.press("PgUp", "k", "End", "Home"));
    }

    @Test
    void aMarkedMessageIsInSightInEverySize() {
        inEverySize(window(window -> window.press("F6", "F6")), window -> window.press("k", "k", "PgUp", "j", "y"));
    }

    @Test
    void theHelpIsShownInEverySize() {
        inEverySize(window(window -> window.press("F1")), window -> window.press("PgDn", "End", "PgUp", "Home"));
    }

    @Test
    void theQuestionForANameIsAskedInEverySize() {
        inEverySize(
                window(window -> window.askName("日本")),
                window -> window.press("Ctrl-C", "Enter").type("👍🏽日本"));
    }

    @Test
    void thousandsOfCharactersWithoutABlankAreShownInEverySize() {
        Screens screens = Screens.asInTheSpecification().from("ali", "2020-11-21T12:56:00Z", "x".repeat(4_000));
        List<Line> older = List.of(
                new Line.Said(Instant.parse("2020-11-20T12:00:00Z"), SafeText.message("日".repeat(4_000)), false));
        TestWindow window = new TestWindow(80, 24, screens.withOlder(older).screen());
        inEverySize(window, shown -> shown.press("Alt-Home", "Alt-End"));
    }
}
