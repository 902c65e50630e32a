package lanline.edge.terminal;

import java.util.List;
import java.util.Optional;
import lanline.core.command.SettingCommands;
import lanline.core.command.Typed;
import lanline.core.event.UserCommand;
import lanline.core.model.Preferences;
import lanline.core.model.Setting;
import lanline.core.model.Tag;
import lanline.core.text.SafeText;
import lanline.edge.terminal.input.LineEditor;
import lanline.edge.terminal.theme.Role;
import lanline.edge.terminal.tty.Canvas;
import lanline.edge.terminal.view.InputPanel;
import lanline.edge.terminal.view.Region;
import lanline.edge.terminal.view.SettingsPage;
import lanline.edge.terminal.view.StatusBar;

/** Everything that can be set, in one list: Enter goes through the values, or asks for one. Screen thread only. */
final class SettingsMode implements Mode {
    /** What is changed here is seen here: no line of the transcript says it too. */
    private static final Tag HERE = Tag.internal("settings window");

    private final WindowState state;
    private final Mode back;
    private final SettingsPage page = new SettingsPage();
    private final StatusBar status = new StatusBar();
    private final InputPanel input = new InputPanel();
    private final LineEditor editor = new LineEditor();
    private boolean asking;

    SettingsMode(WindowState state, Mode back) {
        this.state = state;
        this.back = back;
        state.redraw();
    }

    @Override
    public Mode press(Press press) {
        Optional<Action> action = KeyTable.action(asking ? Scope.IN_ANSWER : Scope.IN_CHOICES, press.key());
        if (action.isPresent()) {
            return asking ? answer(action.get()) : act(action.get());
        }
        if (asking) {
            editor.insert(press.text());
        }
        return this;
    }

    private Mode act(Action action) {
        switch (action) {
            case OPEN -> {
                return change(page.selected());
            }
            case BACK, SETTINGS -> {
                state.redraw();
                return back;
            }
            case REPAINT -> state.repaint();
            case QUIT -> state.quit();
            default -> page.move(action.step(page.page()));
        }
        return this;
    }

    private Mode change(Setting setting) {
        switch (setting.form()) {
            case CHOICE -> set(setting, next(setting));
            case THEME -> {
                return new ThemeMode(state, this);
            }
            case PEOPLE -> state.say("Type /ignore NAME or /unignore NAME in the input of the chat.");
            case NAME, WORDS -> ask(setting);
        }
        return this;
    }

    /** The name may have been changed by other means. */
    private Preferences preferences() {
        return state.preferences()
                .with(Setting.NAME, state.screen().self().name().toString());
    }

    private String next(Setting setting) {
        List<String> choices = setting.choices();
        int now = choices.indexOf(state.preferences().value(setting));
        return choices.get((now + 1) % choices.size());
    }

    private void ask(Setting setting) {
        asking = true;
        editor.set(preferences().value(setting));
        state.redraw();
    }

    private Mode answer(Action action) {
        switch (action) {
            case OPEN -> asking = !set(page.selected(), editor.text());
            case BACK -> asking = false;
            case REPAINT -> state.repaint();
            case QUIT -> state.quit();
            default -> EditKeys.apply(action, editor);
        }
        state.redraw();
        return this;
    }

    private boolean set(Setting setting, String value) {
        return SettingCommands.change(HERE, setting, value).deliverTo(new Typed.Handler<>() {
            @Override
            public Boolean command(UserCommand command) {
                return state.send(command);
            }

            @Override
            public Boolean wrong(SafeText sentence) {
                state.say(sentence);
                return false;
            }

            @Override
            public Boolean say(SafeText text) {
                return false;
            }

            @Override
            public Boolean show(Typed.View view, String argument) {
                return false;
            }

            @Override
            public Boolean nothing() {
                return false;
            }
        });
    }

    @Override
    public Mode news() {
        back.news();
        return this;
    }

    /** A value is one line. */
    @Override
    public Mode paste(String text) {
        if (asking) {
            editor.insert(SafeText.line(text.strip()).value());
        }
        return this;
    }

    @Override
    public void draw(Canvas canvas) {
        int below = canvas.rows() > 1 ? 1 : 0;
        page.draw(new Region(0, 0, canvas.rows() - below, canvas.columns()).on(canvas), preferences(), state.theme());
        Canvas last = new Region(canvas.rows() - below, 0, below, canvas.columns()).on(canvas);
        if (asking && state.saying().isEmpty()) {
            String prompt = page.selected().key() + "> ";
            input.rows(editor, prompt, last.columns(), last.width());
            input.draw(last, editor, prompt, state.theme(), true);
        } else {
            List<String> keys =
                    asking ? List.of("Enter sets it", "Esc leaves it") : List.of("Enter changes it", "Esc back");
            StatusBar.Content words = state.saying().orElse(new StatusBar.Content("", keys, Role.STATUS));
            status.draw(last, words, state.theme(), state.epoch());
        }
    }
}
