package lanline.core.secure;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What somebody typed to protect a key, until it is wiped. On its owner's thread. */
public final class Passphrase implements AutoCloseable {
    /** A sentence has fewer characters; of more the rest is not taken. */
    public static final int MOST_CHARACTERS = 256;

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
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(characters));
        byte[] bytes = Arrays.copyOfRange(encoded.array(), 0, encoded.limit());
        Arrays.fill(encoded.array(), (byte) 0);
        return bytes;
    }

    /** Wipes it. */
    @Override
    public void close() {
        Arrays.fill(characters, '\0');
    }
}
