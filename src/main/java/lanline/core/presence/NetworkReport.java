package lanline.core.presence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import lanline.core.event.ChatEvent.AnnouncementHeard;
import lanline.core.event.ChatEvent.AnnouncementMade;
import lanline.core.event.ChatEvent.InterfaceReport;
import lanline.core.event.ChatEvent.NetworkReported;
import lanline.core.event.ChatEvent.Notice;
import lanline.core.event.EventBus;
import lanline.core.event.NetworkEvent.DatagramUnsent;
import lanline.core.event.NetworkEvent.FixedTcpOpened;
import lanline.core.event.NetworkEvent.FixedTcpUnavailable;
import lanline.core.event.NetworkEvent.InterfacesChanged;
import lanline.core.event.NetworkEvent.TcpOpened;
import lanline.core.event.NetworkEvent.UdpOpened;
import lanline.core.event.NetworkEvent.UdpUnavailable;
import lanline.core.event.UserCommand.ReportNetwork;
import lanline.core.model.ConversationId;
import lanline.core.model.HostAddress;
import lanline.core.model.LanInterface;
import lanline.core.port.TimeSource;
import lanline.core.text.SafeText;
import org.jspecify.annotations.Nullable;

/** Keeps count of what was announced and heard on each network, and says what to do where nothing is. Lives on the bus thread. */
public final class NetworkReport {
    private static final long NEVER = -1;

    private final EventBus bus;
    private final TimeSource time;
    private final List<Integer> udpPorts;
    private final LongSupplier refusedSessions;
    private final Map<Line, Count> counts = new HashMap<>();
    private final Count elsewhere = new Count();
    private List<LanInterface> interfaces = List.of();
    /** By "UDP" or "TCP" and port: what does not work there, in a sentence. */
    private final Map<String, SafeText> troubles = new TreeMap<>();

    private long refused;
    private SafeText lastRefused = SafeText.EMPTY;

    /**
     * {@code udpPorts}: where announcements are sent to and heard, the usual one first; {@code refusedSessions}: how many that others began were
     * refused because of a limit.
     */
    public NetworkReport(EventBus bus, TimeSource time, List<Integer> udpPorts, LongSupplier refusedSessions) {
        this.bus = bus;
        this.time = time;
        this.udpPorts = List.copyOf(udpPorts);
        this.refusedSessions = refusedSessions;
        bus.subscribe(InterfacesChanged.class, event -> interfaces = event.interfaces());
        bus.subscribe(
                AnnouncementMade.class, event -> of(event.on(), event.port()).countSent(time.uptimeMillis()));
        bus.subscribe(AnnouncementHeard.class, this::onHeard);
        bus.subscribe(DatagramUnsent.class, this::onUnsent);
        bus.subscribe(UdpOpened.class, event -> troubles.remove("UDP " + event.port()));
        bus.subscribe(UdpUnavailable.class, this::onUdpUnavailable);
        bus.subscribe(TcpOpened.class, this::onTcpOpened);
        bus.subscribe(FixedTcpOpened.class, event -> troubles.remove("TCP " + event.port()));
        bus.subscribe(FixedTcpUnavailable.class, this::onFixedTcpUnavailable);
        bus.subscribe(ReportNetwork.class, this::onReport);
    }

