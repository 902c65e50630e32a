package lanline.edge.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import lanline.core.model.Preferences;
import lanline.core.model.Setting;
import lanline.core.screen.Alert;
import lanline.core.screen.Screen;
import lanline.core.text.SafeText;
import lanline.edge.terminal.tty.ControlSequence;
import lanline.edge.terminal.tty.Key;
import lanline.edge.terminal.tty.Key.Mouse;
import org.junit.jupiter.api.Test;

/** What reaches the terminal beside cells, and what the mouse does. */
class SignalsTest {
    private final Screens screens = Screens.asInTheSpecification();
    private final TestWindow window = new TestWindow(80, 24, screens.screen());

    private void alert(long number, boolean rings, String from, String text) {
        Alert alert = new Alert(number, rings, SafeText.line(from), SafeText.message(text));
        window.show(
                screens.activity(new Screen.Activity(0, 0, List.of(), alert)).screen());
    }

    private void set(Setting setting, String value) {
        window.show(screens.prefer(screens.preferences().with(setting, value)).screen());
    }

    @Test
    void anAlertRingsOnceHoweverOftenItsScreenIsShown() {
        alert(1, true, "ali", "hello");
        assertEquals(List.of("\u0007"), window.sequences());
        window.show(screens.screen()).press("Ctrl-L");
        assertEquals(List.of(), window.sequences());
        alert(2, false, "ali", "hello");
        assertEquals(List.of(), window.sequences());
    }

    @Test
    void notificationsAreInTheProtocolThatIsSet() {
        set(Setting.NOTIFICATION, "osc9");
        alert(1, true, "ali", "köprü\nis down");
        assertEquals(List.of("\u0007", "\u001b]9;ali: köprü⏎is down\u001b\\"), window.sequences());
        set(Setting.NOTIFICATION, "osc777");
        alert(2, false, "ali;x", "a;b");
        assertEquals(List.of("\u001b]777;notify;ali,x;a,b\u001b\\"), window.sequences());
        set(Setting.NOTIFICATION, "osc99");
        alert(3, false, "ali", "日".repeat(100));
        assertEquals(List.of("\u001b]99;;ali: " + "日".repeat(60) + "...\u001b\\"), window.sequences());
    }

    @Test
    void theMouseIsSwitchedWithItsSettingAndAtTheStart() {
        assertEquals(List.of(), window.sequences());
        window.press("Alt-M");
        assertEquals(
                "on",
                window.sent(lanline.core.event.UserCommand.ChangeSetting.class)
                        .get(0)
                        .value());
        set(Setting.MOUSE, "on");
        assertEquals(List.of(ControlSequence.MOUSE_ON.text()), window.sequences());
        set(Setting.MOUSE, "off");
        assertEquals(List.of(ControlSequence.MOUSE_OFF.text()), window.sequences());
        Screen on = screens.prefer(Preferences.USUAL.with(Setting.MOUSE, "on")).screen();
        assertEquals(List.of(ControlSequence.MOUSE_ON.text()), new TestWindow(80, 24, on).sequences());
    }

    private void click(int row, int column) {
        window.give(new Mouse(Mouse.Action.PRESS, 0, row, column));
        window.give(new Mouse(Mouse.Action.RELEASE, 0, row, column));
    }

    private void wheel(Mouse.Action way, int row, int column) {
        window.give(new Mouse(way, 0, row, column));
    }

    @Test
    void aClickOnAPersonOpensTheConversation() {
        click(3, 8);
        assertEquals(List.of(), window.sent(lanline.core.event.UserCommand.OpenConversation.class));
        set(Setting.MOUSE, "on");
        click(3, 8);
        assertEquals(
                "berk-id",
                window.sent(lanline.core.event.UserCommand.OpenConversation.class)
                        .get(0)
                        .to());
        click(1, 8);
        click(20, 8);
        assertEquals(
                1,
                window.sent(lanline.core.event.UserCommand.OpenConversation.class)
                        .size());
    }

    @Test
    void aClickIntoTheInputSetsTheCursor() {
        set(Setting.MOUSE, "on");
        window.type("looking 日本 now");
        click(23, 5 + 3);
        window.type("X");
        assertEquals("ali> looXking 日本 now", window.lastRow());
        click(23, 78);
        window.type("!");
        assertEquals("ali> looXking 日本 now!", window.lastRow());
        click(23, 0);
        window.type("-");
        assertEquals("ali> -looXking 日本 now!", window.lastRow());
    }

    @Test
    void theWheelTurnsWhatIsUnderIt() {
        Screens many = Screens.talk();
        for (int i = 10; i < 60; i++) {
            many.from("ali", "2020-11-21T12:" + i + ":00Z", "line " + i);
            many.person("p" + i, 0, lanline.core.model.Presence.ONLINE, false, 0, false);
        }
        window.show(many.prefer(Preferences.USUAL.with(Setting.MOUSE, "on")).screen());
        assertEquals("line 59", textOf(21));
        wheel(Mouse.Action.WHEEL_UP, 10, 40);
        assertEquals("line 56", textOf(21));
        wheel(Mouse.Action.WHEEL_DOWN, 10, 40);
        assertEquals("line 59", textOf(21));
        wheel(Mouse.Action.WHEEL_DOWN, 10, 3);
        assertEquals("    ● p13", window.picture().row(2).substring(0, 9));
        wheel(Mouse.Action.WHEEL_UP, 10, 3);
        wheel(Mouse.Action.WHEEL_UP, 10, 3);
        assertEquals("    ● p10", window.picture().row(2).substring(0, 9));
    }

    private String textOf(int row) {
        String shown = window.picture().row(row);
        return shown.substring(shown.lastIndexOf('│') + 2);
    }

    @Test
    void theWheelGoesThroughListsToo() {
        window.show(screens.prefer(Preferences.USUAL.with(Setting.MOUSE, "on")).screen())
                .press("F4");
        wheel(Mouse.Action.WHEEL_DOWN, 3, 3);
        assertEquals(4, window.picture().cursorRow());
        click(3, 3);
        window.give(new Key.Mouse(Mouse.Action.MOVE, 0, 3, 3));
        assertEquals(4, window.picture().cursorRow());
    }
}
