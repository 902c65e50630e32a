package lanline.core.secure.weak;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;

/**
 * One way of the older programs to encrypt ({@code wire.md} section 1), as a row of the table. {@code name} is for people, and for
 * what is learned of a peer.
 */
public record CipherRow(String name, KeyMaterial material, Fill fill, BlockCipher cipher, CipherText written) {
    /** What most of them do, and so what is sent to a peer of whom nothing is known. */
    public static final CipherRow USUAL = new CipherRow(
            "3des-blanks", KeyMaterial.DECIMAL, Fill.BLANKS_RIGHT, BlockCipher.TRIPLE_DES_ECB, CipherText.BASE64);

    /** All that were seen; reading tries them in this order. */
    public static final List<CipherRow> TABLE = List.of(
            USUAL,
            tripleDes("3des-zeros-left", KeyMaterial.DECIMAL, Fill.ZEROS_LEFT),
            tripleDes("3des-zeros-right", KeyMaterial.DECIMAL, Fill.ZEROS_RIGHT),
            tripleDes("3des-sha256", KeyMaterial.SHA_256, Fill.CUT),
            tripleDes("3des-base64-blanks", KeyMaterial.URL_SAFE_BASE64, Fill.BLANKS_RIGHT),
            tripleDes("3des-float-blanks", KeyMaterial.FLOAT, Fill.BLANKS_RIGHT),
            base64("des-cbc-zeros", KeyMaterial.DECIMAL, Fill.ZEROS_RIGHT, BlockCipher.DES_CBC),
            new CipherRow("des-sha256-hex", KeyMaterial.SHA_256, Fill.CUT, BlockCipher.DES_ECB, CipherText.HEX),
            base64("aes128-zeros", KeyMaterial.DECIMAL, Fill.ZEROS_RIGHT, BlockCipher.AES_128_ECB),
            base64("aes256-sha256", KeyMaterial.SHA_256, Fill.CUT, BlockCipher.AES_256_ECB));

    private static CipherRow tripleDes(String name, KeyMaterial material, Fill fill) {
        return base64(name, material, fill, BlockCipher.TRIPLE_DES_ECB);
    }

    private static CipherRow base64(String name, KeyMaterial material, Fill fill, BlockCipher cipher) {
        return new CipherRow(name, material, fill, cipher, CipherText.BASE64);
    }

    /** Empty for a name that is not in the table: that of a newer version, or none. */
    public static Optional<CipherRow> named(String name) {
        return TABLE.stream().filter(row -> row.name.equals(name)).findFirst();
    }

    /** Encrypts under a {@code secret} of 0 or more. Empty only where this Java lacks the cipher. */
    public Optional<String> encrypt(int secret, String text) {
        try {
            return Optional.of(written.write(cipher.encrypt(key(secret), text.getBytes(StandardCharsets.UTF_8))));
        } catch (GeneralSecurityException lacking) {
            return Optional.empty();
        }
    }

    /** How many characters {@link #encrypt} makes of a text of so many bytes in UTF-8. */
    public int writtenLength(int textBytes) {
        int sealed = (textBytes / cipher.blockBytes + 1) * cipher.blockBytes;
        return written.length(sealed);
    }

    byte[] key(int secret) throws GeneralSecurityException {
        return fill.to(cipher.keyBytes, material.of(secret));
    }
}
