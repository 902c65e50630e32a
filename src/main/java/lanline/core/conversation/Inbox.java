package lanline.core.conversation;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import lanline.core.event.ChatEvent.MessageArrived;
import lanline.core.event.ChatEvent.MessageHeard;
import lanline.core.event.ChatEvent.Notice;
import lanline.core.event.EventBus;
import lanline.core.event.StorageEvent.MessageNotStored;
import lanline.core.event.StorageEvent.MessageStored;
import lanline.core.model.ChatMessage;
import lanline.core.model.ConversationId;
import lanline.core.model.Delivery;
import lanline.core.model.Direction;
import lanline.core.model.HostAddress;
import lanline.core.model.MessageId;
import lanline.core.model.PeerId;
import lanline.core.port.History;
import lanline.core.port.TimeSource;
import lanline.core.text.SafeText;

/** Takes what others say: stores it first, then tells that it arrived. Lives on the bus thread. */
public final class Inbox {
    /** What an address that never announced itself may have stored in a day, in characters ({@code decisions.md} 28); more is shown, not kept. */
    static final long STRANGER_A_DAY = 64L * 1024 * 1024;

    private static final long DAY_MILLIS = 24 * 3_600_000L;

    /** Strangers counted apart; past that they share one count. */
    private static final int MOST_STRANGERS = 1_000;

    /** Messages that the history could not take and whose doubles are known; a double of an earlier one is shown again. */
    static final int MOST_SHOWN_ONLY = 10_000;

    private static final HostAddress ALL_OTHERS = new HostAddress("0.0.0.0");

    private final EventBus bus;
    private final History history;
    private final TimeSource time;
    private final RandomGenerator random;
    private final Predicate<PeerId> ignored;
    private final Map<HostAddress, Long> keptOfStrangers = new HashMap<>();
    private final Set<Shown> shownOnly = new LinkedHashSet<>();
    private long dayBegan;

    private record Shown(PeerId from, MessageId id) {
        static Shown of(ChatMessage message) {
            return new Shown(message.with().id(), message.id());
        }
    }

    /** {@code ignored}: whose messages are kept, but told to nobody. */
    public Inbox(EventBus bus, History history, TimeSource time, RandomGenerator random, Predicate<PeerId> ignored) {
        this.bus = bus;
        this.history = history;
        this.time = time;
        this.random = random;
        this.ignored = ignored;
        bus.subscribe(MessageHeard.class, this::onHeard);
        bus.subscribe(MessageStored.class, event -> onStored(event.message()));
        bus.subscribe(MessageNotStored.class, event -> onNotStored(event.message()));
    }

    private void onHeard(MessageHeard event) {
        ChatMessage message = new ChatMessage(
                event.id().orElseGet(() -> MessageId.random(random)),
                Direction.RECEIVED,
                event.sender().asCorrespondent(),
                event.text(),
                time.now(),
                Delivery.RECEIVED,
                event.security());
        if (event.announced() || mayKeep(message)) {
            history.store(message);
        } else {
            tell(message, false);
        }
    }

    private boolean mayKeep(ChatMessage message) {
        long now = time.uptimeMillis();
        if (now - dayBegan >= DAY_MILLIS) {
            dayBegan = now;
            keptOfStrangers.clear();
        }
        HostAddress address = message.with().address();
        boolean isCounted = keptOfStrangers.containsKey(address) || keptOfStrangers.size() < MOST_STRANGERS;
        HostAddress counted = isCounted ? address : ALL_OTHERS;
        long before = keptOfStrangers.getOrDefault(counted, 0L);
        long after = before + message.text().value().length();
        keptOfStrangers.put(counted, after);
        if (before < STRANGER_A_DAY && after >= STRANGER_A_DAY) {
            SafeText sentence = SafeText.line(address
                    + " sent more than 64 MiB today and never announced itself: what it sends is shown, but not kept for a day;"
                    + " a firewall can keep it out");
            bus.raise(new Notice(Notice.Kind.TROUBLE, sentence, ConversationId.HOME));
        }
        return after < STRANGER_A_DAY;
    }

    private void onStored(ChatMessage message) {
        if (!shownOnly.remove(Shown.of(message))) {
            tell(message, true);
        }
    }

    /** It is sent again until it is kept, and shown once. */
    private void onNotStored(ChatMessage message) {
        if (!message.isOwn() && shownOnly.add(Shown.of(message))) {
            tell(message, false);
        }
        if (shownOnly.size() > MOST_SHOWN_ONLY) {
            shownOnly.remove(shownOnly.iterator().next());
        }
    }

    private void tell(ChatMessage message, boolean kept) {
        if (!message.isOwn() && !ignored.test(message.with().id())) {
            bus.raise(new MessageArrived(message, kept));
        }
    }
}
