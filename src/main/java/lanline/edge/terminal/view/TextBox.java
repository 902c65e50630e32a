package lanline.edge.terminal.view;

import java.util.ArrayList;
import java.util.List;
import lanline.core.text.Wrap;
import lanline.edge.terminal.theme.Role;
import lanline.edge.terminal.theme.Theme;
import lanline.edge.terminal.tty.Canvas;
import lanline.edge.terminal.tty.Style;

/** A framed text over the window; where there is no room for all of it, its frame says how much is missing. Pure but for the canvas. */
public final class TextBox {
    /** Columns of text: wider lines are hard to read. */
    private static final int WIDEST = 60;

    /** The frame and a blank at either side. */
    private static final int FRAME_COLUMNS = 4;

    private static final int FRAME_ROWS = 2;

    /** Rows left free below: status and input. */
    private static final int BELOW = 2;

    private final String title;
    private final List<Paragraph> paragraphs;

    /** {@code strong}: what is looked for first. An empty one is a blank row. */
    public record Paragraph(String text, boolean strong) {}

    public TextBox(String title, List<Paragraph> paragraphs) {
        this.title = title;
        this.paragraphs = List.copyOf(paragraphs);
    }

    /** Columns that a paragraph has in {@code window}. */
    public static int columns(Canvas window) {
        return Math.max(1, Math.min(WIDEST, window.columns() - FRAME_COLUMNS));
    }

    /** Rows of the text that {@code window} has no room for. */
    public int overhang(Canvas window) {
        int rows = wrapped(window).size();
        return rows - inSight(window, rows);
    }

    private static int inSight(Canvas window, int rows) {
        int room = room(window);
        return Math.min(rows, room > FRAME_ROWS ? room - FRAME_ROWS : room);
    }

    private static int room(Canvas window) {
        return Math.max(1, window.rows() - BELOW);
    }

    /** {@code first}: the row of the text to begin with, at most {@link #overhang}. */
    public void draw(Canvas window, int first, Theme theme) {
        List<Paragraph> rows = wrapped(window);
        int inSight = inSight(window, rows.size());
        int height = Math.min(room(window), inSight + FRAME_ROWS);
        int width = Math.min(window.columns(), columns(window) + FRAME_COLUMNS);
        int top = (room(window) - height) / 2;
        Canvas box = window.area(top, Math.max(0, (window.columns() - width) / 2), height, width);
        Style style = theme.style(Role.POPUP);
        box.fill(style);
        boolean isFramed = height > FRAME_ROWS && width > FRAME_COLUMNS;
        if (isFramed) {
            Frame.draw(box, title, style);
            drawMore(box, first, rows.size() - inSight - first, style);
        }
        int edge = isFramed ? 1 : 0;
        Canvas inside = box.area(edge, 2 * edge, height - 2 * edge, width - FRAME_COLUMNS * edge);
        drawRows(inside, rows.subList(first, first + Math.min(inSight, inside.rows())), theme);
    }

    private static void drawMore(Canvas box, int above, int below, Style style) {
        String more = below > 0 ? " ▼ " + below + " more: PgDn " : above > 0 ? " ▲ " + above + " more: PgUp " : "";
        int column = box.columns() - 2 - box.width().ofText(more);
        box.put(box.rows() - 1, Math.max(1, column), Clip.to(more, box.columns() - 2, box.width()), style);
    }

    private static void drawRows(Canvas inside, List<Paragraph> rows, Theme theme) {
        for (int row = 0; row < rows.size(); row++) {
            Role role = rows.get(row).strong() ? Role.SELECTION : Role.POPUP;
            inside.put(row, 0, Clip.to(rows.get(row).text(), inside.columns(), inside.width()), theme.style(role));
        }
    }

    private List<Paragraph> wrapped(Canvas window) {
        List<Paragraph> rows = new ArrayList<>();
        for (Paragraph paragraph : paragraphs) {
            if (paragraph.strong() || paragraph.text().isEmpty()) {
                rows.add(paragraph);
            } else {
                Wrap.rows(paragraph.text(), columns(window), window.width())
                        .forEach(row -> rows.add(new Paragraph(row, false)));
            }
        }
        return rows;
    }
}
