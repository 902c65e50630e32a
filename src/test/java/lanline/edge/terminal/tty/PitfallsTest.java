package lanline.edge.terminal.tty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.input.KeyType;
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import lanline.core.text.CellWidth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pitfalls of "terminal.md" that no other test would catch the return of. Where the others are caught:
 *
 * <ol>
 *   <li>one write a frame, marks, hidden cursor: WrittenBytesTest, TtyScreenTest
 *   <li>emoji and two-byte characters as they are: TtyScreenTest, and here
 *   <li>widths, clusters, the right edge: CellWidthTest, GraphemesTest, TtyScreenTest
 *   <li>control characters and bidi: SafeTextTest, TtyScreenTest
 *   <li>pastes, reports and answers are no text: KeyDecoderTest; their modes are switched: here
 *   <li>ESC split from the rest: here
 *   <li>the keys of rxvt, F3, Alt-Enter, surrogates: KeyDecoderTest
 *   <li>Ctrl-S, Ctrl-Q, Ctrl-\\ arrive: TtyProcessTest, RunScriptTest
 *   <li>Ctrl-Z: SuspendTest, SuspendedTest
 *   <li>the size without a query: here; after a quiet moment: TtyProcessTest
 *   <li>a hang-up that is ignored: TtyProcessTest
 *   <li>a crash: TtyProcessTest; what is printed meanwhile: here
 *   <li>colours that fit: ColoursTest, TtyScreenTest
 *   <li>a locale that is not UTF-8: TtySettingsTest, RunScriptTest, TtyScreenTest
 *   <li>a message beside a sidebar: WrittenBytesTest, TtyScreenTest
 *   <li>bold stays: TtyScreenTest, and here
 *   <li>bytes are replayed in an emulator: TtyScreenTest, WrittenBytesTest, SuspendTest
 *   <li>Windows starts --plain: here
 * </ol>
 */
class PitfallsTest {
    private static final String UP = "\u001b[A";

    @TempDir
    Path folder;

    @Test
    void everyCharacterIsItsUtf8WithoutAQuestionMarkOrANul() throws IOException {
        TtyFile file = new TtyFile(folder, 3, 40, true);
        TtyScreen screen = started(file);
        file.written();
        Canvas.of(screen, CellWidth.AMBIGUOUS_NARROW).put(0, 0, "ş ğ İ 漢 👍 🇹🇷 👨\u200d👩\u200d👧 é", Style.PLAIN);
        screen.refresh();
        String written = file.written();
        for (String character : List.of("ş", "ğ", "İ", "漢", "👍", "🇹🇷", "👨\u200d👩\u200d👧", "é")) {
            assertTrue(written.contains(character), character + " in " + written);
        }
        assertFalse(written.contains("\u0000") || written.contains("??"), written);
        file.tty().close();
    }

    @Test
    void theModesOfOurKeysAreSwitchedOnAtTheStartAndOffAtTheEnd() throws IOException {
        TtyFile file = new TtyFile(folder, 24, 80, true);
        started(file);
        String start = file.written();
        file.tty().close();
        String end = file.written();
        for (String mode : List.of("1049", "2004", "1004")) {
            assertTrue(start.contains("\u001b[?" + mode + "h"), mode + " in " + start);
        }
        for (String mode : List.of("1049", "2004", "1004", "1000", "1002", "1006", "2026")) {
            assertTrue(end.contains("\u001b[?" + mode + "l"), mode + " in " + end);
        }
        assertTrue(end.contains("\u001b[?25h") && end.contains("\u001b[?7h") && end.contains("\u001b[r"), end);
    }

    /** A terminal that doesn't answer would hold up the start for ten seconds. */
    @Test
    void theTerminalIsAskedNothing() throws IOException {
        TtyFile file = new TtyFile(folder, 24, 80, true);
        TtyScreen screen = started(file);
        screen.resize(30, 100);
        screen.refresh();
        String written = file.written();
        for (String query : List.of("[6n", "[c", "[>c", "[18t", "]11;?", "[?u")) {
            assertFalse(written.contains(query), query + " in " + written);
        }
        file.tty().close();
    }

