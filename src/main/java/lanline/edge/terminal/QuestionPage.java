package lanline.edge.terminal;

import java.util.List;
import lanline.core.text.SafeText;
import lanline.core.text.Wrap;
import lanline.edge.terminal.theme.Role;
import lanline.edge.terminal.theme.Theme;
import lanline.edge.terminal.tty.Canvas;
import lanline.edge.terminal.tty.Style;
import lanline.edge.terminal.view.Region;

/** How a question looks that is asked before the chat: what it is about, a line to type in, and below it the keys. Immutable. */
final class QuestionPage {
    /** Wider text is hard to read. */
    private static final int MOST_COLUMNS = 64;

    private static final int MOST_ROWS_ABOVE = 3;

    /** A blank, the line, a blank, and the keys or what is wrong. */
    private static final int ROWS_BELOW = 4;

    private final List<List<String>> said;
    private final String keys;

    /** {@code said}: the paragraphs, in versions that take ever less room; the line itself stays to the last. */
    QuestionPage(List<List<String>> said, String keys) {
        this.said = said;
        this.keys = keys;
    }

    /** Draws all but the line, and answers where that is to be drawn. {@code now}, if any, stands where the keys stand. */
    Canvas draw(Canvas canvas, Theme theme, SafeText now, Role role) {
        Style base = theme.style(Role.BASE);
        canvas.fill(base);
        int columns = Math.max(1, Math.min(MOST_COLUMNS, canvas.columns() - 2));
        int left = Math.max(0, (canvas.columns() - columns) / 2);
        List<String> above = above(canvas, columns);
        int row = Math.max(0, Math.min(MOST_ROWS_ABOVE, canvas.rows() - above.size() - ROWS_BELOW));
        if (!above.isEmpty()) {
            row = draw(canvas, row, left, above, base) + 1;
        }
        List<String> below = rows(List.of(now.isBlank() ? keys : now.value()), columns, canvas);
        draw(canvas, row + 2, left, below, now.isBlank() ? base : theme.style(role));
        return new Region(row, left, 1, columns).on(canvas);
    }

    private List<String> above(Canvas canvas, int columns) {
        return said.stream()
                .map(paragraphs -> rows(paragraphs, columns, canvas))
                .filter(rows -> rows.size() + ROWS_BELOW <= canvas.rows())
                .findFirst()
                .orElse(List.of());
    }

    private static List<String> rows(List<String> paragraphs, int columns, Canvas canvas) {
        return paragraphs.stream()
                .flatMap(paragraph -> Wrap.rows(paragraph, columns, canvas.width()).stream())
                .toList();
    }

    private static int draw(Canvas canvas, int from, int left, List<String> rows, Style style) {
        for (int i = 0; i < rows.size(); i++) {
            canvas.put(from + i, left, rows.get(i), style);
        }
        return from + rows.size();
    }
}
