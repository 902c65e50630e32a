package lanline.core.session;

import java.util.Optional;
import lanline.core.model.Bytes;
import lanline.core.secure.noise.Transport;

/** Seals and opens frames, and changes the keys in time. Lives with its session. */
final class Channel {
    /**
     * After so many messages a direction gets its next key, on both sides at the same message: who steals the memory of a program can't read
     * what went before.
     */
    static final int MESSAGES_A_KEY = 1_000;

    private static final int TAG = Transport.MAX_MESSAGE - Transport.MAX_PLAINTEXT;

    /** The longest sealed frame; a longer one is refused by its length. */
    static final int MOST_SEALED_BYTES = FrameType.MOST_FRAME_BYTES + TAG;

    private final Transport transport;
    private int sent;
    private int received;
    private long sealedBytes;

    Channel(Transport transport) {
        this.transport = transport;
    }

    Bytes seal(Frame frame) {
        Bytes sealed = transport.seal(FrameWriter.write(frame));
        sealedBytes += sealed.length();
        sent++;
        if (sent == MESSAGES_A_KEY) {
            sent = 0;
            transport.rekeySending();
        }
        return sealed;
    }

    /** As {@link FrameReader#read}. */
    Optional<Frame> open(Bytes sealed) throws BrokenException {
        Bytes frame = BrokenException.ifRefused(transport.open(sealed));
        sealedBytes += sealed.length();
        received++;
        if (received == MESSAGES_A_KEY) {
            received = 0;
            transport.rekeyReceiving();
        }
        return FrameReader.read(frame);
    }

    long sealedBytes() {
        return sealedBytes;
    }

    Bytes binding() {
        return transport.channelBinding();
    }

    void wipe() {
        transport.wipe();
    }
}
