package lanline.core.dialect.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import lanline.core.model.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
    @Test
    void depthIsReadUpToEightLevels() throws MalformedJsonException {
        StrictJson.object(nested(8));
        refused(nested(9));
        refused(nested(1_000));
        refused("[".repeat(30_000));
    }

    @Test
    void stringsAreReadUpToTheirLongest() throws MalformedJsonException {
        assertEquals(8_192, StrictJson.object(string(8_192)).path("a").asText().length());
        refused(string(8_193));
    }

    @Test
    void keysAreReadUpToSixtyFourCharacters() throws MalformedJsonException {
        StrictJson.object("{\"" + "k".repeat(64) + "\": 1}");
        refused("{\"" + "k".repeat(65) + "\": 1}");
    }

    @Test
    void numbersAreReadUpToTwentyDigits() throws MalformedJsonException {
        StrictJson.object("{\"a\": " + "1".repeat(20) + "}");
        refused("{\"a\": " + "1".repeat(21) + "}");
        refused("{\"a\": 1." + "1".repeat(30) + "}");
    }

    @Test
    void documentsAreReadUpToSixtyFourKibibytes() throws MalformedJsonException {
        StrictJson.object(document(65_536));
        assertEquals(
                "longer than 65536 bytes",
                assertThrows(MalformedJsonException.class, () -> StrictJson.object(document(65_537)))
                        .getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "5",
                "\"text\"",
                "[]",
                "[{}]",
                "{",
                "{}}",
                "{} {}",
                "{\"a\": 1} x",
                "{\"a\": 1, \"a\": 2}",
                "{\"a\": {\"b\": 1, \"b\": 1}}",
                "{a: 1}",
                "{'a': 1}",
                "{\"a\": 01}",
                "{\"a\": NaN}",
                "{\"a\": 1,}",
                "// c\n{}",
                "{\"a\": \"\u0001\"}",
                "\uFEFF\uFEFF{}"
            })
    void everythingElseThanOneStrictObjectIsRefused(String document) {
        refused(document);
    }

    @Test
    void wrongUtf8IsRefused() {
        for (int[] wrong : new int[][] {{0xFF}, {0xC3}, {0xC0, 0x80}, {0xED, 0xA0, 0x80}, {0xF5, 'L', 'L', '1'}}) {
            byte[] bytes = "{\"a\": \"xxxx\"}".getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < wrong.length; i++) {
                bytes[7 + i] = (byte) wrong[i];
            }
            MalformedJsonException refused =
                    assertThrows(MalformedJsonException.class, () -> StrictJson.object(Bytes.copyOf(bytes)));
            assertEquals("not UTF-8", refused.getMessage());
        }
    }

    @Test
    void whateverComesIsAnObjectOrARefusal() {
        SplittableRandom random = new SplittableRandom(5);
        String pieces = "{}[]\":,\\u1e.0ntf \n\u00e7\uD83D\uDE00";
        int objects = 0;
        for (int i = 0; i < 50_000; i++) {
            StringBuilder document = new StringBuilder("{");
            int length = random.nextInt(12);
            for (int j = 0; j < length; j++) {
                document.append(pieces.charAt(random.nextInt(pieces.length())));
            }
            objects += isObject(Bytes.utf8(document.toString())) ? 1 : 0;
            byte[] noise = new byte[random.nextInt(40)];
            random.nextBytes(noise);
            objects += isObject(Bytes.copyOf(noise)) ? 1 : 0;
        }
        assertTrue(objects > 100);
    }

    private static boolean isObject(Bytes document) {
        try {
            return StrictJson.object(document).isObject();
        } catch (MalformedJsonException refused) {
            assertTrue(!refused.getMessage().isBlank());
            return false;
        }
    }

    private static void refused(String document) {
        MalformedJsonException refused =
                assertThrows(MalformedJsonException.class, () -> StrictJson.object(Bytes.utf8(document)));
        assertTrue(!refused.getMessage().contains("\n") && !refused.getMessage().isBlank());
    }

    private static String nested(int levels) {
        return "{\"a\": ".repeat(levels - 1) + "{}" + "}".repeat(levels - 1);
    }

    private static String string(int length) {
        return "{\"a\": \"" + "x".repeat(length) + "\"}";
    }

    private static Bytes document(int length) {
        return Bytes.utf8("{" + " ".repeat(length - 2) + "}");
    }
}
