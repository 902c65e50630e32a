package lanline.core.dialect.course2024;

import java.util.ArrayList;
import java.util.List;
import lanline.core.text.SafeText;

/** Cuts a text into parts that each fit into one object, at blanks where there are any. */
final class TextParts {
    private TextParts() {}

    /** {@code room}: bytes that a part may take as JSON text in UTF-8. */
    static List<SafeText> cut(SafeText text, int room) {
        List<SafeText> parts = new ArrayList<>();
        String rest = text.value();
        while (!rest.isEmpty()) {
            int end = endOfPart(rest, room);
            SafeText part = SafeText.message(rest.substring(0, end).stripTrailing());
            if (!part.isBlank()) {
                parts.add(part);
            }
            rest = rest.substring(end).stripLeading();
        }
        return parts.isEmpty() ? List.of(text) : List.copyOf(parts);
    }

    private static int endOfPart(String rest, int room) {
        int used = 0;
        int at = 0;
        int lastBlank = 0;
        while (at < rest.length()) {
            int character = rest.codePointAt(at);
            used += encodedLength(character);
            if (used > room) {
                return lastBlank > 0 ? lastBlank : Math.max(at, 1);
            }
            at += Character.charCount(character);
            if (Character.isWhitespace(character)) {
                lastBlank = at;
            }
        }
        return at;
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
