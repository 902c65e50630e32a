package lanline.core.model;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import lanline.core.text.SafeText;
import org.jspecify.annotations.Nullable;

/**
 * A person's name as shown: clean, one line, 1 to 32 code points, NFKC, nothing invisible in it ({@code security.md} section 8).
 *
 * <p>A label, never an identity: two people may carry the same one.
 */
public record Nickname(SafeText shown) {
    /** Longer names are cut here: a sidebar shows less, and a name of thousands of characters is nobody's. */
    public static final int MOST_CODE_POINTS = 32;

    private static final String NAMELESS = "nameless";

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    public Nickname {
        if (shown.value().isEmpty() || !shown.value().equals(clean(shown.value()))) {
            throw new IllegalArgumentException("not a clean name: " + shown);
        }
    }

    /** Reads a name that a person typed; empty if nothing that can be shown is in it. */
    public static Optional<Nickname> parse(String typed) {
        String clean = clean(typed);
        return clean.isEmpty() ? Optional.empty() : Optional.of(new Nickname(SafeText.line(clean)));
    }

    /** Reads a name that a peer sent; always answers, at worst with a stand-in. */
    public static Nickname fromPeer(String sent) {
        return parse(sent).orElseGet(() -> new Nickname(SafeText.line(NAMELESS)));
    }

    /**
     * The form that every older program can select: lower case, {@code _} for blanks and punctuation ({@code wire.md} section 1).
     */
    public String folded() {
        StringBuilder folded = new StringBuilder();
        // In lower case the Turkish İ is an i and a dot apart, which would count as punctuation.
        shown.value()
                .replace('İ', 'i')
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .map(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_' ? c : '_')
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }

    private static String clean(String raw) {
        StringBuilder kept = new StringBuilder();
        String shortened = raw.substring(0, Math.min(raw.length(), 8 * MOST_CODE_POINTS));
        Normalizer.normalize(shortened, Normalizer.Form.NFKC)
                .codePoints()
                .filter(c -> !isInvisible(c))
                .forEach(kept::appendCodePoint);
        String normal = Normalizer.normalize(kept, Normalizer.Form.NFKC).strip();
        String oneBlankBetween = BLANKS.matcher(normal).replaceAll(" ");
        String drawn = oneBlankBetween.substring(startOfName(oneBlankBetween));
        return drawn.substring(0, endOfName(drawn)).strip();
    }

    /** An accent needs a letter to stand on; in front it would sit on whatever the screen has there. */
    private static int startOfName(String name) {
        int start = 0;
        while (start < name.length() && (isMark(name.codePointAt(start)) || name.charAt(start) == ' ')) {
            start += Character.charCount(name.codePointAt(start));
        }
        return start;
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    private static int endOfName(String name) {
        int codePoints = Math.min(MOST_CODE_POINTS, name.codePointCount(0, name.length()));
        return name.offsetByCodePoints(0, codePoints);
    }

    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c != '\t' && c != '\n' && c != '\r';
            case Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            case Character.UNASSIGNED -> c < 0x1F000 || c > 0x1FAFF;
            default -> isBlankPicture(c) || isSelector(c);
        };
    }

    /** Letters and signs that draw nothing: Hangul fillers, the empty braille cell. */
    private static boolean isBlankPicture(int c) {
        return c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 || c == 0x2800;
    }

    /** Marks without a picture: variation selectors, the grapheme joiner, two Khmer vowels that are never drawn. */
    private static boolean isSelector(int c) {
        return c >= 0xFE00 && c <= 0xFE0F
                || c >= 0xE0100 && c <= 0xE01EF
                || c >= 0x180B && c <= 0x180F
                || c == 0x034F
                || c == 0x17B4
                || c == 0x17B5;
    }

    @Override
    public String toString() {
        return shown.value();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Nickname that && shown.equals(that.shown);
    }

    @Override
    public int hashCode() {
        return shown.hashCode();
    }
}
