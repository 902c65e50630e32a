package lanline.core.link;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lanline.core.dialect.Dialect;
import lanline.core.dialect.Output;
import lanline.core.dialect.PeerProtocol;
import lanline.core.dialect.Utterance;
import lanline.core.event.EventBus;
import lanline.core.event.NetworkEvent.BytesReceived;
import lanline.core.event.NetworkEvent.InputEnded;
import lanline.core.event.NetworkEvent.LinkClosed;
import lanline.core.event.NetworkEvent.LinkOpened;
import lanline.core.event.Tick;
import lanline.core.model.Endpoint;
import lanline.core.model.LinkId;
import lanline.core.model.MessageId;
import lanline.core.port.Alarm;
import lanline.core.port.Network;
import lanline.core.port.TimeSource;
import lanline.core.text.SafeText;

/**
 * Links that we dial, each to say one thing. Lives on the bus thread.
 *
 * <pre>
 *   DIALLING -- opened --> SAID -- their end, or silence --> TAKEN -- closed --> (gone)
 *       \-- closed: failed     \-- closed: failed, may have arrived    \-- closed with a problem: lost
 * </pre>
 */
public final class DialledLinks {
    /** A responder that has not ended its side after so long keeps it open on purpose; the message counts as taken. */
    static final long SETTLE_MILLIS = 3_000;

    /** An answer on the same link is waited for so long. */
    public static final long LINGER_MILLIS = 60_000;

    /** The same for programs whose people answer on the link that we dialled: as long as for one that they dial. */
    public static final long LONG_LINGER_MILLIS = AcceptedLinks.IDLE_MILLIS;

    /** Storing a message takes milliseconds; a link that was dialled ahead for it and is not used in so long is closed. */
    static final long UNUSED_MILLIS = 1_000;

    private static final SafeText ENDED_EARLY = SafeText.line("the connection ended early");

    /** What becomes of an attempt; called on the bus thread, {@code failed} or {@code taken} exactly once. */
    public interface Outcome {
        void taken();

        /** {@code mayHaveArrived}: bytes had left before the link broke. */
        void failed(boolean mayHaveArrived, SafeText problem);

        /** The other program has said by itself that it got the message; before or after {@code taken}. */
        void answered(SafeText answer);

        /** After {@code taken}: the link broke before the other side had ended its own. */
        void lost(SafeText problem);
    }

    private enum State {
        DIALLING,
        SAID,
        TAKEN
    }

    private final EventBus bus;
    private final Network network;
    private final TimeSource time;
    private final Alarm alarm;
    private final Map<LinkId, Dialled> links = new HashMap<>();
    private final Map<LinkId, Ahead> ahead = new HashMap<>();

    public DialledLinks(EventBus bus, Network network, TimeSource time) {
        this.bus = bus;
        this.network = network;
        this.time = time;
        this.alarm = new Alarm(time);
        bus.subscribe(LinkOpened.class, this::onOpened);
        bus.subscribe(BytesReceived.class, this::onReceived);
        bus.subscribe(InputEnded.class, this::onInputEnded);
        bus.subscribe(LinkClosed.class, this::onClosed);
        bus.subscribe(Tick.class, this::onTick);
    }

    /**
     * Begins to dial {@code to}, for something that will be said within the moment (it is being stored): the two take as long as one of
     * them. A link that nothing is said on is closed.
     */
    public void prepare(Endpoint to, int timeoutMillis) {
        if (prepared(to).isEmpty()) {
            ahead.put(network.dial(to, timeoutMillis), new Ahead(to, time.uptimeMillis(), false));
            alarm.setFor(time.uptimeMillis() + UNUSED_MILLIS);
        }
    }

    /** Dials {@code to}, unless that was begun, and says {@code utterance} with a fresh {@code protocol} of {@code dialect}. */
    public void say(Endpoint to, int timeoutMillis, Dialect dialect, PeerProtocol protocol, Attempt attempt) {
        LinkId id = prepared(to).orElseGet(() -> network.dial(to, timeoutMillis));
        Ahead before = ahead.remove(id);
        Dialled link = new Dialled(id, to, dialect, protocol, attempt);
        links.put(id, link);
        if (before != null && before.isOpen()) {
            link.begin();
        }
    }

    private Optional<LinkId> prepared(Endpoint to) {
        for (Map.Entry<LinkId, Ahead> link : ahead.entrySet()) {
            if (link.getValue().to().equals(to)) {
                return Optional.of(link.getKey());
            }
        }
        return Optional.empty();
    }

