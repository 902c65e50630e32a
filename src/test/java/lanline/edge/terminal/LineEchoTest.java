package lanline.edge.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.jline.builtins.ScreenTerminal;
import org.junit.jupiter.api.Test;

/** The row in which somebody types in --plain: which characters go out, and what a terminal makes of them. */
class LineEchoTest {
    private static final int COLUMNS = 30;

    private final LineEcho echo = new LineEcho(COLUMNS);
    private final ScreenTerminal terminal = new ScreenTerminal(COLUMNS, 40);

    private String seen(String written) {
        assertTrue(written.chars().allMatch(c -> c >= ' ' || c == '\n' || c == '\r' || c == '\b'), written);
        terminal.write(written.replace("\n", "\r\n"));
        return written;
    }

    private String type(String text) {
        return seen(echo.change(text, text.length()));
    }

    private String picture() {
        return terminal.toString()
                .lines()
                .map(String::stripTrailing)
                .reduce("", (all, row) -> all + row + "\n")
                .stripTrailing();
    }

    @Test
    void whatIsTypedAtTheEndGoesOutAsItselfAndNothingElse() {
        assertEquals("h", type("h"));
        assertEquals("e", type("he"));
        assertEquals("llo", type("hello"));
        assertEquals("\b \b", type("hell"));
        assertEquals("\b\b\b\b    \b\b\b\b", type(""));
    }

    @Test
    void theCursorGoesBackByBackspacesAndForthByWhatStandsThere() {
        type("hello");
        assertEquals("\b\b", seen(echo.change("hello", 3)));
        assertEquals("l", seen(echo.change("hello", 4)));
        assertEquals("\b\bXllo\b\b\b", seen(echo.change("heXllo", 3)));
        assertEquals("heXllo", picture());
    }

    /** A backspace moves one column, in xterm as in tmux. */
    @Test
    void aWideCharacterIsTwoColumnsToGoBack() {
        type("a漢字");
        assertEquals("\b\b  \b\b", type("a漢"));
        assertEquals("\b\b\bb漢\b\b", seen(echo.change("b漢", 1)));
    }

    @Test
    void aLineInBetweenStandsAboveAndWhatWasTypedBelowIt() {
        type("half a li");
        seen(echo.print("12:04 ali: hi\n12:04 ali: there\n"));
        assertEquals("12:04 ali: hi\n12:04 ali: there\nhalf a li", picture());
        type("half a line");
        seen(echo.enter());
        seen(echo.print("12:05 ali: yes\n"));
        assertEquals("12:04 ali: hi\n12:04 ali: there\nhalf a line\n12:05 ali: yes", picture());
    }

    @Test
    void aShortLineLeavesNothingOfALongOneBeside() {
        type("much longer than that");
        seen(echo.print("hi\n"));
        assertEquals("hi\nmuch longer than that", picture());
    }

    @Test
    void theCursorIsWhereItWasAfterALineInBetween() {
        type("hello");
        echo.change("hello", 1);
        assertTrue(echo.print("x\n").endsWith("hello\b\b\b\b"));
        assertTrue(echo.change("hEello", 2).startsWith("E"));
    }

    @Test
    void aTextOfSeveralRowsIsNeverGoneBackInButWrittenOnceMore() {
        String text = "a text that is longer than the terminal is wide";
        type(text);
        assertEquals("\n" + text.substring(0, 46), type(text.substring(0, 46)));
        String written = seen(echo.print("12:04 ali: hi\n"));
        assertEquals("\n12:04 ali: hi\n" + text.substring(0, 46), written);
        assertTrue(picture().contains("\n12:04 ali: hi\na text"), picture());
    }

    @Test
    void aQuestionStaysInFrontOfTheAnswer() {
        seen(echo.print("Others will see a name.\nYour name: "));
        type("ece");
        seen(echo.print("12:04 * something\n"));
        assertEquals("Others will see a name.\n12:04 * something\nYour name: ece", picture());
        seen(echo.enter());
        type("x");
        assertTrue(picture().endsWith("\nYour name: ece\nx"), picture());
    }

    @Test
    void whateverIsEditedTheRowIsWhatTheTextIs() {
        Random random = new Random(7);
        List<String> letters = List.of("a", "b", " ", "ş", "é", "z");
        String text = "";
        for (int i = 0; i < 2_000; i++) {
            int at = text.offsetByCodePoints(0, random.nextInt(text.codePointCount(0, text.length()) + 1));
            boolean shorter = text.length() > 10 || text.length() > 0 && random.nextBoolean();
            int end = Math.min(text.length(), at + random.nextInt(3));
            text = shorter
                    ? text.substring(0, at) + text.substring(end)
                    : text.substring(0, at) + letters.get(random.nextInt(letters.size())) + text.substring(at);
            int cursor = random.nextInt(text.length() + 1);
            seen(echo.change(text, cursor));
            String row = picture().substring(picture().lastIndexOf('\n') + 1);
            assertEquals(text.stripTrailing(), row.stripTrailing(), "step " + i);
        }
    }
}
