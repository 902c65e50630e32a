package lanline.core.session;

import java.util.Optional;
import lanline.core.model.Bytes;

/** A state of a session: what it waits for, and what it makes of it. {@link Session} draws them all. Lives with its session. */
interface Stage {
    /** The link is open. */
    default Stage opened(Outputs out) {
        return this;
    }

    /** What this stage reads next, once it is all here. */
    Optional<Bytes> next(Incoming incoming) throws BrokenException;

    /** The stage after what {@link #next} took; this one is left, unless it throws. */
    Stage read(Bytes piece, Outputs out) throws BrokenException;

    /** What frames go through, once the session is up. */
    default Optional<Channel> up() {
        return Optional.empty();
    }

    /** Ends here: nothing secret remains of what this stage holds. */
    void wipe();

    /** A message of the handshake, as long as all that came so far stays within what may come of somebody unproven. */
    static Optional<Bytes> handshakeMessage(Incoming incoming) throws BrokenException {
        return incoming.takeMessage((int) (Session.MOST_UNPROVEN_BYTES - incoming.taken() - Incoming.PREFIX));
    }
}