    @Test
    void anEscapeWaitsForItsRestAndLongerOverANetwork() throws Exception {
        assertEquals(List.of(up(), new Key.Ended()), keysWhenRestComesAfter(24, false));
        assertEquals(List.of(up(), new Key.Ended()), keysWhenRestComesAfter(99, true));
        List<Key> apart = List.of(
                new Key.Special(KeyType.Escape, false, false, false),
                new Key.Typed("["),
                new Key.Typed("A"),
                new Key.Ended());
        assertEquals(apart, keysWhenRestComesAfter(26, false));
        assertEquals(apart, keysWhenRestComesAfter(101, true));
    }

    private static Key up() {
        return new Key.Special(KeyType.ArrowUp, false, false, false);
    }

    /** A file that grows in the place of a terminal: the rest of the arrow comes after so many milliseconds. */
    private List<Key> keysWhenRestComesAfter(int millis, boolean remote) throws IOException {
        Path file = Files.writeString(folder.resolve("keys"), UP.substring(0, 1));
        List<Key> keys = new ArrayList<>();
        int[] waited = {0};
        try (FileInputStream input = new FileInputStream(file.toFile())) {
            new KeyReader(input, remote, keys::add, () -> {
                        waited[0]++;
                        if (waited[0] == millis) {
                            append(file);
                        }
                    })
                    .run();
            if (waited[0] < millis) {
                append(file);
                new KeyReader(input, remote, keys::add, () -> {}).run();
                keys.remove(new Key.Ended());
            }
        }
        return keys;
    }

    private static void append(Path file) {
        try {
            Files.writeString(file, UP.substring(1), StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatIsPrintedWhileTheScreenIsUpGoesToTheLogAndAfterwardsToWhoWantedIt() throws IOException {
        PrintStream outBefore = System.out;
        PrintStream errBefore = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        TtyFile file = new TtyFile(folder, 24, 80, true);
        try {
            file.tty().divertPrints(stream(log), stream(out), stream(err));
            System.out.print("meanwhile ");
            System.err.print("wrong");
            file.tty().restore();
            System.out.print("after");
            System.err.print("why");
        } finally {
            System.setOut(outBefore);
            System.setErr(errBefore);
            file.tty().close();
        }
        assertEquals("meanwhile wrong", log.toString(StandardCharsets.UTF_8));
        assertEquals("after", out.toString(StandardCharsets.UTF_8));
        assertEquals("why", err.toString(StandardCharsets.UTF_8));
        assertFalse(file.written().contains("meanwhile"));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    @Test
    void anAttributeMoreTakesNoneAway() throws IOException {
        TtyFile file = new TtyFile(folder, 3, 40, true);
        TtyScreen screen = started(file);
        Style both = Style.PLAIN.with(SGR.BOLD).with(SGR.UNDERLINE);
        Canvas.of(screen, CellWidth.AMBIGUOUS_NARROW).put(0, 0, "x", both.withForeground(Style.PLAIN.background()));
        screen.refresh();
        assertTrue(file.written().contains("\u001b[1;4mx"));
        file.tty().close();
    }

    @Test
    void windowsStartsLineByLine() throws IOException {
        Path checkout = Path.of(System.getProperty("lanline.checkout", ""));
        String script = Files.readString(checkout.resolve("run.bat"));
        assertTrue(script.contains("set \"FRONT_END=--plain\""));
        assertTrue(script.contains("%FRONT_END% %*"));
    }

    private static TtyScreen started(TtyFile file) throws IOException {
        TtyScreen screen = new TtyScreen(file.tty(), ColorDepth.ANSI16);
        screen.startScreen();
        screen.refresh();
        return screen;
    }
}
