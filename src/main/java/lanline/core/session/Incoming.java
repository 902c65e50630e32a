package lanline.core.session;

import java.util.Optional;
import lanline.core.model.Bytes;

/**
 * What has come in and is not read yet, wherever it was cut on its way. Grows by doubling, so that single bytes cost no more than others.
 * Lives with its session.
 */
final class Incoming {
    /** Bytes of the length before each message. */
    static final int PREFIX = 2;

    /** Room for what people type; a larger one is given back once it is empty, so that a thousand idle sessions hold a megabyte at most. */
    private static final int KEPT_ROOM = 1_024;

    private static final byte[] NO_ROOM = {};

    private byte[] bytes = NO_ROOM;
    private int start;
    private int end;
    private long taken;

    void append(Bytes more) {
        makeRoomFor(more.length());
        more.copyTo(bytes, end);
        end += more.length();
    }

    private void makeRoomFor(int more) {
        int held = end - start;
        if (end + more <= bytes.length) {
            return;
        }
        byte[] room = held + more <= bytes.length
                ? bytes
                : new byte[Math.max(KEPT_ROOM, Math.max(held + more, 2 * bytes.length))];
        System.arraycopy(bytes, start, room, 0, held);
        bytes = room;
        start = 0;
        end = held;
    }

    /** Bytes taken since the start. */
    long taken() {
        return taken;
    }

    /** The next {@code count} bytes, once they are all here. */
    Optional<Bytes> take(int count) {
        if (end - start < count) {
            return Optional.empty();
        }
        Bytes piece = Bytes.copyOf(bytes, start, start + count);
        drop(count);
        return Optional.of(piece);
    }

    /** The next message behind its length (16 bits, the high ones first), once it is all here; broken as soon as it says that it is longer than {@code most}. */
    Optional<Bytes> takeMessage(int most) throws BrokenException {
        if (end - start < PREFIX) {
            return Optional.empty();
        }
        int length = (bytes[start] & 0xFF) << Byte.SIZE | bytes[start + 1] & 0xFF;
        if (length > most) {
            throw new BrokenException("a message of " + length + " bytes, where at most " + most + " may come");
        }
        if (end - start < PREFIX + length) {
            return Optional.empty();
        }
        drop(PREFIX);
        return take(length);
    }

    private void drop(int count) {
        start += count;
        taken += count;
        if (start == end) {
            forget();
        }
    }

    void clear() {
        bytes = NO_ROOM;
        forget();
    }

    private void forget() {
        start = 0;
        end = 0;
        if (bytes.length > KEPT_ROOM) {
            bytes = NO_ROOM;
        }
    }
}
