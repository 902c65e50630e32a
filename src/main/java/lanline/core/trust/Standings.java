package lanline.core.trust;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import lanline.core.event.ChatEvent.Notice;
import lanline.core.event.ChatEvent.PeerAppeared;
import lanline.core.event.ChatEvent.PeerChanged;
import lanline.core.event.ChatEvent.PeerLeft;
import lanline.core.event.ChatEvent.SessionUp;
import lanline.core.event.ChatEvent.TrustChanged;
import lanline.core.event.EventBus;
import lanline.core.event.StorageEvent.PinsLoaded;
import lanline.core.model.ConversationId;
import lanline.core.model.HostAddress;
import lanline.core.model.LanlineId;
import lanline.core.model.Party;
import lanline.core.model.Peer;
import lanline.core.model.PeerId;
import lanline.core.model.Pin;
import lanline.core.model.Speaks;
import lanline.core.model.Trust;
import lanline.core.port.TimeSource;
import lanline.core.text.SafeText;

/** Tells what is to be thought of everybody on the list, whenever that becomes another thing. Lives on the bus thread. */
public final class Standings {
    /** Somebody who makes one key after another for a name is told of so often, and shown each time. */
    private static final long BETWEEN_WARNINGS_MILLIS = 10 * 60_000L;

    /** Names of which it is known when the last warning was; of more the earliest is forgotten. */
    private static final int MOST_WARNED = 100;

    private final EventBus bus;
    private final TimeSource time;
    private final KnownKeys keys;
    private final Downgrades downgrades;
    private final Map<PeerId, Peer> here = new HashMap<>();
    private final Map<HostAddress, Set<PeerId>> older = new HashMap<>();
    private final ByLook<PeerId> names = new ByLook<>();
    private final Map<PeerId, Standing> onTheWay = new HashMap<>();
    private final Map<String, Long> warned = new LinkedHashMap<>();

    /** What the others have made of an event comes before what is told of it: they were made for the same bus before this. */
    public Standings(EventBus bus, TimeSource time, KnownKeys keys, Downgrades downgrades) {
        this.bus = bus;
        this.time = time;
        this.keys = keys;
        this.downgrades = downgrades;
        keys.heed(this::around);
        bus.subscribe(PeerAppeared.class, event -> put(event.peer()));
        bus.subscribe(PeerChanged.class, event -> put(event.peer()));
        bus.subscribe(PeerLeft.class, event -> remove(event.peer().id()));
        bus.subscribe(PinsLoaded.class, event -> onLoaded());
        bus.subscribe(SessionUp.class, event -> warnIfChanged(event.party()));
    }

    /** Who is blocked is known to be so before it is heard, and is not dialled. */
    private void onLoaded() {
        keys.blocked().forEach(pin -> bus.raise(new TrustChanged(pin.peer(), Trust.BLOCKED, false)));
        here.values().forEach(this::tell);
    }

    private void put(Peer peer) {
        remove(peer.id());
        here.put(peer.id(), peer);
        names.put(peer.id(), peer.name());
        if (peer.speaks() != Speaks.LANLINE) {
            older.computeIfAbsent(peer.address(), any -> new LinkedHashSet<>()).add(peer.id());
        }
        tell(peer);
    }

    private void remove(PeerId id) {
        onTheWay.remove(id);
        names.remove(id);
        Peer before = here.remove(id);
        if (before != null) {
            older.computeIfPresent(before.address(), (any, there) -> {
                there.remove(id);
                return there.isEmpty() ? null : there;
            });
        }
    }

    /** Who is like {@code pin} in name, or where it is, is to be thought of anew, and so is who was like it before. */
    private void around(Pin before, Pin pin) {
        if (!here.containsKey(pin.peer())) {
            Standing standing = keys.standing(pin.id(), pin.name());
            bus.raise(new TrustChanged(pin.peer(), standing.trust(), standing.isSuspect()));
        }
        Set<PeerId> near = near(pin);
        near.addAll(near(before));
        near.add(pin.peer());
        near.stream().filter(here::containsKey).map(here::get).forEach(this::tell);
    }

    private Set<PeerId> near(Pin pin) {
        Set<PeerId> near = names.alike(pin.name());
        near.addAll(older.getOrDefault(pin.lastAddress().host(), Set.of()));
        return near;
    }

    private void tell(Peer peer) {
        Standing standing = KnownKeys.keyOf(peer)
                .map(id -> keys.standing(id, peer.name()))
                .orElseGet(() -> downgrades.standing(peer));
        if (!standing.equals(onTheWay.getOrDefault(peer.id(), Standing.told(peer)))) {
            onTheWay.put(peer.id(), standing);
            bus.raise(new TrustChanged(peer.id(), standing.trust(), standing.isSuspect()));
        }
    }

    private void warnIfChanged(Party party) {
        LanlineId id = party.id();
        boolean isChanged = keys.standing(id, party.name()).trust() == Trust.CHANGED;
        if (isChanged && mayWarn(Look.of(party.name()).drawn())) {
            SafeText sentence = SafeText.line(Sentences.changed(party.name(), id));
            // Who writes to the one who is known so is to read it there.
            PeerId known = keys.placeTaken(id, party.name()).map(Pin::peer).orElse(party.peer());
            bus.raise(new Notice(Notice.Kind.TROUBLE, sentence, ConversationId.with(known)));
        }
    }

    private boolean mayWarn(String look) {
        long now = time.uptimeMillis();
        long last = Objects.requireNonNullElse(warned.remove(look), now - BETWEEN_WARNINGS_MILLIS);
        boolean may = now - last >= BETWEEN_WARNINGS_MILLIS;
        warned.put(look, may ? now : last);
        if (warned.size() > MOST_WARNED) {
            warned.remove(warned.keySet().iterator().next());
        }
        return may;
    }
}
