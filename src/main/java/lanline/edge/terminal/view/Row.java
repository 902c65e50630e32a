package lanline.edge.terminal.view;

import java.util.List;
import lanline.edge.terminal.tty.Canvas;

/** One row of cells, ready to be drawn. Immutable. */
record Row(List<Span> spans) {
    static final Row EMPTY = new Row(List.of());

    Row {
        spans = List.copyOf(spans);
    }

    static Row of(Span... spans) {
        return new Row(List.of(spans));
    }

    void draw(Canvas canvas, int row) {
        for (Span span : spans) {
            canvas.put(row, span.column(), span.text(), span.style());
        }
    }
}
