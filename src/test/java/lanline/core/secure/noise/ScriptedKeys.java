package lanline.core.secure.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import lanline.core.model.Bytes;
import lanline.core.port.KeySource;

/** Hands out secrets that were fixed beforehand, in order, and none that was not asked for in that length. */
final class ScriptedKeys implements KeySource {
    private final Deque<byte[]> secrets;

    private ScriptedKeys(List<byte[]> secrets) {
        this.secrets = new ArrayDeque<>(secrets);
    }

    static ScriptedKeys of(String... hex) {
        return new ScriptedKeys(Arrays.stream(hex).map(HexFormat.of()::parseHex).toList());
    }

    /** Any number of secrets, the same for the same seed. */
    static KeySource seeded(long seed) {
        Random random = new Random(seed);
        return random::nextBytes;
    }

    static X25519KeyPair pair(String hex) {
        return X25519KeyPair.generate(of(hex));
    }

    static Bytes hex(String hex) {
        return Bytes.copyOf(HexFormat.of().parseHex(hex));
    }

    static String hex(Bytes bytes) {
        return HexFormat.of().formatHex(bytes.toArray());
    }

    @Override
    public void fill(byte[] secret) {
        byte[] next = secrets.remove();
        assertEquals(next.length, secret.length, "the length of a secret");
        System.arraycopy(next, 0, secret, 0, next.length);
    }
}
