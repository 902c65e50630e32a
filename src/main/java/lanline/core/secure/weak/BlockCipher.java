package lanline.core.secure.weak;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The block ciphers that the older programs use, each with its mode; an initial value, where there is one, is zero. Padding is PKCS5's. */
enum BlockCipher {
    TRIPLE_DES_ECB("DESede", "ECB", 24, 8),
    DES_ECB("DES", "ECB", 8, 8),
    DES_CBC("DES", "CBC", 8, 8),
    AES_128_ECB("AES", "ECB", 16, 16),
    AES_256_ECB("AES", "ECB", 32, 16);

    private final String algorithm;
    private final String mode;
    final int keyBytes;
    final int blockBytes;

    BlockCipher(String algorithm, String mode, int keyBytes, int blockBytes) {
        this.algorithm = algorithm;
        this.mode = mode;
        this.keyBytes = keyBytes;
        this.blockBytes = blockBytes;
    }

    /** One that keeps the padding of what it decrypts. */
    Cipher unpadded() throws GeneralSecurityException {
        return Cipher.getInstance(algorithm + "/" + mode + "/NoPadding");
    }

    byte[] encrypt(byte[] key, byte[] text) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(algorithm + "/" + mode + "/PKCS5Padding");
        begin(cipher, Cipher.ENCRYPT_MODE, key, new byte[blockBytes]);
        return cipher.doFinal(text);
    }

    /** Decrypts whole blocks from {@code from} to the end with an {@link #unpadded} cipher; blocks depend on the one before at most. */
    byte[] decrypt(Cipher cipher, byte[] key, byte[] sealed, int from) throws GeneralSecurityException {
        byte[] before = from == 0 ? new byte[blockBytes] : Arrays.copyOfRange(sealed, from - blockBytes, from);
        begin(cipher, Cipher.DECRYPT_MODE, key, before);
        return cipher.doFinal(sealed, from, sealed.length - from);
    }

    private void begin(Cipher cipher, int direction, byte[] key, byte[] before) throws GeneralSecurityException {
        SecretKeySpec secret = new SecretKeySpec(key, algorithm);
        if (mode.equals("CBC")) {
            cipher.init(direction, secret, new IvParameterSpec(before));
        } else {
            cipher.init(direction, secret);
        }
    }
}
