package lanline.edge.terminal;

import java.util.List;
import java.util.Optional;
import lanline.core.model.Setting;
import lanline.edge.terminal.theme.BrokenThemeException;
import lanline.edge.terminal.theme.Role;
import lanline.edge.terminal.tty.Canvas;
import lanline.edge.terminal.view.ListBox;
import lanline.edge.terminal.view.StatusBar;

/** The list of themes over the window, which wears the one that the cursor is on. Screen thread only. */
final class ThemeMode implements Mode {
    private final WindowState state;
    private final Mode back;
    private final ListBox list;
    private final Overlay overlay;

    ThemeMode(WindowState state, Mode back) {
        this.state = state;
        this.back = back;
        List<String> names = state.look().themes().names();
        this.list =
                new ListBox("Themes", names, names.indexOf(state.preferences().value(Setting.THEME)));
        this.overlay = new Overlay(state, back);
    }

    @Override
    public Mode press(Press press) {
        Optional<Action> action = KeyTable.action(Scope.IN_CHOICES, press.key());
        return action.map(this::act).orElse(this);
    }

    private Mode act(Action action) {
        switch (action) {
            case OPEN -> {
                return keep();
            }
            case BACK -> {
                return leave();
            }
            case REPAINT -> state.repaint();
            case QUIT -> state.quit();
            default -> {
                if (list.move(action.step(list.page()))) {
                    tryOn();
                }
            }
        }
        return this;
    }

    /** A broken one is said to be so, and shows the one that is set. */
    private void tryOn() {
        try {
            state.look().tryOn(list.selected());
        } catch (BrokenThemeException broken) {
            state.look().takeOff();
            state.say(broken.sentence());
        }
        state.redraw();
    }

    private Mode keep() {
        return state.wear(list.selected()) ? back() : this;
    }

    private Mode leave() {
        state.look().takeOff();
        return back();
    }

    private Mode back() {
        state.redraw();
        return back;
    }

    @Override
    public Mode news() {
        back.news();
        return this;
    }

    @Override
    public boolean showsLiveEnd() {
        return back.showsLiveEnd();
    }

    @Override
    public void draw(Canvas canvas) {
        back.draw(canvas);
        list.draw(canvas, state.theme());
        List<String> keys = List.of("Enter keeps it", "Esc goes back");
        overlay.drawStatus(canvas, new StatusBar.Content("Up and Down show a theme", keys, Role.STATUS));
    }
}
