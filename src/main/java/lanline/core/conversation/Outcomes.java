package lanline.core.conversation;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import lanline.core.event.ChatEvent.MessageProgressed;
import lanline.core.event.EventBus;
import lanline.core.model.ChatMessage;
import lanline.core.model.Delivery;
import lanline.core.model.MessageId;
import lanline.core.port.History;

/** What becomes of own messages: kept, then told; and which failed, so that they can go again. Lives on the bus thread. */
final class Outcomes {
    /** Failed messages that can be sent again with one command; the earliest is forgotten first (it stays in the history). */
    private static final int MOST_FAILED = 10_000;

    private final EventBus bus;
    private final History history;
    private final Map<MessageId, ChatMessage> failed = new LinkedHashMap<>();
    private final Set<MessageId> failedEarlier = new HashSet<>();

    Outcomes(EventBus bus, History history) {
        this.bus = bus;
        this.history = history;
    }

    /** {@code message} is in another state than before. */
    void became(ChatMessage message) {
        history.update(message.id(), message.delivery());
        Delivery delivery = message.delivery();
        if (delivery.state() == Delivery.State.FAILED && !delivery.isTakenBack()) {
            remember(message);
        } else {
            forget(message.id());
        }
        bus.raise(new MessageProgressed(message));
    }

    /** One that an earlier run left behind; it does not count as undelivered by this one. */
    void failedEarlier(ChatMessage message) {
        history.update(message.id(), message.delivery());
        failedEarlier.add(message.id());
        remember(message);
    }

    private void remember(ChatMessage message) {
        failed.put(message.id(), message);
        if (failed.size() > MOST_FAILED) {
            forget(failed.keySet().iterator().next());
        }
    }

    private void forget(MessageId id) {
        failed.remove(id);
        failedEarlier.remove(id);
    }

    /** Failed messages that {@code isMeant}, oldest first. */
    List<ChatMessage> failed(Predicate<ChatMessage> isMeant) {
        return failed.values().stream().filter(isMeant).toList();
    }

    Optional<ChatMessage> failed(MessageId id) {
        return Optional.ofNullable(failed.get(id));
    }

    /** Messages of this run that failed. */
    int undelivered() {
        return failed.size() - failedEarlier.size();
    }
}
