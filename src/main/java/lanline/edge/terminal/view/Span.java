package lanline.edge.terminal.view;

import lanline.edge.terminal.tty.Style;

/** A piece of a row, from a column on; {@code found}: it is what was searched for. */
record Span(int column, String text, Style style, boolean found) {
    Span(int column, String text, Style style) {
        this(column, text, style, false);
    }
}
