package lanline.edge.terminal.view;

import lanline.core.text.CellWidth;

/** Cuts and pads one-line texts to columns. Pure. */
public final class Clip {
    private static final String CUT = "…";

    private Clip() {}

    /** {@code text}, or its beginning with a sign that it was cut; at most {@code columns} wide. */
    public static String to(String text, int columns, CellWidth width) {
        if (text.length() <= columns && width.ofText(text) <= columns) {
            return text;
        }
        int room = columns - width.of(CUT);
        return room < 0 ? "" : text.substring(0, width.fit(text, room)) + CUT;
    }

    /** Blanks before the text up to {@code columns}. */
    static String right(String text, int columns, CellWidth width) {
        String cut = to(text, columns, width);
        return " ".repeat(Math.max(0, columns - width.ofText(cut))) + cut;
    }
}
