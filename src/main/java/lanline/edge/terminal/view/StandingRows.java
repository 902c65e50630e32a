package lanline.edge.terminal.view;

import java.util.List;
import lanline.edge.terminal.theme.Role;
import lanline.edge.terminal.theme.Theme;
import lanline.edge.terminal.tty.Canvas;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a canvas shows: of a pane that got a message most stand there already, a row lower, and only the others are drawn. Screen
 * thread only.
 */
final class StandingRows {
    private final Guard guard;
    private List<Row> standing = List.of();
    private int height;
    private int epoch = -1;
    private @Nullable Theme worn;

    StandingRows(Guard guard) {
        this.guard = guard;
    }

    /** From the top of the canvas; {@code now} rises when nothing of what was drawn may be relied upon. */
    void draw(Canvas canvas, List<Row> rows, Theme theme, int now) {
        boolean isReliable = now == epoch && canvas.rows() == height && theme.equals(worn);
        int distance = isReliable ? distance(rows) : 0;
        if (distance > 0) {
            isReliable = canvas.moveUp(distance);
        }
        for (int row = 0; row < canvas.rows(); row++) {
            if (!isReliable || !isSame(at(rows, row), at(standing, row + distance)) || row + distance >= height) {
                draw(canvas, row, at(rows, row), theme);
            }
        }
        standing = List.copyOf(rows);
        height = canvas.rows();
        epoch = now;
        worn = theme;
    }

    /** How many rows those have gone up that stood there before; 0 where none did, or they went down. */
    private int distance(List<Row> rows) {
        for (int row = 0; row < rows.size(); row++) {
            for (int before = 0; before < standing.size(); before++) {
                if (isSame(rows.get(row), standing.get(before))) {
                    return Math.max(0, before - row);
                }
            }
        }
        return 0;
    }

    /** A row is made once for each line, so that the same row is the same object. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(Row one, Row other) {
        return one == other;
    }

    private static Row at(List<Row> rows, int index) {
        return index < rows.size() ? rows.get(index) : Row.EMPTY;
    }

    private void draw(Canvas canvas, int row, Row what, Theme theme) {
        canvas.clearRow(row, 0, theme.style(Role.BASE));
        guard.draw(canvas, row, theme, () -> what.draw(canvas, row));
    }
}
