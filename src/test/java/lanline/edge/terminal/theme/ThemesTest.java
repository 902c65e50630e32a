package lanline.edge.terminal.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextColor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import lanline.edge.terminal.tty.ColorDepth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Theme files: the shipped ones, people's own, and broken ones. */
class ThemesTest {
    @TempDir
    private Path folder;

    private Themes themes(ColorDepth depth) {
        return new Themes(List.of(folder), depth);
    }

    private void file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name + ".theme"), text);
    }

    private String problem(String name) {
        return themes(ColorDepth.TRUECOLOR).choose(name).problem().orElseThrow().value();
    }

    private static final List<String> SHIPPED =
            List.of("dark", "default", "high-contrast", "light", "mono", "solarized");

    @Test
    void everyShippedThemeLoadsAtEveryDepth() throws BrokenThemeException {
        for (String name : SHIPPED) {
            for (ColorDepth depth : ColorDepth.values()) {
                Theme theme = new Themes(List.of(), depth).load(name);
                assertEquals(name, theme.name());
            }
        }
    }

    @Test
    void theDefaultThemeKeepsTheTerminalsBackgroundButForFoundWordsWhichHaveTheirOwnText() throws BrokenThemeException {
        Theme theme = new Themes(List.of(), ColorDepth.TRUECOLOR).load("default");
        assertEquals(TextColor.ANSI.BLACK, theme.style(Role.MESSAGE_FOUND).foreground());
        for (Role role : EnumSet.complementOf(EnumSet.of(Role.MESSAGE_FOUND))) {
            assertEquals(TextColor.ANSI.DEFAULT, theme.style(role).background(), role.key());
        }
    }

    @Test
    void withoutColoursOnlyAttributesAreLeft() throws BrokenThemeException {
        for (String name : SHIPPED) {
            Theme theme = new Themes(List.of(), ColorDepth.NONE).load(name);
            for (Role role : Role.values()) {
                assertEquals(TextColor.ANSI.DEFAULT, theme.style(role).foreground(), name + " " + role.key());
                assertEquals(TextColor.ANSI.DEFAULT, theme.style(role).background(), name + " " + role.key());
            }
            assertTrue(theme.style(Role.MESSAGE_MENTION).attributes().contains(SGR.BOLD), name);
            for (Role role : List.of(Role.TITLE, Role.STATUS, Role.SELECTION, Role.POPUP)) {
                assertTrue(theme.style(role).attributes().contains(SGR.REVERSE), name + " " + role.key());
            }
        }
    }

    @Test
    void theMonoThemeHasNoColourAnywhere() throws BrokenThemeException {
        Theme theme = new Themes(List.of(), ColorDepth.TRUECOLOR).load("mono");
        for (Role role : Role.values()) {
            assertEquals(TextColor.ANSI.DEFAULT, theme.style(role).foreground(), role.key());
        }
        assertEquals(TextColor.ANSI.DEFAULT, theme.nick("anybody").foreground());
    }

    @Test
    void thePaletteGivesTheFirstColourThatTheTerminalHas() throws IOException, BrokenThemeException {
        file("mine", "palette.accent = #7aa2f7 | 111 | blue\nunread = $accent bold\n");
        assertEquals(new TextColor.RGB(0x7a, 0xa2, 0xf7), unread(ColorDepth.TRUECOLOR));
        assertEquals(new TextColor.Indexed(111), unread(ColorDepth.INDEXED256));
        assertEquals(TextColor.ANSI.BLUE, unread(ColorDepth.ANSI16));
        assertEquals(TextColor.ANSI.DEFAULT, unread(ColorDepth.NONE));
        assertEquals(
                Set.of(SGR.BOLD),
                themes(ColorDepth.NONE).load("mine").style(Role.UNREAD).attributes());
    }

    private TextColor unread(ColorDepth depth) throws BrokenThemeException {
        return themes(depth).load("mine").style(Role.UNREAD).foreground();
    }

    @Test
    void aThemeChangesWhatItInherits() throws IOException, BrokenThemeException {
        file("mine", "# mine\ninherits = default\npalette.accent = red   # for me\nday = green on black underline\n");
        Theme theme = themes(ColorDepth.ANSI16).load("mine");
        assertEquals(TextColor.ANSI.RED, theme.style(Role.UNREAD).foreground());
        assertEquals(TextColor.ANSI.GREEN, theme.style(Role.DAY).foreground());
        assertEquals(TextColor.ANSI.BLACK, theme.style(Role.DAY).background());
        assertEquals(Set.of(SGR.BOLD), theme.style(Role.MESSAGE_OWN).attributes());
    }

    @Test
    void aRoleWithoutABackgroundHasThatOfTheBase() throws IOException, BrokenThemeException {
        file("dark", "base = white on black\nerror = red\n");
        Theme theme = themes(ColorDepth.ANSI16).load("dark");
        assertEquals(TextColor.ANSI.BLACK, theme.style(Role.ERROR).background());
        assertEquals(TextColor.ANSI.WHITE, theme.style(Role.STATUS).foreground());
    }

    @Test
    void aBrokenThemeIsNamedWithFileLineAndKeyAndTheDefaultIsUsed() throws IOException {
        file("a", "base = default\n\nunread = $accent\n");
        file("b", "no equals sign\n");
        file("c", "colour = red\n");
        file("d", "palette.accent = #12345\n");
        file("e", "unread = bold blinking\n");
        assertTrue(problem("a").contains("a.theme line 3, unread: the palette has no \"accent\""), problem("a"));
        assertTrue(problem("b").contains("b.theme line 1: expected"), problem("b"));
        assertTrue(problem("c").contains("c.theme line 1, colour: there is no such role"), problem("c"));
        assertTrue(problem("d").contains("d.theme line 1, palette.accent: \"#12345\" is no colour"), problem("d"));
        assertTrue(problem("e").contains("\"blinking\" is neither"), problem("e"));
        assertEquals("default", themes(ColorDepth.ANSI16).choose("e").theme().name());
    }

    @Test
    void circlesUnknownAndOddNamesAreSentencesToo() throws IOException {
        file("x", "inherits = y\n");
        file("y", "inherits = x\n");
        file("huge", "# " + "x".repeat(70_000) + "\n");
        assertTrue(problem("x").contains("in a circle"), problem("x"));
        assertTrue(problem("nowhere").contains("there is no theme \"nowhere\""), problem("nowhere"));
        assertTrue(problem("../../etc/passwd").contains("is no name of a theme"), problem("../../etc/passwd"));
        assertTrue(problem("huge").contains("larger than"), problem("huge"));
        assertThrows(BrokenThemeException.class, () -> themes(ColorDepth.ANSI16).load(""));
    }

    @Test
    void peoplesOwnThemesAreListedBesideTheShippedOnes() throws IOException {
        file("mine", "");
        assertEquals(
                List.of("dark", "default", "high-contrast", "light", "mine", "mono", "solarized"),
                themes(ColorDepth.ANSI16).names());
        assertEquals(SHIPPED, new Themes(List.of(folder.resolve("absent")), ColorDepth.ANSI16).names());
    }

    @Test
    void anOwnThemeMayChangeTheShippedOneOfItsName() throws IOException, BrokenThemeException {
        file("default", "inherits = default\nday = red\n");
        Theme theme = themes(ColorDepth.ANSI16).load("default");
        assertEquals(TextColor.ANSI.RED, theme.style(Role.DAY).foreground());
        assertEquals(Set.of(SGR.BOLD), theme.style(Role.MESSAGE_OWN).attributes());
    }

    @Test
    void aPersonKeepsItsColour() throws BrokenThemeException {
        Theme theme = new Themes(List.of(), ColorDepth.ANSI16).load("default");
        assertEquals(theme.nick("some id"), theme.nick("some id"));
        long different = IntStream.range(0, 100)
                .mapToObj(i -> theme.nick("peer" + i))
                .distinct()
                .count();
        assertTrue(different > 5, "only " + different);
    }
}
