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
 * @param seen first and last session, least suite and highest epoch in them
 * @param lastAddress where it was last; a message for it waits under this address
 */
public record Pin(LanlineId id, Nickname name, Trust trust, Seen seen, Endpoint lastAddress) {
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
        return new Pin(id, name, changed, seen, lastAddress);
    }

    public Pin with(Nickname changed) {
        return new Pin(id, changed, trust, seen, lastAddress);
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
                && seen.equals(that.seen)
                && lastAddress.equals(that.lastAddress);
    }

    @Override
    public int hashCode() {
        return 31 * id.hashCode() + seen.hashCode();
    }
}
