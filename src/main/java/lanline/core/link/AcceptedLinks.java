package lanline.core.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import lanline.core.dialect.Dialect;
import lanline.core.dialect.Output;
import lanline.core.dialect.PeerProtocol;
import lanline.core.event.EventBus;
import lanline.core.event.NetworkEvent.BytesReceived;
import lanline.core.event.NetworkEvent.InputEnded;
import lanline.core.event.NetworkEvent.LinkAccepted;
import lanline.core.event.NetworkEvent.LinkClosed;
import lanline.core.event.Tick;
import lanline.core.model.Endpoint;
import lanline.core.model.Habits;
import lanline.core.model.LinkId;
import lanline.core.port.Alarm;
import lanline.core.port.Network;
import lanline.core.port.TimeSource;
import lanline.core.text.SafeText;

/** Links that others dialled to us: lets the dialect of the port listen on each, within limits. Lives on the bus thread. */
public final class AcceptedLinks {
    /** Links in all; one more is closed at once. Far above what a network of hundreds needs at a time. */
    static final int MOST = 2_048;

    /** Bytes of begun pieces in all, a sixth of the memory; beyond it the link with the longest one is cut off, and what it has is shown. */
    static final int MOST_UNFINISHED_BYTES = 8 << 20;

    /** A link that spoke, then fell silent for so long, is closed: some programs keep one for a conversation. */
    static final long IDLE_MILLIS = 15 * 60_000L;

    /** Text without an end counts as complete after so much silence. */
    static final long QUIET_MILLIS = 2_000;

    private final EventBus bus;
    private final Network network;
    private final TimeSource time;
    private final Alarm alarm;
    private final IntFunction<Dialect> dialectOfPort;
    private final Function<Endpoint, Habits> habits;
    private final Map<LinkId, Accepted> links = new LinkedHashMap<>();
    private final SilentLinks silent = new SilentLinks();
    private int unfinishedBytes;

    /** {@code dialectOfPort}: what is spoken on a port of ours; {@code habits}: how who is at an address writes, as far as known. */
    public AcceptedLinks(
            EventBus bus,
            Network network,
            TimeSource time,
            IntFunction<Dialect> dialectOfPort,
            Function<Endpoint, Habits> habits) {
        this.bus = bus;
        this.network = network;
        this.time = time;
        this.alarm = new Alarm(time);
        this.dialectOfPort = dialectOfPort;
        this.habits = habits;
        bus.subscribe(LinkAccepted.class, this::onAccepted);
        bus.subscribe(BytesReceived.class, this::onBytes);
        bus.subscribe(InputEnded.class, this::onInputEnded);
        bus.subscribe(LinkClosed.class, this::onClosed);
        bus.subscribe(Tick.class, this::onTick);
    }

    private void onAccepted(LinkAccepted event) {
        if (links.size() >= MOST) {
            network.close(event.link());
            return;
        }
        Dialect dialect = dialectOfPort.apply(event.localPort());
        PeerProtocol protocol = dialect.accept(event.from(), habits.apply(event.from()));
        LinkOutputs outputs = new LinkOutputs(bus, network, event.link(), event.from(), dialect.speaks());
        Accepted link = new Accepted(protocol, outputs, time.uptimeMillis());
        links.put(event.link(), link);
        silent.add(event.link(), event.from().host(), time.uptimeMillis());
        alarm.setFor(time.uptimeMillis() + SilentLinks.FIRST_WORD_MILLIS);
        link.handle(protocol.opened());
    }

    private void onBytes(BytesReceived event) {
        Accepted link = links.get(event.link());
        if (link != null && !link.outputs.isCutOff()) {
            silent.remove(event.link());
            link.lastHeard = time.uptimeMillis();
            link.mayBeQuiet = true;
            alarm.setFor(link.lastHeard + QUIET_MILLIS);
            link.handle(link.protocol.receive(event.bytes()));
            count(link);
            if (unfinishedBytes > MOST_UNFINISHED_BYTES) {
                cutLongest();
            }
        }
    }

    private void count(Accepted link) {
        unfinishedBytes -= link.unfinishedBytes;
        link.unfinishedBytes = link.outputs.isCutOff() ? 0 : link.protocol.unfinishedBytes();
        unfinishedBytes += link.unfinishedBytes;
    }

    private void cutLongest() {
        links.values().stream()
                .max(Comparator.comparingInt(link -> link.unfinishedBytes))
                .ifPresent(longest -> {
                    longest.handle(longest.protocol.inputEnded());
                    longest.outputs.broken(SafeText.line("too many began to send something and did not end it"));
                    count(longest);
                });
    }

    private void onInputEnded(InputEnded event) {
        Accepted link = links.get(event.link());
        if (link != null && !link.outputs.isCutOff()) {
            silent.remove(event.link());
            alarm.setFor(link.lastHeard + IDLE_MILLIS);
            link.hasEnded = true;
            link.handle(link.protocol.inputEnded());
            count(link);
        }
    }

    private void onClosed(LinkClosed event) {
        Accepted link = links.remove(event.link());
        silent.remove(event.link());
        if (link != null) {
            if (!link.hasEnded && !link.outputs.isCutOff()) {
                // Cut off in the middle: what stands there is shown rather than lost.
                link.handle(link.protocol.inputEnded());
            }
            unfinishedBytes -= link.unfinishedBytes;
        }
    }

    private void onTick(Tick tick) {
        if (alarm.rings()) {
            lookThrough(time.uptimeMillis());
        }
    }

    private void lookThrough(long now) {
        List<LinkId> idle = new ArrayList<>();
        for (Map.Entry<LinkId, Accepted> entry : links.entrySet()) {
            Accepted link = entry.getValue();
            long silence = now - link.lastHeard;
            if (link.mayBeQuiet && silence >= QUIET_MILLIS) {
                link.mayBeQuiet = false;
                link.handle(link.protocol.quiet());
            }
            if (silence >= IDLE_MILLIS && !silent.holds(entry.getKey())) {
                idle.add(entry.getKey());
            } else {
                alarm.setFor(nextLook(entry.getKey(), link, now));
            }
        }
        idle.forEach(network::close);
        silent.tooMany(now).forEach(network::close);
    }

    private long nextLook(LinkId id, Accepted link, long now) {
        if (link.mayBeQuiet) {
            return link.lastHeard + QUIET_MILLIS;
        }
        if (silent.holds(id)) {
            long firstWord = link.lastHeard + SilentLinks.FIRST_WORD_MILLIS;
            return now < firstWord ? firstWord : Alarm.NEVER;
        }
        return link.lastHeard + IDLE_MILLIS;
    }

    private static final class Accepted {
        final PeerProtocol protocol;
        final LinkOutputs outputs;
        long lastHeard;
        boolean mayBeQuiet;
        boolean hasEnded;
        int unfinishedBytes;

        Accepted(PeerProtocol protocol, LinkOutputs outputs, long now) {
            this.protocol = protocol;
            this.outputs = outputs;
            this.lastHeard = now;
        }

        void handle(List<Output> all) {
            all.forEach(output -> output.deliverTo(outputs));
        }
    }
}
