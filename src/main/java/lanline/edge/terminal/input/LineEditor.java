package lanline.edge.terminal.input;

import java.util.Optional;
import lanline.core.text.Graphemes;
import lanline.core.text.SafeText;

/**
 * A text being typed, with the keys of readline; several lines where line feeds were typed or pasted. Moves and erases
 * whole grapheme clusters. Screen thread only.
 */
public final class LineEditor {
    /** 128 Ki characters: more than any message may have; what does not fit is refused whole, never cut. */
    public static final int MOST_CHARS = 128 * 1024;

    private final UndoStack undo = new UndoStack();
    private EditorState state = EditorState.EMPTY;
    private String killed = "";
    private Run run = Run.NONE;

    /** What the last key did, where the next one like it goes on with it: typing is undone, and kills are yanked, in one. */
    private enum Run {
        NONE,
        TYPING,
        KILLING
    }

    public String text() {
        return state.text();
    }

    public int cursor() {
        return state.cursor();
    }

    public boolean isEmpty() {
        return state.text().isEmpty();
    }

    /** Types text at the cursor, cleaned; false, and nothing changed, if there is no room for it. */
    public boolean insert(String typed) {
        String clean = SafeText.message(typed).value();
        if (state.text().length() + clean.length() > MOST_CHARS) {
            return false;
        }
        boolean goesOn = run == Run.TYPING && !clean.isBlank();
        EditorState next = state.replaced(state.cursor(), state.cursor(), clean);
        if (goesOn) {
            state = next;
        } else {
            change(next);
        }
        run = Run.TYPING;
        return true;
    }

    /** Puts a text in place of everything, the cursor behind it: an earlier input. */
    public void set(String text) {
        set(text, text.length());
    }

    /** The same with the cursor before the character at {@code cursor}: a completion. */
    public void set(String text, int cursor) {
        change(new EditorState(text, cursor));
    }

    public void clear() {
        set("");
    }

    /** Starts anew once the text is sent: nothing of it is kept for undo. */
    public void sent() {
        undo.forget();
        state = EditorState.EMPTY;
        run = Run.NONE;
    }

    public void left() {
        move(Graphemes.previous(state.text(), state.cursor()));
    }

    public void right() {
        move(Graphemes.next(state.text(), state.cursor()));
    }

    public void wordLeft() {
        move(Words.start(state.text(), state.cursor()));
    }

    public void wordRight() {
        move(Words.end(state.text(), state.cursor()));
    }

    public void moveTo(int index) {
        move(index);
    }

    public void home() {
        move(state.lineStart());
    }

    public void end() {
        move(state.lineEnd());
    }

    /** To the line above, as many clusters from its start; false on the first line. */
    public boolean up() {
        int start = state.lineStart();
        if (start == 0) {
            return false;
        }
        moveInto(state.withCursor(start - 1).lineStart(), start - 1);
        return true;
    }

    /** To the line below; false on the last one. */
    public boolean down() {
        int end = state.lineEnd();
        if (end == state.text().length()) {
            return false;
        }
        moveInto(end + 1, state.withCursor(end + 1).lineEnd());
        return true;
    }

    private void moveInto(int lineStart, int lineEnd) {
        int clusters = Graphemes.count(state.text().substring(state.lineStart(), state.cursor()));
        int at = lineStart;
        for (int i = 0; i < clusters && at < lineEnd; i++) {
            at = Graphemes.next(state.text(), at);
        }
        move(Math.min(at, lineEnd));
    }

    public void backspace() {
        erase(Graphemes.previous(state.text(), state.cursor()), state.cursor());
    }

    public void delete() {
        erase(state.cursor(), Graphemes.next(state.text(), state.cursor()));
    }

    private void erase(int from, int to) {
        if (from < to) {
            change(state.replaced(from, to, ""));
        }
    }

    /** To the end of the line; at its end the line feed. */
    public void killToEnd() {
        int end = state.lineEnd();
        kill(state.cursor(), end == state.cursor() ? Graphemes.next(state.text(), end) : end);
    }

    /** From the start of the line; at its start the line feed before it. */
    public void killToStart() {
        int start = state.lineStart();
        kill(start == state.cursor() ? Math.max(0, start - 1) : start, state.cursor());
    }

    public void killBlankWord() {
        kill(Words.startAfterBlank(state.text(), state.cursor()), state.cursor());
    }

    public void killWordLeft() {
        kill(Words.start(state.text(), state.cursor()), state.cursor());
    }

    public void killWordRight() {
        kill(state.cursor(), Words.end(state.text(), state.cursor()));
    }

    private void kill(int from, int to) {
        if (from == to) {
            return;
        }
        String piece = state.text().substring(from, to);
        boolean backwards = to == state.cursor();
        String before = run == Run.KILLING ? killed : "";
        killed = backwards ? piece + before : before + piece;
        change(state.replaced(from, to, ""));
        run = Run.KILLING;
    }

    /** Puts in what was killed last; false if there is no room for it. */
    public boolean yank() {
        return insertWhole(killed);
    }

    /** The same as {@link #insert}, but undone in one, whatever was typed before and after: a paste. */
    public boolean insertWhole(String text) {
        run = Run.NONE;
        boolean fits = text.isEmpty() || insert(text);
        run = Run.NONE;
        return fits;
    }

    /** Swaps the clusters beside the cursor, at the end of a line the two before it. */
    public void transpose() {
        String text = state.text();
        int middle = state.cursor() == state.lineEnd() ? Graphemes.previous(text, state.cursor()) : state.cursor();
        if (middle <= state.lineStart()) {
            return;
        }
        int from = Graphemes.previous(text, middle);
        int to = Graphemes.next(text, middle);
        change(state.replaced(from, to, text.substring(middle, to) + text.substring(from, middle)));
    }

    public void undo() {
        Optional<EditorState> before = undo.pop();
        before.ifPresent(earlier -> state = earlier);
        run = Run.NONE;
    }

    private void move(int cursor) {
        state = state.withCursor(cursor);
        run = Run.NONE;
    }

    private void change(EditorState next) {
        if (!next.text().equals(state.text())) {
            undo.push(state);
        }
        state = next;
        run = Run.NONE;
    }
}
