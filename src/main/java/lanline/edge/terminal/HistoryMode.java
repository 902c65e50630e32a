package lanline.edge.terminal;

import java.util.List;
import java.util.Optional;
import lanline.core.screen.PersonRow;
import lanline.core.text.SafeText;
import lanline.edge.terminal.input.LineEditor;
import lanline.edge.terminal.theme.Role;
import lanline.edge.terminal.tty.Canvas;
import lanline.edge.terminal.view.Clip;
import lanline.edge.terminal.view.HistoryPanel;
import lanline.edge.terminal.view.InputPanel;
import lanline.edge.terminal.view.Layout;
import lanline.edge.terminal.view.Metrics;
import lanline.edge.terminal.view.Region;
import lanline.edge.terminal.view.StatusBar;

/** Everything on disk, or what of it holds the words being typed. New messages don't move it. Screen thread only. */
final class HistoryMode implements Mode {
    private static final String PROMPT = "search> ";

    private final WindowState state;
    private final Mode back;
    private final String with;
    private final LineEditor editor = new LineEditor();
    private final HistorySearch search;
    private final HistoryPanel panel;
    private final InputPanel input = new InputPanel();

    /** {@code with}: a conversation, as a person names it, or empty for all; {@code text}: what to look for at first. */
    HistoryMode(WindowState state, Mode back, String with, String text) {
        this.state = state;
        this.back = back;
        this.with = with;
        this.editor.insert(text);
        this.search = new HistorySearch(with, text, state.screen().history());
        this.panel = new HistoryPanel(state.guard());
        ask();
    }

    @Override
    public Mode press(Press press) {
        Optional<Action> action = KeyTable.action(Scope.IN_HISTORY, press.key());
        Mode next = this;
        if (action.isPresent()) {
            next = act(action.get());
        } else if (!press.text().isEmpty()) {
            editor.insert(press.text());
        }
        search.want(SafeText.line(editor.text().strip()).value());
        ask();
        return next;
    }

    /** A search has one line. */
    @Override
    public Mode paste(String text) {
        editor.insert(text.replace('\n', ' '));
        search.want(editor.text().strip());
        ask();
        return this;
    }

    private Mode act(Action action) {
        switch (action) {
            case BACK, HISTORY -> {
                return leave();
            }
            case OPEN -> {
                return open();
            }
            case HELP -> {
                return new HelpMode(state, this, "");
            }
            case REPAINT -> state.repaint();
            case QUIT -> state.quit();
            case CLEAR -> {
                if (editor.isEmpty()) {
                    return leave();
                }
                editor.clear();
            }
            default -> move(action);
        }
        return this;
    }

    private Mode leave() {
        state.redraw();
        return back;
    }

    private Mode open() {
        int selected = panel.selected();
        if (selected < 0 || selected >= search.messages().size()) {
            return this;
        }
        return state.goTo(Spot.of(search.messages().get(selected))) ? leave() : this;
    }

    private void move(Action action) {
        boolean oldest = switch (action) {
            case UP, LINE_UP -> panel.move(-1);
            case PAGE_UP -> panel.move(-panel.page());
            case OLDEST -> panel.move(-search.messages().size());
            case DOWN, LINE_DOWN -> panel.move(1);
            case PAGE_DOWN -> panel.move(panel.page());
            case NEWEST -> panel.move(search.messages().size());
            default -> {
                EditKeys.apply(action, editor);
                yield false;
            }
        };
        boolean forward = action == Action.DOWN || action == Action.PAGE_DOWN || action == Action.NEWEST;
        if (oldest && !forward) {
            search.wantOlder();
        }
    }

    private void ask() {
        search.next().ifPresent(command -> {
            if (!state.send(command)) {
                search.notSent();
            }
        });
    }

    @Override
    public Mode news() {
        back.news();
        search.accept(state.screen().history()).ifPresent(change -> {
            if (change.added() == HistorySearch.Change.ALL) {
                panel.replace(search.messages());
            } else {
                panel.extend(search.messages(), change.added());
            }
        });
        ask();
        return this;
    }

    @Override
    public void draw(Canvas canvas) {
        Layout.Size size = Layout.Size.of(canvas.rows(), canvas.columns());
        int body = Math.max(0, canvas.rows() - 3);
        drawTitle(new Region(0, 0, canvas.rows() > 3 ? 1 : 0, canvas.columns()).on(canvas));
        Canvas list = new Region(1, 0, body, canvas.columns()).on(canvas);
        Metrics metrics = state.metrics(size, list.columns(), canvas.width());
        panel.draw(list, metrics);
        StatusBar.Content words = state.saying().orElseGet(this::words);
        Canvas last = new Region(canvas.rows() - 2, 0, 1, canvas.columns()).on(canvas);
        new StatusBar().draw(last, words, state.theme(), state.epoch());
        input.rows(editor, PROMPT, canvas.columns(), canvas.width());
        Canvas typed = new Region(canvas.rows() - 1, 0, 1, canvas.columns()).on(canvas);
        input.draw(typed, editor, PROMPT, state.theme(), true);
    }

    private void drawTitle(Canvas canvas) {
        canvas.clearRow(0, 0, state.theme().style(Role.TITLE));
        String title = "History · " + (with.isEmpty() ? "everything" : "with " + who());
        canvas.put(
                0,
                1,
                Clip.to(title, canvas.columns() - 9, canvas.width()),
                state.theme().style(Role.TITLE));
        canvas.put(0, canvas.columns() - 6, state.clock(), state.theme().style(Role.TITLE));
    }

    /** The name where we were given an id. */
    private String who() {
        return state.screen().sidebar().people().stream()
                .filter(person -> person.conversation().text().equals(with))
                .map(PersonRow::label)
                .findFirst()
                .orElse(SafeText.line(with))
                .value();
    }

    private StatusBar.Content words() {
        int count = search.messages().size();
        String more = search.hasOlder() ? (count < HistorySearch.MOST_HELD ? "+" : "+: type words to narrow it") : "";
        String words = count + more + (count == 1 ? " message" : " messages");
        if (!search.problem().isBlank()) {
            words = search.problem().value();
        } else if (search.isWaiting()) {
            words += "   searching…";
        } else if (count == 0) {
            words = editor.isEmpty() ? "Nothing is stored yet." : "Nothing found.";
        }
        return new StatusBar.Content(words, List.of("Enter opens", "PgUp older", "Esc back"), Role.STATUS);
    }
}
