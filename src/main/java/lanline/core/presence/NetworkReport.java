package lanline.core.presence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lanline.core.event.ChatEvent.AnnouncementHeard;
import lanline.core.event.ChatEvent.AnnouncementMade;
import lanline.core.event.ChatEvent.InterfaceReport;
import lanline.core.event.ChatEvent.NetworkReported;
import lanline.core.event.ChatEvent.Notice;
import lanline.core.event.EventBus;
import lanline.core.event.NetworkEvent.DatagramUnsent;
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

/** Keeps count of what was announced and heard on each network, and says what to do where nothing is. Lives on the bus thread. */
public final class NetworkReport {
    private static final long NEVER = -1;

    private final EventBus bus;
    private final TimeSource time;
    private final Map<LanInterface, Count> counts = new HashMap<>();
    private final Count elsewhere = new Count();
    private List<LanInterface> interfaces = List.of();
    private SafeText unheard = SafeText.EMPTY;
    private SafeText otherPort = SafeText.EMPTY;
    private long malformed;
    private SafeText lastMalformed = SafeText.EMPTY;

    public NetworkReport(EventBus bus, TimeSource time) {
        this.bus = bus;
        this.time = time;
        bus.subscribe(InterfacesChanged.class, event -> interfaces = event.interfaces());
        bus.subscribe(AnnouncementMade.class, event -> of(event.on()).countSent(time.uptimeMillis()));
        bus.subscribe(AnnouncementHeard.class, this::onHeard);
        bus.subscribe(DatagramUnsent.class, this::onUnsent);
        bus.subscribe(UdpOpened.class, event -> unheard = SafeText.EMPTY);
        bus.subscribe(UdpUnavailable.class, this::onUdpUnavailable);
        bus.subscribe(TcpOpened.class, this::onTcpOpened);
        bus.subscribe(ReportNetwork.class, this::onReport);
    }

    private Count of(LanInterface on) {
        return counts.computeIfAbsent(on, any -> new Count());
    }

    /** A datagram does not tell the interface that it came by: the source's network does ({@code decisions.md} 12). */
    private Count towards(HostAddress address) {
        return interfaces.stream()
                .filter(on -> on.holds(address))
                .findFirst()
                .map(this::of)
                .orElse(elsewhere);
    }

    private void onHeard(AnnouncementHeard event) {
        if (event.problem().isBlank()) {
            towards(event.from()).countHeard(time.uptimeMillis());
        } else {
            malformed++;
            lastMalformed = SafeText.line(event.from() + ": " + event.problem());
        }
    }

    private void onUnsent(DatagramUnsent event) {
        towards(event.to().host()).problem = event.problem();
    }

    private void onUdpUnavailable(UdpUnavailable event) {
        if (unheard.isBlank()) {
            unheard = SafeText.line("nobody can be heard on UDP port " + event.port() + ": " + event.problem()
                    + "; Lanline goes on with who is known, and tries again by itself");
            bus.raise(new Notice(Notice.Kind.TROUBLE, unheard, ConversationId.HOME));
        }
    }

    private void onTcpOpened(TcpOpened event) {
        if (event.port() != event.wanted()) {
            otherPort =
                    SafeText.line("port " + event.wanted() + " is taken by another program on this machine, yours is "
                            + event.port() + ": Lanlines reach you, older programs reach the other one;"
                            + " end that one and start again to be reached by all");
            bus.raise(new Notice(Notice.Kind.INFORMATION, otherPort, ConversationId.HOME));
        }
    }

    private void onReport(ReportNetwork command) {
        long now = time.uptimeMillis();
        List<InterfaceReport> reports = new ArrayList<>();
        for (LanInterface on : interfaces) {
            reports.add(of(on).report(on, now));
        }
        bus.raise(new NetworkReported(command.tag(), reports, advice()));
    }

    private List<SafeText> advice() {
        List<SafeText> advice = new ArrayList<>();
        if (!unheard.isBlank()) {
            advice.add(unheard);
        }
        if (!otherPort.isBlank()) {
            advice.add(otherPort);
        }
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
        if (malformed > 0) {
            advice.add(SafeText.line(
                    malformed + " datagrams could not be understood, the last one from " + lastMalformed));
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

        InterfaceReport report(LanInterface on, long now) {
            return new InterfaceReport(on, sent, secondsSince(sentAt, now), heard, secondsSince(heardAt, now), problem);
        }

        private static long secondsSince(long at, long now) {
            return at == NEVER ? NEVER : (now - at) / 1_000;
        }
    }
}
