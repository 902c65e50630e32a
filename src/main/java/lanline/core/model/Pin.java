package lanline.core.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a Lanline for good, from the first session with it on: a row of {@code peers.json}.
 *
 * @param name as it called itself last; the name it had when it was verified, once it is
 * @param trust never {@code NONE}
 * @param past what the person here has decided of it before
 * @param seen first and last session, least suite and highest epoch in them
 * @param lastAddress where it was last; a message for it waits under this address
 */
public record Pin(LanlineId id, Nickname name, Trust trust, Past past, Seen seen, Endpoint lastAddress) {
    /** Of whom nothing was decided before. */
    public Pin(LanlineId id, Nickname name, Trust trust, Seen seen, Endpoint lastAddress) {
        this(id, name, trust, Past.NONE, seen, lastAddress);
    }

    /**
     * {@code unblocked}: what it is worth once it is no longer blocked; {@code isSucceeded}: another key was trusted under its name, which by
     * itself means that one from then on.
     */
    public record Past(Trust unblocked, boolean isSucceeded) {
        public static final Past NONE = new Past(Trust.KNOWN, false);

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Past that && unblocked == that.unblocked && isSucceeded == that.isSucceeded;
        }

        @Override
        public int hashCode() {
            return 2 * unblocked.hashCode() + (isSucceeded ? 1 : 0);
        }
    }

    /** {@code leastSuite}: a session with less is refused; {@code epoch}: the highest start time of it, in its own milliseconds. */
    public record Seen(Instant first, Instant last, int leastSuite, long epoch) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Seen that
                    && leastSuite == that.leastSuite
                    && epoch == that.epoch
                    && first.equals(that.first)
                    && last.equals(that.last);
        }

        @Override
        public int hashCode() {
            return 31 * last.hashCode() + Long.hashCode(epoch);
        }
    }

    public PeerId peer() {
        return PeerId.lanline(id);
    }

    public Pin with(Trust changed) {
        return new Pin(id, name, changed, past, seen, lastAddress);
    }

    public Pin with(Nickname changed) {
        return new Pin(id, changed, trust, past, seen, lastAddress);
    }

    public Pin with(Seen changed, Endpoint at) {
        return new Pin(id, name, trust, past, changed, at);
    }

    /** Blocked, with what it was worth until now. */
    public Pin blocked() {
        Trust before = trust == Trust.BLOCKED ? past.unblocked : trust;
        return new Pin(id, name, Trust.BLOCKED, new Past(before, past.isSucceeded), seen, lastAddress);
    }

    /** What it was before it was blocked. */
    public Pin unblocked() {
        return new Pin(id, name, past.unblocked, new Past(Trust.KNOWN, past.isSucceeded), seen, lastAddress);
    }

    public Pin succeeded(boolean isSo) {
        return new Pin(id, name, trust, new Past(past.unblocked, isSo), seen, lastAddress);
    }

    /** As somebody who is not here. */
    public Peer asPeer() {
        Route last = new Route(List.of(lastAddress));
        Persona persona = new Persona(name, trust, false, Optional.empty());
        return new Peer(peer(), persona, Presence.GONE, Speech.of(Speaks.LANLINE), List.of(last), seen.last());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Pin that
                && trust == that.trust
                && id.equals(that.id)
                && name.equals(that.name)
                && past.equals(that.past)
                && seen.equals(that.seen)
                && lastAddress.equals(that.lastAddress);
    }

    @Override
    public int hashCode() {
        return 31 * id.hashCode() + seen.hashCode();
    }
}
