package lanline.edge.terminal.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.googlecode.lanterna.TextColor;
import java.util.Map;
import java.util.Optional;
import lanline.edge.terminal.tty.ColorDepth;
import org.junit.jupiter.api.Test;

class ColoursTest {
    @Test
    void theEnvironmentTellsTheDepth() {
        assertEquals(ColorDepth.TRUECOLOR, Colours.depth(Map.of("TERM", "xterm-256color", "COLORTERM", "truecolor")));
        assertEquals(ColorDepth.TRUECOLOR, Colours.depth(Map.of("TERM", "xterm-direct")));
        assertEquals(ColorDepth.INDEXED256, Colours.depth(Map.of("TERM", "tmux-256color")));
        assertEquals(ColorDepth.ANSI16, Colours.depth(Map.of("TERM", "linux")));
        assertEquals(ColorDepth.ANSI16, Colours.depth(Map.of()));
        assertEquals(ColorDepth.NONE, Colours.depth(Map.of("TERM", "vt220")));
        assertEquals(ColorDepth.NONE, Colours.depth(Map.of("TERM", "xterm-mono")));
    }

    @Test
    void noColorWinsUnlessItIsEmpty() {
        assertEquals(ColorDepth.NONE, Colours.depth(Map.of("NO_COLOR", "1", "COLORTERM", "truecolor")));
        assertEquals(ColorDepth.TRUECOLOR, Colours.depth(Map.of("NO_COLOR", "", "COLORTERM", "24bit")));
    }

    @Test
    void coloursAreReadInThreeWays() {
        assertEquals(Optional.of(new TextColor.RGB(255, 0, 16)), Colours.parse("#ff0010"));
        assertEquals(Optional.of(new TextColor.Indexed(200)), Colours.parse("200"));
        assertEquals(Optional.of(TextColor.ANSI.BLUE_BRIGHT), Colours.parse("bright-blue"));
        assertEquals(Optional.of(TextColor.ANSI.DEFAULT), Colours.parse("default"));
        assertEquals(Optional.empty(), Colours.parse("256"));
        assertEquals(Optional.empty(), Colours.parse("java.lang.Runtime"));
    }
}