    private record Line(LanInterface on, int port) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Line that && port == that.port && on.equals(that.on);
        }

        @Override
        public int hashCode() {
            return 31 * on.hashCode() + port;
        }
    }

    private Count of(LanInterface on, int port) {
        return counts.computeIfAbsent(new Line(on, port), any -> new Count());
    }

    /** A datagram does not tell the interface that it came by: the source's network does ({@code decisions.md} 12). */
    private Count towards(HostAddress address, int port) {
        return interfaces.stream()
                .filter(on -> on.holds(address))
                .findFirst()
                .map(on -> of(on, port))
                .orElse(elsewhere);
    }

    private void onHeard(AnnouncementHeard event) {
        if (event.problem().isBlank()) {
            towards(event.from(), event.port()).countHeard(time.uptimeMillis());
        } else {
            refused++;
            lastRefused = SafeText.line(event.from() + ": " + event.problem());
        }
    }

    private void onUnsent(DatagramUnsent event) {
        towards(event.to().host(), event.to().port()).problem = event.problem();
    }

    private void onUdpUnavailable(UdpUnavailable event) {
        SafeText sentence = SafeText.line("nobody can be heard on UDP port " + event.port() + ": " + event.problem()
                + "; Lanline goes on with who is known, and tries again by itself");
        tell("UDP " + event.port(), Notice.Kind.TROUBLE, sentence);
    }

    private void onFixedTcpUnavailable(FixedTcpUnavailable event) {
        SafeText sentence = SafeText.line("TCP port " + event.port() + " can't be had: " + event.problem()
                + "; programs of the 2019 edition reach that one and not you, all else works; end it, and Lanline"
                + " takes its place");
        tell("TCP " + event.port(), Notice.Kind.INFORMATION, sentence);
    }

    /** Once, until it is over. */
    private void tell(String port, Notice.Kind kind, SafeText sentence) {
        if (troubles.put(port, sentence) == null) {
            bus.raise(new Notice(kind, sentence, ConversationId.HOME));
        }
    }

    private void onTcpOpened(TcpOpened event) {
        if (event.port() != event.wanted()) {
            SafeText sentence =
                    SafeText.line("port " + event.wanted() + " is taken by another program on this machine, yours is "
                            + event.port() + ": Lanlines reach you, older programs reach the other one;"
                            + " end that one and start again to be reached by all");
            tell("TCP " + event.wanted(), Notice.Kind.INFORMATION, sentence);
        }
    }

    private void onReport(ReportNetwork command) {
        long now = time.uptimeMillis();
        List<InterfaceReport> reports = new ArrayList<>();
        for (LanInterface on : interfaces) {
            for (int port : udpPorts) {
                reports.add(of(on, port).report(on, port, now));
            }
        }
        bus.raise(new NetworkReported(command.tag(), reports, advice()));
    }

    private List<SafeText> advice() {
        List<SafeText> advice = new ArrayList<>(troubles.values());
        if (interfaces.stream().allMatch(LanInterface::isLoopback)) {
            advice.add(SafeText.line(
                    "no network is up but the machine's own: plug in a cable or join a network, Lanline notices"
                            + " within 10 s; an interface that it leaves out is named with --interface"));
        }
        if (elsewhere.heard > 0) {
            advice.add(SafeText.line(
                    elsewhere.heard + " announcements came from other networks, sent to this host directly"));
        }
        if (counts.values().stream().allMatch(count -> count.heard == 0) && elsewhere.heard == 0) {
            advice.add(SafeText.line(
                    "nobody was heard yet: either nobody else runs a chat here, or this network drops broadcast"
                            + " or a firewall drops UDP; --peer HOST reaches a host directly"));
        }
        if (refused > 0) {
            advice.add(SafeText.line(
                    refused + " datagrams were not understood or not believed, the last one from " + lastRefused));
        }
        if (refusedSessions.getAsLong() > 0) {
            advice.add(
                    SafeText.line(
                            refusedSessions.getAsLong() + " connections of Lanlines were turned away because too"
                                    + " many came at once or had failed before; who is meant well tries again within a minute"));
        }
        if (bus.dropped() > 0) {
            advice.add(SafeText.line(bus.dropped() + " datagrams were dropped because too many came at once;"
                    + " who is missing announces again within a minute"));
        }
        return advice;
    }

    private static final class Count {
        long sent;
        long sentAt = NEVER;
        long heard;
        long heardAt = NEVER;
        SafeText problem = SafeText.EMPTY;

        void countSent(long now) {
            sent++;
            sentAt = now;
            problem = SafeText.EMPTY;
        }

        void countHeard(long now) {
            heard++;
            heardAt = now;
        }

        InterfaceReport report(LanInterface on, int port, long now) {
            return new InterfaceReport(
                    on, port, sent, secondsSince(sentAt, now), heard, secondsSince(heardAt, now), problem);
        }

        private static long secondsSince(long at, long now) {
            return at == NEVER ? NEVER : (now - at) / 1_000;
        }
    }
}
