package lanline.core.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A Lanline identity, the same in every run from one home: its public Ed25519 key, as 52 letters and digits of base32 (RFC 4648 section 6, lower
 * case, unpadded). Of each key there is one text.
 */
public record LanlineId(String text) {
    /** Bytes of a public key (RFC 8032 section 5.1.5). */
    public static final int KEY_LENGTH = 32;

    /** So many of the first signs are said and typed to tell two people apart; a hint, never a proof. */
    public static final int HINT_LENGTH = 8;

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int BITS = 5;
    private static final int LENGTH = 52;

    public LanlineId {
        if (!isId(text)) {
            throw new IllegalArgumentException("not the text of a key: " + text);
        }
    }

    /** {@code key}: {@link #KEY_LENGTH} bytes. */
    public static LanlineId of(Bytes key) {
        if (key.length() != KEY_LENGTH) {
            throw new IllegalArgumentException("a key of " + key.length() + " bytes");
        }
        StringBuilder text = new StringBuilder(LENGTH);
        int held = 0;
        int bits = 0;
        for (int i = 0; i < KEY_LENGTH; i++) {
            held = held << 8 | key.at(i) & 0xFF;
            bits += 8;
            while (bits >= BITS) {
                bits -= BITS;
                text.append(ALPHABET.charAt(held >> bits & 0x1F));
            }
        }
        text.append(ALPHABET.charAt(held << BITS - bits & 0x1F));
        return new LanlineId(text.toString());
    }

    /** Reads what somebody else wrote; empty if it has another form. Whether there is such a key is not looked at. */
    public static Optional<LanlineId> parse(String text) {
        return isId(text) ? Optional.of(new LanlineId(text)) : Optional.empty();
    }

    private static boolean isId(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            char sign = text.charAt(i);
            // The alphabet by its ends: each datagram of each peer comes by here.
            if ((sign < 'a' || sign > 'z') && (sign < '2' || sign > '7')) {
                return false;
            }
        }
        // 52 signs have four bits more than a key.
        return (ALPHABET.indexOf(text.charAt(LENGTH - 1)) & 0xF) == 0;
    }

    /** The {@link #KEY_LENGTH} bytes of the key. */
    public Bytes key() {
        byte[] key = new byte[KEY_LENGTH];
        int held = 0;
        int bits = 0;
        int next = 0;
        for (int i = 0; next < KEY_LENGTH; i++) {
            held = held << BITS | ALPHABET.indexOf(text.charAt(i));
            bits += BITS;
            if (bits >= 8) {
                bits -= 8;
                key[next++] = (byte) (held >> bits);
            }
        }
        return Bytes.copyOf(key);
    }

    /** The first {@link #HINT_LENGTH} signs. */
    public String hint() {
        return text.substring(0, HINT_LENGTH);
    }

    @Override
    public String toString() {
        return text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LanlineId that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
