package lanline.edge.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.TextColor;
import java.util.List;
import lanline.core.event.UserCommand.ChangeSetting;
import lanline.core.model.Preferences;
import lanline.core.model.Presence;
import lanline.core.model.Setting;
import org.junit.jupiter.api.Test;

/** F4: what is set, and how it is changed. */
class SettingsModeTest {
    private final Screens screens = Screens.asInTheSpecification();
    private final TestWindow window = new TestWindow(80, 24, screens.screen());

    /** The core has done what was asked. */
    private void set(Setting setting, String value) {
        window.show(screens.prefer(screens.preferences().with(setting, value)).screen());
    }

    private ChangeSetting last() {
        List<ChangeSetting> all = window.sent(ChangeSetting.class);
        return all.get(all.size() - 1);
    }

    private void choose(Setting setting) {
        window.press("F4");
        for (int i = 0; i < setting.ordinal(); i++) {
            window.press("Down");
        }
    }

    @Test
    void allSettingsAreListedWithTheHelpOfTheSelectedOne() {
        choose(Setting.BELL);
        assertEquals("""
                 Settings
                 name         ece
                 theme        default
                 color        auto
                 ascii        auto
                 ambiguous    narrow
                 bell         on
                 notify       all
                 notification off
                 highlight    (none)
                 ignore       (none)
                 expire       7d
                 mouse        off
                 links        auto
                 sidebar      on
                 details      on




                 bell: rings for a message that is not in sight, at most once in 3 s. One of:
                 on, mentions, off. Usual: on.

                                                                     Enter changes it  Esc back
                """, window.text());
    }

    @Test
    void enterGoesThroughTheValuesAndTheChangeIsSeenAtOnce() {
        choose(Setting.BELL);
        window.press("Enter");
        assertEquals("mentions", last().value());
        set(Setting.BELL, "mentions");
        assertTrue(window.text().contains(" bell         mentions"), window.text());
        window.press("Enter");
        assertEquals("off", last().value());
        assertEquals(Setting.BELL, last().setting());
        assertTrue(window.press("Esc").text().contains("the switch in room 4"));
    }

    @Test
    void theyOpenFromTheHelpAndTheHistoryTooAndTheSameKeyGoesBack() {
        assertTrue(window.press("F1", "F4").text().startsWith(" Settings"));
        assertTrue(window.press("F4").text().contains("the switch in room 4"), window.text());
        assertTrue(window.press("F2", "F4").text().startsWith(" Settings"));
        assertTrue(window.press("F4").text().startsWith(" History"), window.text());
    }

    @Test
    void whoIsIgnoredIsSaidSoInTheSidebar() {
        Screens ignoring = Screens.talk().ignored("berk").person("can", 0, Presence.ONLINE, false, 0, false);
        assertTrue(window.show(ignoring.screen()).text().contains("● berk   ign.│"), window.text());
    }

    @Test
    void wordsAreAskedForAndAWrongAnswerStaysInTheInput() {
        choose(Setting.HIGHLIGHT);
        window.press("Enter").type("deploy");
        assertEquals("highlight> deploy", window.lastRow());
        window.type("x".repeat(70)).press("Enter");
        assertTrue(window.lastRow().contains("nothing was changed: highlight takes up to 50 words"), window.lastRow());
        window.press("Ctrl-U").type("deploy").press("Enter");
        assertEquals("deploy", last().value());
        assertTrue(window.lastRow().contains("Enter changes it"), window.lastRow());
        window.press("Enter").type("more").press("Esc");
        assertEquals(1, window.sent(ChangeSetting.class).size());
    }

