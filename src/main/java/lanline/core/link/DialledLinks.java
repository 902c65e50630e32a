package lanline.core.link;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lanline.core.dialect.LinkDialect;
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
 *
 *   what is withheld:
 *   DIALLING -- opened --> ASKING -- released --> SAID as above
 *                             |-- redial --> DIALLING, another link
 *                             \-- closed: failed; unsaid: unsaid
 * </pre>
 */
public final class DialledLinks {
    /** A responder that has not ended its side after so long keeps it open on purpose; the message counts as taken. */
    static final long SETTLE_MILLIS = 3_000;

    /** An answer on the same link is waited for so long. */
    public static final long LINGER_MILLIS = 60_000;

    /** The same for programs whose people answer on the link that we dialled: as long as for one that they dial. */
    public static final long LONG_LINGER_MILLIS = AcceptedLinks.IDLE_MILLIS;

    private static final SafeText ENDED_EARLY = SafeText.line("the connection ended early");

    /** What becomes of an attempt; called on the bus thread, {@code failed}, {@code unsaid} or {@code taken} exactly once. */
    public interface Outcome {
        void taken();

        /** {@code mayHaveArrived}: bytes had left before the link broke. */
        void failed(boolean mayHaveArrived, SafeText problem);

        /** Instead of {@code failed}: nothing left, since the other side did not take part, and would not do so in a moment either. */
        void unsaid(SafeText why);

        /** The other program has said by itself that it got the message; before or after {@code taken}. */
        void answered(SafeText answer);

        /** After {@code taken}: the link broke before the other side had ended its own. */
        void lost(SafeText problem);
    }

    private enum State {
        DIALLING,
        ASKING,
        SAID,
        TAKEN
    }

    private final EventBus bus;
    private final Network network;
    private final TimeSource time;
    private final Alarm alarm;
    private final Map<LinkId, Dialled> links = new HashMap<>();
    private final LinksAhead ahead;

    public DialledLinks(EventBus bus, Network network, TimeSource time) {
        this.bus = bus;
        this.network = network;
        this.time = time;
        this.alarm = new Alarm(time);
        this.ahead = new LinksAhead(network, time, alarm);
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
        ahead.dial(to, timeoutMillis);
    }

    /** Dials {@code to}, unless that was begun, and says {@code utterance} with a fresh {@code protocol} of {@code dialect}. */
    public void say(Endpoint to, int timeoutMillis, LinkDialect dialect, PeerProtocol protocol, Attempt attempt) {
        Optional<LinksAhead.Ready> before = ahead.take(to);
        LinkId id = before.map(LinksAhead.Ready::id).orElseGet(() -> network.dial(to, timeoutMillis));
        Dialled link = new Dialled(id, new Target(to, timeoutMillis, dialect), protocol, attempt);
        links.put(id, link);
        if (before.filter(LinksAhead.Ready::isOpen).isPresent()) {
            link.begin();
        }
    }

    /** What to say, who wants to know what becomes of it, and how long answers on the same link are waited for. */
    public record Attempt(Utterance utterance, Outcome outcome, long lingerMillis) {}

    private record Target(Endpoint to, int timeoutMillis, LinkDialect dialect) {}

    private void onOpened(LinkOpened event) {
        ahead.opened(event.link());
        Dialled link = links.get(event.link());
        if (link != null) {
            link.begin();
        }
    }

    private void onReceived(BytesReceived event) {
        ahead.giveUp(event.link());
        Dialled link = links.get(event.link());
        if (link != null) {
            link.handle(link.protocol.receive(event.bytes()));
        }
    }

    private void onInputEnded(InputEnded event) {
        ahead.giveUp(event.link());
        Dialled link = links.get(event.link());
        if (link != null) {
            link.ended = true;
            link.handle(link.protocol.inputEnded());
        }
    }

    private void onClosed(LinkClosed event) {
        ahead.closed(event.link());
        Dialled link = links.remove(event.link());
        if (link == null) {
            return;
        }
        boolean wasSaid = link.state == State.SAID || link.state == State.TAKEN;
        if (!link.ended && wasSaid) {
            // What stands there unended is shown rather than lost, but proves nothing of our message.
            link.protocol.quiet().forEach(output -> output.deliverTo(link));
        }
        switch (link.state) {
            case DIALLING, ASKING -> link.attempt.outcome().failed(false, reason(event));
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
            ahead.lookThrough(time.uptimeMillis());
            lookThrough(time.uptimeMillis());
            links.values().forEach(link -> alarm.setFor(link.nextLook()));
        }
    }

    private void lookThrough(long now) {
        // What is taken lets the next message be dialled at once: the table changes meanwhile.
        for (Dialled link : List.copyOf(links.values())) {
            if (link.state == State.ASKING && now >= link.until) {
                link.handle(link.protocol.quiet());
            }
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
        final Target target;
        final PeerProtocol protocol;
        final Attempt attempt;
        State state = State.DIALLING;
        long since;
        long until;
        boolean ended;

        Dialled(LinkId id, Target target, PeerProtocol protocol, Attempt attempt) {
            super(bus, network, id, target.to(), target.dialect()::speaks);
            this.id = id;
            this.target = target;
            this.protocol = protocol;
            this.attempt = attempt;
        }

        void begin() {
            released();
            handle(protocol.opened());
            handle(protocol.say(attempt.utterance()));
        }

        long nextLook() {
            return switch (state) {
                case DIALLING -> Alarm.NEVER;
                case ASKING -> until;
                case SAID -> since + SETTLE_MILLIS;
                case TAKEN -> since + attempt.lingerMillis();
            };
        }

        void handle(List<Output> all) {
            all.forEach(output -> output.deliverTo(this));
        }

        @Override
        public void withheld(long forMillis) {
            state = State.ASKING;
            until = time.uptimeMillis() + forMillis;
            alarm.setFor(until);
        }

        @Override
        public void released() {
            state = State.SAID;
            since = time.uptimeMillis();
            alarm.setFor(since + SETTLE_MILLIS);
        }

        @Override
        public void redial() {
            leave();
            LinkId next = network.dial(target.to(), target.timeoutMillis());
            links.put(next, new Dialled(next, target, protocol, attempt));
        }

        /** Nobody is told what becomes of this link. */
        private void leave() {
            links.remove(id);
            network.close(id);
        }

        @Override
        public void unsaid(SafeText why) {
            leave();
            attempt.outcome().unsaid(why);
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
