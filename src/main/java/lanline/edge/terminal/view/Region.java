package lanline.edge.terminal.view;

import lanline.edge.terminal.tty.Canvas;
import org.jspecify.annotations.Nullable;

/** A rectangle of the window; may be empty. */
public record Region(int row, int column, int rows, int columns) {
    static final Region NONE = new Region(0, 0, 0, 0);

    public boolean isEmpty() {
        return rows <= 0 || columns <= 0;
    }

    public boolean contains(int atRow, int atColumn) {
        return atRow >= row && atRow < row + rows && atColumn >= column && atColumn < column + columns;
    }

    public Canvas on(Canvas window) {
        return window.area(row, column, Math.max(0, rows), Math.max(0, columns));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Region that
                && row == that.row
                && column == that.column
                && rows == that.rows
                && columns == that.columns;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * (31 * columns + rows) + column) + row;
    }
}
