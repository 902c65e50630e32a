package lanline.core.secure;

import lanline.core.model.Bytes;
import lanline.core.model.LanlineId;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** Checks what others have signed (Ed25519, RFC 8032). */
public final class Signatures {
    /** Bytes of a signature. */
    public static final int LENGTH = Ed25519.SIGNATURE_SIZE;

    private Signatures() {}

    /** True if {@code id} is a sound key: no small order, canonical; to be asked once of each new one. */
    public static boolean isSound(LanlineId id) {
        return Ed25519.validatePublicKeyFull(id.key().toArray(), 0);
    }

    /** True if who holds {@code id} has signed exactly {@code message}. Of any other bytes, false. */
    public static boolean isBy(LanlineId id, Bytes message, Bytes signature) {
        if (signature.length() != LENGTH) {
            return false;
        }
        byte[] signed = message.toArray();
        return Ed25519.verify(signature.toArray(), 0, id.key().toArray(), 0, signed, 0, signed.length);
    }
}
