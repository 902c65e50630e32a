package lanline.core.secure;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What somebody typed to protect a key, until it is wiped. On its owner's thread. */
public final class Passphrase implements AutoCloseable {
    /** A sentence has fewer characters; of more the rest is not taken. */
    public static final int MOST_CHARACTERS = 256;

    private static final int MOST_BYTES_A_CHARACTER = 3;

    private final char[] characters;

    /** {@code characters} belong to this object from now on, which wipes them. */
    public Passphrase(char[] characters) {
        this.characters = characters;
    }

    public boolean isEmpty() {
        return characters.length == 0;
    }

    public boolean isLike(Passphrase other) {
        return Arrays.equals(characters, other.characters);
    }

    /** In UTF-8; a copy, which its receiver wipes. */
    byte[] utf8() {
        ByteBuffer encoded = ByteBuffer.allocate(characters.length * MOST_BYTES_A_CHARACTER);
        StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .encode(CharBuffer.wrap(characters), encoded, true);
        byte[] bytes = Arrays.copyOf(encoded.array(), encoded.position());
        Arrays.fill(encoded.array(), (byte) 0);
        return bytes;
    }

    /** Wipes it. */
    @Override
    public void close() {
        Arrays.fill(characters, '\0');
    }
}
