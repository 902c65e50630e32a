package lanline.edge.terminal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import lanline.core.screen.Line;
import lanline.core.screen.Lines;
import lanline.core.screen.Transcript;
import lanline.core.text.SafeText;
import lanline.edge.terminal.tty.ControlSequence;

/** The keys of the transcript while it has them: one of its lines is marked, moved on and copied. Screen thread only. */
final class TranscriptKeys {
    /** Terminals drop a larger clipboard text without a word (xterm's and tmux's buffers are of about this size). */
    static final int MOST_COPIED_BYTES = 50_000;

    private static final Line.Handler<SafeText> TEXT = new Line.Handler<>() {
        @Override
        public SafeText message(Line.Message message) {
            return message.message().text();
        }

        @Override
        public SafeText said(Line.Said said) {
            return said.text();
        }
    };

    private final WindowState state;
    private final ChatView view;

    TranscriptKeys(WindowState state, ChatView view) {
        this.state = state;
        this.view = view;
    }

    /** The line that was jumped to stays marked, else it is the last one in sight. */
    void enter(Talk talk) {
        view.markLine(talk, current(talk));
        state.say("Up and Down choose a message, y copies it, Esc goes back to the input");
    }

    private long current(Talk talk) {
        long marked = talk.scroll().marked();
        return marked == Transcript.NOTHING_NEW ? view.bottomKey(talk) : marked;
    }

    /** Up and Down go from line to line; what scrolls marks the last line in sight. */
    void act(Action action, Talk talk) {
        Lines lines = state.screen().transcript().lines();
        switch (action) {
            case UP -> move(talk, Math.max(lines.firstKey(), current(talk) - 1));
            case DOWN -> move(talk, Math.min(lines.firstKey() + lines.size() - 1, current(talk) + 1));
            case FIRST -> move(talk, lines.firstKey());
            case LAST -> move(talk, lines.firstKey() + lines.size() - 1);
            default -> {
                view.scroll(action, talk);
                view.markLine(talk, current(talk));
            }
        }
    }

    private void move(Talk talk, long key) {
        view.markLine(talk, key);
        Transcript shown = state.screen().transcript();
        if (key == shown.lines().firstKey()) {
            view.askForOlder(shown);
        }
    }

    /** OSC 52, which reaches the clipboard of the terminal in front of the person, through SSH and tmux too. */
    void copy(Talk talk) {
        Lines lines = state.screen().transcript().lines();
        long index = current(talk) - lines.firstKey();
        if (index < 0 || index >= lines.size()) {
            state.say("There is no message to copy.");
            return;
        }
        String text = lines.get((int) index).deliverTo(TEXT).value();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MOST_COPIED_BYTES) {
            state.say("Not copied: the message has " + bytes.length + " bytes, and a terminal's clipboard takes "
                    + MOST_COPIED_BYTES + "; /export writes it to a file");
            return;
        }
        state.emit(ControlSequence.command("52;c;" + Base64.getEncoder().encodeToString(bytes)));
        state.say("Copied " + text.codePointCount(0, text.length())
                + " characters to the terminal's clipboard, if it allows that (OSC 52)");
    }
}
