package lanline.edge.terminal.tty;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextColor;
import org.jspecify.annotations.Nullable;

/**
 * Where the terminal's cursor stands and in which style it writes, and the shortest bytes that change either. What it
 * cannot be sure of it takes as unknown and says anew. Screen thread only.
 */
final class Pen {
    private static final int UNKNOWN = -1;
    private final FrameBytes out;
    private final ColorDepth depth;
    private final boolean utf8;
    private int row = UNKNOWN;
    private int column = UNKNOWN;
    private @Nullable Style style;
    private String link = Style.NO_LINK;

    Pen(FrameBytes out, ColorDepth depth, boolean utf8) {
        this.out = out;
        this.depth = depth;
        this.utf8 = utf8;
    }

    /** Nothing is known any more: the terminal was given to somebody else, or has another size. */
    void forget() {
        row = UNKNOWN;
        column = UNKNOWN;
        style = null;
    }

    boolean standsAt(int atRow, int atColumn) {
        return row == atRow && column == atColumn;
    }

    int column() {
        return column;
    }

    void moveTo(int toRow, int toColumn) {
        if (row == toRow && column != UNKNOWN) {
            alongRow(toColumn);
        } else if (row == toRow) {
            toColumn(toColumn);
        } else if (row != UNKNOWN && toColumn == 0 && toRow == row + 1) {
            out.ascii("\r\n");
        } else if (row != UNKNOWN && toColumn == column) {
            out.csi(Math.abs(toRow - row), toRow > row ? 'B' : 'A');
        } else {
            address(toRow, toColumn);
        }
        row = toRow;
        column = toColumn;
    }

    private void alongRow(int toColumn) {
        int distance = toColumn - column;
        if (distance > 0) {
            out.csi(distance, 'C');
        } else if (toColumn == 0 && distance < 0) {
            out.ascii('\r');
        } else if (distance < -3) {
            out.csi(-distance, 'D');
        } else {
            out.ascii("\b".repeat(-distance));
        }
    }

    private void toColumn(int toColumn) {
        if (toColumn == 0) {
            out.ascii('\r');
        } else {
            out.csi(toColumn + 1, 'G');
        }
    }

    private void address(int toRow, int toColumn) {
        out.csi();
        if (toRow > 0 || toColumn > 0) {
            out.number(toRow + 1);
        }
        if (toColumn > 0) {
            out.ascii(';').number(toColumn + 1);
        }
        out.ascii('H');
    }

    /**
     * Writes the cell where the pen stands. After anything but one column of one character, and in the last column,
     * the terminal's opinion of where it stands may differ from ours: the column is unknown then.
     */
    void draw(Cell cell, int columns) {
        dress(cell);
        int at = column;
        if (cell.isAscii()) {
            out.ascii(cell.cluster().charAt(0));
        } else if (!utf8) {
            out.ascii("?".repeat(cell.width()));
        } else {
            pictured(cell, at);
        }
        boolean sure = cell.isSimple() || !utf8;
        column = sure && at + cell.width() < columns ? at + cell.width() : UNKNOWN;
    }

    /** Blanks first under a picture that some terminals draw narrower than it is, or half of the old cell would stay. */
    private void pictured(Cell cell, int at) {
        if (cell.codePointColumns() < cell.width()) {
            out.ascii("  ");
            toColumn(at);
        }
        out.utf8(cell.cluster());
    }

    /** Erases from here to the end of the row, in the terminal's own background. */
    void eraseRest() {
        if (style == null || !style.isBlankPlain()) {
            wear(Style.PLAIN);
        }
        out.csi().ascii('K');
    }

    /** Blanks the screen; the pen stands in its corner then. */
    void eraseAll() {
        wear(Style.PLAIN);
        out.csi().ascii('H').csi().ascii("2J");
        row = 0;
        column = 0;
    }

