package lanline.edge.terminal.view;

import lanline.edge.terminal.tty.Style;

/** A piece of a row, from a column on. */
record Span(int column, String text, Style style) {}
