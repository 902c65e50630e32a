package lanline.core.secure.noise;

import java.util.Arrays;
import lanline.core.port.KeySource;
import org.bouncycastle.math.ec.rfc7748.X25519;

/** A key of ours for Diffie-Hellman (RFC 7748), static or for one handshake. Immutable until it is wiped; wiped by who made it. */
public final class X25519KeyPair {
    static final int SECRET_LENGTH = 32;

    private final byte[] secret;
    private final X25519PublicKey publicKey;
    private boolean wiped;

    /** {@code secret}: {@link #SECRET_LENGTH} bytes, taken over. */
    private X25519KeyPair(byte[] secret) {
        this.secret = secret;
        byte[] point = new byte[X25519PublicKey.LENGTH];
        X25519.generatePublicKey(secret, 0, point, 0);
        this.publicKey = X25519PublicKey.own(point);
    }

    public static X25519KeyPair generate(KeySource keys) {
        byte[] secret = new byte[SECRET_LENGTH];
        keys.fill(secret);
        return new X25519KeyPair(secret);
    }

    public X25519PublicKey publicKey() {
        return publicKey;
    }

    /** The secret that only the owner of {@code theirs} can compute too. */
    byte[] agree(X25519PublicKey theirs) {
        if (wiped) {
            throw new IllegalStateException("this key was wiped");
        }
        byte[] shared = new byte[SECRET_LENGTH];
        if (!X25519.calculateAgreement(secret, 0, theirs.encoded().toArray(), 0, shared, 0)) {
            throw new IllegalStateException("the secret is zero, with a key that was checked");
        }
        return shared;
    }

    public void wipe() {
        wiped = true;
        Arrays.fill(secret, (byte) 0);
    }
}
