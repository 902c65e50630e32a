package lanline.edge.terminal.input;

/** The text of an input and where the cursor stands in it: a border of two grapheme clusters. Immutable. */
record EditorState(String text, int cursor) {
    static final EditorState EMPTY = new EditorState("", 0);

    EditorState withCursor(int moved) {
        return new EditorState(text, moved);
    }

    /** What stands from {@code from} to {@code to} makes room for {@code put}; the cursor comes to its end. */
    EditorState replaced(int from, int to, String put) {
        return new EditorState(text.substring(0, from) + put + text.substring(to), from + put.length());
    }

    /** Where the row of the cursor, between two line feeds, starts. */
    int lineStart() {
        return text.lastIndexOf('\n', cursor - 1) + 1;
    }

    int lineEnd() {
        int end = text.indexOf('\n', cursor);
        return end < 0 ? text.length() : end;
    }
}
