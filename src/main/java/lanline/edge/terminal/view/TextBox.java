package lanline.edge.terminal.view;

import java.util.ArrayList;
import java.util.List;
import lanline.core.text.Wrap;
import lanline.edge.terminal.theme.Role;
import lanline.edge.terminal.theme.Theme;
import lanline.edge.terminal.tty.Canvas;
import lanline.edge.terminal.tty.Style;

/** A framed text over the window; where there is no room for all of it, its end is missing. Pure but for the canvas. */
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

    public void draw(Canvas window, Theme theme) {
        List<Paragraph> rows = wrapped(window);
        int most = Math.max(1, window.rows() - BELOW);
        int height = Math.min(most, rows.size() + FRAME_ROWS);
        int width = Math.min(window.columns(), columns(window) + FRAME_COLUMNS);
        int top = Math.max(0, (most - height) / 2);
        Canvas box = window.area(top, Math.max(0, (window.columns() - width) / 2), height, width);
        Style style = theme.style(Role.POPUP);
        box.fill(style);
        boolean isFramed = height > FRAME_ROWS && width > FRAME_COLUMNS;
        if (isFramed) {
            Frame.draw(box, title, style);
        }
        int edge = isFramed ? 1 : 0;
        Canvas inside = box.area(edge, 2 * edge, height - 2 * edge, width - FRAME_COLUMNS * edge);
        for (int row = 0; row < Math.min(inside.rows(), rows.size()); row++) {
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
