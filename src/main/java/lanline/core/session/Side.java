package lanline.core.session;

import java.nio.ByteBuffer;
import lanline.core.model.Bytes;
import lanline.core.secure.noise.X25519PublicKey;

/** Who signs in a handshake. What one side signs is of no use for the other: nobody's proof can be sent back to them as somebody's answer. */
enum Side {
    DIALLING(1),
    DIALLED(2);

    private static final Bytes CONTEXT = Bytes.utf8("LL1 hs v1\0");

    private final int number;

    Side(int number) {
        this.number = number;
    }

    /** What this side signs: {@code "LL1 hs v1\0" ‖ side (1 byte) ‖ hash of the handshake so far ‖ its key in Noise}. */
    Bytes statement(Bytes hash, X25519PublicKey key) {
        Bytes encoded = key.encoded();
        return Bytes.copyOf(ByteBuffer.allocate(CONTEXT.length() + 1 + hash.length() + encoded.length())
                .put(CONTEXT.toArray())
                .put((byte) number)
                .put(hash.toArray())
                .put(encoded.toArray())
                .array());
    }
}
