package lanline.edge.terminal.tty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.screen.Screen.RefreshType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import lanline.core.text.CellWidth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cells in, bytes out: asserted as bytes, and replayed in an emulator. */
class TtyScreenTest {
    private static final Style BOLD = Style.PLAIN.with(SGR.BOLD);
    private static final Style RED = Style.PLAIN.withForeground(TextColor.ANSI.RED);

    @TempDir
    Path folder;

    private TtyFile file;
    private TtyScreen screen;
    private Canvas canvas;

    @BeforeEach
    void start() throws IOException {
        start(6, 30, true, ColorDepth.TRUECOLOR);
    }

    @AfterEach
    void stop() {
        file.tty().close();
    }

    private void start(int rows, int columns, boolean utf8, ColorDepth depth) throws IOException {
        if (file != null) {
            file.tty().close();
        }
        file = new TtyFile(Files.createTempDirectory(folder, "t"), rows, columns, utf8);
        screen = new TtyScreen(file.tty(), depth);
        screen.startScreen();
        canvas = Canvas.of(screen, CellWidth.AMBIGUOUS_NARROW);
        screen.refresh();
        file.written();
    }

    @Test
    void aFrameOfManyRowsIsDrawnBetweenMarksWithTheCursorHidden() throws IOException {
        canvas.put(0, 2, "one", Style.PLAIN);
        canvas.put(1, 0, "two", Style.PLAIN);
        canvas.cursor(1, 3);
        assertEquals("\u001b[?2026h\u001b[?25l  one\r\ntwo\u001b[?25h\u001b[?2026l", refresh());
        assertEquals("  one\ntwo\n\n\n\n\n", file.picture());
    }

    @Test
    void aTypedKeyIsItsOwnBytesAndNoMore() throws IOException {
        canvas.put(5, 0, "hell", Style.PLAIN);
        canvas.cursor(5, 4);
        refresh();
        canvas.put(5, 4, "o", Style.PLAIN);
        canvas.cursor(5, 5);
        assertEquals("o", refresh());
        canvas.put(5, 4, " ", Style.PLAIN);
        canvas.cursor(5, 4);
        assertEquals("\b \b", refresh());
        canvas.put(5, 4, "ş", Style.PLAIN);
        canvas.cursor(5, 5);
        assertEquals("ş", refresh());
    }

    @Test
    void nothingChangedIsNothingWritten() throws IOException {
        canvas.put(2, 3, "same", BOLD);
        canvas.cursor(0, 0);
        refresh();
        canvas.fill(Style.PLAIN);
        canvas.put(2, 3, "same", BOLD);
        assertEquals("", refresh());
    }

    @Test
    void theCursorIsHiddenUnlessItIsPlaced() throws IOException {
        screen.setCursorPosition(null);
        assertEquals("\u001b[?25l", refresh());
        canvas.cursor(0, 0);
        assertEquals("\u001b[?25h", refresh());
    }

    @Test
    void stylesAreChangedByWhatDiffers() throws IOException {
        canvas.put(0, 0, "a", Style.PLAIN);
        canvas.put(0, 1, "b", BOLD);
        canvas.put(0, 2, "c", BOLD.withForeground(TextColor.ANSI.RED));
        canvas.put(0, 3, "d", RED);
        canvas.put(0, 4, "e", Style.PLAIN);
        canvas.cursor(0, 5);
        assertEquals("a\u001b[1mb\u001b[31mc\u001b[0;31md\u001b[me", refresh());
    }

    @Test
    void blanksAreWrittenInWhateverColourIsOn() throws IOException {
        canvas.put(0, 0, "abc", Style.PLAIN);
        refresh();
        canvas.put(0, 0, "x y", RED);
        canvas.cursor(0, 3);
        assertEquals("\u001b[31mx y", refresh());
    }

    @Test
    void theRestOfARowIsErasedWhereThatIsShorter() throws IOException {
        canvas.put(3, 0, "a long line of text", RED);
        canvas.cursor(3, 0);
        refresh();
        canvas.clearRow(3, 6, Style.PLAIN);
        assertEquals("\u001b[7C\u001b[K\r", refresh());
        assertEquals("\n\n\na long\n\n\n", file.picture());
    }

