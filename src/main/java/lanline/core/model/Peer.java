package lanline.core.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody heard of on the network. {@code routes}: one for each of its running instances that speaks the best way, the
 * one last heard first; at least one.
 * {@code lastHeard} is the time of the last change that was told, not of each announcement.
 */
public record Peer(
        PeerId id, Persona persona, Presence presence, Speech speech, List<Route> routes, Instant lastHeard) {
    public Peer {
        routes = List.copyOf(routes);
        if (routes.isEmpty()) {
            throw new IllegalArgumentException("a peer has an address");
        }
    }

    /** Somebody of whom no more is known than the protocol. */
    public Peer(PeerId id, Nickname name, Presence presence, Speaks speaks, List<Route> routes, Instant lastHeard) {
        this(id, Persona.named(name), presence, Speech.of(speaks), routes, lastHeard);
    }

    public Nickname name() {
        return persona.name();
    }

    public Trust trust() {
        return persona.trust();
    }

    /** The way in which it is spoken to. */
    public Speaks speaks() {
        return speech.best();
    }

    /** The address to show. */
    public HostAddress address() {
        return routes.get(0).best().host();
    }

    /** The form that tells two people of one name apart, {@code name@address}. */
    public String fullName() {
        return name() + "@" + address();
    }

    /** The form that tells apart even two of one name on one machine, {@code name@address:port}. */
    public String exactName() {
        return name() + "@" + routes.get(0).best();
    }

    public boolean isHere() {
        return presence == Presence.ONLINE || presence == Presence.BUSY;
    }

    public Correspondent asCorrespondent() {
        return new Correspondent(id, name(), address(), speaks());
    }

    public Peer withPresence(Presence changed, Instant heard) {
        return new Peer(id, persona, changed, speech, routes, heard);
    }

    public Peer with(Persona changed) {
        return new Peer(id, changed, presence, speech, routes, lastHeard);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Peer that
                && presence == that.presence
                && speech.equals(that.speech)
                && id.equals(that.id)
                && persona.equals(that.persona)
                && routes.equals(that.routes)
                && lastHeard.equals(that.lastHeard);
    }

    @Override
    public int hashCode() {
        return 31 * id.hashCode() + lastHeard.hashCode();
    }
}
