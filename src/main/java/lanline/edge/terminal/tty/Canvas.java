package lanline.edge.terminal.tty;

import com.googlecode.lanterna.TerminalPosition;
import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.screen.Screen;
import lanline.core.text.CellWidth;
import lanline.core.text.Graphemes;

/**
 * A rectangle of the screen to draw on; what lies outside of it is cut off, and a wide cluster never straddles its
 * right edge. Rows and columns count from 0 at its upper left corner. Screen thread only; valid until the next resize.
 */
public final class Canvas {
    private final Screen screen;
    private final CellWidth width;
    private final boolean ascii;
    private final int top;
    private final int left;
    private final int rows;
    private final int columns;

    private Canvas(Screen screen, CellWidth width, boolean ascii, TerminalPosition corner, TerminalSize size) {
        this.screen = screen;
        this.width = width;
        this.ascii = ascii;
        this.top = corner.getRow();
        this.left = corner.getColumn();
        this.rows = size.getRows();
        this.columns = size.getColumns();
    }

    /** The whole of {@code screen}. */
    public static Canvas of(Screen screen, CellWidth width) {
        return new Canvas(screen, width, false, TerminalPosition.TOP_LEFT_CORNER, screen.getTerminalSize());
    }

    /** The same rectangle with these widths; {@code onlyAscii}: signs have a stand-in, what has none is a question mark. */
    public Canvas drawing(CellWidth widths, boolean onlyAscii) {
        TerminalPosition corner = new TerminalPosition(left, top);
        return new Canvas(screen, widths, onlyAscii, corner, new TerminalSize(columns, rows));
    }

    /** A part of this one, cut to what lies inside; possibly without any row or column. */
    public Canvas area(int row, int column, int rows, int columns) {
        int fromRow = clamp(row, this.rows);
        int fromColumn = clamp(column, this.columns);
        TerminalSize size = new TerminalSize(
                clamp(column + columns, this.columns) - fromColumn, clamp(row + rows, this.rows) - fromRow);
        return new Canvas(screen, width, ascii, new TerminalPosition(left + fromColumn, top + fromRow), size);
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    /** The widths that this canvas draws with: for whoever cuts, pads or wraps before drawing. */
    public CellWidth width() {
        return width;
    }

    /**
     * Draws a text of one line.
     *
     * @return the columns that it took; less than its width when the right edge cut it
     */
    public int put(int row, int column, String text, Style style) {
        if (row < 0 || row >= rows) {
            return 0;
        }
        int at = column;
        for (int i = 0; i < text.length() && at < columns; ) {
            int end = Graphemes.next(text, i);
            int cells = width.of(text, i, end);
            boolean asItIs = end - i == 1 && text.charAt(i) < 128 || !isInAscii(at, cells);
            if (cells > 0 && asItIs) {
                at += draw(row, at, cell(text, i, end, cells, style));
            } else if (cells > 0) {
                at += drawInAscii(row, at, text.substring(i, end), cells, style);
            }
            i = end;
        }
        return Math.min(at, columns) - column;
    }

    /** A border that the terminal draws two columns wide has no place in one. */
    private boolean isInAscii(int column, int cells) {
        return ascii || column + cells > columns;
    }

    private int drawInAscii(int row, int column, String cluster, int cells, Style style) {
        String shown = ascii || AsciiSigns.has(cluster) ? AsciiSigns.of(cluster, cells) : " ".repeat(cells);
        for (int i = 0; i < shown.length(); i++) {
            draw(row, column + i, style.cell(shown.charAt(i)));
        }
        return cells;
    }

    /** Draws one cluster {@code times} times to the right: a line, a bar. */
    public void repeat(int row, int column, int times, String cluster, Style style) {
        int cells = Math.max(1, width.of(cluster));
        for (int i = 0; i < times && row >= 0 && row < rows; i++) {
            put(row, column + i * cells, cluster, style);
        }
    }

    /** Blanks from {@code column} to the right edge. */
    public void clearRow(int row, int column, Style style) {
        Cell blank = style.cell(' ');
        for (int at = Math.max(0, column); at < columns && row >= 0 && row < rows; at++) {
            screen.setCharacter(left + at, top + row, blank);
        }
    }

    /** Blanks everywhere. */
    public void fill(Style style) {
        for (int row = 0; row < rows; row++) {
            clearRow(row, 0, style);
        }
    }

    /** All rows go up by {@code distance}, more than 0, and the last ones stay as they are; false, and nothing happens, on a screen that can't. */
    public boolean moveUp(int distance) {
        if (screen instanceof TtyScreen cells) {
            cells.moveUp(top, top + rows - 1, left, columns, distance);
            return true;
        }
        return false;
    }

    /** Where the cursor is to stand after the next refresh, as far as it lies inside. */
    public void cursor(int row, int column) {
        if (rows > 0 && columns > 0) {
            int inRow = Math.max(0, Math.min(row, rows - 1));
            int inColumn = Math.max(0, Math.min(column, columns - 1));
            screen.setCursorPosition(new TerminalPosition(left + inColumn, top + inRow));
        }
    }

    /** A wide cell in the last column is a blank instead; what lies left of the first column is not drawn. */
    private int draw(int row, int column, Cell cell) {
        if (column >= 0 && column < columns) {
            boolean straddles = column + cell.width() > columns;
            screen.setCharacter(
                    left + column, top + row, straddles ? cell.style().cell(' ') : cell);
        }
        return cell.width();
    }

    private static Cell cell(String text, int from, int to, int cells, Style style) {
        char first = text.charAt(from);
        return to - from == 1 && first < 128 ? style.cell(first) : style.cell(text.substring(from, to), cells);
    }

    private static int clamp(int value, int most) {
        return Math.max(0, Math.min(value, most));
    }
}
