package lanline.edge.terminal.tty;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/**
 * Looks whether the new frame is mostly the old one moved up or down by some rows, as a pane that got a message is: then
 * the terminal can move them and only the difference is sent, beside a sidebar too. Pure.
 *
 * <p>The middle of the rows, which no pane at a side covers, says how far it may have moved; only that is looked at cell by
 * cell, since comparing all cells for all distances would take longer than all the rest of a frame.
 */
final class ScrollFinder {
    /** How far a pane moves at once: a message of so many rows; larger ones are drawn anew. */
    private static final int FARTHEST = 8;
    /** Bytes that must be saved by moving, else the 20 bytes for it and the flicker are not worth it. */
    private static final int LEAST_GAIN = 60;
    /** What it takes to go to a cell that is to be changed, about. */
    private static final int GOING_THERE = 6;

    /** Rows {@code top} to {@code bottom} go up by {@code distance}, down where it is negative. */
    record Scroll(int top, int bottom, int distance) {}

    private final CellGrid before;
    private final CellGrid after;
    private final Cell[] nothing;
    private final int rows;
    private final int columns;
    /** Bytes to make each row out of what stands there now. */
    private final int[] wrong;

    private ScrollFinder(CellGrid before, CellGrid after) {
        this.before = before;
        this.after = after;
        this.rows = after.rows();
        this.columns = after.columns();
        this.wrong = new int[rows];
        this.nothing = new Cell[columns];
        Arrays.fill(nothing, Style.PLAIN.cell(' '));
    }

    /** {@code differing}: the rows that may differ. */
    static Optional<Scroll> find(CellGrid shown, CellGrid wanted, BitSet differing) {
        ScrollFinder finder = new ScrollFinder(shown, wanted);
        int all = 0;
        for (int row = differing.nextSetBit(0); row >= 0; row = differing.nextSetBit(row + 1)) {
            finder.wrong[row] = finder.wrong(row, row);
            all += finder.wrong[row];
        }
        return all < LEAST_GAIN ? Optional.empty() : finder.best();
    }

    private Optional<Scroll> best() {
        int distance = likeliest();
        if (distance == 0) {
            return Optional.empty();
        }
        int[] found = gain(distance);
        return found[0] < LEAST_GAIN ? Optional.empty() : Optional.of(scroll(found[1], found[2], distance));
    }

    /** The distance by which most of the rows that changed have moved, as their middle shows; the shortest such; 0 for none. */
    private int likeliest() {
        int[] middleBefore = middles(before);
        int[] middleAfter = middles(after);
        int best = 0;
        int most = 0;
        for (int step = 1; step <= FARTHEST; step++) {
            for (int distance = step; distance >= -step; distance -= 2 * step) {
                int moved = 0;
                for (int row = Math.max(0, -distance); row < Math.min(rows, rows - distance); row++) {
                    boolean changed = middleBefore[row] != middleAfter[row];
                    moved += changed && middleBefore[row + distance] == middleAfter[row] ? 1 : 0;
                }
                if (moved > most) {
                    most = moved;
                    best = distance;
                }
            }
        }
        return best;
    }

    private int[] middles(CellGrid cells) {
        int[] middles = new int[rows];
        for (int row = 0; row < rows; row++) {
            int hash = 0;
            Cell[] line = cells.row(row);
            for (int column = columns / 4; column < columns - columns / 4; column++) {
                hash = 31 * hash + line[column].hashCode();
            }
            middles[row] = hash;
        }
        return middles;
    }

    /**
     * The run of rows that gains most by moving: gain in bytes, first and last row (largest sum of a run, Kadane); what the
     * moving leaves empty, below the run or above it, has to be written from nothing. That is looked at only where a run ends.
     */
    private int[] gain(int distance) {
        int[] best = {0, 0, 0};
        int end = Math.min(rows, rows - distance);
        // Less than any run: the first row begins one, and pays for the rows that it empties.
        int sum = Integer.MIN_VALUE / 2;
        int from = 0;
        int saved = saved(Math.max(0, -distance), distance, end);
        for (int row = Math.max(0, -distance); row < end; row++) {
            int fresh = distance < 0 ? -emptied(row + distance, row) : 0;
            if (sum <= fresh) {
                sum = fresh;
                from = row;
            }
            sum += saved;
            saved = saved(row + 1, distance, end);
            if (saved <= 0) {
                int gained = distance > 0 ? sum - emptied(row + 1, row + 1 + distance) : sum;
                best = gained > best[0] ? new int[] {gained, from, row} : best;
            }
        }
        return best;
    }

    /** Bytes that it saves to move something into {@code row}; 0 behind the last one. */
    private int saved(int row, int distance, int end) {
        return row < end ? wrong[row] - wrong(row + distance, row) : 0;
    }

    private int emptied(int from, int to) {
        int more = 0;
        for (int row = from; row < to; row++) {
            more += bytes(nothing, after.row(row)) - wrong[row];
        }
        return more;
    }

    private static Scroll scroll(int first, int last, int distance) {
        return distance > 0
                ? new Scroll(first, last + distance, distance)
                : new Scroll(first + distance, last, distance);
    }

    /** About how many bytes it takes to make one row out of the other. */
    private int wrong(int rowBefore, int rowAfter) {
        return bytes(before.row(rowBefore), after.row(rowAfter));
    }

    @SuppressWarnings("ReferenceEquality") // of a row that only moved all cells are the same objects
    private int bytes(Cell[] from, Cell[] to) {
        int bytes = 0;
        boolean inRun = false;
        for (int column = 0; column < columns; column++) {
            boolean wrong = from[column] != to[column] && !from[column].looksLike(to[column]);
            bytes += wrong ? inRun ? 1 : 1 + GOING_THERE : 0;
            inRun = wrong;
        }
        return bytes;
    }
}
