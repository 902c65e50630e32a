package lanline.edge.terminal.view;

import lanline.edge.terminal.tty.Canvas;
import lanline.edge.terminal.tty.Style;

/** The frame of what lies over the window. */
final class Frame {
    private Frame() {}

    /** Around all of {@code box}, which has two rows and two columns at least. */
    static void draw(Canvas box, String title, Style style) {
        int right = box.columns() - 1;
        int bottom = box.rows() - 1;
        box.repeat(0, 1, right - 1, "─", style);
        box.repeat(bottom, 1, right - 1, "─", style);
        for (int row = 0; row <= bottom; row++) {
            box.put(row, 0, row == 0 ? "┌" : row == bottom ? "└" : "│", style);
            box.put(row, right, row == 0 ? "┐" : row == bottom ? "┘" : "│", style);
        }
        box.put(0, 2, Clip.to(title, right - 2, box.width()), style);
    }
}
