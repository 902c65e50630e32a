package lanline.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTest {
    private static final int STRINGS = 100_000;

    /** Where trouble comes from: each row a range of code points, the last ones whole planes. */
    private static final int[][] RANGES = {
        {0x00, 0x1F},
        {0x7F, 0x9F},
        {0x20, 0x7E},
        {0xA0, 0x24F},
        {0x300, 0x36F},
        {0x600, 0x6FF},
        {0x1100, 0x11FF},
        {0x2000, 0x206F},
        {0xD800, 0xDFFF},
        {0xE000, 0xE0FF},
        {0xFE00, 0xFE0F},
        {0xFFF0, 0xFFFF},
        {0x1F300, 0x1FAFF},
        {0xE0000, 0xE01EF},
        {0x0, 0xFFFF},
        {0x0, 0x10FFFF},
    };

    private static final List<String> TERMINAL_CODES = List.of(
            "\u001b]0;title\u0007",
            "\u001b]52;c;aGk=\u001b\\",
            "\u001b]8;;http://x\u001b\\link\u001b]8;;\u001b\\",
            "\u001b[2J\u001b[H",
            "\u001b[31mred\u001b[0m",
            "\u001b[?1049h",
            "\u001b[6n",
            "\u001bP1$r0m\u001b\\",
            "\u001bPq#0;2;0;0;0\u001b\\",
            "\u001b_apc\u001b\\",
            "\u001b^pm\u001b\\",
            "\u001bc",
            "\u009b31m",
            "\u009d0;title\u009c",
            "\u0090q\u009c",
            "\u0085next",
            "\u000e\u000f\b\b\b",
            "\rforged: line",
            "\u202Eevil",
            "\u2066isolated\u2069",
            "\u061C\u200E\u200F");

    @Test
    void aHundredThousandStringsAreCleanAndStayTheSameWhenCleanedAgain() {
        SplittableRandom random = new SplittableRandom(20);
        for (int i = 0; i < STRINGS; i++) {
            String raw = randomString(random);
            SafeText message = SafeText.message(raw);
            SafeText line = SafeText.line(raw);
            assertClean(message.value(), true, raw);
            assertClean(line.value(), false, raw);
            assertEquals(message, SafeText.message(message.value()));
            assertEquals(line, SafeText.line(line.value()));
            assertClean(message.oneLine().value(), false, raw);
        }
    }

    @Test
    void noTerminalCodeSurvivesInAMessageALineOrANeighbourhood() {
        for (String code : TERMINAL_CODES) {
            for (String raw : List.of(code, "a" + code + "b", code + code, "çay " + code + " \uD83D\uDE00")) {
                assertClean(SafeText.message(raw).value(), true, raw);
                assertClean(SafeText.line(raw).value(), false, raw);
            }
        }
    }

    @Test
    void controlCharactersBecomePicturesThatShowWhatWasThere() {
        assertEquals("a\u241B[31mred", SafeText.message("a\u001b[31mred").value());
        assertEquals(
                "\u2400\u2407\u2408\u2421", SafeText.line("\0\u0007\b\u007f").value());
        assertEquals("\uFFFD\uFFFD\uFFFD", SafeText.line("\u0085\u009b\u202e").value());
        assertEquals("x\uFFFDy", SafeText.line("x\uD800y").value());
    }

    @Test
    void lineBreaksOfEveryKindAreOneBreakInAMessageAndASignInALine() {
        for (String lineBreak : List.of("\n", "\r\n", "\r", "\u2028", "\u2029")) {
            assertEquals("a\nb", SafeText.message("a" + lineBreak + "b").value());
            assertEquals("a\u23CEb", SafeText.line("a" + lineBreak + "b").value());
            assertEquals(
                    "a\u23CEb",
                    SafeText.message("a" + lineBreak + "b").oneLine().value());
        }
        assertEquals("a\n\nb", SafeText.message("a\n\rb").value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "çay ığdır İĞDIR",
                "日本語",
                "\uD83D\uDE00",
                "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
                "\u2764\uFE0F",
                "नमस्ते",
                "שלום",
                "سلام"
            })
    void whatPeopleWriteStaysAsItIs(String text) {
        assertEquals(text, SafeText.message(text).value());
        assertEquals(text, SafeText.line(text).value());
    }

    @Test
    void lettersAreComposedAndATabIsFourBlanks() {
        assertEquals("é", SafeText.line("e\u0301").value());
        assertEquals("a    b", SafeText.message("a\tb").value());
    }

    @Test
    void nothingIsTheOneEmptyText() {
        assertSame(SafeText.EMPTY, SafeText.message(""));
        assertSame(SafeText.EMPTY, SafeText.line(""));
    }

    private static String randomString(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(24);
        for (int i = 0; i < length; i++) {
            int[] range = RANGES[random.nextInt(RANGES.length)];
            int codePoint = random.nextInt(range[0], range[1] + 1);
            if (codePoint >= 0xD800 && codePoint <= 0xDFFF) {
                text.append((char) codePoint);
            } else {
                text.appendCodePoint(codePoint);
            }
        }
        return text.toString();
    }

    private static void assertClean(String clean, boolean mayBreak, String raw) {
        for (int i = 0; i < clean.length(); ) {
            int c = clean.codePointAt(i);
            i += Character.charCount(c);
            boolean isControl = c < 0x20 && !(mayBreak && c == '\n') || c >= 0x7F && c <= 0x9F;
            boolean isBidi = c == 0x61C
                    || c >= 0x200E && c <= 0x200F
                    || c >= 0x202A && c <= 0x202E
                    || c >= 0x2066 && c <= 0x206F;
            boolean isSurrogate = c >= 0xD800 && c <= 0xDFFF;
            boolean isInvisible = c == 0x200B || c == 0x2028 || c == 0x2029 || c == 0xFEFF || c == 0xAD;
            assertFalse(
                    isControl || isBidi || isSurrogate || isInvisible,
                    () -> "U+%04X is left of %s".formatted(c, escaped(raw)));
        }
    }

    private static String escaped(String raw) {
        StringBuilder escaped = new StringBuilder();
        raw.chars().forEach(c -> escaped.append("\\u%04x".formatted(c)));
        return escaped.toString();
    }
}
