package lanline.core.text;

import java.text.Normalizer;

/**
 * Text that may be shown: the only kind that a screen, a line of {@code --plain}, a log or a file accepts.
 *
 * <p>Immutable. Cleaning is total (no input throws) and idempotent. Control characters become visible stand-ins, so that
 * nobody's text can move a cursor, colour a screen or forge a line; a line break survives in a message and only there.
 */
public final class SafeText implements Comparable<SafeText> {
    public static final SafeText EMPTY = new SafeText("");

    /** Stands in for what has no picture of its own: C1 controls, bidi controls, lone surrogates, invisible characters. */
    private static final char STAND_IN = '\uFFFD';

    /** U+2400 to U+241F are pictures of the C0 controls, in their order. */
    private static final int CONTROL_PICTURES = 0x2400;

    private static final char PICTURE_OF_DELETE = '\u2421';
    private static final char PICTURE_OF_LINE_BREAK = '\u23CE';

    private final String value;

    private SafeText(String value) {
        this.value = value;
    }

    /** Cleans a message: line breaks stay line breaks (CR LF and CR count as one), a tab becomes four blanks. */
    public static SafeText message(String raw) {
        return clean(raw, true);
    }

    /** Cleans what must stay one line (a name, an error, a status): a line break becomes a visible sign. */
    public static SafeText line(String raw) {
        return clean(raw, false);
    }

    private static SafeText clean(String raw, boolean keepBreaks) {
        if (isPlainAscii(raw)) {
            return raw.isEmpty() ? EMPTY : new SafeText(raw);
        }
        StringBuilder clean = new StringBuilder(raw.length());
        int at = 0;
        while (at < raw.length()) {
            int character = raw.codePointAt(at);
            at += Character.charCount(character);
            if (character == '\r' && at < raw.length() && raw.charAt(at) == '\n') {
                continue;
            }
            append(clean, character, keepBreaks);
        }
        return new SafeText(Normalizer.normalize(clean, Normalizer.Form.NFC));
    }

    private static boolean isPlainAscii(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }

    private static void append(StringBuilder clean, int character, boolean keepBreaks) {
        if (isLineBreak(character)) {
            clean.append(keepBreaks ? '\n' : PICTURE_OF_LINE_BREAK);
        } else if (character == '\t') {
            clean.append("    ");
        } else if (character < ' ') {
            clean.append((char) (CONTROL_PICTURES + character));
        } else if (character == 0x7F) {
            clean.append(PICTURE_OF_DELETE);
        } else if (isUnshowable(character)) {
            clean.append(STAND_IN);
        } else {
            clean.appendCodePoint(character);
        }
    }

    private static boolean isLineBreak(int character) {
        return character == '\n' || character == '\r' || character == 0x2028 || character == 0x2029;
    }

    private static boolean isUnshowable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED ->
                isSurelyUnshowable(character);
            case Character.FORMAT -> !isNeededInsideClusters(character);
            default -> character == 0x115F || character == 0x1160 || character == 0x3164 || character == 0xFFA0;
        };
    }

    /** Newer emoji are unassigned in the tables of an older Java; they are let through, noncharacters are not. */
    private static boolean isSurelyUnshowable(int character) {
        boolean newerEmoji = character >= 0x1F000 && character <= 0x1FAFF;
        return !newerEmoji;
    }

    /** Zero-width joiner and non-joiner build emoji and Indic clusters; tag characters build flags of regions. */
    private static boolean isNeededInsideClusters(int character) {
        return character == 0x200D || character == 0x200C || (character >= 0xE0020 && character <= 0xE007F);
    }

    public String value() {
        return value;
    }

    public boolean isBlank() {
        return value.isBlank();
    }

    /** The same text on one line, line breaks made visible. */
    public SafeText oneLine() {
        return value.indexOf('\n') < 0 ? this : line(value);
    }

    @Override
    public int compareTo(SafeText other) {
        return value.compareTo(other.value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SafeText text && value.equals(text.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
