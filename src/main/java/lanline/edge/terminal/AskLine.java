package lanline.edge.terminal;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lanline.core.text.SafeText;
import lanline.edge.terminal.input.LineEditor;
import lanline.edge.terminal.theme.Role;
import lanline.edge.terminal.tty.Canvas;
import lanline.edge.terminal.view.InputPanel;
import lanline.edge.terminal.view.Region;
import lanline.edge.terminal.view.StatusBar;

/** A question in the two last rows of another mode, answered with one line. Screen thread only. */
final class AskLine implements Mode {
    private final WindowState state;
    private final Mode back;
    private final Question question;
    private final LineEditor editor = new LineEditor();
    private final InputPanel input = new InputPanel();

    /**
     * {@code hint}: what may be answered; {@code proposed} stands there to be changed; {@code answer} takes what was typed, or says
     * why it can't be.
     */
    record Question(String prompt, String hint, String proposed, Function<String, Optional<SafeText>> answer) {}

    AskLine(WindowState state, Mode back, Question question) {
        this.state = state;
        this.back = back;
        this.question = question;
        editor.insert(question.proposed);
    }

    @Override
    public Mode press(Press press) {
        Optional<Action> action = KeyTable.action(Scope.IN_QUESTION, press.key());
        if (action.isPresent()) {
            return act(action.get());
        }
        editor.insert(press.text());
        return this;
    }

    private Mode act(Action action) {
        switch (action) {
            case OPEN -> {
                return answer();
            }
            case BACK -> {
                return leave();
            }
            case CLEAR -> {
                if (editor.isEmpty()) {
                    return leave();
                }
                editor.clear();
            }
            case REPAINT -> state.repaint();
            case QUIT -> state.quit();
            default -> EditKeys.apply(action, editor);
        }
        return this;
    }

    private Mode answer() {
        Optional<SafeText> complaint =
                question.answer.apply(SafeText.line(editor.text().strip()).value());
        complaint.ifPresent(state::say);
        return complaint.isPresent() ? this : leave();
    }

    private Mode leave() {
        state.redraw();
        return back;
    }

    /** An answer has one line. */
    @Override
    public Mode paste(String text) {
        editor.insert(text.replace('\n', ' ').strip());
        return this;
    }

    @Override
    public Mode news() {
        back.news();
        return this;
    }

    @Override
    public void draw(Canvas canvas) {
        back.draw(canvas);
        StatusBar.Content words = state.saying()
                .orElse(new StatusBar.Content(question.hint, List.of("Enter goes on", "Esc back"), Role.STATUS));
        Canvas status = new Region(canvas.rows() - 2, 0, 1, canvas.columns()).on(canvas);
        new StatusBar().draw(status, words, state.theme(), state.epoch());
        input.rows(editor, question.prompt, canvas.columns(), canvas.width());
        Canvas typed = new Region(canvas.rows() - 1, 0, 1, canvas.columns()).on(canvas);
        input.draw(typed, editor, question.prompt, state.theme(), true);
    }
}
