package lanline.edge.terminal.tty;

import java.util.BitSet;

/**
 * Writes the difference between what the terminal shows and what it is to show: only changed cells, the rest of a blank
 * row erased, moved rows moved. Screen thread only.
 */
final class FrameWriter {
    /** Unchanged cells in between are written again where that is as short as jumping over them. */
    private static final int JUMP_BYTES = 3;
    /** Blanks at the end of a row from which erasing is shorter. */
    private static final int ERASE_BYTES = 3;

    private final Pen pen;
    private final CellGrid shown;
    private final CellGrid wanted;
    private final int columns;
    /** Cells of this row left of here are written whatever they were: their neighbour spilled over them. */
    private int spoiledUntil;

    FrameWriter(Pen pen, CellGrid shown, CellGrid wanted) {
        this.pen = pen;
        this.shown = shown;
        this.wanted = wanted;
        this.columns = wanted.columns();
    }

    /** The terminal was just erased: writes everything, and takes it as shown; returns in how many rows something was to do. */
    int writeAll() {
        BitSet all = new BitSet();
        all.set(0, wanted.rows());
        return writeRows(all);
    }

    /** Writes what differs and takes it as shown; returns in how many rows something was to do. */
    int write() {
        BitSet differing = differing();
        int moved = ScrollFinder.find(shown, wanted, differing)
                .map(scroll -> scroll(scroll, differing))
                .orElse(0);
        return moved + writeRows(differing);
    }

    /** Rows that may look otherwise than they are shown: the others have the very same cells. */
    @SuppressWarnings("ReferenceEquality")
    private BitSet differing() {
        BitSet rows = new BitSet();
        for (int row = 0; row < wanted.rows(); row++) {
            Cell[] before = shown.row(row);
            Cell[] after = wanted.row(row);
            int column = 0;
            while (column < columns && before[column] == after[column]) {
                column++;
            }
            rows.set(row, column < columns);
        }
        return rows;
    }

    private int writeRows(BitSet rows) {
        int changed = 0;
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            changed += writeRow(row) ? 1 : 0;
            shown.copyRow(row, wanted);
        }
        pen.endLink();
        return changed;
    }

    private int scroll(ScrollFinder.Scroll scroll, BitSet differing) {
        differing.set(scroll.top(), scroll.bottom() + 1);
        int distance = scroll.distance();
        pen.scroll(scroll.top(), scroll.bottom(), distance);
        shown.scroll(scroll.top(), scroll.bottom(), distance);
        return scroll.bottom() - scroll.top() + 1;
    }

    private boolean writeRow(int row) {
        boolean changed = false;
        int blankFrom = columns;
        spoiledUntil = 0;
        for (int column = 0; column < columns; ) {
            Cell cell = wanted(row, column);
            if (isDue(row, column, cell)) {
                blankFrom = changed ? blankFrom : blankFrom(row);
                changed = true;
                if (column >= blankFrom && isLong(row, column)) {
                    pen.moveTo(row, column);
                    pen.eraseRest();
                    return true;
                }
                write(row, column, cell);
            }
            column += cell.width();
        }
        return changed;
    }

    /** Whether so many blanks are to be written from here on that erasing is shorter. */
    private boolean isLong(int row, int column) {
        int due = 0;
        for (int i = column; i < columns && due <= ERASE_BYTES; i++) {
            due += isDue(row, i, wanted(row, i)) ? 1 : 0;
        }
        return due > ERASE_BYTES;
    }

    private boolean isDue(int row, int column, Cell cell) {
        return column < spoiledUntil || !cell.looksLike(shown(row, column));
    }

    private void write(int row, int column, Cell cell) {
        reach(row, column);
        pen.draw(cell, columns);
        int end = column + cell.width();
        if (shown(row, column).width() > cell.width()) {
            spoil(end + 1);
        }
        if (cell.width() == 2 && end < columns && shown(row, end - 1).width() == 2) {
            spoil(end + 1);
        }
        spoil(column + cell.codePointColumns());
    }

    private void spoil(int until) {
        spoiledUntil = Math.max(spoiledUntil, until);
    }

    /** Goes to the cell, over the unchanged ones in between where their bytes are as few. */
    private void reach(int row, int column) {
        int from = pen.column();
        if (from >= 0 && column - from > 0 && column - from <= JUMP_BYTES && pen.standsAt(row, from)) {
            for (int i = from; i < column && isCheap(wanted(row, i)); i++) {
                pen.draw(wanted(row, i), columns);
            }
        }
        if (!pen.standsAt(row, column)) {
            pen.moveTo(row, column);
        }
    }

    private boolean isCheap(Cell cell) {
        return cell.isAscii() && pen.wears(cell.style());
    }

    private int blankFrom(int row) {
        int from = columns;
        while (from > 0 && wanted(row, from - 1).isErased()) {
            from--;
        }
        boolean halfOfWide = from > 0 && from < columns && wanted(row, from - 1).width() == 2;
        return halfOfWide ? from + 1 : from;
    }

    private Cell wanted(int row, int column) {
        return wanted.get(row, column);
    }

    private Cell shown(int row, int column) {
        return shown.get(row, column);
    }
}
