package lanline.edge.terminal;

import java.util.Optional;
import lanline.core.model.Preferences;
import lanline.core.model.Setting;
import lanline.core.screen.Alert;
import lanline.core.screen.Screen;
import lanline.edge.terminal.tty.ControlSequence;
import lanline.edge.terminal.tty.Notification;

/** What the window sends the terminal beside cells: the bell, notifications, whether the mouse reports. Screen thread only. */
final class Sequences {
    private final WindowState state;
    private final boolean utf8;
    private long told;
    private boolean mouse;

    Sequences(WindowState state, boolean utf8) {
        this.state = state;
        this.utf8 = utf8;
        this.told = state.screen().activity().alert().number();
        switchMouse();
    }

    /** A newer Screen is shown. */
    void news(Screen newest) {
        Alert alert = newest.activity().alert();
        if (alert.number() > told) {
            told = alert.number();
            call(alert, newest.self().preferences());
        }
        switchMouse();
    }

    private void call(Alert alert, Preferences preferences) {
        if (alert.rings()) {
            state.emit(ControlSequence.BELL);
        }
        Optional<ControlSequence> notification = Notification.of(
                preferences.value(Setting.NOTIFICATION),
                alert.from().value(),
                alert.text().oneLine().value(),
                utf8);
        notification.ifPresent(state::emit);
    }

    private void switchMouse() {
        boolean wanted = state.preferences().isOn(Setting.MOUSE);
        if (wanted != mouse) {
            mouse = wanted;
            state.emit(wanted ? ControlSequence.MOUSE_ON : ControlSequence.MOUSE_OFF);
        }
    }
}
