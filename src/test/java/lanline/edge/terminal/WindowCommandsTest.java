package lanline.edge.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.TextColor;
import java.util.List;
import lanline.core.event.UserCommand.ChangeSetting;
import lanline.core.event.UserCommand.Quit;
import lanline.core.event.UserCommand.SearchHistory;
import lanline.core.model.Setting;
import org.junit.jupiter.api.Test;

/** The commands that the window does itself. */
class WindowCommandsTest {
    private final TestWindow window =
            new TestWindow(80, 24, Screens.asInTheSpecification().screen());

    private TextColor signOfAli() {
        return window.picture().cell(2, 4).getForegroundColor();
    }

    @Test
    void anotherThemeIsUsedAtOnceAndRemembered() {
        assertEquals(TextColor.ANSI.GREEN, signOfAli());
        window.type("/theme mono").press("Enter");
        assertEquals(TextColor.ANSI.DEFAULT, signOfAli());
        ChangeSetting told = window.sent(ChangeSetting.class).get(0);
        assertEquals(Setting.THEME, told.setting());
        assertEquals("mono", told.value());
    }

    @Test
    void anUnknownThemeChangesNothing() {
        window.type("/theme nowhere").press("Enter");
        assertEquals(
                "there is no theme \"nowhere\", but there are dark, default, high-contrast, ligh…", window.status());
        assertEquals(TextColor.ANSI.GREEN, signOfAli());
        assertEquals(List.of(), window.sent(ChangeSetting.class));
    }

    @Test
    void theVersionIsSaid() {
        window.type("/version").press("Enter");
        assertEquals("Lanline 0.1.0", window.status());
    }

    @Test
    void quitIsTheSameAsItsKey() {
        window.type("/quit").press("Enter");
        assertEquals(1, window.sent(Quit.class).size());
        assertTrue(window.status().startsWith("Quitting"), window.status());
    }

    @Test
    void lastShowsTheHistoryOfThisConversation() {
        window.type("/last 5").press("Enter");
        assertEquals("ali-id", window.sent(SearchHistory.class).get(0).with());
        assertEquals(" History · with ali", window.picture().row(0).substring(0, 19));
    }

    @Test
    void aRepaintChangesNothingThatOneSees() {
        String before = window.text();
        assertEquals(before, window.press("Ctrl-L").text());
    }
}
