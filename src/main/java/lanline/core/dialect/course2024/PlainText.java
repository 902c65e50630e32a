package lanline.core.dialect.course2024;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import lanline.core.model.Habits;
import lanline.core.model.Habits.Coding;
import lanline.core.text.SafeText;

/** The text inside a plain message: as it is, or in base64 for those programs that write and read it so. */
final class PlainText {
    /** Characters of base64 come in fours. */
    private static final int QUANTUM = 4;

    private PlainText() {}

    static String write(SafeText text, Habits habits) {
        return isBase64(habits)
                ? Base64.getEncoder().encodeToString(text.value().getBytes(StandardCharsets.UTF_8))
                : text.value();
    }

    /** The bytes of text that fit into {@code room} bytes of JSON. */
    static int roomInside(int room, Habits habits) {
        return isBase64(habits) ? room / 4 * 3 : room;
    }

    /** The text that was meant; empty if it is not in the coding that its sender is known for. */
    static Optional<String> read(String written, Habits known) {
        if (!isBase64(known)) {
            return Optional.of(written);
        }
        String coded = written.strip();
        // Java reads it without its padding, too; but nobody writes it so, and "OK" is a word.
        if (coded.length() % QUANTUM != 0) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(coded);
            return Optional.of(StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString())
                    .filter(text -> text.codePoints().allMatch(PlainText::isPrintable));
        } catch (IllegalArgumentException | CharacterCodingException clear) {
            return Optional.empty();
        }
    }

    private static boolean isPrintable(int character) {
        return !Character.isISOControl(character) || Character.isWhitespace(character);
    }

    private static boolean isBase64(Habits habits) {
        return habits.coding().filter(Coding.BASE64::equals).isPresent();
    }
}
