package lanline.core.conversation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lanline.core.event.ChatEvent.PrivateTextHeard;
import lanline.core.event.ChatEvent.SessionDown;
import lanline.core.event.EventBus;
import lanline.core.event.StorageEvent.MessagesDurable;
import lanline.core.model.LinkId;
import lanline.core.model.MessageId;

/**
 * Tells other Lanlines which of their messages are stored for good: not before that is true, and in the session in which they came. Where
 * that has ended nothing is told; the message comes again, is known, and is told of then. Lives on the bus thread.
 */
public final class Receipts {
    /** Messages that are not durable yet; of the earliest beyond that no receipt goes out, so that they come again. */
    static final int MOST_OPEN = 10_000;

    /** Ids in one receipt. */
    static final int MOST_AT_ONCE = 64;

    private final Courier courier;
    private final Map<MessageId, Set<LinkId>> open = new LinkedHashMap<>();

    public Receipts(EventBus bus, Courier courier) {
        this.courier = courier;
        bus.subscribe(PrivateTextHeard.class, this::onHeard);
        bus.subscribe(MessagesDurable.class, this::onDurable);
        bus.subscribe(SessionDown.class, event -> forget(event.party().link()));
    }

    private void onHeard(PrivateTextHeard event) {
        open.computeIfAbsent(event.id(), any -> new LinkedHashSet<>())
                .add(event.from().link());
        if (open.size() > MOST_OPEN) {
            open.remove(open.keySet().iterator().next());
        }
    }

    private void onDurable(MessagesDurable event) {
        Map<LinkId, List<MessageId>> owed = new LinkedHashMap<>();
        for (MessageId id : event.ids()) {
            Set<LinkId> links = open.remove(id);
            for (LinkId link : links == null ? Set.<LinkId>of() : links) {
                owed.computeIfAbsent(link, any -> new ArrayList<>()).add(id);
            }
        }
        owed.forEach(this::acknowledge);
    }

    private void acknowledge(LinkId link, List<MessageId> ids) {
        for (int from = 0; from < ids.size(); from += MOST_AT_ONCE) {
            courier.acknowledge(link, ids.subList(from, Math.min(ids.size(), from + MOST_AT_ONCE)));
        }
    }

    /** True while somebody waits for one. */
    boolean areOwed() {
        return !open.isEmpty();
    }

    private void forget(LinkId link) {
        open.values().removeIf(links -> links.remove(link) && links.isEmpty());
    }
}
