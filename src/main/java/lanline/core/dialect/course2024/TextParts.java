package lanline.core.dialect.course2024;

import java.util.ArrayList;
import java.util.List;
import lanline.core.text.Graphemes;
import lanline.core.text.SafeText;

/** Cuts a text into parts that each fit into one object, at blanks where there are any. */
final class TextParts {
    private TextParts() {}

    /** {@code room}: bytes that a part may take as JSON text in UTF-8. */
    static List<SafeText> cut(SafeText text, int room) {
        List<SafeText> parts = new ArrayList<>();
        String rest = text.value();
        while (!rest.isBlank()) {
            int end = endOfPart(rest, room);
            SafeText part = SafeText.message(rest.substring(0, end).stripTrailing());
            if (!part.isBlank()) {
                parts.add(part);
            }
            rest = rest.substring(end).stripLeading();
        }
        return parts.isEmpty() ? List.of(text) : List.copyOf(parts);
    }

    /** Behind the last blank that fits, else between two characters as people see them, else anywhere. */
    private static int endOfPart(String rest, int room) {
        int used = 0;
        int at = 0;
        int lastBlank = 0;
        while (at < rest.length()) {
            int next = Graphemes.next(rest, at);
            used += encodedLength(rest.substring(at, next));
            if (used > room && lastBlank == 0 && at == 0) {
                return endWithinCharacter(rest, room);
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
    private static int endWithinCharacter(String rest, int room) {
        int used = 0;
        int at = 0;
        while (used <= room) {
            int codePoint = rest.codePointAt(at);
            used += encodedLength(Character.toString(codePoint));
            at += used <= room ? Character.charCount(codePoint) : 0;
        }
        return at;
    }

    private static int encodedLength(String part) {
        return part.codePoints().map(TextParts::encodedLength).sum();
    }

    /** Quote, backslash and line break take an escape; everything else goes out as it is. */
    private static int encodedLength(int character) {
        if (character == '"' || character == '\\' || character == '\n') {
            return 2;
        }
        if (character < 0x80) {
            return 1;
        }
        return character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    }
}
