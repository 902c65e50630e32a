package lanline.edge.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.SGR;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import lanline.core.event.UserCommand.LoadOlder;
import lanline.core.event.UserCommand.SendText;
import lanline.core.model.Delivery;
import org.junit.jupiter.api.Test;

/** Getting text out: a marked message through the terminal's clipboard, or the bare view for the terminal's own mouse. */
class CopyingTest {
    private final TestWindow window =
            new TestWindow(80, 24, Screens.asInTheSpecification().screen());

    private static Screens numbered(int from, int to) {
        Screens screens = Screens.talk();
        for (int i = from; i <= to; i++) {
            screens.from("ali", "2020-11-21T10:00:00Z", "message " + i + ".");
        }
        return screens;
    }

    private static String marked(TestWindow window) {
        StringBuilder marked = new StringBuilder();
        for (int row = 1; row < 22; row++) {
            if (window.picture().cell(row, 36).getModifiers().contains(SGR.REVERSE)) {
                marked.append(window.picture().row(row).replaceAll(".*│ ", "")).append('\n');
            }
        }
        return marked.toString().strip();
    }

    private static String clipboard(String text) {
        String base64 = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        return "\u001b]52;c;" + base64 + "\u001b\\";
    }

    @Test
    void theTranscriptMarksALineAndMovesTheMark() {
        assertEquals("", marked(window));
        window.press("F6", "F6");
        assertEquals("can someone look at it?                   …", marked(window));
        assertEquals("ece: and port 16?", marked(window.press("k")));
        assertEquals("12 to 16. LEDs off, cable is fine", marked(window.press("Up", "Up")));
        assertEquals("swapped the SFP, ports are up", marked(window.press("Down")));
        assertEquals("the switch in room 4 is down again", marked(window.press("Home")));
        assertTrue(marked(window.press("End")).startsWith("can someone"));
        assertEquals("", marked(window.press("Esc")));
    }

    @Test
    void yGivesTheTextAloneToTheClipboard() {
        window.press("F6", "F6", "k");
        window.sequences();
        window.press("y");
        assertEquals(List.of(clipboard("ece: and port 16?")), window.sequences());
        assertTrue(window.status().startsWith("Copied 17 characters to the terminal's clipboard"), window.status());
    }

    @Test
    void everythingThatIsWrittenCanBeCopied() {
        String text = "日本 é 👍🏽\nsecond line";
        TestWindow shown = new TestWindow(
                80, 24, numbered(1, 3).from("ali", "2020-11-21T10:00:00Z", text).screen());
        shown.sequences();
        shown.press("F6", "F6", "y");
        assertEquals(List.of(clipboard(text)), shown.sequences());
        shown.show(numbered(1, 3)
                        .said("2020-11-21T10:00:00Z", "ali is here", false)
                        .screen())
                .press("End", "y");
        assertEquals(List.of(clipboard("ali is here")), shown.sequences());
    }

    @Test
    void whatATerminalWouldDropIsRefusedWithASentence() {
        String text = "日".repeat(TranscriptKeys.MOST_COPIED_BYTES / 3 + 1);
        TestWindow shown = new TestWindow(
                80, 24, numbered(1, 3).from("ali", "2020-11-21T10:00:00Z", text).screen());
        shown.sequences();
        shown.press("F6", "F6", "y");
        assertEquals(List.of(), shown.sequences());
        assertTrue(shown.status().startsWith("Not copied: the message has 50001 bytes"), shown.status());
    }

    @Test
    void yAmongThePeopleSaysWhereItCopies() {
        window.press("F6", "y");
        assertTrue(window.status().startsWith("y copies a message: F6 goes to"), window.status());
    }

    @Test
    void whereNothingIsWrittenNothingIsCopied() {
        TestWindow empty = new TestWindow(80, 24, Screens.STARTING).press("F6", "F6", "k", "PgUp", "y");
        assertTrue(empty.status().startsWith("There is no message to copy."), empty.status());
    }

    @Test
    void theMarkedLineStaysInSightAndOlderOnesAreAskedForAtTheOldest() {
        TestWindow shown = new TestWindow(80, 24, numbered(1, 40).hasOlder().screen()).press("F6", "F6");
        for (int i = 40; i > 1; i--) {
            assertEquals("message " + i + ".", marked(shown));
            assertEquals(0, shown.sent(LoadOlder.class).size());
            shown.press("Up");
        }
        assertEquals("message 1.", marked(shown));
        assertEquals(1, shown.sent(LoadOlder.class).size());
        assertEquals("message 40.", marked(shown.press("End")));
        String before = marked(shown.press("PgUp"));
        shown.show(numbered(1, 41).hasOlder().screen());
        assertEquals(before, marked(shown), "a new message doesn't move it");
    }

    @Test
    void theBareViewIsTextFromTheFirstColumn() {
        assertEquals("""
                ── Friday 20 November ──
                ali: the switch in room 4 is down again
                ece: which port?
                ali: 12 to 16. LEDs off, cable is fine
                ── Saturday 21 November ──
                ali: swapped the SFP, ports are up
                - - - - - - - - - - - - - - - - - - 1 new - - - - - - - - - - - - - - - - - - -
                ali: ece: and port 16?
                ece: can someone look at it?""", bare(window.press("Alt-L")));
    }

    private static String bare(TestWindow window) {
        return String.join(
                        "\n",
                        window.text()
                                .lines()
                                .limit(23)
                                .map(row -> row.replaceAll(" +[…✓✗]+$", "").strip())
                                .toList())
                .strip();
    }

    @Test
    void theBareViewGoesBackToTheSamePicture() {
        window.type("draft");
        String before = window.text();
        assertEquals(before, window.press("Alt-L", "Alt-L").text());
        assertEquals(before, window.press("Alt-L", "Esc").text());
        window.press("Alt-L").type("nothing is typed here").paste("nor this");
        assertEquals(before, window.press("Esc").text());
        assertEquals(0, window.sent(SendText.class).size());
    }

    @Test
    void theBareViewScrollsAndTheChatStaysThere() {
        TestWindow shown = new TestWindow(80, 24, numbered(1, 100).hasOlder().screen()).press("Alt-L");
        assertTrue(shown.text().contains("message 100."));
        assertFalse(shown.press("PgUp").text().contains("message 100."), shown.text());
        assertFalse(shown.press("Esc").text().contains("message 100."), shown.text());
        shown.press("Alt-L", "Home");
        assertTrue(shown.text().contains("message 1."), shown.text());
        assertEquals(1, shown.sent(LoadOlder.class).size());
        assertTrue(shown.press("End").text().contains("message 100."), shown.text());
        shown.show(numbered(1, 101).screen());
        assertTrue(shown.text().contains("message 101."), shown.text());
    }

    @Test
    void aMessageThatFailedSaysSoInTheBareViewToo() {
        TestWindow shown = new TestWindow(
                        80,
                        24,
                        Screens.talk()
                                .own("2020-11-21T10:00:00Z", "hm", Delivery.failed("no answer in 5 s"))
                                .screen())
                .press("Alt-L");
        assertTrue(shown.text().contains("✗ not sent: no answer in 5 s"), shown.text());
    }
}