    @Test
    void coloursBeyondTheTerminalAreNotSent() throws IOException {
        Style rich = Style.of(new TextColor.RGB(1, 2, 3), new TextColor.Indexed(200), SGR.UNDERLINE);
        String[] expected = {"\u001b[4mx", "\u001b[4mx", "\u001b[4;48;5;200mx", "\u001b[4;38;2;1;2;3;48;5;200mx"};
        for (ColorDepth depth : ColorDepth.values()) {
            start(6, 30, true, depth);
            canvas.put(0, 0, "x", rich);
            canvas.cursor(0, 1);
            assertEquals(expected[depth.ordinal()], refresh(), depth.name());
        }
    }

    @Test
    void afterAnythingButOneColumnOfOneCharacterTheColumnIsSaidAnew() throws IOException {
        canvas.put(0, 0, "漢字e\u0301x", Style.PLAIN);
        canvas.cursor(0, 6);
        assertEquals("漢\u001b[3G字\u001b[5Ge\u0301\u001b[6Gx", refresh());
    }

    @Test
    void aPictureThatSomeTerminalsDrawNarrowGetsBlanksUnderIt() throws IOException {
        canvas.put(0, 1, "❤️x", Style.PLAIN);
        canvas.cursor(0, 4);
        assertEquals("   \u001b[2G❤️\u001b[4Gx", refresh());
    }

    @Test
    void whatAJoinedPictureSpillsOverInOlderTerminalsIsWrittenAgain() throws IOException {
        canvas.put(0, 0, "ab|cdefg", Style.PLAIN);
        canvas.cursor(0, 8);
        refresh();
        canvas.put(0, 0, "👍🏽", Style.PLAIN);
        assertEquals("\r👍🏽\u001b[3G|c\u001b[4C", refresh());
    }

    @Test
    void aWideCellNeverStraddlesTheEdgeOfItsArea() throws IOException {
        Canvas left = canvas.area(0, 0, 6, 5);
        assertEquals(5, left.put(0, 0, "漢字漢", Style.PLAIN));
        canvas.put(0, 5, "|", Style.PLAIN);
        canvas.put(1, 29, "漢", Style.PLAIN);
        refresh();
        assertEquals(" ", screen.getFrontCharacter(4, 0).getCharacterString());
        assertEquals("|", screen.getFrontCharacter(5, 0).getCharacterString());
        assertEquals(" ", screen.getFrontCharacter(29, 1).getCharacterString());
    }

    @Test
    void halvesOfAWideCellAreNeverLeftBehind() throws IOException {
        canvas.put(0, 0, "a漢b", Style.PLAIN);
        canvas.cursor(0, 0);
        refresh();
        canvas.put(0, 1, "x ", Style.PLAIN);
        assertEquals("ax \r", refresh());
        canvas.put(0, 0, "漢", Style.PLAIN);
        refresh();
        canvas.put(0, 1, "y", Style.PLAIN);
        assertEquals(" y b", screenRow());
        assertEquals(" y\r", refresh());
    }

    private String screenRow() {
        StringBuilder row = new StringBuilder();
        for (int column = 0; column < 4; column++) {
            row.append(screen.getBackCharacter(column, 0).getCharacterString());
        }
        return row.toString();
    }

    @Test
    void aMessageInAPaneBesideASidebarIsMovedByTheTerminal() throws IOException {
        start(40, 120, true, ColorDepth.INDEXED256);
        window(0);
        refresh();
        String before = file.picture();
        window(1);
        String bytes = refresh();
        assertTrue(bytes.contains("\u001b[3;37r"), bytes);
        assertTrue(bytes.length() <= 650, "bytes for a message: " + bytes.length());
        String moved = file.picture();
        assertFalse(before.equals(moved));
        screen.refresh(RefreshType.COMPLETE);
        file.written();
        assertEquals(moved, file.picture(), "the difference leads where a complete drawing leads");
    }

