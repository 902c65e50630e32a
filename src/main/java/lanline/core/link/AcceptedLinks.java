package lanline.core.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import lanline.core.dialect.Listening;
import lanline.core.dialect.Output;
import lanline.core.dialect.PeerProtocol;
import lanline.core.event.ChatEvent.SessionOffered;
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
import lanline.core.session.Session;
import lanline.core.text.SafeText;

/**
 * Links that others dialled to us: lets the dialect of the port listen on each, within limits, and hands those that begin a session
 * over. Lives on the bus thread.
 */
public final class AcceptedLinks {
    /** Links in all; one more is closed at once. Far above what a network of hundreds needs at a time. */
    static final int MOST = 2_048;

    /** Bytes of begun pieces in all, a sixth of the memory; beyond it the link with the longest one is cut off, and what it has is shown. */
    static final int MOST_UNFINISHED_BYTES = 8 << 20;

    /** A link that spoke, then fell silent for so long, is closed: some programs keep one for a conversation. */
    static final long IDLE_MILLIS = 15 * 60_000L;

    private final EventBus bus;
    private final Network network;
    private final TimeSource time;
    private final Alarm alarm;
    private final IntFunction<Listening> listeningAtPort;
    private final IntPredicate takesSessions;
    private final Function<Endpoint, Habits> habits;
    private final Map<LinkId, Accepted> links = new LinkedHashMap<>();
    private final SilentLinks silent = new SilentLinks();
    /** Links on which a short pause ends what was begun, the one that spoke first in front. */
    private final Map<LinkId, Accepted> pausing = new LinkedHashMap<>();

    private int unfinishedBytes;

    /**
     * {@code listeningAtPort}: what is spoken on a port of ours; {@code takesSessions}: whether sessions too may begin there; {@code habits}: how
     * who is at an address writes, as far as known.
     */
    public AcceptedLinks(
            EventBus bus,
            Network network,
            TimeSource time,
            IntFunction<Listening> listeningAtPort,
            IntPredicate takesSessions,
            Function<Endpoint, Habits> habits) {
        this.bus = bus;
        this.network = network;
        this.time = time;
        this.alarm = new Alarm(time);
        this.listeningAtPort = listeningAtPort;
        this.takesSessions = takesSessions;
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
        Listening listening = listeningAtPort.apply(event.localPort());
        PeerProtocol protocol = listening.accept(event.from(), habits.apply(event.from()));
        LinkOutputs outputs = new LinkOutputs(
                bus,
                network,
                event.link(),
                event.from(),
                () -> protocol.spoken().orElseGet(listening::speaks));
        Accepted link = new Accepted(event, protocol, outputs, time.uptimeMillis());
        links.put(event.link(), link);
        silent.add(event.link(), event.from().host(), time.uptimeMillis()).ifPresent(network::close);
        alarm.setFor(time.uptimeMillis() + SilentLinks.FIRST_WORD_MILLIS);
        link.handle(protocol.opened());
    }

    private void onBytes(BytesReceived event) {
        Accepted link = links.get(event.link());
        if (link != null && isOfSession(link, event)) {
            silent.remove(event.link());
            links.remove(event.link());
            bus.raise(new SessionOffered(event.link(), link.accepted.from(), event.bytes()));
        } else if (link != null && !link.outputs.isCutOff()) {
            silent.remove(event.link());
            link.hasSpoken = true;
            link.lastHeard = time.uptimeMillis();
            link.mayBeQuiet = true;
            link.handle(link.protocol.receive(event.bytes()));
            count(link);
            awaitQuiet(event.link(), link);
            if (unfinishedBytes > MOST_UNFINISHED_BYTES) {
                cutLongest();
            }
        }
    }

    private boolean isOfSession(Accepted link, BytesReceived first) {
        return !link.hasSpoken
                && first.bytes().length() > 0
                && first.bytes().at(0) == Session.FIRST_BYTE
                && takesSessions.test(link.accepted.localPort());
    }

    /** A pause that nobody is to notice is timed exactly; a long one by the alarm, with its rests. */
    private void awaitQuiet(LinkId id, Accepted link) {
        pausing.remove(id);
        int quietMillis = link.protocol.quietMillis();
        if (quietMillis < PeerProtocol.USUAL_QUIET_MILLIS) {
            pausing.put(id, link);
            time.wakeAt(link.lastHeard + quietMillis);
        } else {
            alarm.setFor(link.lastHeard + quietMillis);
        }
    }

    private void endPauses(long now) {
        Iterator<Accepted> firstToSpeak = pausing.values().iterator();
        while (firstToSpeak.hasNext()) {
            Accepted link = firstToSpeak.next();
            if (now - link.lastHeard < link.protocol.quietMillis()) {
                return;
            }
            firstToSpeak.remove();
            link.mayBeQuiet = false;
            link.handle(link.protocol.quiet());
            alarm.setFor(link.lastHeard + IDLE_MILLIS);
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
        pausing.remove(event.link());
        if (link != null) {
            if (!link.hasEnded && !link.outputs.isCutOff()) {
                // Cut off in the middle: what stands there is shown rather than lost.
                link.handle(link.protocol.inputEnded());
            }
            unfinishedBytes -= link.unfinishedBytes;
        }
    }

    private void onTick(Tick tick) {
        endPauses(time.uptimeMillis());
        if (alarm.rings()) {
            lookThrough(time.uptimeMillis());
        }
    }

    private void lookThrough(long now) {
        List<LinkId> idle = new ArrayList<>();
        for (Map.Entry<LinkId, Accepted> entry : links.entrySet()) {
            Accepted link = entry.getValue();
            long silence = now - link.lastHeard;
            if (link.mayBeQuiet && silence >= link.protocol.quietMillis()) {
                link.mayBeQuiet = false;
                link.handle(link.protocol.quiet());
            }
            if (silence >= IDLE_MILLIS && !silent.holds(entry.getKey()) && !mayStay(link)) {
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
            return link.lastHeard + link.protocol.quietMillis();
        }
        if (silent.holds(id)) {
            long firstWord = link.lastHeard + SilentLinks.FIRST_WORD_MILLIS;
            return now < firstWord ? firstWord : Alarm.NEVER;
        }
        return mayStay(link) ? Alarm.NEVER : link.lastHeard + IDLE_MILLIS;
    }

    /** A link that is kept for as long as two know each other stays through any silence, while there is room for others. */
    private boolean mayStay(Accepted link) {
        return link.protocol.staysOpen() && links.size() < MOST / 2;
    }

    private static final class Accepted {
        final LinkAccepted accepted;
        final PeerProtocol protocol;
        final LinkOutputs outputs;
        long lastHeard;
        boolean mayBeQuiet;
        boolean hasSpoken;
        boolean hasEnded;
        int unfinishedBytes;

        Accepted(LinkAccepted accepted, PeerProtocol protocol, LinkOutputs outputs, long now) {
            this.accepted = accepted;
            this.protocol = protocol;
            this.outputs = outputs;
            this.lastHeard = now;
        }

        void handle(List<Output> all) {
            all.forEach(output -> output.deliverTo(outputs));
        }
    }
}
