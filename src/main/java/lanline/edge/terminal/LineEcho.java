package lanline.edge.terminal;

import lanline.core.text.CellWidth;
import lanline.core.text.Graphemes;

/**
 * The row in which somebody types in {@code --plain}, and the characters that change it: letters, backspace, carriage
 * return and line feed, no escape sequence. What is typed at the end goes out as itself and nothing else, so that a screen
 * reader hears it once. Belongs to the thread {@code typing}.
 */
final class LineEcho {
    private static final CellWidth WIDTH = CellWidth.AMBIGUOUS_NARROW;

    private int columns;
    /** What stands in the row before the typed text: a question. */
    private String before = "";
    /** The typed text as it is shown, and the index in it at which the terminal's cursor stands. */
    private String shown = "";

    private int cursor;

    LineEcho(int columns) {
        this.columns = columns;
    }

    void columns(int wide) {
        columns = wide;
    }

    boolean isEmpty() {
        return shown.isEmpty();
    }

    /** Makes the row show {@code text} with the cursor at an index of it. */
    String change(String text, int at) {
        boolean appended = cursor == shown.length() && text.startsWith(shown) && at == text.length();
        if (appended) {
            String more = text.substring(shown.length());
            shown = text;
            cursor = at;
            return more;
        }
        return fits(shown) && fits(text) ? edit(text, at) : anew(text);
    }

    private String edit(String text, int at) {
        int same = commonPrefix(shown, text);
        StringBuilder out = new StringBuilder();
        if (!text.equals(shown)) {
            int blanks = Math.max(0, width(shown.substring(same)) - width(text.substring(same)));
            out.append(move(same)).append(text, same, text.length());
            out.append(" ".repeat(blanks)).append("\b".repeat(blanks));
            shown = text;
            cursor = text.length();
        }
        return out.append(move(at)).toString();
    }

    /** To the left by backspaces, to the right by saying again what stands there. */
    private String move(int to) {
        String out = to < cursor ? "\b".repeat(width(shown.substring(to, cursor))) : shown.substring(cursor, to);
        cursor = to;
        return out;
    }

    /** A text of several rows can't be gone back in: it is written once more below. */
    private String anew(String text) {
        if (text.equals(shown)) {
            return "";
        }
        shown = text;
        return again();
    }

    /** The row once more, in a row of its own: after the terminal was somebody else's, or when it is asked for. */
    String again() {
        cursor = shown.length();
        return "\n" + before + shown;
    }

    /**
     * Whole lines, or a question without an end. Half-typed text makes room for them and is put back below; one of several
     * rows stays where it is.
     */
    String print(String lines) {
        int end = lines.lastIndexOf('\n') + 1;
        String asked = lines.substring(end);
        if (shown.isEmpty() && before.isEmpty()) {
            before = asked;
            return lines;
        }
        String row = before + shown;
        int at = cursor;
        before = asked.isEmpty() ? before : asked;
        boolean overwrites = fits(shown) && end > 0;
        cursor = shown.length();
        String room = overwrites ? "\r" + covering(row, lines.substring(0, end)) : "\n" + lines.substring(0, end);
        return room + before + shown + (fits(shown) ? move(at) : "");
    }

    /** The lines, the first of them at least as wide as the row that it takes the place of. */
    private static String covering(String row, String lines) {
        int first = lines.indexOf('\n');
        int bare = Math.max(0, width(row) - width(lines.substring(0, first)));
        return lines.substring(0, first) + " ".repeat(bare) + lines.substring(first);
    }

    /** Ends the row; the next one is empty. */
    String enter() {
        String rest = fits(shown) ? move(shown.length()) : "";
        before = "";
        shown = "";
        cursor = 0;
        return rest + "\n";
    }

    /** One column is left free: where a full row continues, terminals differ. */
    private boolean fits(String text) {
        return width(before) + width(text) < columns;
    }

    private static int width(String text) {
        return WIDTH.ofText(text);
    }

    private static int commonPrefix(String one, String other) {
        int same = 0;
        int next = Graphemes.next(one, 0);
        while (next > same && one.regionMatches(same, other, same, next - same) && next == end(other, same)) {
            same = next;
            next = end(one, same);
        }
        return same;
    }

    private static int end(String text, int from) {
        return from < text.length() ? Graphemes.next(text, from) : from;
    }
}
