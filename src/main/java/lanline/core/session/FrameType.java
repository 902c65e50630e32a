package lanline.core.session;

import java.util.Optional;

/**
 * The kinds of frames, by their number on the wire. A frame is encrypted as one message of Noise; all numbers with the high bytes first:
 *
 * <pre>
 *   type 1 | flags 1 | length of body 2 | body | zeros up to a multiple of 64
 *
 *   HELLO, PING, PONG  nothing
 *   TEXT               message id 16 | UTF-8, at most 8,192
 *   RECEIPT            1 to 64 message ids, 16 each
 *   BYE                reason 1 (1 left, 2 replaced, 3 blocked)
 *   COMPARE            step 1 (1 commit, 2 answer, 3 reveal, 4 same, 5 stop) | content, at most 1,024
 * </pre>
 */
enum FrameType {
    HELLO(1),
    TEXT(2),
    RECEIPT(3),
    PING(4),
    PONG(5),
    BYE(6),
    COMPARE(7);

    /** Type, flags and length. */
    static final int HEADER = 4;

    /** So the length on the wire doesn't tell a "yes" from a "no". */
    static final int BLOCK = 64;

    /** A frame of a type that the reader doesn't know ends the session if this is set, and is skipped otherwise. The other flags mean nothing yet. */
    static final int CRITICAL = 1;

    static final int ID_LENGTH = 16;

    /** The longest frame with its zeros; a longer message is refused by its length, before it is read. */
    static final int MOST_FRAME_BYTES = padded(HEADER + ID_LENGTH + Frame.MOST_TEXT_BYTES);

    private final int number;

    FrameType(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    static Optional<FrameType> ofNumber(int number) {
        for (FrameType type : values()) {
            if (type.number == number) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** {@code length}, filled up. */
    static int padded(int length) {
        return (length + BLOCK - 1) / BLOCK * BLOCK;
    }
}
