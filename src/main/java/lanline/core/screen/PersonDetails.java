package lanline.core.screen;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import lanline.core.event.ChatEvent.PeerAppeared;
import lanline.core.event.ChatEvent.PeerChanged;
import lanline.core.event.ChatEvent.PeerLeft;
import lanline.core.event.EventBus;
import lanline.core.model.ConversationId;
import lanline.core.model.Peer;

/** Who is behind a conversation, and since when that person is online, busy or away. Lives on the bus thread. */
final class PersonDetails {
    private final Map<ConversationId, Screen.Person> persons = new HashMap<>();

    PersonDetails(EventBus bus) {
        bus.subscribe(
                PeerAppeared.class, event -> put(event.peer(), event.peer().lastHeard()));
        bus.subscribe(PeerChanged.class, this::onChanged);
        bus.subscribe(PeerLeft.class, event -> remove(event.peer()));
    }

    /** Empty for somebody who is not here, and for home; the same object until something of the person changes. */
    Optional<Screen.Person> of(ConversationId conversation) {
        return Optional.ofNullable(persons.get(conversation));
    }

    /** Another name or address is the same presence. */
    private void onChanged(PeerChanged event) {
        Optional<Screen.Person> known = of(ConversationId.with(event.before().id()));
        boolean asBefore = event.before().presence() == event.peer().presence();
        Instant since = known.filter(person -> asBefore)
                .map(Screen.Person::since)
                .orElse(event.peer().lastHeard());
        remove(event.before());
        put(event.peer(), since);
    }

    private void put(Peer peer, Instant since) {
        persons.put(ConversationId.with(peer.id()), new Screen.Person(peer, since));
    }

    private void remove(Peer peer) {
        persons.remove(ConversationId.with(peer.id()));
    }
}
