package lanline.edge.terminal;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import lanline.core.secure.Passphrase;
import lanline.core.text.SafeText;
import lanline.edge.terminal.input.SecretLine;
import lanline.edge.terminal.theme.Role;
import lanline.edge.terminal.tty.Canvas;

/**
 * The window before the chat of somebody whose key a passphrase protects. What is typed is shown as stars. Screen thread only.
 *
 * <pre>
 *   asked ── Enter ──► tried (other keys do nothing) ── wrong: a new one of these ── right: the chat's first Screen comes
 *   asked ── Ctrl-C, Ctrl-Q ──► left: the program ends
 *   tried ── Ctrl-C, Ctrl-Q ──► left ── wrong: the program ends, the next question being answered ── right: it ends from the chat
 * </pre>
 */
final class PassphraseMode implements Mode {
    private static final String PROMPT = "passphrase> ";
    private static final QuestionPage PAGE = new QuestionPage(
            List.of(List.of(
                    "Your key on this machine is protected by a passphrase.",
                    "",
                    "Without the key nobody here knows you as you. If you have forgotten the passphrase, nothing can bring"
                            + " the key back: --home and another folder makes you a new one.")),
            "Enter goes on, Ctrl-Q ends.");
    private static final SafeText TRYING = SafeText.line("Opening your key …");

    private final WindowState state;
    private final Consumer<Optional<Passphrase>> answer;
    private final SecretLine line = new SecretLine();
    private SafeText said;
    private boolean isAnswered;
    private boolean isLeft;

    /** {@code complaint}: what was wrong with the last answer, or nothing. */
    PassphraseMode(WindowState state, SafeText complaint, Consumer<Optional<Passphrase>> answer) {
        this.state = state;
        this.said = complaint;
        this.answer = answer;
    }

    @Override
    public Mode press(Press press) {
        Optional<Action> action = KeyTable.action(Scope.IN_NAME, press.key());
        if (action.equals(Optional.of(Action.REPAINT))) {
            state.repaint();
        } else if (isAnswered) {
            action.filter(PassphraseMode::isLeaving).ifPresent(any -> leave());
        } else {
            said = SafeText.EMPTY;
            action.ifPresentOrElse(this::act, () -> line.type(press.text()));
        }
        return this;
    }

    private void act(Action action) {
        switch (action) {
            case SEND -> {
                said = TRYING;
                answer(Optional.of(line.take()));
            }
            case QUIT, CLEAR -> leave();
            case BACKSPACE -> line.backspace();
            case KILL_TO_START, KILL_BLANK_WORD, KILL_WORD_LEFT -> line.clear();
            default -> {
                // In a text that nobody sees there is nothing to move about in.
            }
        }
    }

    private static boolean isLeaving(Action action) {
        return action == Action.QUIT || action == Action.CLEAR;
    }

    private void leave() {
        if (!isLeft) {
            isLeft = true;
            answer(Optional.empty());
        }
    }

    private void answer(Optional<Passphrase> typed) {
        isAnswered = true;
        line.clear();
        answer.accept(typed);
    }

    @Override
    public Mode paste(String text) {
        if (!isAnswered) {
            line.type(text);
        }
        return this;
    }

    /** The program has started: the answer was taken. */
    @Override
    public Mode news() {
        state.redraw();
        if (isLeft) {
            state.quit();
        }
        return new ChatMode(state);
    }

    @Override
    public void draw(Canvas canvas) {
        Canvas row = PAGE.draw(canvas, state.theme(), said, isAnswered ? Role.BASE : Role.ERROR);
        row.fill(state.theme().style(Role.INPUT));
        String prompt = row.columns() > 2 * PROMPT.length() ? PROMPT : "> ";
        row.put(0, 0, prompt, state.theme().style(Role.INPUT_PROMPT));
        int room = Math.max(0, row.columns() - prompt.length() - 1);
        int stars = Math.min(room, line.count());
        row.put(0, prompt.length(), "*".repeat(stars), state.theme().style(Role.INPUT));
        row.cursor(0, Math.min(row.columns() - 1, prompt.length() + stars));
    }
}
