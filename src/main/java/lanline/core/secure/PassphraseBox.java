package lanline.core.secure;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import lanline.core.model.Bytes;
import lanline.core.port.KeySource;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * A secret that only a passphrase opens: AES-256-GCM under a key that Argon2id (RFC 9106) makes of the passphrase. Immutable; any
 * thread, which sealing and opening keep busy for some tenths of a second.
 */
public final class PassphraseBox {
    private static final int SALT_LENGTH = 16;
    private static final int NONCE_LENGTH = 12;
    private static final int TAG_LENGTH = 16;
    private static final int KEY_LENGTH = 32;

    /** A seed is much shorter; a longer one is none of ours. */
    private static final int LONGEST_SEALED = 1_024;

    private final Cost cost;
    private final Bytes salt;
    private final Bytes nonce;
    private final Bytes sealed;

    /** What each guess costs (RFC 9106 section 3.1): memory in KiB, passes over it, lanes. */
    public record Cost(int kibibytes, int passes, int lanes) {
        /** 64 MiB, which are usual elsewhere, run out of the chat's heap ({@code decisions.md} 3). */
        public static final Cost USUAL = new Cost(19 * 1_024, 3, 1);

        /** The chat's heap has 48 MiB: a file that asks for more is refused, not tried. */
        private static final int MOST_KIBIBYTES = 32 * 1_024;

        /** Some seconds of work: somebody who can write the file must not be able to hang the start. */
        private static final int MOST_PASSES = 16;

        private static final int MOST_LANES = 4;

        /** Argon2 has no block smaller (RFC 9106 section 3.1). */
        private static final int LEAST_KIBIBYTES_A_LANE = 8;

        private void check() throws UnusableBoxException {
            requireRange("lanes", lanes, 1, MOST_LANES);
            requireRange("passes", passes, 1, MOST_PASSES);
            requireRange("KiB of memory", kibibytes, LEAST_KIBIBYTES_A_LANE * lanes, MOST_KIBIBYTES);
        }
    }

    private PassphraseBox(Cost cost, Bytes salt, Bytes nonce, Bytes sealed) {
        this.cost = cost;
        this.salt = salt;
        this.nonce = nonce;
        this.sealed = sealed;
    }

    /** Reads a stored one, which could hold anything. */
    public static PassphraseBox of(Cost cost, Bytes salt, Bytes nonce, Bytes sealed) throws UnusableBoxException {
        cost.check();
        requireRange("bytes of salt", salt.length(), SALT_LENGTH, SALT_LENGTH);
        requireRange("bytes of nonce", nonce.length(), NONCE_LENGTH, NONCE_LENGTH);
        requireRange("sealed bytes", sealed.length(), TAG_LENGTH + 1, LONGEST_SEALED);
        return new PassphraseBox(cost, salt, nonce, sealed);
    }

    private static void requireRange(String what, int found, int least, int most) throws UnusableBoxException {
        if (found < least || found > most) {
            String allowed = least == most ? String.valueOf(least) : least + " to " + most;
            throw new UnusableBoxException(
                    "its passphrase box asks for " + found + " " + what + ", where " + allowed + " can be had");
        }
    }

    /** {@code secret} stays the caller's; {@code bound} must be the same on opening: what the secret belongs to. */
    public static PassphraseBox seal(byte[] secret, Bytes bound, Passphrase passphrase, KeySource keys) {
        return seal(secret, bound, passphrase, keys, Cost.USUAL);
    }

    /** For tests with many boxes: at another cost. */
    static PassphraseBox seal(byte[] secret, Bytes bound, Passphrase passphrase, KeySource keys, Cost cost) {
        byte[] salt = new byte[SALT_LENGTH];
        byte[] nonce = new byte[NONCE_LENGTH];
        keys.fill(salt);
        keys.fill(nonce);
        PassphraseBox empty = new PassphraseBox(cost, Bytes.copyOf(salt), Bytes.copyOf(nonce), Bytes.EMPTY);
        try {
            byte[] sealed = empty.cipher(Cipher.ENCRYPT_MODE, bound, passphrase).doFinal(secret);
            return new PassphraseBox(empty.cost, empty.salt, empty.nonce, Bytes.copyOf(sealed));
        } catch (GeneralSecurityException bug) {
            throw new IllegalStateException("AES-GCM refuses to encrypt", bug);
        }
    }

    /** The secret, which its receiver wipes; empty if the passphrase is another one, or anything in the box was changed. */
    public Optional<byte[]> open(Bytes bound, Passphrase passphrase) {
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, bound, passphrase).doFinal(sealed.toArray()));
        } catch (AEADBadTagException wrong) {
            return Optional.empty();
        } catch (GeneralSecurityException bug) {
            throw new IllegalStateException("AES-GCM refuses to decrypt", bug);
        }
    }

    private Cipher cipher(int direction, Bytes bound, Passphrase passphrase) throws GeneralSecurityException {
        byte[] key = key(passphrase);
        try {
            Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
            GCMParameterSpec parameters = new GCMParameterSpec(TAG_LENGTH * Byte.SIZE, nonce.toArray());
            aes.init(direction, new SecretKeySpec(key, "AES"), parameters);
            aes.updateAAD(bound.toArray());
            return aes;
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private byte[] key(Passphrase passphrase) {
        byte[] typed = passphrase.utf8();
        byte[] key = new byte[KEY_LENGTH];
        Argon2BytesGenerator argon = new Argon2BytesGenerator();
        argon.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.kibibytes())
                .withIterations(cost.passes())
                .withParallelism(cost.lanes())
                .withSalt(salt.toArray())
                .build());
        argon.generateBytes(typed, key);
        Arrays.fill(typed, (byte) 0);
        return key;
    }

    public Cost cost() {
        return cost;
    }

    public Bytes salt() {
        return salt;
    }

    public Bytes nonce() {
        return nonce;
    }

    public Bytes sealed() {
        return sealed;
    }
}
