package lanline.core.link;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import lanline.core.dialect.LinkDialect;
import lanline.core.dialect.Manner;
import lanline.core.dialect.Output;
import lanline.core.dialect.PeerProtocol;
import lanline.core.dialect.SelfDescription;
import lanline.core.event.ChatEvent.GreetingWanted;
import lanline.core.event.ChatEvent.SenderStillThere;
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
 * Links with programs that keep one with everybody they know: dialled when a newcomer says hello, or for the first message to it; all
 * that is said to it goes that way until one side ends it. Lives on the bus thread.
 */
public final class StandingLinks {
    /** Programs at a time; one more is greeted by nobody, but a message for it is still brought. */
    static final int MOST_GREETED = 256;

    /** A hello is a datagram that anybody can forge: an address is dialled for it once in so long. */
    static final long GREETED_AGAIN_MILLIS = 30_000;

    /** Somebody who was heard of and is not there. */
    private static final int DIAL_MILLIS = 1_300;

    /** The link itself tells that the other side is here, as often as an announcement would. */
    private static final long STILL_THERE_MILLIS = 60_000;

    /** A link that breaks so soon after a message has taken that with it. */
    private static final long SETTLE_MILLIS = 3_000;

    private static final SafeText ENDED_EARLY = SafeText.line("the connection ended early");

    private final EventBus bus;
    private final Network network;
    private final TimeSource time;
    private final LinkDialect dialect;
    private final Supplier<SelfDescription> self;
    private final Map<LinkId, Standing> links = new LinkedHashMap<>();
    private final Map<Endpoint, Long> greetedAt = new HashMap<>();
    private long tellAt;

    public StandingLinks(
            EventBus bus, Network network, TimeSource time, LinkDialect dialect, Supplier<SelfDescription> self) {
        this.bus = bus;
        this.network = network;
        this.time = time;
        this.dialect = dialect;
        this.self = self;
        bus.subscribe(GreetingWanted.class, this::onGreetingWanted);
        bus.subscribe(LinkOpened.class, event -> find(event.link()).ifPresent(Standing::begin));
        bus.subscribe(BytesReceived.class, this::onReceived);
        bus.subscribe(InputEnded.class, this::onInputEnded);
        bus.subscribe(LinkClosed.class, this::onClosed);
        bus.subscribe(Tick.class, this::onTick);
    }

    /** Says something to whoever is at {@code to}, on the link that stands or on a new one. */
    public void say(Endpoint to, DialledLinks.Attempt attempt) {
        linkTo(to).orElseGet(() -> dial(to)).say(attempt);
    }

    private void onGreetingWanted(GreetingWanted event) {
        long now = time.uptimeMillis();
        boolean isSoon = now - greetedAt.getOrDefault(event.at(), -GREETED_AGAIN_MILLIS) < GREETED_AGAIN_MILLIS;
        if (!isSoon && links.size() < MOST_GREETED && linkTo(event.at()).isEmpty()) {
            greetedAt.put(event.at(), now);
            dial(event.at());
        }
    }

    private Standing dial(Endpoint to) {
        LinkId id = network.dial(to, DIAL_MILLIS);
        Standing link = new Standing(id, to, dialect.dial(to, self.get(), Manner.PLAIN));
        links.put(id, link);
        return link;
    }

    private Optional<Standing> linkTo(Endpoint to) {
        return links.values().stream()
                .filter(link -> link.to.equals(to) && !link.hasEnded)
                .findFirst();
    }

    private Optional<Standing> find(LinkId id) {
        return Optional.ofNullable(links.get(id));
    }

    private void onReceived(BytesReceived event) {
        find(event.link()).ifPresent(link -> link.handle(link.protocol.receive(event.bytes())));
    }

    private void onInputEnded(InputEnded event) {
        find(event.link()).ifPresent(link -> {
            link.hasEnded = true;
            link.handle(link.protocol.inputEnded());
        });
    }

    private void onClosed(LinkClosed event) {
        Standing link = links.remove(event.link());
        if (link != null) {
            link.end(event.problem());
        }
    }

    private void onTick(Tick tick) {
        long now = time.uptimeMillis();
        greetedAt.values().removeIf(at -> now - at >= GREETED_AGAIN_MILLIS);
        if (now >= tellAt) {
            tellAt = now + STILL_THERE_MILLIS;
            links.values().stream()
                    .filter(link -> link.isOpen)
                    .forEach(link -> bus.raise(new SenderStillThere(link.to, dialect.speaks())));
            if (!links.isEmpty()) {
                time.wakeAt(tellAt);
            }
        }
    }

    private record Said(DialledLinks.Attempt attempt, long at) {}

    private final class Standing extends LinkOutputs {
        final Endpoint to;
        final PeerProtocol protocol;
        final List<DialledLinks.Attempt> waiting = new ArrayList<>();
        boolean isOpen;
        boolean hasEnded;
        /** Said within the last moment, the earliest first. */
        private final Deque<Said> said = new ArrayDeque<>();

        Standing(LinkId id, Endpoint to, PeerProtocol protocol) {
            super(bus, network, id, to, dialect::speaks);
            this.to = to;
            this.protocol = protocol;
        }

        void begin() {
            isOpen = true;
            time.wakeAt(Math.max(tellAt, time.uptimeMillis()));
            handle(protocol.opened());
            waiting.forEach(this::sayNow);
            waiting.clear();
        }

        void say(DialledLinks.Attempt attempt) {
            if (isOpen) {
                sayNow(attempt);
            } else {
                waiting.add(attempt);
            }
        }

        private void sayNow(DialledLinks.Attempt attempt) {
            long now = time.uptimeMillis();
            said.removeIf(earlier -> now - earlier.at() >= SETTLE_MILLIS);
            said.add(new Said(attempt, now));
            handle(protocol.say(attempt.utterance()));
        }

        void handle(List<Output> outputs) {
            outputs.forEach(output -> output.deliverTo(this));
        }

        @Override
        public void sent(MessageId message) {
            said.getLast().attempt().outcome().taken();
        }

        void end(SafeText problem) {
            SafeText why = problem.isBlank() ? ENDED_EARLY : problem;
            waiting.forEach(attempt -> attempt.outcome().failed(false, why));
            long now = time.uptimeMillis();
            said.removeIf(earlier -> problem.isBlank() || now - earlier.at() >= SETTLE_MILLIS);
            said.forEach(lost -> lost.attempt().outcome().lost(problem));
        }
    }
}
