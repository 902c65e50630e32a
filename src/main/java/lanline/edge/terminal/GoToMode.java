package lanline.edge.terminal;

import java.util.List;
import java.util.Optional;
import lanline.edge.terminal.input.LineEditor;
import lanline.edge.terminal.theme.Role;
import lanline.edge.terminal.tty.Canvas;
import lanline.edge.terminal.view.Clip;
import lanline.edge.terminal.view.InputPanel;
import lanline.edge.terminal.view.PlaceList;
import lanline.edge.terminal.view.Region;
import lanline.edge.terminal.view.StatusBar;

/** A small list of conversations over the input; what is typed is a part of a name and narrows it. Screen thread only. */
final class GoToMode implements Mode {
    private static final String PROMPT = "go to> ";

    private final WindowState state;
    private final Mode chat;
    private final LineEditor editor = new LineEditor();
    private final PlaceList places = new PlaceList();
    private final InputPanel input = new InputPanel();

    GoToMode(WindowState state, Mode chat) {
        this.state = state;
        this.chat = chat;
        places.show(state.screen(), "");
        state.redraw();
    }

    @Override
    public Mode press(Press press) {
        state.redraw();
        Optional<Action> action = KeyTable.action(Scope.IN_LIST, press.key());
        if (action.isPresent()) {
            return act(action.get());
        }
        if (!press.text().isEmpty()) {
            type(press.text());
        }
        return this;
    }

    @Override
    public Mode paste(String text) {
        state.redraw();
        type(text.strip().replace('\n', ' '));
        return this;
    }

    private void type(String text) {
        editor.insert(text);
        places.show(state.screen(), editor.text());
    }

    private Mode act(Action action) {
        switch (action) {
            case BACK -> {
                return chat;
            }
            case OPEN -> {
                return open();
            }
            case HELP -> {
                return new HelpMode(state, chat, "");
            }
            case REPAINT -> state.repaint();
            case QUIT -> state.quit();
            case CLEAR -> {
                if (editor.isEmpty()) {
                    return chat;
                }
                editor.clear();
                places.show(state.screen(), "");
            }
            default -> move(action);
        }
        return this;
    }

    private void move(Action action) {
        switch (action) {
            case UP, LINE_UP -> places.move(-1);
            case DOWN, LINE_DOWN -> places.move(1);
            case PAGE_UP -> places.page(-1);
            case PAGE_DOWN -> places.page(1);
            case OLDEST -> places.move(-places.size());
            case NEWEST -> places.move(places.size());
            default -> {
                EditKeys.apply(action, editor);
                places.show(state.screen(), editor.text());
            }
        }
    }

    private Mode open() {
        Optional<PlaceList.Place> chosen = places.selected();
        if (chosen.isEmpty()) {
            state.say("Nobody here has that in the name; erase some of it, or Esc goes back.");
            return this;
        }
        return state.open(chosen.get().conversation()) ? chat : this;
    }

    @Override
    public Mode news() {
        chat.news();
        places.show(state.screen(), editor.text());
        state.redraw();
        return this;
    }

    @Override
    public void draw(Canvas canvas) {
        chat.draw(canvas);
        int rows = canvas.rows();
        int free = Math.max(0, rows - (rows > 3 ? 2 : 1));
        int high = Math.min(places.wantedRows(), free);
        int top = free - high;
        places.draw(new Region(top, 0, high, canvas.columns()).on(canvas), state.theme());
        if (rows > 3) {
            StatusBar.Content words = state.saying().orElseGet(this::words);
            Canvas status = new Region(rows - 2, 0, 1, canvas.columns()).on(canvas);
            new StatusBar().draw(status, words, state.theme(), state.epoch());
        }
        drawInput(new Region(rows - 1, 0, 1, canvas.columns()).on(canvas), free == 0);
    }

    /** Where no row is left for the list, its choice stands behind what is typed. */
    private void drawInput(Canvas canvas, boolean isAlone) {
        input.rows(editor, PROMPT, canvas.columns(), canvas.width());
        input.draw(canvas, editor, PROMPT, state.theme(), true);
        String chosen = places.selected().map(place -> " " + place.label()).orElse(" -");
        int free = canvas.columns() - canvas.width().ofText(PROMPT + editor.text()) - 1;
        if (isAlone && free > 0) {
            String cut = Clip.to(chosen, free, canvas.width());
            canvas.put(
                    0,
                    canvas.columns() - canvas.width().ofText(cut),
                    cut,
                    state.theme().style(Role.SELECTION));
        }
    }

    private StatusBar.Content words() {
        String words = places.size() == 0
                ? "Nobody here has that in the name"
                : places.size() == 1 ? "1 conversation" : places.size() + " conversations";
        return new StatusBar.Content(words, List.of("Enter opens", "Esc back", "Up/Down choose"), Role.STATUS);
    }
}
