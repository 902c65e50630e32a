package lanline.edge.terminal.view;

import lanline.core.text.CellWidth;
import lanline.core.text.Graphemes;

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

    /** The same with the cut in the middle: what tells two apart who bear one name stands at the end. */
    static String inTheMiddle(String text, int columns, CellWidth width) {
        int end = (columns - width.of(CUT)) / 2;
        if (width.ofText(text) <= columns || end < 1) {
            return to(text, columns, width);
        }
        int from = 0;
        while (width.ofText(text.substring(from)) > end) {
            from = Graphemes.next(text, from);
        }
        int room = columns - width.of(CUT) - end;
        return text.substring(0, width.fit(text, room)) + CUT + text.substring(from);
    }

    /** Blanks before the text up to {@code columns}. */
    static String right(String text, int columns, CellWidth width) {
        String cut = to(text, columns, width);
        return " ".repeat(Math.max(0, columns - width.ofText(cut))) + cut;
    }
}