    @Test
    void themesAreShownWhileOneGoesThroughThemAndEscapeRestores() {
        TextColor before = signOfAli();
        window.type("/theme").press("Enter");
        assertTrue(window.text().contains("Themes"), window.text());
        assertTrue(window.text().contains("│ mono"), window.text());
        window.press("End", "Up", "Home");
        String first = window.text();
        while (!before.equals(TextColor.ANSI.DEFAULT) && signOfAli().equals(before)) {
            String here = window.text();
            window.press("Down");
            assertTrue(!here.equals(window.text()) || !signOfAli().equals(before), first);
        }
        window.press("Esc");
        assertEquals(before, signOfAli());
        assertEquals(List.of(), window.sent(ChangeSetting.class));
    }

    @Test
    void theListOfThemesLiesOverTheWindow() {
        window.type("/theme").press("Enter");
        List<String> box = window.text()
                .lines()
                .filter(row -> row.length() > 46)
                .map(row -> row.substring(31, 48))
                .dropWhile(row -> !row.startsWith("┌"))
                .takeWhile(row -> "┌│└".indexOf(row.charAt(0)) >= 0)
                .toList();
        assertEquals(
                List.of(
                        "┌─Themes────────┐",
                        "│ dark          │",
                        "│ default       │",
                        "│ high-contrast │",
                        "│ light         │",
                        "│ mono          │",
                        "│ solarized     │",
                        "└───────────────┘"),
                box);
        assertTrue(window.lastRow().endsWith("Enter keeps it  Esc goes back"), window.lastRow());
        window.resize(80, 8);
        assertTrue(window.text().contains("▼─┘"), window.text());
    }

    @Test
    void enterKeepsTheThemeThatIsShown() {
        window.type("/theme").press("Enter", "Home", "Enter");
        assertEquals(Setting.THEME, last().setting());
        assertEquals("ali>", window.lastRow());
    }

    private TextColor signOfAli() {
        return window.picture().cell(2, 4).getForegroundColor();
    }

    @Test
    void theSidebarAndTheDetailsAreSettingsToo() {
        set(Setting.SIDEBAR, "off");
        assertTrue(window.picture().row(2).startsWith("18:02"), window.text());
        window.press("F7");
        assertEquals(Setting.SIDEBAR, last().setting());
        assertEquals("on", last().value());
    }

    @Test
    void aColourSettingOverridesWhatTheTerminalSays() {
        assertEquals(TextColor.ANSI.GREEN, signOfAli());
        set(Setting.COLOR, "none");
        assertEquals(TextColor.ANSI.DEFAULT, signOfAli());
    }

    @Test
    void noSizeIsTooSmallForTheLists() {
        for (int columns : new int[] {1, 2, 5, 20, 80}) {
            for (int rows : new int[] {1, 2, 3, 4, 8, 24}) {
                TestWindow small = new TestWindow(
                        columns, rows, Screens.asInTheSpecification().screen());
                small.press("F4", "Down", "Enter", "Down", "Esc", "End", "Enter", "Esc", "Esc");
                assertEquals(List.of(), small.failures, columns + "x" + rows);
            }
        }
    }

    @Test
    void inAsciiBordersAndMarksHaveStandInsAndLostCharactersAreSeen() {
        TestWindow ascii = new TestWindow(
                80,
                24,
                screens.from("ali", "2020-11-21T12:56:00Z", "köprü 日 …")
                        .prefer(Preferences.USUAL.with(Setting.ASCII, "on"))
                        .screen());
        String text = ascii.text();
        assertTrue(text.chars().allMatch(c -> c < 128), text);
        assertTrue(text.contains("> 2 * ali       !|18:02       ali | the switch in room 4"), text);
        assertTrue(text.contains("-- Friday 20 November --"), text);
        assertTrue(text.contains("12:56       ali | k?pr? ?? ~"), text);
        assertTrue(text.contains("which port?                               ++"), text);
    }

    @Test
    void withWideSignsNothingIsShiftedAndTheBorderIsThere() {
        window.show(screens.prefer(Preferences.USUAL.with(Setting.AMBIGUOUS, "wide"))
                .screen());
        assertEquals("|", window.picture().cell(5, 17).getCharacterString());
        assertTrue(window.picture().row(2).endsWith("the switch in room 4 is down again"), window.text());
    }
}