    /** What to say, who wants to know what becomes of it, and how long answers on the same link are waited for. */
    public record Attempt(Utterance utterance, Outcome outcome, long lingerMillis) {}

    /** A link that was dialled ahead of what is to be said. */
    private record Ahead(Endpoint to, long since, boolean isOpen) {}

    private void onOpened(LinkOpened event) {
        ahead.computeIfPresent(event.link(), (id, link) -> new Ahead(link.to(), link.since(), true));
        Dialled link = links.get(event.link());
        if (link != null) {
            link.begin();
        }
    }

    private void onReceived(BytesReceived event) {
        giveUp(event.link());
        Dialled link = links.get(event.link());
        if (link != null) {
            link.handle(link.protocol.receive(event.bytes()));
        }
    }

    /** Whoever speaks before anything was said is not somebody to say it to on this link. */
    private void giveUp(LinkId link) {
        if (ahead.remove(link) != null) {
            network.close(link);
        }
    }

    private void onInputEnded(InputEnded event) {
        giveUp(event.link());
        Dialled link = links.get(event.link());
        if (link != null) {
            link.ended = true;
            link.handle(link.protocol.inputEnded());
        }
    }

    private void onClosed(LinkClosed event) {
        ahead.remove(event.link());
        Dialled link = links.remove(event.link());
        if (link == null) {
            return;
        }
        if (!link.ended) {
            // What stands there unended is shown rather than lost, but proves nothing of our message.
            link.protocol.quiet().forEach(output -> output.deliverTo(link));
        }
        switch (link.state) {
            case DIALLING -> link.attempt.outcome().failed(false, reason(event));
            case SAID -> link.attempt.outcome().failed(true, reason(event));
            case TAKEN -> {
                if (!link.ended && !event.problem().isBlank()) {
                    link.attempt.outcome().lost(event.problem());
                }
            }
        }
    }

    /** We closed it ourselves, for what the other side sent. */
    private static SafeText reason(LinkClosed event) {
        return event.problem().isBlank() ? ENDED_EARLY : event.problem();
    }

    private void onTick(Tick tick) {
        if (alarm.rings()) {
            lookThrough(time.uptimeMillis());
            ahead.values().forEach(link -> alarm.setFor(link.since() + UNUSED_MILLIS));
            links.values().forEach(link -> alarm.setFor(link.nextLook()));
        }
    }

    private void lookThrough(long now) {
        List<LinkId> unused = ahead.entrySet().stream()
                .filter(link -> now - link.getValue().since() >= UNUSED_MILLIS)
                .map(Map.Entry::getKey)
                .toList();
        unused.forEach(this::giveUp);
        // What is taken lets the next message be dialled at once: the table changes meanwhile.
        for (Dialled link : List.copyOf(links.values())) {
            if (link.state == State.SAID && now - link.since >= SETTLE_MILLIS) {
                link.take();
                link.handle(link.protocol.quiet());
            }
            if (link.state == State.TAKEN && now - link.since >= link.attempt.lingerMillis()) {
                network.close(link.id);
            }
        }
    }

    private final class Dialled extends LinkOutputs {
        final LinkId id;
        final PeerProtocol protocol;
        final Attempt attempt;
        State state = State.DIALLING;
        long since;
        boolean ended;

        Dialled(LinkId id, Endpoint to, Dialect dialect, PeerProtocol protocol, Attempt attempt) {
            super(bus, network, id, to, dialect::speaks);
            this.id = id;
            this.protocol = protocol;
            this.attempt = attempt;
        }

        void begin() {
            state = State.SAID;
            since = time.uptimeMillis();
            alarm.setFor(since + SETTLE_MILLIS);
            handle(protocol.opened());
            handle(protocol.say(attempt.utterance()));
        }

        long nextLook() {
            return switch (state) {
                case DIALLING -> Alarm.NEVER;
                case SAID -> since + SETTLE_MILLIS;
                case TAKEN -> since + LINGER_MILLIS;
            };
        }

        void handle(List<Output> all) {
            all.forEach(output -> output.deliverTo(this));
        }

        @Override
        public void sent(MessageId message) {
            take();
        }

        @Override
        public void answered(Optional<MessageId> message, SafeText answer) {
            take();
            attempt.outcome().answered(answer);
        }

        void take() {
            if (state == State.SAID) {
                state = State.TAKEN;
                attempt.outcome().taken();
            }
        }
    }
}
