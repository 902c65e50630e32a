package lanline.core.screen;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import lanline.core.event.ChatEvent.TrustChanged;
import lanline.core.event.EventBus;
import lanline.core.event.StorageEvent.PinsLoaded;
import lanline.core.model.PeerId;
import lanline.core.model.Trust;

/** What was decided about people's keys, to be told of those, too, who are not on the list. Lives on the bus thread. */
final class Judgements {
    /** As many as there are rows of keys; the earliest is forgotten first, and then only said to be encrypted. */
    private static final int MOST = 5_000;

    private final Map<PeerId, Trust> decided = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<PeerId, Trust> eldest) {
            return size() > MOST;
        }
    };

    Judgements(EventBus bus) {
        bus.subscribe(PinsLoaded.class, event -> event.pins().forEach(pin -> put(pin.peer(), pin.trust())));
        bus.subscribe(TrustChanged.class, event -> put(event.peer(), event.trust()));
    }

    /** Nobody has decided anything about most people: those take no room. */
    private void put(PeerId peer, Trust trust) {
        switch (trust) {
            case VERIFIED, CHANGED, BLOCKED -> decided.put(peer, trust);
            case NONE, NEW, KNOWN -> decided.remove(peer);
        }
    }

    /** {@link Trust#NONE} if nothing was decided. */
    Trust of(PeerId peer) {
        return Objects.requireNonNullElse(decided.get(peer), Trust.NONE);
    }
}
