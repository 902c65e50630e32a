package lanline.edge.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lanline.core.model.Preferences;
import lanline.core.model.Setting;
import lanline.core.screen.Screen;
import lanline.core.text.CellWidth;
import lanline.edge.terminal.theme.Themes;
import lanline.edge.terminal.tty.Canvas;
import lanline.edge.terminal.tty.ColorDepth;
import lanline.edge.terminal.tty.LinkBytes;
import lanline.edge.terminal.tty.Style;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Web addresses that can be clicked on: OSC 8, to the byte. */
class LinksTest {
    private static final Preferences ON = Preferences.USUAL.with(Setting.LINKS, "on");

    @TempDir
    private Path folder;

    /** What the window writes of a message from Ali, with each link as {@code <address|text>}. */
    private List<String> shown(Preferences preferences, String text, int columns) throws IOException {
        Screen screen = Screens.talk()
                .from("ali", "2020-11-21T12:00:00Z", text)
                .prefer(preferences)
                .screen();
        LinkBytes bytes = new LinkBytes(folder, 24, columns);
        WindowSettings settings = new WindowSettings(
                new Themes(List.of(), ColorDepth.ANSI16),
                new Detected(ColorDepth.ANSI16, true, false),
                () -> java.time.Instant.parse("2020-11-21T12:55:00Z"),
                java.time.ZoneOffset.UTC,
                "0.1.0",
                failure -> {
                    throw new AssertionError(failure);
                });
        new ChatWindow(command -> true, settings, screen).draw(Canvas.of(bytes.screen(), CellWidth.AMBIGUOUS_NARROW));
        return bytes.links();
    }

    @Test
    void theVisibleTextIsTheTarget() throws IOException {
        assertEquals(
                List.of("https://example.org/a?b=1|https://example.org/a?b=1"),
                shown(ON, "see https://example.org/a?b=1 now", 80));
    }

    @Test
    void punctuationAroundAnAddressIsNoPartOfIt() throws IOException {
        assertEquals(List.of("http://a.example/x|http://a.example/x"), shown(ON, "(see http://a.example/x).", 80));
    }

    @Test
    void bracketsInAnAddressStay() throws IOException {
        assertEquals(
                List.of("http://a.example/x_(y)|http://a.example/x_(y)"), shown(ON, "http://a.example/x_(y), ok", 80));
    }

    @Test
    void anAddressOverSeveralRowsLeadsToTheWholeOfIt() throws IOException {
        String address = "https://example.org/" + "x".repeat(60);
        List<String> links = shown(ON, "at " + address, 80);
        assertTrue(links.size() >= 2, links.toString());
        StringBuilder visible = new StringBuilder();
        for (String link : links) {
            assertEquals(address, link.substring(0, link.indexOf('|')));
            visible.append(link.substring(link.indexOf('|') + 1));
        }
        assertEquals(address, visible.toString());
    }

    @Test
    void otherSchemesAndForeignLettersAreText() throws IOException {
        assertEquals(List.of(), shown(ON, "javascript://x file:///etc/passwd ftp://a.example", 80));
    }

    @Test
    void anAddressEndsBeforeALetterThatIsNotAscii() throws IOException {
        assertEquals(List.of("http://a.example/|http://a.example/"), shown(ON, "http://a.example/ü", 80));
    }

    @Test
    void withoutTheSettingThereAreNoneWhereTheTerminalIsNotKnown() throws IOException {
        assertEquals(List.of(), shown(Preferences.USUAL, "https://example.org/", 80));
    }

    @Test
    void terminalsAreKnownByWhatTheySetUnlessSomethingHidesThem() {
        assertTrue(KnownTerminals.takeLinks(Map.of("VTE_VERSION", "7006", "TERM", "xterm-256color")));
        assertTrue(KnownTerminals.takeLinks(Map.of("TERM", "foot")));
        assertTrue(KnownTerminals.takeLinks(Map.of("KITTY_WINDOW_ID", "1")));
        assertFalse(KnownTerminals.takeLinks(Map.of("TERM", "xterm-256color")));
        assertFalse(KnownTerminals.takeLinks(Map.of("VTE_VERSION", "4000")));
        assertFalse(KnownTerminals.takeLinks(Map.of("TERM_PROGRAM", "WezTerm", "TMUX", "/x,1,0")));
    }

    @Test
    void nothingButAnAddressCanBeALink() {
        assertThrows(IllegalArgumentException.class, () -> Style.PLAIN.linked("http://a\u0007b"));
        assertThrows(IllegalArgumentException.class, () -> Style.PLAIN.linked("http://a b"));
    }
}
