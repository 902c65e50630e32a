package lanline.edge.terminal;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import lanline.core.command.Limits;
import lanline.core.model.Nickname;
import lanline.core.text.SafeText;
import lanline.edge.terminal.input.LineEditor;
import lanline.edge.terminal.theme.Role;
import lanline.edge.terminal.tty.Canvas;
import lanline.edge.terminal.view.InputPanel;

/** The window of the first start: asks for a name, and says what others will see. Screen thread only. */
final class NameMode implements Mode {
    private static final String PROMPT = "name> ";
    private static final QuestionPage PAGE = new QuestionPage(
            List.of(
                    List.of(
                            "Welcome to Lanline, the chat of this network. Who are you?",
                            "",
                            "Everybody on this network will see this name, with your address, and whether you are here."
                                    + " /nick NAME changes it at any time."),
                    List.of("Everybody on this network will see this name, your address and whether you are here.")),
            "Enter goes on, Ctrl-Q ends.");

    private final WindowState state;
    private final Consumer<Optional<Nickname>> answer;
    private final LineEditor editor = new LineEditor();
    private final InputPanel input = new InputPanel();
    private SafeText complaint = SafeText.EMPTY;
    private boolean isAnswered;

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

    @Override
    public boolean isOver() {
        return isAnswered;
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
            case QUIT -> answer(Optional.empty());
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
            answer(Nickname.parse(editor.text()));
        }
    }

    private void answer(Optional<Nickname> name) {
        isAnswered = true;
        answer.accept(name);
    }

    @Override
    public Mode paste(String text) {
        editor.insert(text.replace('\n', ' '));
        return this;
    }

    @Override
    public void draw(Canvas canvas) {
        Canvas line = PAGE.draw(canvas, state.theme(), complaint, Role.ERROR);
        input.rows(editor, PROMPT, line.columns(), line.width());
        input.draw(line, editor, PROMPT, state.theme(), true);
    }
}
