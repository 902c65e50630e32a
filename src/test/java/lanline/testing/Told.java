package lanline.testing;

import java.util.ArrayList;
import java.util.List;
import lanline.core.event.ChatEvent;
import lanline.core.event.Event;
import lanline.core.event.EventBus;

/** Everything that the core told on a bus, in order. */
public final class Told {
    private final List<ChatEvent> events = new ArrayList<>();

    public Told(EventBus bus) {
        for (Class<?> kind : ChatEvent.class.getPermittedSubclasses()) {
            listen(bus, kind.asSubclass(ChatEvent.class));
        }
    }

    private <E extends ChatEvent> void listen(EventBus bus, Class<E> kind) {
        bus.subscribe(kind, events::add);
    }

    /** Those of one kind since the last {@link #forget}. */
    public <E extends Event> List<E> all(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The only one of its kind. */
    public <E extends Event> E one(Class<E> kind) {
        List<E> all = all(kind);
        if (all.size() != 1) {
            throw new AssertionError("not one but " + all + " among " + events);
        }
        return all.get(0);
    }

    public void forget() {
        events.clear();
    }
}
