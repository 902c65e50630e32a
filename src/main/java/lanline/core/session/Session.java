package lanline.core.session;

import java.util.List;
import lanline.core.model.Bytes;
import lanline.core.model.LanlineId;

/**
 * One session on one link, from the first byte to the last ({@code security.md} section 3). Total: no bytes make it throw. Lives on its
 * owner's thread.
 */
public final class Session {
    private Session() {}

    /** With {@code expected} and nobody else, on a link that we dialled. */
    public static Session dial(OwnSide own, LanlineId expected) {
        throw new UnsupportedOperationException();
    }

    /** With whoever proves who it is, on a link that was dialled to us and began with {@link #FIRST_BYTE}. */
    public static Session accept(OwnSide own) {
        throw new UnsupportedOperationException();
    }

    /** Begins every session, and neither JSON nor UTF-8 text. */
    public static final byte FIRST_BYTE = (byte) 0xF5;

    /** Bytes that may come before the other side is proven. */
    public static final int MOST_UNPROVEN_BYTES = 4_096;

    /** The link is open. */
    public List<SessionOutput> opened() {
        throw new UnsupportedOperationException();
    }

    public List<SessionOutput> receive(Bytes bytes) {
        throw new UnsupportedOperationException();
    }

    /** Says something; only while {@link #isUp}. */
    public List<SessionOutput> say(Frame frame) {
        throw new UnsupportedOperationException();
    }

    public boolean isUp() {
        throw new UnsupportedOperationException();
    }

    /** Bytes sealed and opened since the start. */
    public long sealedBytes() {
        throw new UnsupportedOperationException();
    }

    /** The link has gone, or takes too long: all keys are wiped. */
    public void end() {
        throw new UnsupportedOperationException();
    }
}
