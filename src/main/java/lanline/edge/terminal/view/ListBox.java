package lanline.edge.terminal.view;

import java.util.List;
import lanline.core.text.CellWidth;
import lanline.edge.terminal.theme.Role;
import lanline.edge.terminal.theme.Theme;
import lanline.edge.terminal.tty.Canvas;
import lanline.edge.terminal.tty.Style;

/** A framed list over the window, one of its rows selected and always in sight. Screen thread only. */
public final class ListBox {
    /** The frame's own rows, and its columns with a blank at either side. */
    private static final int FRAME_ROWS = 2;

    private static final int FRAME_COLUMNS = 4;

    /** Rows left free below: status and input. */
    private static final int BELOW = 2;

    private final String title;
    private final List<String> items;
    private int selected;
    private int first;
    private int inSight = 1;

    public ListBox(String title, List<String> items, int selected) {
        this.title = title;
        this.items = List.copyOf(items);
        this.selected = clamp(selected);
    }

    public String selected() {
        return items.get(selected);
    }

    public int page() {
        return Math.max(1, inSight - 1);
    }

    /** Moves the cursor; false if it stands there already. */
    public boolean move(int by) {
        int before = selected;
        selected = clamp(selected + by);
        return selected != before;
    }

    private int clamp(int index) {
        return Math.max(0, Math.min(items.size() - 1, index));
    }

    /** Draws it in the middle, or where that is too small over everything. */
    public void draw(Canvas window, Theme theme) {
        CellWidth width = window.width();
        int longest = items.stream().mapToInt(width::ofText).max().orElse(0);
        int columns = Math.min(window.columns(), Math.max(longest, width.ofText(title) + 2) + FRAME_COLUMNS);
        int rows = Math.min(Math.max(1, window.rows() - BELOW), items.size() + FRAME_ROWS);
        int top = Math.max(0, (window.rows() - BELOW - rows) / 2);
        Canvas box = window.area(top, Math.max(0, (window.columns() - columns) / 2), rows, columns);
        boolean framed = rows > FRAME_ROWS && columns > FRAME_COLUMNS;
        box.fill(theme.style(Role.POPUP));
        inSight = Math.max(1, framed ? rows - FRAME_ROWS : rows);
        first = Math.max(selected - inSight + 1, Math.min(first, selected));
        if (framed) {
            drawFrame(box, theme.style(Role.POPUP));
        }
        int edge = framed ? 1 : 0;
        drawItems(box.area(edge, edge, rows - 2 * edge, columns - 2 * edge), theme);
    }

    private void drawFrame(Canvas box, Style style) {
        Frame.draw(box, title, style);
        int right = box.columns() - 1;
        int bottom = box.rows() - 1;
        String more = (first > 0 ? "▲" : "") + (first + inSight < items.size() ? "▼" : "");
        box.put(bottom, right - 1 - box.width().ofText(more), more, style);
    }

    private void drawItems(Canvas list, Theme theme) {
        for (int i = 0; i < list.rows() && first + i < items.size(); i++) {
            Style style = theme.style(first + i == selected ? Role.SELECTION : Role.POPUP);
            list.clearRow(i, 0, style);
            list.put(i, 1, Clip.to(items.get(first + i), list.columns() - 1, list.width()), style);
        }
        list.cursor(selected - first, 0);
    }
}
