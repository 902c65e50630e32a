package lanline.core.presence;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lanline.core.event.ChatEvent.MessageHeard;
import lanline.core.event.ChatEvent.SenderLeft;
import lanline.core.event.ChatEvent.TextHeard;
import lanline.core.event.EventBus;
import lanline.core.event.NetworkEvent.InterfacesChanged;
import lanline.core.model.Endpoint;
import lanline.core.model.HostAddress;
import lanline.core.model.LanInterface;
import lanline.core.model.LanlineId;
import lanline.core.model.Nickname;
import lanline.core.model.PeerId;
import lanline.core.model.SenderClaim;
import lanline.core.model.Speaks;
import lanline.core.port.TimeSource;

/**
 * Finds out who said something. The source address is all that is known; an id in the message is believed only from an address
 * where that Lanline was heard. Lives on the bus thread.
 */
public final class Attribution {
    private final EventBus bus;
    private final TimeSource time;
    private final Self self;
    private final Roster roster;
    private final int tcpPort;
    private Set<HostAddress> ownAddresses = Set.of();

    /** {@code tcpPort}: where a sender that never announced itself is answered. */
    public Attribution(EventBus bus, TimeSource time, Self self, Roster roster, int tcpPort) {
        this.bus = bus;
        this.time = time;
        this.self = self;
        this.roster = roster;
        this.tcpPort = tcpPort;
        bus.subscribe(TextHeard.class, this::onText);
        bus.subscribe(SenderLeft.class, this::onLeft);
        bus.subscribe(
                InterfacesChanged.class,
                event -> ownAddresses =
                        event.interfaces().stream().map(LanInterface::address).collect(Collectors.toSet()));
    }

    private void onLeft(SenderLeft event) {
        roster.dismissOlder(event.from().host(), event.claim().name().map(Nickname::folded), event.speaks());
    }

    private void onText(TextHeard event) {
        PeerEntry sender = senderOf(event);
        sender.hear(event.from(), time.uptimeMillis());
        roster.tellIfChanged(sender);
        bus.raise(new MessageHeard(
                sender.told(),
                event.claim().message(),
                event.text(),
                event.way().security(),
                sender.wasAnnounced()));
    }

    private PeerEntry senderOf(TextHeard event) {
        return event.claim()
                .lanline()
                .filter(id -> !id.equals(self.description().identity().id()))
                .flatMap(id -> lanline(id, event))
                .orElseGet(() -> older(event));
    }

    /** The Lanline that it claims to be from; empty if that one is known, but not at this address. */
    private Optional<PeerEntry> lanline(LanlineId claimed, TextHeard event) {
        PeerId id = PeerId.lanline(claimed);
        Optional<PeerEntry> known = roster.table().find(id);
        if (known.isPresent()) {
            return known.filter(entry -> isAt(entry, event.from().host()));
        }
        // Several people on one machine share its address: only the port tells whom an answer reaches.
        Endpoint reach =
                new Endpoint(event.from().host(), event.claim().tcpPort().orElse(tcpPort));
        return Optional.of(newcomer(id, Speaks.LANLINE, nameIn(event.claim(), event.from()), reach));
    }

    /** A program of this machine may speak from any of the machine's addresses, wherever it was heard. */
    private boolean isAt(PeerEntry entry, HostAddress address) {
        return entry.isAtHost(address)
                || isOfThisMachine(address)
                        && entry.told().routes().stream()
                                .flatMap(route -> route.endpoints().stream())
                                .anyMatch(endpoint -> isOfThisMachine(endpoint.host()));
    }

    private boolean isOfThisMachine(HostAddress address) {
        return address.isLoopback() || ownAddresses.contains(address);
    }

    private PeerEntry older(TextHeard event) {
        List<PeerEntry> there = roster.table().olderAt(event.from().host());
        Optional<String> claimed = event.claim().name().map(Nickname::folded);
        return there.stream()
                .filter(entry ->
                        claimed.filter(entry.told().name().folded()::equals).isPresent())
                .findFirst()
                .or(() -> there.stream().findFirst().filter(any -> claimed.isEmpty() || there.size() == 1))
                .orElseGet(() -> stranger(event));
    }

    private PeerEntry stranger(TextHeard event) {
        Nickname name = nameIn(event.claim(), event.from());
        Endpoint reach = new Endpoint(event.from().host(), tcpPort);
        return newcomer(PeerId.older(name, reach.host()), Speaks.COURSE_2024, name, reach);
    }

    private static Nickname nameIn(SenderClaim claim, Endpoint from) {
        return claim.name().orElseGet(() -> Nickname.fromPeer(from.host().text()));
    }

    private PeerEntry newcomer(PeerId id, Speaks speaks, Nickname name, Endpoint reach) {
        PeerEntry entry = new PeerEntry(id, speaks, name, reach, time);
        roster.welcome(entry);
        return entry;
    }
}
