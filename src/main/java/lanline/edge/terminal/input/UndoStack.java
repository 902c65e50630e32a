package lanline.edge.terminal.input;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What an input was before its changes, newest first. Screen thread only. */
final class UndoStack {
    /** Steps back; more than anybody presses Ctrl-_ for. */
    private static final int MOST_STEPS = 200;

    /** Characters of all steps together, half a megabyte: with a large text in the input fewer steps are kept. */
    private static final int MOST_CHARS = 1 << 18;

    private final Deque<EditorState> before = new ArrayDeque<>();
    private int chars;

    void push(EditorState state) {
        before.push(state);
        chars += state.text().length();
        while (before.size() > MOST_STEPS || chars > MOST_CHARS) {
            chars -= before.removeLast().text().length();
        }
    }

    Optional<EditorState> pop() {
        Optional<EditorState> state = Optional.ofNullable(before.poll());
        state.ifPresent(popped -> chars -= popped.text().length());
        return state;
    }

    void forget() {
        before.clear();
        chars = 0;
    }
}
