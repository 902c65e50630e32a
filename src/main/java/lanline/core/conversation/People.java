package lanline.core.conversation;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import lanline.core.event.ChatEvent.PeerAppeared;
import lanline.core.event.ChatEvent.PeerChanged;
import lanline.core.event.ChatEvent.PeerLeft;
import lanline.core.event.EventBus;
import lanline.core.model.Addressee;
import lanline.core.model.ConversationId;
import lanline.core.model.Peer;
import lanline.core.model.PeerId;
import lanline.core.model.Presence;

/** Everybody who can be written to: all that are on the list, and those who left it but were talked with. Lives on the bus thread. */
public final class People {
    /** People who left and are still remembered, for a conversation that goes on; the earliest is forgotten first. */
    private static final int MOST_GONE = 1_000;

    private final Map<PeerId, Peer> here = new LinkedHashMap<>();
    private final Map<PeerId, Peer> gone = new LinkedHashMap<>();

    public People(EventBus bus) {
        bus.subscribe(PeerAppeared.class, event -> put(event.peer()));
        bus.subscribe(PeerChanged.class, event -> put(event.peer()));
        bus.subscribe(PeerLeft.class, event -> remove(event.peer()));
    }

    /** Whom {@code typed} means: those here come before those who left. */
    Addressee find(String typed) {
        Addressee among = Addressee.find(typed, here.values());
        return among.equals(new Addressee.Nobody()) ? Addressee.find(typed, gone.values()) : among;
    }

    Optional<Peer> in(ConversationId conversation) {
        PeerId id = new PeerId(conversation.text());
        return Optional.ofNullable(here.get(id)).or(() -> Optional.ofNullable(gone.get(id)));
    }

    Collection<Peer> here() {
        return here.values();
    }

    private void put(Peer peer) {
        here.put(peer.id(), peer);
        gone.remove(peer.id());
    }

    private void remove(Peer peer) {
        here.remove(peer.id());
        gone.put(peer.id(), peer.withPresence(Presence.GONE, peer.lastHeard()));
        if (gone.size() > MOST_GONE) {
            gone.remove(gone.keySet().iterator().next());
        }
    }
}
