package lanline.core.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into rows: at blanks and beside wide characters where that is possible, inside a word only where the word
 * is longer than a row; so an address that fits a row is never cut. Pure; the blanks at a cut are dropped.
 *
 * <p>Not immutable: lives for one call of {@link #rows}, in the thread of its caller.
 */
public final class Wrap {

    private final String text;
    private final int columns;
    private final CellWidth width;
    private final List<String> rows = new ArrayList<>();
    private int start;
    private int used;
    private int breakAt;
    private int resumeAt;
    /** Blanks lie beyond the last column. */
    private boolean hanging;

    private Wrap(String text, int columns, CellWidth width) {
        this.text = text;
        this.columns = Math.max(1, columns);
        this.width = width;
    }

    /**
     * The rows of {@code text}, none wider than {@code columns} (taken as at least 1; a wide cluster in one column
     * stands alone); a line feed ends a row. Never empty: an empty text is one empty row.
     */
    public static List<String> rows(String text, int columns, CellWidth width) {
        if (text.length() <= columns && isPlain(text)) {
            return List.of(text);
        }
        return new Wrap(text, columns, width).cut();
    }

    /** One row for sure when it is short enough: only printable ASCII. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }

    private List<String> cut() {
        startRow(0);
        int at = 0;
        while (at < text.length()) {
            int end = Graphemes.next(text, at);
            char first = text.charAt(at);
            if (first == '\n' || first == '\r') {
                endRow(hanging ? trimmed(at) : at, end);
                at = end;
            } else {
                at = place(at, end);
            }
        }
        endRow(hanging ? trimmed(at) : at, at);
        return rows;
    }

    /** Puts the cluster into the row, or ends the row; where to go on. */
    private int place(int at, int end) {
        int cells = width.of(text, at, end);
        boolean blank = text.charAt(at) == ' ';
        if (cells > 1 && resumeAt < at) {
            breakHere(at, at);
        }
        boolean full = used + cells > columns && at > start;
        if (full && !blank) {
            return overflow(at);
        }
        used = Math.min(columns, used + cells);
        hanging |= full;
        if (blank) {
            breakHere(trimmed(at), end);
        } else if (cells > 1) {
            breakHere(end, end);
        }
        return end;
    }

    /** Ends the row at the last good place, or here; blanks alone before a long word give way to it. */
    private int overflow(int at) {
        if (resumeAt == start) {
            return endRow(at, at);
        }
        if (breakAt == start) {
            startRow(resumeAt);
            return start;
        }
        return endRow(breakAt, resumeAt);
    }

    private void breakHere(int rowEnd, int nextStart) {
        breakAt = rowEnd;
        resumeAt = nextStart;
    }

    private int endRow(int rowEnd, int nextStart) {
        rows.add(text.substring(start, rowEnd));
        startRow(nextStart);
        return nextStart;
    }

    private void startRow(int at) {
        start = at;
        used = 0;
        hanging = false;
        breakHere(at, at);
    }

    /** The end of what stands before the blanks that reach up to {@code at}; the row's start if only blanks do. */
    private int trimmed(int at) {
        int end = at;
        while (end > start && text.charAt(end - 1) == ' ') {
            end--;
        }
        return end;
    }
}
