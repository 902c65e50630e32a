package lanline.core.secure.noise;

import java.util.HexFormat;
import java.util.Set;
import lanline.core.model.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * The public half of an X25519 key. That there is one proves that it is not one of the few points of small order, with which every secret
 * would come out as zero.
 */
public final class X25519PublicKey {
    static final int LENGTH = 32;

    /** X25519 ignores this bit of the last byte (RFC 7748, section 5). */
    private static final byte IGNORED = (byte) 0x80;

    /** All encodings (little-endian, top bit cleared) of the five points of order 1, 2, 4 and 8 on Curve25519 and its twist. */
    private static final Set<Bytes> SMALL_ORDER = Set.of(
            point("0000000000000000000000000000000000000000000000000000000000000000"),
            point("0100000000000000000000000000000000000000000000000000000000000000"),
            point("e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800"),
            point("5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157"),
            // p - 1, and 0 and 1 again as p and p + 1, with p = 2^255 - 19
            point("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"),
            point("edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"),
            point("eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"));

    private final Bytes encoded;

    private X25519PublicKey(Bytes encoded) {
        this.encoded = encoded;
    }

    /** {@code encoded}: {@link #LENGTH} bytes from the other side. */
    static X25519PublicKey parse(byte[] encoded) throws RefusedException {
        byte[] point = encoded.clone();
        point[LENGTH - 1] &= ~IGNORED;
        if (SMALL_ORDER.contains(Bytes.copyOf(point))) {
            throw new RefusedException(
                    "the other side sent a key with which nothing would be secret (a point of small order)");
        }
        return new X25519PublicKey(Bytes.copyOf(encoded));
    }

    /** {@code encoded} was made from a secret of ours: such points have a large order. */
    static X25519PublicKey own(byte[] encoded) {
        return new X25519PublicKey(Bytes.copyOf(encoded));
    }

    public Bytes encoded() {
        return encoded;
    }

    private static Bytes point(String hex) {
        return Bytes.copyOf(HexFormat.of().parseHex(hex));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof X25519PublicKey that && encoded.equals(that.encoded);
    }

    @Override
    public int hashCode() {
        return encoded.hashCode();
    }
}
