package lanline.edge.terminal.tty;

import java.util.Arrays;

/**
 * The cells of a screen. Lanterna's own buffer checks, copies and locks at each cell, which made up half of the time from a message to the
 * screen. Screen thread only.
 */
final class CellGrid {
    private static final Cell BLANK = Style.PLAIN.cell(' ');

    private Cell[][] cells;

    /** Blank everywhere. */
    CellGrid(int rows, int columns) {
        cells = new Cell[rows][columns];
        clear();
    }

    int rows() {
        return cells.length;
    }

    int columns() {
        return cells[0].length;
    }

    boolean contains(int row, int column) {
        return row >= 0 && row < cells.length && column >= 0 && column < cells[row].length;
    }

    Cell get(int row, int column) {
        return cells[row][column];
    }

    /** The cells of one row from left to right; only to be read, until the next change. */
    Cell[] row(int row) {
        return cells[row];
    }

    /** A wide cell takes the next column too; of one that loses a column a blank stays. Outside nothing happens. */
    void set(int row, int column, Cell cell) {
        if (!contains(row, column)) {
            return;
        }
        Cell[] line = cells[row];
        if (column > 0 && line[column - 1].width() == 2) {
            line[column - 1] = line[column - 1].style().cell(' ');
        }
        line[column] = cell;
        if (cell.width() == 2 && column + 1 < line.length) {
            line[column + 1] = cell.style().cell(' ');
        }
    }

    void clear() {
        for (Cell[] line : cells) {
            Arrays.fill(line, BLANK);
        }
    }

    void clearRow(int row) {
        Arrays.fill(cells[row], BLANK);
    }

    /** The rows from {@code first} to {@code last} go up by {@code distance}, down where it is negative; what they leave is blank. */
    void scroll(int first, int last, int distance) {
        int step = distance > 0 ? 1 : -1;
        int from = distance > 0 ? first : last;
        for (int row = from; row >= first && row <= last; row += step) {
            int source = row + distance;
            if (source >= first && source <= last) {
                System.arraycopy(cells[source], 0, cells[row], 0, cells[row].length);
            } else {
                clearRow(row);
            }
        }
    }

    /** The part of the rows from {@code first} to {@code last} that lies in {@code columns} columns from {@code left} goes up; what it leaves stays. */
    void moveUp(int first, int last, int left, int columns, int distance) {
        for (int row = first; row + distance <= last; row++) {
            System.arraycopy(cells[row + distance], left, cells[row], left, columns);
        }
    }

    /** Takes over a row of another grid of this size. */
    void copyRow(int row, CellGrid from) {
        System.arraycopy(from.cells[row], 0, cells[row], 0, cells[row].length);
    }

    /** Keeps what fits at the upper left; new cells are blank. */
    void resize(int rows, int columns) {
        Cell[][] before = cells;
        cells = new Cell[rows][columns];
        clear();
        for (int row = 0; row < Math.min(rows, before.length); row++) {
            System.arraycopy(before[row], 0, cells[row], 0, Math.min(columns, before[row].length));
        }
    }
}
