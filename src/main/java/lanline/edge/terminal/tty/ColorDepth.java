package lanline.edge.terminal.tty;

import com.googlecode.lanterna.TextColor;

/** The colours that the terminal can do; a colour beyond them is not sent, its cell keeps the terminal's own. */
public enum ColorDepth {
    NONE,
    ANSI16,
    INDEXED256,
    TRUECOLOR;

    boolean allows(TextColor color) {
        return compareTo(needed(color)) >= 0;
    }

    private static ColorDepth needed(TextColor color) {
        if (color.equals(TextColor.ANSI.DEFAULT)) {
            return NONE;
        }
        if (color instanceof TextColor.ANSI) {
            return ANSI16;
        }
        return color instanceof TextColor.Indexed ? INDEXED256 : TRUECOLOR;
    }
}
