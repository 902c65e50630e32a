package lanline.core.conversation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import lanline.core.dialect.LinkDialect;
import lanline.core.dialect.Manner;
import lanline.core.dialect.SelfDescription;
import lanline.core.event.ChatEvent.MessageProgressed;
import lanline.core.event.ChatEvent.MessageQueued;
import lanline.core.event.ChatEvent.OutboxEmptied;
import lanline.core.event.EventBus;
import lanline.core.event.Tick;
import lanline.core.event.UserCommand.Quit;
import lanline.core.link.DialledLinks;
import lanline.core.link.StandingLinks;
import lanline.core.model.ChatMessage;
import lanline.core.model.ConversationId;
import lanline.core.model.Delivery;
import lanline.core.model.Endpoint;
import lanline.core.model.MessageId;
import lanline.core.model.Peer;
import lanline.core.model.Speaks;
import lanline.core.model.Tag;
import lanline.core.port.History;
import lanline.core.port.TimeSource;

/** Own messages on their way: stored before they are sent, one at a time to each peer, each with a true state. Lives on the bus thread. */
public final class Outbox implements Sending.Carrier {
    /** Failed messages that can be sent again with one command; the earliest is forgotten first (it stays in the history). */
    private static final int MOST_FAILED = 10_000;

    private final Ports ports;
    private final People people;
    private final Function<Speaks, LinkDialect> dialects;
    private final Supplier<SelfDescription> self;
    private final Map<String, PeerQueue> queues = new HashMap<>();
    private final Map<MessageId, ChatMessage> failed = new LinkedHashMap<>();
    private final Set<MessageId> failedEarlier = new HashSet<>();
    private int coming;
    private boolean isQuitting;
    private boolean hasTold;

    /** What the outbox needs of the world. */
    public record Ports(EventBus bus, History history, DialledLinks links, StandingLinks standing, TimeSource time) {}

    public Outbox(Ports ports, People people, Function<Speaks, LinkDialect> dialects, Supplier<SelfDescription> self) {
        this.ports = ports;
        this.people = people;
        this.dialects = dialects;
        this.self = self;
        ports.bus().subscribe(Tick.class, event -> runAll());
        ports.bus().subscribe(Quit.class, this::onQuit);
    }

    /** A message to {@code peer} is being stored and will come here: leaving waits for it, and the link for it is dialled meanwhile. */
    void expectOne(Peer peer) {
        coming++;
        PeerQueue queue = queues.get(ConversationId.with(peer.id()).text());
        boolean isNext = coming == 1 && (queue == null || queue.isEmpty());
        if (isNext && !dialects.apply(peer.speaks()).keepsLinks()) {
            peer.routes().forEach(route -> ports.links().prepare(route.best(), Sending.ATTEMPT_MILLIS));
        }
    }

    /** Takes an expected message, now stored, and sends it; {@code tag} is that of the command it came from. */
    void send(Tag tag, ChatMessage message) {
        coming--;
        ports.bus().raise(new MessageQueued(tag, message));
        enqueue(message, false);
    }

    /** Takes a failed message and sends it again. */
    void sendAgain(ChatMessage message) {
        failed.remove(message.id());
        failedEarlier.remove(message.id());
        ChatMessage queued = message.withDelivery(Delivery.QUEUED);
        ports.history().update(queued.id(), queued.delivery());
        ports.bus().raise(new MessageProgressed(queued));
        enqueue(queued, message.delivery().mayHaveArrived());
    }

    /** Failed messages that {@code isMeant}, oldest first. */
    List<ChatMessage> failed(Predicate<ChatMessage> isMeant) {
        return failed.values().stream().filter(isMeant).toList();
    }

    /** One that an earlier run left behind; it does not count as undelivered by this one. */
    void rememberEarlier(ChatMessage message) {
        failedEarlier.add(message.id());
        rememberFailed(message);
    }

    private void rememberFailed(ChatMessage message) {
        failed.put(message.id(), message);
        if (failed.size() > MOST_FAILED) {
            MessageId earliest = failed.keySet().iterator().next();
            failed.remove(earliest);
            failedEarlier.remove(earliest);
        }
    }

    private void enqueue(ChatMessage message, boolean mayHaveArrived) {
        String to = message.conversation().text();
        PeerQueue queue = queues.computeIfAbsent(to, any -> new PeerQueue());
        queue.add(new Sending(message, this, ports.time().uptimeMillis(), mayHaveArrived));
        run(message, queue);
    }

    private void runAll() {
        queues.values().removeIf(PeerQueue::isEmpty);
        queues.values().forEach(queue -> queue.first().ifPresent(sending -> run(sending.message(), queue)));
    }

    private void run(ChatMessage message, PeerQueue queue) {
        Optional<Peer> peer = people.in(message.conversation());
        if (peer.isPresent()) {
            queue.first()
                    .ifPresent(
                            sending -> sending.tryIfDue(peer.get(), ports.time().uptimeMillis()));
        } else {
            queue.first().ifPresent(Sending::failUnknown);
        }
    }

    @Override
    public void dial(Peer peer, Endpoint to, Manner manner, DialledLinks.Attempt attempt) {
        LinkDialect dialect = dialects.apply(peer.speaks());
        if (dialect.keepsLinks()) {
            ports.standing().say(to, attempt);
            return;
        }
        ports.links().say(to, Sending.ATTEMPT_MILLIS, dialect, dialect.dial(to, self.get(), manner), attempt);
    }

    @Override
    public void progressed(Sending sending, ChatMessage message) {
        ports.history().update(message.id(), message.delivery());
        if (message.delivery().state() == Delivery.State.FAILED) {
            rememberFailed(message);
        }
        ports.bus().raise(new MessageProgressed(message));
    }

    @Override
    public void done(Sending sending, ChatMessage message) {
        PeerQueue queue = queues.get(message.conversation().text());
        if (queue != null && queue.isFirst(sending)) {
            queue.removeFirst();
            queue.first().ifPresent(next -> run(next.message(), queue));
        }
        leaveIfEmpty();
    }

    @Override
    public void waiting(long untilMillis) {
        ports.time().wakeAt(untilMillis);
    }

    private void onQuit(Quit command) {
        isQuitting = true;
        if (command.atOnce()) {
            tellEmptied();
        } else {
            leaveIfEmpty();
        }
    }

    private void leaveIfEmpty() {
        if (isQuitting && coming == 0 && queues.values().stream().allMatch(PeerQueue::isEmpty)) {
            tellEmptied();
        }
    }

    private void tellEmptied() {
        if (!hasTold) {
            hasTold = true;
            int left =
                    coming + queues.values().stream().mapToInt(PeerQueue::size).sum();
            ports.bus().raise(new OutboxEmptied(failed.size() - failedEarlier.size() + left));
        }
    }
}
