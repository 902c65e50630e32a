package lanline.edge.terminal;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lanline.core.command.Limits;
import lanline.core.model.Nickname;
import lanline.core.text.SafeText;
import lanline.core.text.Wrap;
import lanline.edge.terminal.input.LineEditor;
import lanline.edge.terminal.theme.Role;
import lanline.edge.terminal.tty.Canvas;
import lanline.edge.terminal.tty.Style;
import lanline.edge.terminal.view.InputPanel;
import lanline.edge.terminal.view.Region;

/** The window of the first start: asks for a name, and says what others will see. Screen thread only. */
final class NameMode implements Mode {
    private static final String PROMPT = "name> ";
    private static final List<String> SAID = List.of(
            "Welcome to Lanline, the chat of this network. Who are you?",
            "",
            "Everybody on this network will see this name, with your address, and whether you are here."
                    + " /nick NAME changes it at any time.");
    private static final List<String> BRIEFLY =
            List.of("Everybody on this network will see this name, your address and whether you are here.");
    private static final String KEYS = "Enter goes on, Ctrl-Q ends.";

    /** Wider text is hard to read. */
    private static final int MOST_COLUMNS = 64;

    private static final int MOST_ROWS_ABOVE = 3;

    /** A blank, the name, a blank, and the keys or what is wrong. */
    private static final int ROWS_BELOW = 4;

    private final WindowState state;
    private final Consumer<Optional<Nickname>> answer;
    private final LineEditor editor = new LineEditor();
    private final InputPanel input = new InputPanel();
    private SafeText complaint = SafeText.EMPTY;

    NameMode(WindowState state, String proposed, Consumer<Optional<Nickname>> answer) {
        this.state = state;
        this.answer = answer;
        editor.insert(SafeText.line(proposed).value());
    }

    @Override
    public Mode press(Press press) {
        complaint = SafeText.EMPTY;
        Optional<Action> action = KeyTable.action(Scope.IN_NAME, press.key());
        if (action.isPresent()) {
            act(action.get());
        } else {
            editor.insert(press.text());
        }
        return this;
    }

    /** The program has started: the answer was taken. */
    @Override
    public Mode news() {
        state.redraw();
        return new ChatMode(state);
    }

    private void act(Action action) {
        switch (action) {
            case SEND -> finish();
            case QUIT -> answer.accept(Optional.empty());
            case REPAINT -> state.repaint();
            case CLEAR -> {
                complaint = editor.isEmpty() ? SafeText.line("Ctrl-Q ends Lanline.") : SafeText.EMPTY;
                editor.clear();
            }
            default -> EditKeys.apply(action, editor);
        }
    }

    private void finish() {
        Optional<SafeText> wrong = Limits.complaintAboutName(editor.text());
        if (wrong.isPresent()) {
            complaint = wrong.get();
        } else {
            answer.accept(Nickname.parse(editor.text()));
        }
    }

    @Override
    public Mode paste(String text) {
        editor.insert(text.replace('\n', ' '));
        return this;
    }

    @Override
    public void draw(Canvas canvas) {
        Style base = state.theme().style(Role.BASE);
        canvas.fill(base);
        int columns = Math.max(1, Math.min(MOST_COLUMNS, canvas.columns() - 2));
        int left = Math.max(0, (canvas.columns() - columns) / 2);
        List<String> said = said(canvas, columns);
        int row = Math.max(0, Math.min(MOST_ROWS_ABOVE, canvas.rows() - said.size() - ROWS_BELOW));
        if (!said.isEmpty()) {
            row = draw(canvas, row, left, said, base) + 1;
        }
        input.rows(editor, PROMPT, columns, canvas.width());
        input.draw(new Region(row, left, 1, columns).on(canvas), editor, PROMPT, state.theme(), true);
        Style style = complaint.isBlank() ? base : state.theme().style(Role.ERROR);
        String below = complaint.isBlank() ? KEYS : complaint.value();
        draw(canvas, row + 2, left, rows(List.of(below), columns, canvas), style);
    }

    /** As much as there is room for; the question itself stays to the last. */
    private static List<String> said(Canvas canvas, int columns) {
        return Stream.of(SAID, BRIEFLY)
                .map(paragraphs -> rows(paragraphs, columns, canvas))
                .filter(rows -> rows.size() + ROWS_BELOW <= canvas.rows())
                .findFirst()
                .orElse(List.of());
    }

    private static List<String> rows(List<String> paragraphs, int columns, Canvas canvas) {
        return paragraphs.stream()
                .flatMap(paragraph -> Wrap.rows(paragraph, columns, canvas.width()).stream())
                .toList();
    }

    private static int draw(Canvas canvas, int from, int left, List<String> rows, Style style) {
        for (int i = 0; i < rows.size(); i++) {
            canvas.put(from + i, left, rows.get(i), style);
        }
        return from + rows.size();
    }
}
