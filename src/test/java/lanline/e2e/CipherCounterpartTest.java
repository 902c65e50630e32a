package lanline.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lanline.core.secure.weak.CipherRow;
import lanline.core.secure.weak.KeySearch;
import lanline.core.secure.weak.Opening;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cipher table against one that was written apart from it, in another language and over another library. */
@WithPython
class CipherCounterpartTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final List<String> TEXTS =
            List.of("a", "selam ç", "8 bytes.", "Merhaba Ece, çay içelim mi? \uD83D\uDE00");
    private static final List<Integer> SECRETS = List.of(0, 1, 7, 18, 22);

    private static Running python;

    @BeforeAll
    static void startTheCounterpart() throws IOException {
        python = new Running("python", new ProcessBuilder(PythonCondition.command("course_peer.py")).start());
    }

    @AfterAll
    static void endTheCounterpart() {
        python.close();
    }

    static Stream<String> rows() {
        return CipherRow.TABLE.stream().map(CipherRow::name);
    }

    @Test
    @DisplayName("A8: both tables have the same rows")
    void bothTablesHaveTheSameRows() throws Exception {
        assertEquals(rows().collect(Collectors.joining(" ")), ask("ciphers", "ciphers"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    @DisplayName("A8: what Lanline encrypts the other program reads")
    void whatWeEncryptIsRead(String name) throws Exception {
        CipherRow row = CipherRow.named(name).orElseThrow();
        for (int secret : SECRETS) {
            for (String text : TEXTS) {
                String encrypted = row.encrypt(secret, text).orElseThrow();
                String answer = ask("decrypt " + name + " " + secret + " " + encrypted, "decrypted");
                assertEquals(text, new String(HEX.parseHex(answer), StandardCharsets.UTF_8));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    @DisplayName("A10: what the other program encrypts Lanline reads")
    void whatItEncryptsIsRead(String name) throws Exception {
        for (int secret : SECRETS) {
            for (String text : TEXTS) {
                String hex = HEX.formatHex(text.getBytes(StandardCharsets.UTF_8));
                String encrypted = ask("encrypt " + name + " " + secret + " " + hex, "encrypted");
                assertEquals(text, read(encrypted, OptionalInt.of(secret)));
                assertEquals(text, read(encrypted, OptionalInt.empty()));
            }
        }
    }

    private static String read(String encrypted, OptionalInt secret) {
        return assertInstanceOf(Opening.Opened.class, KeySearch.open(encrypted, secret))
                .text();
    }

    private static String ask(String command, String answer) throws InterruptedException {
        int mark = python.mark();
        python.type(command);
        String start = answer + " ";
        return python.await(answer, mark, line -> Optional.of(line).filter(said -> said.startsWith(start)))
                .substring(start.length());
    }
}
