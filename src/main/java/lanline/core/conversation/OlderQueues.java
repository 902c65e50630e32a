package lanline.core.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import lanline.core.dialect.LinkDialect;
import lanline.core.dialect.Manner;
import lanline.core.dialect.SelfDescription;
import lanline.core.event.ChatEvent.PeerAppeared;
import lanline.core.event.ChatEvent.PeerChanged;
import lanline.core.event.Tick;
import lanline.core.link.DialledLinks;
import lanline.core.model.ChatMessage;
import lanline.core.model.ConversationId;
import lanline.core.model.Endpoint;
import lanline.core.model.MessageId;
import lanline.core.model.Peer;
import lanline.core.port.TimeSource;

/**
 * Own messages to older programs, one at a time to each: tried for some seconds; those for somebody who is not here wait until that
 * program is heard again. Lives on the bus thread.
 */
final class OlderQueues implements Queues, Sending.Carrier {
    private final TimeSource time;
    private final People people;
    private final Outcomes outcomes;
    private final Outbox.Older older;
    private final Function<Peer, Optional<String>> hindrance;
    private final Runnable onDone;
    private final Map<ConversationId, PeerQueue> queues = new HashMap<>();

    /** {@code onDone} runs when there may be nothing left to do. */
    OlderQueues(
            Outbox.World world,
            People people,
            Outcomes outcomes,
            Outbox.Older older,
            Function<Peer, Optional<String>> hindrance,
            Runnable onDone) {
        this.time = world.time();
        this.people = people;
        this.outcomes = outcomes;
        this.older = older;
        this.hindrance = hindrance;
        this.onDone = onDone;
        world.bus().subscribe(Tick.class, event -> runAll());
        world.bus().subscribe(PeerAppeared.class, event -> onPeer(event.peer()));
        world.bus().subscribe(PeerChanged.class, event -> onPeer(event.peer()));
    }

    @Override
    public void expect(Peer peer) {
        PeerQueue queue = queues.get(ConversationId.with(peer.id()));
        boolean isNext = queue == null || queue.isEmpty();
        if (isNext && !dialectOf(peer).keepsLinks() && hindrance(peer).isEmpty()) {
            peer.routes().forEach(route -> older.links().prepare(route.best(), Sending.ATTEMPT_MILLIS));
        }
    }

    private LinkDialect dialectOf(Peer peer) {
        return older.dialects().apply(peer.speaks());
    }

    @Override
    public void take(Item item) {
        PeerQueue queue = queues.computeIfAbsent(item.message().conversation(), any -> new PeerQueue());
        queue.add(new Sending(item, this, time.uptimeMillis()));
        if (item.isTyped() || isHere(item.message())) {
            resume(queue);
        }
    }

    private void onPeer(Peer peer) {
        PeerQueue queue = queues.get(ConversationId.with(peer.id()));
        if (queue != null && peer.isHere()) {
            resume(queue);
        }
    }

    private void resume(PeerQueue queue) {
        queue.first().ifPresent(first -> first.resume(time.uptimeMillis()));
        run(queue);
    }

    private void runAll() {
        queues.values().removeIf(PeerQueue::isEmpty);
        List.copyOf(queues.values()).forEach(this::run);
    }

    private void run(PeerQueue queue) {
        Optional<Sending> first = queue.first().filter(sending -> !sending.isParked());
        if (first.isEmpty()) {
            return;
        }
        people.in(first.get().message().conversation())
                .ifPresentOrElse(
                        peer -> first.get().tryIfDue(peer, time.uptimeMillis()),
                        () -> first.get().park("nobody of that name has been heard since the start"));
    }

    @Override
    public void dial(Peer peer, Endpoint to, Manner manner, DialledLinks.Attempt attempt) {
        LinkDialect dialect = dialectOf(peer);
        if (dialect.keepsLinks()) {
            older.standing().say(to, attempt);
            return;
        }
        SelfDescription self = older.self().get();
        older.links().say(to, Sending.ATTEMPT_MILLIS, dialect, dialect.dial(to, self, manner), attempt);
    }

    @Override
    public void progressed(ChatMessage message) {
        outcomes.became(message);
    }

    @Override
    public void done(Sending sending, ChatMessage message) {
        PeerQueue queue = queues.get(message.conversation());
        if (queue != null && queue.isFirst(sending)) {
            queue.removeFirst();
            resume(queue);
        }
        onDone.run();
    }

    @Override
    public void parked(Sending sending) {
        PeerQueue queue = queues.get(sending.message().conversation());
        if (queue != null && queue.isFirst(sending)) {
            queue.parkAll("so is not the one before it");
        }
        onDone.run();
    }

    @Override
    public boolean isHere(ChatMessage message) {
        return people.in(message.conversation()).filter(Peer::isHere).isPresent();
    }

    @Override
    public Optional<String> hindrance(Peer peer) {
        return hindrance.apply(peer);
    }

    @Override
    public void waiting(long untilMillis) {
        time.wakeAt(untilMillis);
    }

    private Stream<Sending> sendings() {
        return queues.values().stream().flatMap(PeerQueue::all);
    }

    @Override
    public List<ChatMessage> all() {
        return sendings().map(Sending::message).toList();
    }

    @Override
    public int size() {
        return (int) sendings().count();
    }

    @Override
    public Optional<Item> remove(MessageId id) {
        return removeAll(sending -> sending.message().id().equals(id)).stream().findFirst();
    }

    @Override
    public List<Item> removeUntil(Instant limit) {
        return removeAll(sending -> sending.isParked() && !sending.now().since().isAfter(limit));
    }

    private List<Item> removeAll(Predicate<Sending> which) {
        List<Item> removed = new ArrayList<>();
        for (PeerQueue queue : List.copyOf(queues.values())) {
            for (Sending sending : queue.all().filter(which).toList()) {
                if (!sending.isUnderWay()) {
                    queue.remove(sending);
                    removed.add(sending.now());
                }
            }
            run(queue);
        }
        return removed;
    }

    @Override
    public Instant earliest() {
        return sendings()
                .filter(Sending::isParked)
                .map(sending -> sending.now().since())
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    /** While one is tried it is not known how long that takes: seconds. */
    @Override
    public long heldUntil() {
        boolean isActive = queues.values().stream().anyMatch(queue -> !queue.isEmpty() && !queue.isParked());
        return isActive ? Long.MAX_VALUE : 0;
    }

    @Override
    public int left() {
        return (int) sendings()
                .filter(sending -> !sending.isParked() || !sending.now().isKept())
                .count();
    }
}
