package lanline.core.secure.weak;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javax.crypto.Cipher;

/**
 * Reads one encrypted message of an older program by trying every key that it can have ({@code wire.md} section 1): the first that
 * leaves valid padding and printable UTF-8 wins. Total: no text makes it throw. Lives for one message, on one thread.
 */
public final class KeySearch {
    /** Secrets are below the largest prime in use, 23. */
    static final int LARGEST_SECRET = 22;

    /** In characters. No field of a message is longer when it is read; what is longer here is not tried, and said to be too long. */
    static final int LONGEST = 8_192;

    private static final Opening TOO_LONG = new Opening.Unreadable("it is longer than " + LONGEST + " characters");

    private final Map<CipherText, Optional<byte[]>> sealed = new EnumMap<>(CipherText.class);
    private final Map<BlockCipher, Optional<Cipher>> ciphers = new EnumMap<>(BlockCipher.class);
    private final String encrypted;

    private KeySearch(String encrypted) {
        this.encrypted = encrypted;
    }

    /** {@code known}: the secret of the exchange, tried before all others. */
    public static Opening open(String encrypted, OptionalInt known) {
        if (encrypted.length() > LONGEST) {
            return TOO_LONG;
        }
        return new KeySearch(encrypted)
                .open(IntStream.concat(known.stream(), IntStream.rangeClosed(0, LARGEST_SECRET)));
    }

    /** Under that secret only: a twentieth of the work. */
    public static Opening openWith(int secret, String encrypted) {
        return encrypted.length() > LONGEST ? TOO_LONG : new KeySearch(encrypted).open(IntStream.of(secret));
    }

    private Opening open(IntStream secrets) {
        if (CipherRow.TABLE.stream().noneMatch(row -> sealedFor(row).isPresent())) {
            return new Opening.Unreadable("it is no encrypted text at all");
        }
        return secrets.mapToObj(this::openUnder)
                .flatMap(Optional::stream)
                .findFirst()
                .<Opening>map(opened -> opened)
                .orElseGet(() -> new Opening.Unreadable("none of the keys that older programs use fits"));
    }

    private Optional<Opening.Opened> openUnder(int secret) {
        Optional<String> first = Optional.empty();
        List<CipherRow> rows = new ArrayList<>();
        for (CipherRow row : CipherRow.TABLE) {
            Optional<String> text = sealedFor(row).flatMap(bytes -> open(row, secret, bytes));
            first = first.or(() -> text);
            if (text.isPresent() && text.equals(first)) {
                rows.add(row);
            }
        }
        return first.map(text -> new Opening.Opened(text, secret, List.copyOf(rows)));
    }

    /** Whole blocks, at least one; or nothing that this row can have written. */
    private Optional<byte[]> sealedFor(CipherRow row) {
        return sealed.computeIfAbsent(row.written(), written -> written.read(encrypted))
                .filter(bytes -> bytes.length > 0 && bytes.length % row.cipher().blockBytes == 0);
    }

    /** The last block first: its padding refuses 255 of 256 wrong keys, however long the message is. */
    private Optional<String> open(CipherRow row, int secret, byte[] bytes) {
        Optional<Cipher> cipher = ciphers.computeIfAbsent(row.cipher(), KeySearch::unpadded);
        if (cipher.isEmpty()) {
            return Optional.empty();
        }
        try {
            byte[] key = row.key(secret);
            int lastBlock = bytes.length - row.cipher().blockBytes;
            if (!isPadded(row.cipher().decrypt(cipher.get(), key, bytes, lastBlock))) {
                return Optional.empty();
            }
            byte[] padded = row.cipher().decrypt(cipher.get(), key, bytes, 0);
            return printable(Arrays.copyOf(padded, padded.length - padded[padded.length - 1]));
        } catch (GeneralSecurityException lacking) {
            return Optional.empty();
        }
    }

    private static Optional<Cipher> unpadded(BlockCipher cipher) {
        try {
            return Optional.of(cipher.unpadded());
        } catch (GeneralSecurityException lacking) {
            // A Java without it reads what the other rows can.
            return Optional.empty();
        }
    }

    private static boolean isPadded(byte[] block) {
        int padding = block[block.length - 1];
        if (padding < 1 || padding > block.length) {
            return false;
        }
        return IntStream.range(block.length - padding, block.length).allMatch(i -> block[i] == padding);
    }

    private static Optional<String> printable(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(text).filter(decoded -> decoded.codePoints().allMatch(KeySearch::isPrintable));
        } catch (CharacterCodingException wrongKey) {
            return Optional.empty();
        }
    }

    private static boolean isPrintable(int character) {
        return !Character.isISOControl(character) || character == '\n' || character == '\r' || character == '\t';
    }
}
