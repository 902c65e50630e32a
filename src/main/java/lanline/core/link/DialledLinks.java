package lanline.core.link;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    static final long LINGER_MILLIS = 60_000;

    private static final SafeText ENDED_EARLY = SafeText.line("the connection ended early");

    /** What becomes of an attempt; called on the bus thread, {@code failed} or {@code taken} exactly once. */
    public interface Outcome {
        void taken();

        /** {@code mayHaveArrived}: bytes had left before the link broke. */
        void failed(boolean mayHaveArrived, SafeText problem);

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
    private final Map<LinkId, Dialled> links = new HashMap<>();

    public DialledLinks(EventBus bus, Network network, TimeSource time) {
        this.bus = bus;
        this.network = network;
        this.time = time;
        bus.subscribe(LinkOpened.class, this::onOpened);
        bus.subscribe(BytesReceived.class, event -> {
            Dialled link = links.get(event.link());
            if (link != null) {
                link.handle(link.protocol.receive(event.bytes()));
            }
        });
        bus.subscribe(InputEnded.class, this::onInputEnded);
        bus.subscribe(LinkClosed.class, this::onClosed);
        bus.subscribe(Tick.class, this::onTick);
    }

    /** Dials {@code to} and says {@code utterance} with a fresh {@code protocol} of {@code dialect}. */
    public void say(Endpoint to, int timeoutMillis, Dialect dialect, PeerProtocol protocol, Attempt attempt) {
        LinkId id = network.dial(to, timeoutMillis);
        links.put(id, new Dialled(id, to, dialect, protocol, attempt));
    }

    /** What to say, and who wants to know what becomes of it. */
    public record Attempt(Utterance utterance, Outcome outcome) {}

    private void onOpened(LinkOpened event) {
        Dialled link = links.get(event.link());
        if (link != null) {
            link.state = State.SAID;
            link.since = time.uptimeMillis();
            time.wakeAt(link.since + SETTLE_MILLIS);
            link.handle(link.protocol.opened());
            link.handle(link.protocol.say(link.attempt.utterance()));
        }
    }

    private void onInputEnded(InputEnded event) {
        Dialled link = links.get(event.link());
        if (link != null) {
            link.ended = true;
            link.handle(link.protocol.inputEnded());
        }
    }

    private void onClosed(LinkClosed event) {
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
        long now = time.uptimeMillis();
        // What is taken lets the next message be dialled at once: the table changes meanwhile.
        for (Dialled link : List.copyOf(links.values())) {
            if (link.state == State.SAID && now - link.since >= SETTLE_MILLIS) {
                link.take();
                link.handle(link.protocol.quiet());
            }
            if (link.state == State.TAKEN && now - link.since >= LINGER_MILLIS) {
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
            super(bus, network, id, to, dialect.speaks());
            this.id = id;
            this.protocol = protocol;
            this.attempt = attempt;
        }

        void handle(List<Output> all) {
            all.forEach(output -> output.deliverTo(this));
        }

        @Override
        public void sent(MessageId message) {
            take();
        }

        void take() {
            if (state == State.SAID) {
                state = State.TAKEN;
                attempt.outcome().taken();
            }
        }
    }
}