    /** Three panes of 120x40, the transcript beginning with the given message. */
    private void window(int first) {
        canvas.fill(Style.PLAIN);
        canvas.put(0, 0, " #lobby", BOLD);
        canvas.area(1, 0, 37, 22).put(0, 0, "ROOMS", BOLD);
        for (int i = 0; i < 12; i++) {
            canvas.put(2 + i, 0, "  " + i + " person" + i, RED);
        }
        for (int i = 0; i < 35; i++) {
            canvas.put(1 + i, 22, "│", Style.PLAIN);
            canvas.put(2 + i, 24, message(i + first), Style.PLAIN);
        }
        canvas.put(38, 0, " 2:ali", BOLD);
        canvas.cursor(39, 5);
    }

    private static String message(int number) {
        return "12:55:%02d   ali │ ".formatted(number) + Long.toString(new Random(number).nextLong(), 36);
    }

    @Test
    void theNextFrameAlwaysLeadsToTheWantedPicture() throws IOException {
        Random random = new Random(31337);
        String letters = "ab  cd─x";
        for (int frame = 0; frame < 300; frame++) {
            int from = random.nextInt(6);
            for (int row = from; row < 6; row++) {
                for (int column = random.nextInt(30); column < 30; column++) {
                    char letter = letters.charAt(random.nextInt(frame % 7 == 0 ? 1 : letters.length()));
                    canvas.put(row, column, String.valueOf(letter), random.nextBoolean() ? BOLD : RED);
                }
            }
            if (frame % 3 == 0) {
                screen.scrollLines(0, 4, 1 - random.nextInt(3));
            }
            refresh();
            assertEquals(wanted(), file.picture(), "frame " + frame);
        }
    }

    private String wanted() {
        StringBuilder all = new StringBuilder();
        for (int row = 0; row < 6; row++) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < 30; column++) {
                line.append(screen.getBackCharacter(column, row).getCharacterString());
            }
            all.append(line.toString().stripTrailing()).append('\n');
        }
        return all.toString();
    }

    @Test
    void withoutUtf8EverythingIsAscii() throws IOException {
        start(6, 30, false, ColorDepth.NONE);
        canvas.put(0, 0, "aş漢b", RED);
        canvas.cursor(0, 5);
        assertEquals("a???b", refresh());
    }

    @Test
    void noTextBringsAnEscapeOrControlCharacterToTheTerminal() throws IOException {
        canvas.put(0, 0, "a\u001b]0;x\u0007b\u009b31mc\u0000\ud800\u202e\n", Style.PLAIN);
        canvas.cursor(0, 0);
        String bytes = refresh();
        assertTrue(bytes.startsWith("a"), bytes);
        assertEquals(-1, bytes.indexOf('\u001b'), bytes);
        assertTrue(bytes.chars().noneMatch(c -> c != '\r' && Character.isISOControl(c)), bytes);
    }

    @Test
    void aNewSizeIsDrawnFromAnEmptyScreen() throws IOException {
        canvas.put(0, 0, "top", Style.PLAIN);
        refresh();
        screen.resize(3, 10);
        assertEquals(10, screen.getTerminalSize().getColumns());
        Canvas.of(screen, CellWidth.AMBIGUOUS_NARROW).put(2, 0, "0123456789ab", Style.PLAIN);
        String bytes = refresh();
        assertTrue(bytes.contains("\u001b[m\u001b[H\u001b[2J"), bytes);
        assertTrue(bytes.contains("0123456789"), bytes);
        screen.resize(0, 0);
        refresh();
        assertEquals(1, screen.getTerminalSize().getRows());
    }

    @Test
    void theTerminalIsLeftAsItWasOnceAndNoFrameFollows() throws IOException {
        file.tty().restore();
        file.tty().restore();
        screen.stopScreen();
        String bytes = file.written();
        assertTrue(bytes.endsWith("\u001b[r\u001b[m\u001b[?7h\u001b[?25h\u001b[?1049l"), bytes);
        assertEquals(bytes.indexOf("?1049l"), bytes.lastIndexOf("?1049l"));
        canvas.put(0, 0, "late", Style.PLAIN);
        assertThrows(IOException.class, () -> screen.refresh());
        assertEquals("", file.written());
    }

    private String refresh() throws IOException {
        screen.refresh();
        return file.written();
    }
}
