package lanline.edge.terminal.view;

import lanline.core.text.CellWidth;
import lanline.edge.terminal.input.InputRows;
import lanline.edge.terminal.input.LineEditor;
import lanline.edge.terminal.theme.Role;
import lanline.edge.terminal.theme.Theme;
import lanline.edge.terminal.tty.Canvas;

/** The text being typed behind its prompt, as many rows as there are, the cursor always in sight. Screen thread only. */
public final class InputPanel {
    /** Of a window's columns a prompt takes at most this part, so that there is room to type. */
    private static final int PROMPT_PART = 3;

    /** But this much where half the columns allow it: a short name is not cut. */
    private static final int SHORT_PROMPT = 10;

    private InputRows rows = InputRows.of("", 2, CellWidth.AMBIGUOUS_NARROW);
    private String text = "";
    private int columns = -1;
    private CellWidth width = CellWidth.AMBIGUOUS_NARROW;
    private int first;
    private int indent;

    /** The rows that the input would like in a window of {@code windowColumns}; before the layout is chosen. */
    public int rows(LineEditor editor, String prompt, int windowColumns, CellWidth widths) {
        int room = windowColumns - widths.ofText(shortened(prompt, windowColumns, widths));
        String typed = editor.text();
        if (room != columns || widths != width || !typed.equals(text)) {
            rows = InputRows.of(typed, room, widths);
            columns = room;
            width = widths;
            text = typed;
        }
        return rows.count();
    }

    /** Draws what {@link #rows} was asked for; {@code active}: the cursor stands here. */
    public void draw(Canvas canvas, LineEditor editor, String prompt, Theme theme, boolean active) {
        String shown = shortened(prompt, canvas.columns(), canvas.width());
        indent = canvas.width().ofText(shown);
        int cursorRow = rows.rowOf(editor.cursor());
        first = Math.max(cursorRow - canvas.rows() + 1, Math.min(first, cursorRow));
        first = Math.max(0, Math.min(first, Math.max(0, rows.count() - canvas.rows())));
        canvas.fill(theme.style(Role.INPUT));
        for (int i = 0; i < canvas.rows() && first + i < rows.count(); i++) {
            canvas.put(i, indent, rows.row(first + i), theme.style(Role.INPUT));
        }
        canvas.put(0, 0, first > 0 ? "▲" : shown, theme.style(Role.INPUT_PROMPT));
        if (first + canvas.rows() < rows.count()) {
            boolean besidePrompt = canvas.rows() == 1 && first == 0;
            int column = besidePrompt ? Math.max(0, indent - 1) : 0;
            canvas.put(canvas.rows() - 1, column, "▼", theme.style(Role.INPUT_PROMPT));
        }
        if (active) {
            canvas.cursor(cursorRow - first, indent + rows.columnOf(editor.cursor()));
        }
    }

    /** Where in the text the cell lies that was drawn there. */
    public int indexAt(int row, int column) {
        return rows.indexAt(first + row, column - indent);
    }

    private static String shortened(String prompt, int windowColumns, CellWidth widths) {
        int room = Math.max(windowColumns / PROMPT_PART, Math.min(SHORT_PROMPT, windowColumns / 2));
        return Clip.to(prompt, room, widths);
    }
}