    /** Moves rows {@code top} to {@code bottom} by {@code distance}, up where it is positive; DECSTBM, ECMA-48 LF, RI. */
    void scroll(int top, int bottom, int distance) {
        wear(Style.PLAIN);
        out.csi().number(top + 1).ascii(';').number(bottom + 1).ascii('r');
        address(distance > 0 ? bottom : top, 0);
        for (int i = 0; i < Math.abs(distance); i++) {
            if (distance > 0) {
                out.ascii('\n');
            } else {
                out.escape('M');
            }
        }
        out.csi().ascii('r');
        row = 0;
        column = 0;
    }

    private void dress(Cell cell) {
        Style now = style;
        boolean blank = now != null && cell.is(' ') && now.sameOnBlanks(cell.style());
        if (!blank) {
            wear(cell.style());
        }
    }

    /** Whether a cell can be written without a word about its style. */
    boolean wears(Style other) {
        return other.equals(style);
    }

    private void wear(Style wanted) {
        if (wanted.equals(style)) {
            return;
        }
        Style now = style;
        style = wanted;
        point(wanted.link());
        if (now == null || needsReset(now, wanted)) {
            out.csi();
            if (!isBare(wanted)) {
                out.ascii('0');
                describe(Style.PLAIN, wanted, true);
            }
            out.ascii('m');
        } else if (isBare(wanted) && !isBare(now)) {
            out.csi().ascii('m');
        } else if (differs(now, wanted)) {
            out.csi();
            describe(now, wanted, false);
            out.ascii('m');
        }
    }

    /** A hyperlink, OSC 8; the same id for all rows of one address, so that the terminal shows it as one. */
    private void point(String address) {
        if (!address.equals(link)) {
            String id = address.isEmpty() ? "" : "id=" + Integer.toHexString(address.hashCode());
            out.escape(']').ascii("8;").ascii(id).ascii(";").ascii(address).escape('\\');
            link = address;
        }
    }

    /** What is written after the frame, by whomever, is no part of a link. */
    void endLink() {
        point(Style.NO_LINK);
        style = style == null || style.link().isEmpty() ? style : style.linked(Style.NO_LINK);
    }

    /** An attribute goes: resetting all is as short as taking one away, and every terminal knows it. */
    private static boolean needsReset(Style now, Style wanted) {
        return !wanted.attributeSet().containsAll(now.attributeSet());
    }

    private boolean isBare(Style any) {
        return any.attributeSet().isEmpty()
                && visible(any.foreground()).equals(TextColor.ANSI.DEFAULT)
                && visible(any.background()).equals(TextColor.ANSI.DEFAULT);
    }

    private boolean differs(Style now, Style wanted) {
        return !now.attributeSet().equals(wanted.attributeSet())
                || !visible(now.foreground()).equals(visible(wanted.foreground()))
                || !visible(now.background()).equals(visible(wanted.background()));
    }

    private TextColor visible(TextColor color) {
        return depth.allows(color) ? color : TextColor.ANSI.DEFAULT;
    }

    /** The parameters of SGR that lead from one style to another, attributes only added. */
    private void describe(Style from, Style to, boolean separated) {
        boolean more = separated;
        for (SGR attribute : to.attributeSet()) {
            if (!from.has(attribute)) {
                more = separate(more);
                out.number(code(attribute));
            }
        }
        more = color(visible(from.foreground()), visible(to.foreground()), true, more);
        color(visible(from.background()), visible(to.background()), false, more);
    }

    private boolean color(TextColor from, TextColor to, boolean foreground, boolean separated) {
        if (from.equals(to)) {
            return separated;
        }
        boolean more = separate(separated);
        byte[] sequence = foreground ? to.getForegroundSGRSequence() : to.getBackgroundSGRSequence();
        for (byte character : sequence) {
            out.ascii((char) character);
        }
        return more;
    }

    private boolean separate(boolean separated) {
        if (separated) {
            out.ascii(';');
        }
        return true;
    }

    /** ECMA-48 8.3.117. */
    private static int code(SGR attribute) {
        return switch (attribute) {
            case BOLD -> 1;
            case ITALIC -> 3;
            case UNDERLINE -> 4;
            case BLINK -> 5;
            case REVERSE -> 7;
            case CROSSED_OUT -> 9;
            case FRAKTUR -> 20;
            case BORDERED -> 51;
            case CIRCLED -> 52;
        };
    }
}
