package lanline.core.conversation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import lanline.core.event.ChatEvent.PeerAppeared;
import lanline.core.event.ChatEvent.PeerChanged;
import lanline.core.event.ChatEvent.PeerLeft;
import lanline.core.event.ChatEvent.TrustChanged;
import lanline.core.event.EventBus;
import lanline.core.event.StorageEvent.PinsDecided;
import lanline.core.event.StorageEvent.PinsLoaded;
import lanline.core.model.Addressee;
import lanline.core.model.ConversationId;
import lanline.core.model.Peer;
import lanline.core.model.PeerId;
import lanline.core.model.Pin;
import lanline.core.model.Presence;

/** Everybody who can be written to: all that are on the list, and those who left it but were talked with. Lives on the bus thread. */
public final class People {
    /** People who left and are still remembered, for a conversation that goes on; the earliest is forgotten first. */
    private static final int MOST_GONE = 1_000;

    private final Map<PeerId, Peer> here = new LinkedHashMap<>();
    private final Map<PeerId, Peer> gone = new LinkedHashMap<>();
    /** Of earlier runs, not heard yet in this one: as many as are kept on the disk. */
    private final Map<PeerId, Peer> known = new LinkedHashMap<>();

    private final Predicate<PeerId> isSucceeded;

    /** {@code isSucceeded}: whether the name of somebody has become that of another one. */
    public People(EventBus bus, Predicate<PeerId> isSucceeded) {
        this.isSucceeded = isSucceeded;
        bus.subscribe(PeerAppeared.class, event -> put(event.peer()));
        bus.subscribe(PeerChanged.class, event -> put(event.peer()));
        bus.subscribe(PeerLeft.class, event -> remove(event.peer()));
        bus.subscribe(PinsLoaded.class, event -> event.pins().forEach(this::know));
        bus.subscribe(PinsDecided.class, event -> event.pins().forEach(this::know));
        bus.subscribe(TrustChanged.class, this::onTrust);
    }

    /** Whom {@code typed} means: those here come before those who left, and of these those who still have their name. */
    public Addressee find(String typed) {
        Addressee among = Addressee.find(typed, here.values());
        if (!among.equals(new Addressee.Nobody())) {
            return among;
        }
        List<Peer> absent = new ArrayList<>(gone.values());
        absent.addAll(known.values());
        List<Peer> named =
                absent.stream().filter(peer -> !isSucceeded.test(peer.id())).toList();
        Addressee stillSo = Addressee.find(typed, named);
        return stillSo.equals(new Addressee.Nobody()) ? Addressee.find(typed, absent) : stillSo;
    }

    Optional<Peer> in(ConversationId conversation) {
        PeerId id = new PeerId(conversation.text());
        return Optional.ofNullable(here.get(id))
                .or(() -> Optional.ofNullable(gone.get(id)))
                .or(() -> Optional.ofNullable(known.get(id)));
    }

    Collection<Peer> here() {
        return here.values();
    }

    private void put(Peer peer) {
        here.put(peer.id(), peer);
        gone.remove(peer.id());
        known.remove(peer.id());
    }

    /** Somebody met in an earlier run, or on another machine, who can be written to although not here. */
    private void know(Pin pin) {
        if (!here.containsKey(pin.peer()) && !gone.containsKey(pin.peer())) {
            known.put(pin.peer(), pin.asPeer());
        }
    }

    /** Of those not here; of the others a change is told. */
    private void onTrust(TrustChanged event) {
        for (Map<PeerId, Peer> absent : List.of(gone, known)) {
            absent.computeIfPresent(
                    event.peer(), (any, peer) -> peer.with(peer.persona().withTrust(event.trust(), event.isSuspect())));
        }
    }

    private void remove(Peer peer) {
        here.remove(peer.id());
        gone.put(peer.id(), peer.withPresence(Presence.GONE, peer.lastHeard()));
        if (gone.size() > MOST_GONE) {
            gone.remove(gone.keySet().iterator().next());
        }
    }
}
