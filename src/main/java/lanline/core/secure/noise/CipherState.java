package lanline.core.secure.noise;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * AES-256-GCM with a counter (Noise revision 34, sections 5.1 and 12.4). One direction of one connection; on its owner's thread.
 *
 * <pre>
 *   no key: bytes pass as they are ── initializeKey ──► key, counter 0 ── rekey ──► next key, same counter
 *   any state ── wipe ──► over: everything throws
 * </pre>
 */
final class CipherState {
    static final int KEY_LENGTH = 32;
    static final int TAG_LENGTH = 16;

    private static final int NONCE_LENGTH = 12;

    /** 2^64 - 1 is kept for {@link #rekey} (section 4.2), so no message may have it. */
    private static final long RESERVED_NONCE = -1;

    private static final byte[] NO_DATA = {};

    private final Cipher aes = aesGcm();
    private @Nullable SecretKeySpec key;
    private long nonce;
    private boolean over;

    private static Cipher aesGcm() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException noJava) {
            throw new IllegalStateException("every Java has AES-GCM", noJava);
        }
    }

    /** Takes a copy of {@code newKey}, which the caller wipes. The copy itself can't be wiped in Java, only dropped. */
    void initializeKey(byte[] newKey) {
        requireNotOver();
        key = new SecretKeySpec(newKey, "AES");
        nonce = 0;
    }

    boolean hasKey() {
        return key != null;
    }

    /** For tests: nobody waits for 2^64 messages. */
    void setNonce(long next) {
        nonce = next;
    }

    /** The ciphertext with its tag; {@code plaintext} itself while there is no key. */
    byte[] encryptWithAd(byte[] ad, byte[] plaintext) {
        requireNotOver();
        if (key == null) {
            return plaintext;
        }
        if (nonce == RESERVED_NONCE) {
            throw new IllegalStateException("2^64 - 1 messages under one key: the session should have ended long ago");
        }
        byte[] sealed = seal(nonce, ad, plaintext);
        nonce++;
        return sealed;
    }

    /** The plaintext; after a refusal the counter stands where it stood. */
    byte[] decryptWithAd(byte[] ad, byte[] sealed) throws RefusedException {
        requireNotOver();
        if (key == null) {
            return sealed;
        }
        if (sealed.length < TAG_LENGTH) {
            throw new RefusedException("an encrypted part of " + sealed.length + " bytes is too short for its tag");
        }
        if (nonce == RESERVED_NONCE) {
            throw new RefusedException("the other side sent 2^64 - 1 messages under one key");
        }
        byte[] plaintext = open(ad, sealed);
        nonce++;
        return plaintext;
    }

    /** Replaces the key, so that who finds the new one can't read what went before (section 4.2); the counter runs on. */
    void rekey() {
        requireNotOver();
        byte[] sealed = seal(RESERVED_NONCE, NO_DATA, new byte[KEY_LENGTH]);
        key = new SecretKeySpec(sealed, 0, KEY_LENGTH, "AES");
        Arrays.fill(sealed, (byte) 0);
    }

    void wipe() {
        over = true;
        key = null;
    }

    /** Else bytes would pass unencrypted again. */
    private void requireNotOver() {
        if (over) {
            throw new IllegalStateException("this cipher was wiped");
        }
    }

    private byte[] seal(long number, byte[] ad, byte[] plaintext) {
        try {
            begin(Cipher.ENCRYPT_MODE, number, ad);
            return aes.doFinal(plaintext);
        } catch (GeneralSecurityException bug) {
            throw new IllegalStateException("AES-GCM refuses to encrypt", bug);
        }
    }

    private byte[] open(byte[] ad, byte[] sealed) throws RefusedException {
        try {
            begin(Cipher.DECRYPT_MODE, nonce, ad);
            return aes.doFinal(sealed);
        } catch (AEADBadTagException forged) {
            throw new RefusedException(
                    "an encrypted part does not fit its key: changed on the way, out of order, or not from the other side");
        } catch (GeneralSecurityException bug) {
            throw new IllegalStateException("AES-GCM refuses to decrypt", bug);
        }
    }

    private void begin(int direction, long number, byte[] ad) throws GeneralSecurityException {
        byte[] iv = new byte[NONCE_LENGTH];
        for (int i = 0; i < Long.BYTES; i++) {
            iv[NONCE_LENGTH - 1 - i] = (byte) (number >>> (Byte.SIZE * i));
        }
        aes.init(direction, key, new GCMParameterSpec(TAG_LENGTH * Byte.SIZE, iv));
        aes.updateAAD(ad);
    }
}
