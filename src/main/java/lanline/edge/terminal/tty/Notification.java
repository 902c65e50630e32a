package lanline.edge.terminal.tty;

import java.util.Optional;
import lanline.core.text.CellWidth;

/** A desktop notification, in the protocol that somebody has set. Pure. */
public final class Notification {
    /** Columns of a text: the desktops show a line or two. More is cut. */
    private static final int COLUMNS = 120;

    private static final int NAME_COLUMNS = 32;
    private static final String CUT = "...";

    private Notification() {}

    /**
     * {@code osc9} (iTerm2, Windows Terminal), {@code osc777} (urxvt, VTE), {@code osc99} (kitty); nothing for any other word.
     *
     * @param text one line, clean
     * @param utf8 whether the terminal reads more than ASCII
     */
    public static Optional<ControlSequence> of(String protocol, String name, String text, boolean utf8) {
        String who = readable(cut(name, NAME_COLUMNS), utf8);
        String what = readable(cut(text, COLUMNS), utf8);
        return switch (protocol) {
            case "osc9" -> Optional.of(ControlSequence.command("9;" + who + ": " + what));
            case "osc777" -> Optional.of(ControlSequence.command("777;notify;" + who + ";" + what));
            case "osc99" -> Optional.of(ControlSequence.command("99;;" + who + ": " + what));
            default -> Optional.empty();
        };
    }

    private static String cut(String text, int columns) {
        CellWidth width = CellWidth.AMBIGUOUS_NARROW;
        return width.ofText(text) <= columns ? text : text.substring(0, width.fit(text, columns)) + CUT;
    }

    /** A semicolon parts the fields, and a name must not make up one: {@code 4;1;50} would be a progress bar. */
    private static String readable(String text, boolean utf8) {
        String parted = text.replace(';', ',');
        return utf8 ? parted : parted.replaceAll("[^ -~]", "?");
    }
}
