package lanline.core.session;

import java.util.ArrayList;
import java.util.List;
import lanline.core.model.Bytes;

/** Bytes that leave together, so that a handshake takes as few packets as it can. */
final class Outgoing {
    private final List<Bytes> parts = new ArrayList<>();

    Outgoing raw(Bytes bytes) {
        parts.add(bytes);
        return this;
    }

    /** A message behind its length, as {@link Incoming#takeMessage} reads it. */
    Outgoing message(Bytes message) {
        int length = message.length();
        parts.add(Bytes.copyOf(new byte[] {(byte) (length >>> Byte.SIZE), (byte) length}));
        parts.add(message);
        return this;
    }

    SessionOutput transmit() {
        byte[] joined = new byte[parts.stream().mapToInt(Bytes::length).sum()];
        int at = 0;
        for (Bytes part : parts) {
            part.copyTo(joined, at);
            at += part.length();
        }
        return new SessionOutput.Transmit(Bytes.copyOf(joined));
    }
}
