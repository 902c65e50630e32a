package lanline.core.secure.weak;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;

/** What the older programs make of the secret number before they bring it to the length of a key. */
enum KeyMaterial {
    DECIMAL {
        @Override
        byte[] of(int secret) {
            return decimal(secret);
        }
    },
    /** Python's {@code str(float(S))}. */
    FLOAT {
        @Override
        byte[] of(int secret) {
            return ascii(secret + ".0");
        }
    },
    URL_SAFE_BASE64 {
        @Override
        byte[] of(int secret) {
            return Base64.getUrlEncoder().encode(decimal(secret));
        }
    },
    SHA_256 {
        @Override
        byte[] of(int secret) throws GeneralSecurityException {
            return MessageDigest.getInstance("SHA-256").digest(decimal(secret));
        }
    };

    /** Of a secret of 0 or more. */
    abstract byte[] of(int secret) throws GeneralSecurityException;

    private static byte[] decimal(int secret) {
        return ascii(Integer.toString(secret));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
