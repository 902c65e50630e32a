package lanline.core.secure;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import lanline.core.model.Bytes;

/** SHA-256 (FIPS 180-4). */
public final class Sha256 {
    /** Bytes of a hash. */
    public static final int LENGTH = 32;

    private Sha256() {}

    /** Of all {@code parts}, one behind the other. */
    public static Bytes of(Bytes... parts) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (Bytes part : parts) {
                sha256.update(part.toArray());
            }
            return Bytes.copyOf(sha256.digest());
        } catch (NoSuchAlgorithmException noJava) {
            throw new IllegalStateException("every Java has SHA-256", noJava);
        }
    }
}
