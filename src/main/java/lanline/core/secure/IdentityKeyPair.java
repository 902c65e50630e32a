package lanline.core.secure;

import java.util.Arrays;
import lanline.core.model.Bytes;
import lanline.core.model.LanlineId;
import lanline.core.port.KeySource;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** The key that makes somebody that somebody (Ed25519, RFC 8032). Immutable until it is wiped; any thread. */
public final class IdentityKeyPair {
    /** Bytes of the secret from which all is computed. */
    public static final int SEED_LENGTH = Ed25519.SECRET_KEY_SIZE;

    private final byte[] seed;
    private final byte[] publicKey = new byte[Ed25519.PUBLIC_KEY_SIZE];
    private final LanlineId id;
    private boolean wiped;

    private IdentityKeyPair(byte[] seed) {
        this.seed = seed;
        Ed25519.generatePublicKey(seed, 0, publicKey, 0);
        this.id = LanlineId.of(Bytes.copyOf(publicKey));
    }

    public static IdentityKeyPair generate(KeySource keys) {
        byte[] seed = new byte[SEED_LENGTH];
        keys.fill(seed);
        return new IdentityKeyPair(seed);
    }

    /** {@code seed}: {@link #SEED_LENGTH} bytes, copied. */
    public static IdentityKeyPair of(byte[] seed) {
        if (seed.length != SEED_LENGTH) {
            throw new IllegalArgumentException("a seed of " + seed.length + " bytes");
        }
        return new IdentityKeyPair(seed.clone());
    }

    public LanlineId id() {
        return id;
    }

    /** A copy, which its receiver wipes. */
    public byte[] seed() {
        requireWhole();
        return seed.clone();
    }

    /** {@link Signatures#LENGTH} bytes. */
    public Bytes sign(Bytes message) {
        requireWhole();
        byte[] signed = message.toArray();
        byte[] signature = new byte[Signatures.LENGTH];
        Ed25519.sign(seed, 0, publicKey, 0, null, signed, 0, signed.length, signature, 0);
        return Bytes.copyOf(signature);
    }

    public void wipe() {
        wiped = true;
        Arrays.fill(seed, (byte) 0);
    }

    private void requireWhole() {
        if (wiped) {
            throw new IllegalStateException("this key was wiped");
        }
    }
}
