package lanline.core.secure.noise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** AES-GCM with Noise's counter, against the JDK called directly. */
class CipherStateTest {
    private static final byte[] KEY =
            HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
    private static final byte[] AD = {1, 2, 3};
    private static final byte[] TEXT = {4, 5, 6, 7};

    @Test
    void withoutAKeyBytesPassAsTheyAre() throws Exception {
        CipherState cipher = new CipherState();
        assertFalse(cipher.hasKey());
        assertSame(TEXT, cipher.encryptWithAd(AD, TEXT));
        assertSame(TEXT, cipher.decryptWithAd(AD, TEXT));
    }

    @Test
    void theCounterIsBigEndianInTheLastEightBytes() throws Exception {
        CipherState cipher = withKey();
        assertArrayEquals(direct(KEY, "000000000000000000000000", AD, TEXT), cipher.encryptWithAd(AD, TEXT));
        assertArrayEquals(direct(KEY, "000000000000000000000001", AD, TEXT), cipher.encryptWithAd(AD, TEXT));
        cipher.setNonce(0x0102030405060708L);
        assertArrayEquals(direct(KEY, "000000000102030405060708", AD, TEXT), cipher.encryptWithAd(AD, TEXT));
    }

    @Test
    void theNewKeyIsAnEncryptionOfZerosUnderTheReservedCounter() throws Exception {
        CipherState cipher = withKey();
        cipher.encryptWithAd(AD, TEXT);
        cipher.rekey();
        byte[] next = Arrays.copyOf(direct(KEY, "00000000ffffffffffffffff", new byte[0], new byte[32]), 32);
        assertArrayEquals(direct(next, "000000000000000000000001", AD, TEXT), cipher.encryptWithAd(AD, TEXT));
    }

    @Test
    void theLastCounterIsNeverUsed() throws Exception {
        CipherState writer = withKey();
        CipherState reader = withKey();
        writer.setNonce(-2);
        reader.setNonce(-2);
        assertArrayEquals(TEXT, reader.decryptWithAd(AD, writer.encryptWithAd(AD, TEXT)));
        assertThrows(IllegalStateException.class, () -> writer.encryptWithAd(AD, TEXT));
        assertThrows(RefusedException.class, () -> reader.decryptWithAd(AD, new byte[20]));
    }

    @Test
    void aRefusedMessageDoesNotMoveTheCounter() throws Exception {
        CipherState writer = withKey();
        CipherState reader = withKey();
        byte[] sealed = writer.encryptWithAd(AD, TEXT);
        assertThrows(RefusedException.class, () -> reader.decryptWithAd(new byte[0], sealed));
        assertThrows(RefusedException.class, () -> reader.decryptWithAd(AD, new byte[15]));
        assertArrayEquals(TEXT, reader.decryptWithAd(AD, sealed));
    }

    @Test
    void aWipedCipherNeverPassesBytes() {
        CipherState cipher = withKey();
        cipher.wipe();
        assertThrows(IllegalStateException.class, () -> cipher.encryptWithAd(AD, TEXT));
        assertThrows(IllegalStateException.class, () -> cipher.decryptWithAd(AD, TEXT));
        assertThrows(IllegalStateException.class, cipher::rekey);
        assertThrows(IllegalStateException.class, () -> cipher.initializeKey(KEY));
    }

    @Test
    void aKeyIsCopiedSoThatItsArrayCanBeWiped() throws Exception {
        byte[] key = KEY.clone();
        CipherState cipher = new CipherState();
        cipher.initializeKey(key);
        Arrays.fill(key, (byte) 0);
        assertArrayEquals(direct(KEY, "000000000000000000000000", AD, TEXT), cipher.encryptWithAd(AD, TEXT));
        assertEquals(0, key[31]);
    }

    private static CipherState withKey() {
        CipherState cipher = new CipherState();
        cipher.initializeKey(KEY);
        return cipher;
    }

    private static byte[] direct(byte[] key, String nonce, byte[] ad, byte[] text) throws Exception {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        GCMParameterSpec parameters = new GCMParameterSpec(128, HexFormat.of().parseHex(nonce));
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), parameters);
        cipher.updateAAD(ad);
        return cipher.doFinal(text);
    }
}
