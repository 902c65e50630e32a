package lanline.edge.terminal.view;

import java.util.List;
import lanline.edge.terminal.theme.Role;
import lanline.edge.terminal.theme.Theme;
import lanline.edge.terminal.tty.Canvas;
import lanline.edge.terminal.tty.Style;

/** One row of cells, ready to be drawn. Immutable. */
record Row(List<Span> spans) {
    static final Row EMPTY = new Row(List.of());

    Row {
        spans = List.copyOf(spans);
    }

    static Row of(Span... spans) {
        return new Row(List.of(spans));
    }

    /** The same text as the line that is selected. */
    Row selected(Theme theme) {
        Style style = theme.style(Role.SELECTION);
        return new Row(spans.stream()
                .map(span -> new Span(span.column(), span.text(), span.found() ? theme.foundInSelection() : style))
                .toList());
    }

    void draw(Canvas canvas, int row) {
        for (Span span : spans) {
            canvas.put(row, span.column(), span.text(), span.style());
        }
    }
}
