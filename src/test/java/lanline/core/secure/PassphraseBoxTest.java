package lanline.core.secure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import lanline.core.model.Bytes;
import lanline.core.secure.PassphraseBox.Cost;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassphraseBoxTest {
    private static final Bytes WHOSE = Bytes.utf8("whose");
    private static final Cost CHEAP = new Cost(64, 1, 1);
    private static final HexFormat HEX = HexFormat.of();

    @Test
    void theLibrarysArgon2idGivesTheVectorOfRfc9106() {
        Argon2BytesGenerator argon = new Argon2BytesGenerator();
        argon.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(32)
                .withIterations(3)
                .withParallelism(4)
                .withSalt(filled(16, 2))
                .withSecret(filled(8, 3))
                .withAdditional(filled(12, 4))
                .build());
        byte[] tag = new byte[32];
        argon.generateBytes(filled(32, 1), tag);
        assertEquals("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659", HEX.formatHex(tag));
    }

    /** Computed with the Argon2id and AES-GCM of OpenSSL, from the same salt and nonce. */
    @Test
    void aBoxIsWhatAnotherImplementationMakesOfTheSameInputs() throws UnusableBoxException {
        byte[] counting = new byte[28];
        for (int i = 0; i < counting.length; i++) {
            counting[i] = (byte) i;
        }
        int[] taken = {0};
        PassphraseBox box = PassphraseBox.seal(filled(32, 7), WHOSE, passphrase("correct horse ğüş"), secret -> {
            System.arraycopy(counting, taken[0], secret, 0, secret.length);
            taken[0] += secret.length;
        });
        assertEquals(new Cost(19_456, 3, 1), box.cost());
        assertEquals(
                "54ade059990c7f95667798c1412b6b4dae82cd8f3901eba78bb8d41392857faf8c2933557fd80b7705aaf18bacb0794a",
                HEX.formatHex(box.sealed().toArray()));
        PassphraseBox stored = PassphraseBox.of(box.cost(), box.salt(), box.nonce(), box.sealed());
        assertArrayEquals(
                filled(32, 7),
                stored.open(WHOSE, passphrase("correct horse ğüş")).orElseThrow());
        assertEquals(Optional.empty(), stored.open(WHOSE, passphrase("correct horse gus")));
    }

    @Test
    void twoBoxesOfTheSameSecretHaveNothingInCommon() {
        byte[] next = {0};
        PassphraseBox one = PassphraseBox.seal(filled(32, 7), WHOSE, passphrase("x"), secret -> fill(secret, next));
        PassphraseBox other = PassphraseBox.seal(filled(32, 7), WHOSE, passphrase("x"), secret -> fill(secret, next));
        assertTrue(!one.salt().equals(other.salt())
                && !one.nonce().equals(other.nonce())
                && !one.sealed().equals(other.sealed()));
    }

    @Test
    void aBoxWithAnyBitOfItChangedStaysShut() throws UnusableBoxException {
        PassphraseBox whole = cheapBox();
        assertArrayEquals(filled(32, 7), whole.open(WHOSE, passphrase("x")).orElseThrow());
        for (int bit = 0; bit < whole.sealed().length() * Byte.SIZE; bit++) {
            PassphraseBox changed = PassphraseBox.of(CHEAP, whole.salt(), whole.nonce(), flipped(whole.sealed(), bit));
            assertEquals(Optional.empty(), changed.open(WHOSE, passphrase("x")), "sealed bit " + bit);
        }
        for (int bit = 0; bit < whole.nonce().length() * Byte.SIZE; bit++) {
            PassphraseBox changed = PassphraseBox.of(CHEAP, whole.salt(), flipped(whole.nonce(), bit), whole.sealed());
            assertEquals(Optional.empty(), changed.open(WHOSE, passphrase("x")), "nonce bit " + bit);
        }
        PassphraseBox salted = PassphraseBox.of(CHEAP, flipped(whole.salt(), 3), whole.nonce(), whole.sealed());
        assertEquals(Optional.empty(), salted.open(WHOSE, passphrase("x")));
        PassphraseBox cheaper = PassphraseBox.of(new Cost(72, 1, 1), whole.salt(), whole.nonce(), whole.sealed());
        assertEquals(Optional.empty(), cheaper.open(WHOSE, passphrase("x")));
    }

    @Test
    void aBoxOfSomebodyElsesKeyStaysShut() {
        assertEquals(Optional.empty(), cheapBox().open(Bytes.utf8("another"), passphrase("x")));
    }

    @ParameterizedTest
    @CsvSource({
        "4194304, 3, 1, 16 12 48, 'its passphrase box asks for 4194304 KiB of memory, where 8 to 32768 can be had'",
        "32769, 3, 1, 16 12 48, 'its passphrase box asks for 32769 KiB of memory, where 8 to 32768 can be had'",
        "7, 3, 1, 16 12 48, 'its passphrase box asks for 7 KiB of memory, where 8 to 32768 can be had'",
        "31, 3, 4, 16 12 48, 'its passphrase box asks for 31 KiB of memory, where 32 to 32768 can be had'",
        "-1, 3, 1, 16 12 48, 'its passphrase box asks for -1 KiB of memory, where 8 to 32768 can be had'",
        "19456, 17, 1, 16 12 48, 'its passphrase box asks for 17 passes, where 1 to 16 can be had'",
        "19456, 0, 1, 16 12 48, 'its passphrase box asks for 0 passes, where 1 to 16 can be had'",
        "19456, 3, 5, 16 12 48, 'its passphrase box asks for 5 lanes, where 1 to 4 can be had'",
        "19456, 3, 2147483647, 16 12 48, 'its passphrase box asks for 2147483647 lanes, where 1 to 4 can be had'",
        "19456, 3, 1, 15 12 48, 'its passphrase box asks for 15 bytes of salt, where 16 can be had'",
        "19456, 3, 1, 16 13 48, 'its passphrase box asks for 13 bytes of nonce, where 12 can be had'",
        "19456, 3, 1, 16 12 16, 'its passphrase box asks for 16 sealed bytes, where 17 to 1024 can be had'",
        "19456, 3, 1, 16 12 1025, 'its passphrase box asks for 1025 sealed bytes, where 17 to 1024 can be had'",
    })
    void aStoredBoxThatAsksForTooMuchIsRefusedBeforeItIsTried(
            int kibibytes, int passes, int lanes, String lengths, String why) {
        Bytes[] parts = Stream.of(lengths.split(" "))
                .map(length -> Bytes.copyOf(new byte[Integer.parseInt(length)]))
                .toArray(Bytes[]::new);
        assertEquals(
                why,
                assertThrows(
                                UnusableBoxException.class,
                                () -> PassphraseBox.of(
                                        new Cost(kibibytes, passes, lanes), parts[0], parts[1], parts[2]))
                        .getMessage());
    }

    @Test
    void aPassphraseIsItsUtf8() {
        assertArrayEquals(
                "aü中👍".getBytes(StandardCharsets.UTF_8), passphrase("aü中👍").utf8());
        assertArrayEquals(new byte[] {'?', 'x'}, passphrase("\ud800x").utf8());
        assertArrayEquals(new byte[0], passphrase("").utf8());
    }

    @Test
    void aPassphraseIsGoneOnceItIsWiped() {
        char[] typed = "secret".toCharArray();
        Passphrase passphrase = new Passphrase(typed);
        assertTrue(passphrase.isLike(passphrase("secret")));
        passphrase.close();
        assertArrayEquals(new char[6], typed);
    }

    private static PassphraseBox cheapBox() {
        return PassphraseBox.seal(
                filled(32, 7), WHOSE, passphrase("x"), secret -> Arrays.fill(secret, (byte) 5), CHEAP);
    }

    private static Passphrase passphrase(String typed) {
        return new Passphrase(typed.toCharArray());
    }

    private static void fill(byte[] secret, byte[] next) {
        Arrays.fill(secret, ++next[0]);
    }

    private static Bytes flipped(Bytes whole, int bit) {
        byte[] changed = whole.toArray();
        changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
        return Bytes.copyOf(changed);
    }

    private static byte[] filled(int length, int with) {
        byte[] filled = new byte[length];
        Arrays.fill(filled, (byte) with);
        return filled;
    }
}
