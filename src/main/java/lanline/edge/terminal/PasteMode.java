package lanline.edge.terminal;

import java.util.List;
import java.util.Optional;
import lanline.core.command.Limits;
import lanline.core.text.SafeText;
import lanline.edge.terminal.theme.Role;
import lanline.edge.terminal.tty.Canvas;
import lanline.edge.terminal.view.StatusBar;

/** Asks what is to become of a long paste: nothing of it is in the input yet, and Enter does nothing. Screen thread only. */
final class PasteMode implements Mode {
    /** Lines that a paste may have without a question: what one sees in the input at a glance. */
    static final int MOST_LINES = 20;

    private final WindowState state;
    private final ChatMode chat;
    private final Talk talk;
    private final String text;

    PasteMode(WindowState state, ChatMode chat, Talk talk, String text) {
        this.state = state;
        this.chat = chat;
        this.talk = talk;
        this.text = text;
    }

    static int lines(String text) {
        return (int) text.chars().filter(character -> character == '\n').count() + 1;
    }

    @Override
    public Mode press(Press press) {
        Optional<Action> action = KeyTable.action(Scope.IN_PASTE, press.key());
        return action.isPresent() ? act(action.get()) : this;
    }

    private Mode act(Action action) {
        switch (action) {
            case SEND -> {
                return send();
            }
            case EDIT_PASTE -> {
                chat.insert(text);
                return chat;
            }
            case BACK -> {
                state.say("The paste was dropped; nothing was sent.");
                return chat;
            }
            case REPAINT -> state.repaint();
            case QUIT -> state.quit();
            default -> {
                return this;
            }
        }
        return this;
    }

    private Mode send() {
        Optional<SafeText> complaint =
                Limits.complaintAboutMessage(talk.editor().text() + text);
        if (complaint.isPresent()) {
            state.say(complaint.get().value() + ": e edits it, d drops it");
            return this;
        }
        chat.insert(text);
        return chat.send();
    }

    /** Another one on top of it would be the second before the first is answered. */
    @Override
    public Mode paste(String another) {
        state.say("Not taken: a paste is waiting already; s sends it, e edits it, d drops it");
        return this;
    }

    @Override
    public Mode news() {
        chat.news();
        return this;
    }

    @Override
    public void draw(Canvas canvas) {
        String words = question(canvas.columns() - 2);
        chat.draw(canvas, new StatusBar.Content(words, List.of(), Role.STATUS));
    }

    /** The longest that has room with all its keys. */
    private String question(int columns) {
        int lines = lines(text);
        List<String> questions = List.of(
                "A paste of " + lines + " lines: s sends it, e edits it, d drops it",
                lines + " lines: s sends, e edits, d drops",
                "s send e edit d drop");
        return questions.stream()
                .filter(question -> question.length() <= columns)
                .findFirst()
                .orElse("s e d");
    }
}
