package lanline.core.trust;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import lanline.core.model.Peer;
import lanline.core.model.PeerId;
import lanline.core.model.Pin;
import lanline.core.model.Speaks;
import lanline.core.model.Trust;
import lanline.core.port.TimeSource;

/**
 * Older programs behind which somebody may be who wants encrypted talk to become unencrypted: they bear a known name, or are where somebody was known
 * to encrypt. Lives on the bus thread.
 */
public final class Downgrades {
    /** After that an address is likely to have been given to another machine ({@code security.md} section 5). */
    static final Duration ADDRESS_COUNTS = Duration.ofDays(30);

    private final KnownKeys keys;
    private final TimeSource time;
    private final Set<PeerId> allowed = new HashSet<>();

    public Downgrades(KnownKeys keys, TimeSource time) {
        this.keys = keys;
        this.time = time;
    }

    Standing standing(Peer older) {
        return new Standing(Trust.NONE, suspicion(older).isPresent());
    }

    /** Why nothing may be sent to {@code peer} as things are, as a sentence that says what to do; empty if it may. */
    public Optional<String> hindrance(Peer peer) {
        if (peer.speaks() != Speaks.LANLINE) {
            return allowed.contains(peer.id())
                    ? Optional.empty()
                    : suspicion(peer).map(known -> Sentences.suspect(peer, known));
        }
        return KnownKeys.keyOf(peer).flatMap(id -> switch (keys.standing(id, peer.name())
                .trust()) {
            case CHANGED -> Optional.of(Sentences.changed(peer.name(), id));
            case BLOCKED ->
                Optional.of(
                        peer.name() + " is blocked; /unblock " + peer.name() + " lets you talk to each other again");
            case NONE, NEW, KNOWN, VERIFIED -> Optional.empty();
        });
    }

    /** In this run, what is written to it may go unencrypted all the same. */
    void allow(PeerId older) {
        allowed.add(older);
    }

    /** Whom one knows that this older program may be standing in for. */
    Optional<Pin> suspicion(Peer older) {
        if (older.speaks() == Speaks.HUB) {
            return Optional.empty();
        }
        Instant since = time.now().minus(ADDRESS_COUNTS);
        return keys.table().alike(older.name()).stream()
                .filter(pin -> pin.trust() != Trust.CHANGED)
                .findFirst()
                .or(() -> keys.table().at(older.address()).stream()
                        .filter(pin -> pin.seen().last().isAfter(since))
                        .findFirst());
    }
}
