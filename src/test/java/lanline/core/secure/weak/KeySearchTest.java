package lanline.core.secure.weak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeySearchTest {
    private static final OptionalInt UNKNOWN = OptionalInt.empty();

    @ParameterizedTest
    @CsvSource({
        "3des-blanks, 18, NFUNNFrr7Q0=, enc efe",
        "3des-blanks, 11, KHe4i97FXuHytA2spOoL4w==, secret çay",
        "3des-blanks, 10, Vxw35cybsEc+E1mXbYbPVg==, sécret from b",
        "3des-zeros-right, 1, AOttYnBRtkty7P9DnkoK7w==, gizli mesaj ç",
        "des-cbc-zeros, 8, mqNuorpuJY8=, enc one",
    })
    void theVectorsOfTheOlderProgramsAreWrittenAndRead(String row, int secret, String encrypted, String text) {
        assertEquals(Optional.of(encrypted), named(row).encrypt(secret, text));
        assertOpens(text, secret, row, KeySearch.open(encrypted, OptionalInt.of(secret)));
        assertEquals(text, opened(KeySearch.open(encrypted, UNKNOWN)).text());
    }

    static Stream<Arguments> everyRowAndSecret() {
        return CipherRow.TABLE.stream()
                .flatMap(row -> IntStream.rangeClosed(0, KeySearch.LARGEST_SECRET)
                        .mapToObj(secret -> Arguments.of(row, secret)));
    }

    @ParameterizedTest
    @MethodSource("everyRowAndSecret")
    void whatARowWritesIsReadWithTheSecretAndWithout(CipherRow row, int secret) {
        for (String text : List.of("Merhaba Ece, çay içelim mi? \uD83D\uDE00", "exactly sixteen.", "iki\nsatır\tvar")) {
            String encrypted = row.encrypt(secret, text).orElseThrow();
            assertEquals(row.writtenLength(text.getBytes(StandardCharsets.UTF_8).length), encrypted.length());
            assertOpens(text, secret, row.name(), KeySearch.open(encrypted, OptionalInt.of(secret)));
            assertEquals(text, opened(KeySearch.open(encrypted, UNKNOWN)).text());
        }
    }

    @Test
    void theSecretOfTheExchangeIsTriedFirst() {
        String encrypted = CipherRow.USUAL.encrypt(40, "beyond the search").orElseThrow();
        assertOpens("beyond the search", 40, "3des-blanks", KeySearch.open(encrypted, OptionalInt.of(40)));
        assertInstanceOf(Opening.Unreadable.class, KeySearch.open(encrypted, UNKNOWN));
    }

    @Test
    void keysThatDifferInParityBitsAloneAreOneAnswer() {
        Opening.Opened opened = opened(KeySearch.open("AOttYnBRtkty7P9DnkoK7w==", OptionalInt.of(1)));
        assertEquals(List.of("3des-zeros-left", "3des-zeros-right"), names(opened));
        String oneBlock = named("des-cbc-zeros").encrypt(1, "hi").orElseThrow();
        assertEquals(
                List.of("3des-zeros-left", "3des-zeros-right", "des-cbc-zeros"),
                names(opened(KeySearch.open(oneBlock, OptionalInt.of(1)))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "  NFUNNFrr7Q0=\n",
                "NFUNNFrr7Q0",
                "b'NFUNNFrr7Q0='",
                "b\"NFUNNFrr7Q0=\"",
                "NFUN\r\nNFrr7Q0=",
                "NFUNNFrr7Q0==",
            })
    void base64MayBeWrittenLoosely(String encrypted) {
        assertEquals(
                "enc efe", opened(KeySearch.open(encrypted, OptionalInt.of(18))).text());
    }

    @Test
    void theUrlSafeAlphabetIsReadToo() {
        String encrypted = Stream.iterate(0, i -> i + 1)
                .map(i -> CipherRow.USUAL.encrypt(1, "number " + i).orElseThrow())
                .filter(text -> text.contains("+") && text.contains("/"))
                .findFirst()
                .orElseThrow();
        String urlSafe = encrypted.replace('+', '-').replace('/', '_');
        assertEquals(opened(KeySearch.open(encrypted, UNKNOWN)), opened(KeySearch.open(urlSafe, UNKNOWN)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|it is no encrypted text at all",
                "hello there!|it is no encrypted text at all",
                "AAAA|it is no encrypted text at all",
                "=|it is no encrypted text at all",
                "b''|it is no encrypted text at all",
                "çççççççç|it is no encrypted text at all",
                "AAAAAAAAAAA=|none of the keys that older programs use fits",
                "0123456789abcdef0123456789abcdef|none of the keys that older programs use fits",
            })
    void whatNothingFitsIsUnreadableForAReason(String encrypted, String why) {
        assertEquals(new Opening.Unreadable(why), KeySearch.open(encrypted, OptionalInt.of(1)));
    }

    @Test
    void aTextThatIsTooLongIsNotTried() {
        String text = "x".repeat(KeySearch.LONGEST / 4 * 3 - 8);
        String longest = CipherRow.USUAL.encrypt(22, text).orElseThrow();
        assertEquals(KeySearch.LONGEST, longest.length());
        assertEquals(text, opened(KeySearch.open(longest, UNKNOWN)).text());
        assertEquals(
                new Opening.Unreadable("it is longer than 8192 characters"),
                KeySearch.open(longest + "AAAA", OptionalInt.of(22)));
    }

    @Test
    void whatIsNoPrintableTextIsNotTakenForOne() {
        String bell = CipherRow.USUAL.encrypt(3, "ring \u0007 ring").orElseThrow();
        assertInstanceOf(Opening.Unreadable.class, KeySearch.open(bell, OptionalInt.of(3)));
    }

    @Test
    void anEmptyTextIsReadAsOne() {
        String empty = CipherRow.USUAL.encrypt(1, "").orElseThrow();
        assertEquals("", opened(KeySearch.open(empty, OptionalInt.of(1))).text());
    }

    @Test
    void randomBytesNeverThrowAndHardlyEverMakeSense() {
        SplittableRandom random = new SplittableRandom(4);
        int readable = 0;
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = new byte[random.nextInt(1, 120)];
            random.nextBytes(bytes);
            String text = i % 2 == 0
                    ? Base64.getEncoder().encodeToString(bytes)
                    : new String(bytes, StandardCharsets.ISO_8859_1);
            boolean isOpened = KeySearch.open(text, OptionalInt.of(random.nextInt())) instanceof Opening.Opened;
            readable += isOpened ? 1 : 0;
        }
        assertTrue(readable < 20, readable + " of 2,000 made sense");
    }

    @Test
    void noTwoRowsHaveOneNameAndEachIsFoundByIt() {
        for (CipherRow row : CipherRow.TABLE) {
            assertEquals(Optional.of(row), CipherRow.named(row.name()));
        }
        assertEquals(Optional.empty(), CipherRow.named("rot13"));
        assertNotEquals(CipherRow.TABLE.get(1), CipherRow.USUAL);
    }

    private static void assertOpens(String text, int secret, String row, Opening opening) {
        Opening.Opened opened = opened(opening);
        assertEquals(text, opened.text());
        assertEquals(secret, opened.secret());
        assertTrue(names(opened).contains(row), names(opened).toString());
    }

    private static Opening.Opened opened(Opening opening) {
        return assertInstanceOf(Opening.Opened.class, opening);
    }

    private static List<String> names(Opening.Opened opened) {
        return opened.rows().stream().map(CipherRow::name).toList();
    }

    private static CipherRow named(String name) {
        return CipherRow.named(name).orElseThrow();
    }
}
