package lanline.edge.terminal.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextColor;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import lanline.edge.terminal.tty.ColorDepth;
import lanline.edge.terminal.tty.Style;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Themes with backgrounds of their own can be read: WCAG 2.1, 1.4.3, "contrast (minimum)". */
class ContrastTest {
    private static final double LEAST = 4.5;

    /** What xterm shows for the 16 where nobody has changed them; other terminals are near to it. */
    private static final int[] XTERM = {
        0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5,
        0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff
    };

    static Stream<Arguments> themes() {
        return Stream.of("dark", "light", "high-contrast", "solarized")
                .flatMap(name -> Stream.of(ColorDepth.TRUECOLOR, ColorDepth.INDEXED256, ColorDepth.ANSI16)
                        .map(depth -> Arguments.of(name, depth)));
    }

    @ParameterizedTest
    @MethodSource("themes")
    void everyRoleCanBeReadOnItsBackground(String name, ColorDepth depth) throws BrokenThemeException {
        Theme theme = new Themes(List.of(), depth).load(name);
        for (Role role : Role.values()) {
            isReadable(name + " " + depth + " " + role.key(), theme.style(role));
        }
        isReadable(name + " " + depth + " found in the selection", theme.foundInSelection());
        for (int i = 0; i < 200; i++) {
            isReadable(name + " " + depth + " nicks", theme.nick("peer" + i));
        }
    }

    @ParameterizedTest
    @MethodSource("themes")
    void foundWordsStandOutOfTheTextAndOfTheSelection(String name, ColorDepth depth) throws BrokenThemeException {
        Theme theme = new Themes(List.of(), depth).load(name);
        TextColor found = theme.style(Role.MESSAGE_FOUND).background();
        assertNotEquals(theme.style(Role.MESSAGE_TEXT).background(), found);
        assertNotEquals(theme.style(Role.SELECTION).background(), found);
    }

    @Test
    void foundWordsAreReadableWhateverColoursTheTerminalHas() throws BrokenThemeException {
        Theme theme = new Themes(List.of(), ColorDepth.ANSI16).load("default");
        isReadable("default", theme.style(Role.MESSAGE_FOUND));
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "mono", "dark", "light", "high-contrast", "solarized"})
    void withoutColoursFoundWordsHaveAttributesOfTheirOwn(String name) throws BrokenThemeException {
        Theme theme = new Themes(List.of(), ColorDepth.NONE).load(name);
        assertNotEquals(theme.style(Role.MESSAGE_TEXT), theme.style(Role.MESSAGE_FOUND));
        assertNotEquals(theme.style(Role.SELECTION), theme.foundInSelection());
    }

    @ParameterizedTest
    @MethodSource("themes")
    void whatStandsInOneRowHasOneBackground(String name, ColorDepth depth) throws BrokenThemeException {
        Theme theme = new Themes(List.of(), depth).load(name);
        TextColor base = theme.style(Role.BASE).background();
        for (Role role : List.of(Role.SIDEBAR, Role.MESSAGE_TEXT, Role.INPUT, Role.DAY, Role.ERROR, Role.PEER_OLDER)) {
            assertEquals(base, theme.style(role).background(), role.key());
        }
        assertEquals(
                theme.style(Role.TITLE).background(),
                theme.style(Role.TITLE_SECURITY).background());
        assertEquals(
                theme.style(Role.STATUS).background(),
                theme.style(Role.STATUS_HINT).background());
    }

    @ParameterizedTest
    @MethodSource("themes")
    void barsAndTheSelectionStandOut(String name, ColorDepth depth) throws BrokenThemeException {
        Theme theme = new Themes(List.of(), depth).load(name);
        for (Role role : List.of(Role.TITLE, Role.STATUS, Role.SELECTION, Role.POPUP)) {
            assertTrue(
                    !theme.style(role)
                            .background()
                            .equals(theme.style(Role.BASE).background()),
                    role.key());
        }
    }

    private static void isReadable(String what, Style style) {
        assertTrue(!style.attributes().contains(SGR.REVERSE), what + " would turn round what was computed");
        double contrast = contrast(style.foreground(), style.background());
        assertTrue(contrast >= LEAST, () -> what + " has " + contrast + " to 1: " + style);
    }

    private static double contrast(TextColor one, TextColor other) {
        double light = Math.max(luminance(one), luminance(other));
        double dark = Math.min(luminance(one), luminance(other));
        return (light + 0.05) / (dark + 0.05);
    }

    /** WCAG 2.1, "relative luminance". */
    private static double luminance(TextColor colour) {
        int rgb = rgb(colour);
        IntToDoubleFunction linear = channel -> {
            double share = channel / 255.0;
            return share <= 0.03928 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear.applyAsDouble(rgb >> 16)
                + 0.7152 * linear.applyAsDouble(rgb >> 8 & 0xff)
                + 0.0722 * linear.applyAsDouble(rgb & 0xff);
    }

    private static int rgb(TextColor colour) {
        if (colour instanceof TextColor.ANSI named) {
            assertTrue(named != TextColor.ANSI.DEFAULT, "nobody knows the terminal's own colours");
            // Between the eight dark ones and the bright ones the enum has the default.
            return XTERM[named.ordinal() > TextColor.ANSI.DEFAULT.ordinal() ? named.ordinal() - 1 : named.ordinal()];
        }
        return colour.getRed() << 16 | colour.getGreen() << 8 | colour.getBlue();
    }
}
