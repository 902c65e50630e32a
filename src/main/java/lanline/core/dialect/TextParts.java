package lanline.core.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import lanline.core.text.Graphemes;
import lanline.core.text.SafeText;

/** Cuts a text into parts that each fit into one message of a dialect, at blanks where there are any. */
public final class TextParts {
    /** What a UTF-16 unit can take at the most, in UTF-8 or with an escape: what fits so need not be counted. */
    private static final int MOST_BYTES_OF_UNIT = 3;

    private final int room;
    private final IntUnaryOperator bytesOf;

    private TextParts(int room, IntUnaryOperator bytesOf) {
        this.room = room;
        this.bytesOf = bytesOf;
    }

    /** {@code room}: bytes that a part may take within a JSON string in UTF-8. */
    public static List<SafeText> cutForJson(SafeText text, int room) {
        return new TextParts(room, TextParts::bytesInJson).cut(text);
    }

    /** {@code room}: bytes that a part may take as raw UTF-8. */
    public static List<SafeText> cut(SafeText text, int room) {
        return new TextParts(room, TextParts::bytesInUtf8).cut(text);
    }

    private List<SafeText> cut(SafeText text) {
        List<SafeText> parts = new ArrayList<>();
        String rest = text.value();
        while (!rest.isBlank()) {
            int end = endOfPart(rest);
            SafeText part = SafeText.message(rest.substring(0, end).stripTrailing());
            if (!part.isBlank()) {
                parts.add(part);
            }
            rest = rest.substring(end).stripLeading();
        }
        return parts.isEmpty() ? List.of(text) : List.copyOf(parts);
    }

    /** Behind the last blank that fits, else between two characters as people see them, else anywhere. */
    private int endOfPart(String rest) {
        if (rest.length() <= room / MOST_BYTES_OF_UNIT) {
            return rest.length();
        }
        int used = 0;
        int at = 0;
        int lastBlank = 0;
        while (at < rest.length()) {
            int next = Graphemes.next(rest, at);
            used += encodedLength(rest.substring(at, next));
            if (used > room && lastBlank == 0 && at == 0) {
                return endWithinCharacter(rest);
            }
            if (used > room) {
                return lastBlank > 0 ? lastBlank : at;
            }
            at = next;
            if (Character.isWhitespace(rest.charAt(at - 1))) {
                lastBlank = at;
            }
        }
        return at;
    }

    /** A letter with hundreds of accents: nobody's, but it has to go out somehow. */
    private int endWithinCharacter(String rest) {
        int used = 0;
        int at = 0;
        while (used <= room) {
            int codePoint = rest.codePointAt(at);
            used += encodedLength(Character.toString(codePoint));
            at += used <= room ? Character.charCount(codePoint) : 0;
        }
        return at;
    }

    private int encodedLength(String part) {
        return part.codePoints().map(bytesOf).sum();
    }

    /** Quote, backslash and line break take an escape; everything else goes out as it is. */
    private static int bytesInJson(int character) {
        boolean isEscaped = character == '"' || character == '\\' || character == '\n';
        return isEscaped ? 2 : bytesInUtf8(character);
    }

    private static int bytesInUtf8(int character) {
        if (character < 0x80) {
            return 1;
        }
        return character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    }
}
