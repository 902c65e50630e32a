package lanline.edge.terminal.input;

import java.util.Arrays;
import lanline.core.text.CellWidth;
import lanline.core.text.Graphemes;

/**
 * A text cut into rows of cells where they are full, so that each place in it has one cell: unlike in a transcript no
 * blank is dropped. Immutable.
 */
public final class InputRows {
    private final String text;
    private final CellWidth width;
    private final int[] starts;
    private final int[] ends;

    private InputRows(String text, CellWidth width, int[] starts, int[] ends) {
        this.text = text;
        this.width = width;
        this.starts = starts;
        this.ends = ends;
    }

    /** Rows of at most {@code columns} (at least 2 are taken) with room for the cursor behind the last character. */
    public static InputRows of(String text, int columns, CellWidth width) {
        return new Cutter(text, Math.max(2, columns), width).cut();
    }

    public int count() {
        return starts.length;
    }

    public String row(int row) {
        return text.substring(starts[row], ends[row]);
    }

    /** The row where the cursor stands before the character at {@code index}. */
    public int rowOf(int index) {
        int found = Arrays.binarySearch(starts, index);
        return found >= 0 ? found : -found - 2;
    }

    public int columnOf(int index) {
        int start = starts[rowOf(index)];
        return width.ofText(text.substring(start, index));
    }

    /** The place in the text that is nearest to a cell. */
    public int indexAt(int row, int column) {
        int inside = Math.max(0, Math.min(count() - 1, row));
        return starts[inside] + width.fit(row(inside), Math.max(0, column));
    }

    /** Lives for one call. */
    private static final class Cutter {
        private final String text;
        private final int columns;
        private final CellWidth width;
        private int[] starts = new int[4];
        private int[] ends = new int[4];
        private int count;

        Cutter(String text, int columns, CellWidth width) {
            this.text = text;
            this.columns = columns;
            this.width = width;
        }

        InputRows cut() {
            int start = 0;
            int used = 0;
            for (int at = 0; at < text.length(); ) {
                int end = Graphemes.next(text, at);
                boolean feed = text.charAt(at) == '\n';
                int cells = feed ? 0 : width.of(text, at, end);
                if (feed || used + cells > columns) {
                    add(start, at);
                    start = feed ? end : at;
                    used = 0;
                }
                used += cells;
                at = end;
            }
            add(start, text.length());
            if (used == columns) {
                add(text.length(), text.length());
            }
            return new InputRows(text, width, Arrays.copyOf(starts, count), Arrays.copyOf(ends, count));
        }

        private void add(int start, int end) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, 2 * count);
                ends = Arrays.copyOf(ends, 2 * count);
            }
            starts[count] = start;
            ends[count] = end;
            count++;
        }
    }
}
