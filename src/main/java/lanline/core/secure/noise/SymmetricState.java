package lanline.core.secure.noise;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import lanline.core.model.Bytes;

/**
 * What both sides have in common so far (Noise revision 34, section 5.2): the hash of all that was sent, and the chaining key made of all
 * secrets. On its owner's thread; ends with {@link #split} or {@link #wipe}.
 */
final class SymmetricState {
    private static final int HASH_LENGTH = 32;

    private final MessageDigest sha256;
    private final Mac hmac;
    private final CipherState cipher = new CipherState();
    private byte[] hash;
    private byte[] chainingKey;

    SymmetricState(String protocolName) {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
            hmac = Mac.getInstance("HmacSHA256");
        } catch (GeneralSecurityException noJava) {
            throw new IllegalStateException("every Java has SHA-256", noJava);
        }
        byte[] name = protocolName.getBytes(StandardCharsets.US_ASCII);
        hash = name.length <= HASH_LENGTH ? Arrays.copyOf(name, HASH_LENGTH) : sha256.digest(name);
        chainingKey = hash.clone();
    }

    void mixHash(byte[] data) {
        sha256.update(hash);
        hash = sha256.digest(data);
    }

    /** {@code secret} goes into all keys from here on; it is wiped. */
    void mixKey(byte[] secret) {
        byte[][] made = hkdf(secret);
        Arrays.fill(secret, (byte) 0);
        Arrays.fill(chainingKey, (byte) 0);
        chainingKey = made[0];
        cipher.initializeKey(made[1]);
        Arrays.fill(made[1], (byte) 0);
    }

    boolean hasKey() {
        return cipher.hasKey();
    }

    byte[] encryptAndHash(byte[] plaintext) {
        byte[] sealed = cipher.encryptWithAd(hash, plaintext);
        mixHash(sealed);
        return sealed;
    }

    byte[] decryptAndHash(byte[] sealed) throws RefusedException {
        byte[] plaintext = cipher.decryptWithAd(hash, sealed);
        mixHash(sealed);
        return plaintext;
    }

    Bytes handshakeHash() {
        return Bytes.copyOf(hash);
    }

    /** The keys of both directions; nothing of this state remains. */
    Transport split(Role role) {
        byte[][] made = hkdf(new byte[0]);
        CipherState fromInitiator = new CipherState();
        CipherState fromResponder = new CipherState();
        fromInitiator.initializeKey(made[0]);
        fromResponder.initializeKey(made[1]);
        Arrays.fill(made[0], (byte) 0);
        Arrays.fill(made[1], (byte) 0);
        wipe();
        return role == Role.INITIATOR
                ? new Transport(fromInitiator, fromResponder, handshakeHash())
                : new Transport(fromResponder, fromInitiator, handshakeHash());
    }

    void wipe() {
        cipher.wipe();
        Arrays.fill(chainingKey, (byte) 0);
    }

    /** HKDF with two outputs (section 4.3). */
    private byte[][] hkdf(byte[] secret) {
        byte[] temporary = hmac(chainingKey, secret);
        byte[] first = hmac(temporary, new byte[] {1});
        byte[] message = Arrays.copyOf(first, HASH_LENGTH + 1);
        message[HASH_LENGTH] = 2;
        byte[] second = hmac(temporary, message);
        Arrays.fill(temporary, (byte) 0);
        Arrays.fill(message, (byte) 0);
        return new byte[][] {first, second};
    }

    private byte[] hmac(byte[] key, byte[] message) {
        try {
            hmac.init(new SecretKeySpec(key, "HmacSHA256"));
            return hmac.doFinal(message);
        } catch (GeneralSecurityException bug) {
            throw new IllegalStateException("HMAC takes a key of any length", bug);
        }
    }
}
