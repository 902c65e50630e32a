package lanline.core.presence;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import lanline.core.event.ChatEvent.MessageHeard;
import lanline.core.event.ChatEvent.SenderIntroduced;
import lanline.core.event.ChatEvent.SenderLeft;
import lanline.core.event.ChatEvent.SenderStillThere;
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
    private final ToIntFunction<Speaks> tcpPortOf;
    private Set<HostAddress> ownAddresses = Set.of();

    /** {@code tcpPortOf}: where a sender that never announced itself is answered, by what it speaks. */
    public Attribution(EventBus bus, TimeSource time, Self self, Roster roster, ToIntFunction<Speaks> tcpPortOf) {
        this.bus = bus;
        this.time = time;
        this.self = self;
        this.roster = roster;
        this.tcpPortOf = tcpPortOf;
        bus.subscribe(TextHeard.class, this::onText);
        bus.subscribe(SenderIntroduced.class, this::onIntroduced);
        bus.subscribe(SenderStillThere.class, this::onStillThere);
        bus.subscribe(SenderLeft.class, this::onLeft);
        bus.subscribe(
                InterfacesChanged.class,
                event -> ownAddresses =
                        event.interfaces().stream().map(LanInterface::address).collect(Collectors.toSet()));
    }

    private void onIntroduced(SenderIntroduced event) {
        SenderClaim claim =
                new SenderClaim(Optional.of(event.name()), Optional.empty(), Optional.empty(), OptionalInt.empty());
        PeerEntry sender =
                named(event.from().host(), event.name()).orElseGet(() -> stranger(event.from(), claim, event.speaks()));
        sender.hear(event.speaks(), reach(event.from(), event.speaks()), time.uptimeMillis());
        roster.tellIfChanged(sender);
    }

    private void onStillThere(SenderStillThere event) {
        for (PeerEntry there : roster.table().olderAt(event.from().host())) {
            if (there.told().speech().editions().contains(event.speaks())) {
                there.hear(event.speaks(), event.from(), time.uptimeMillis());
                roster.tellIfChanged(there);
            }
        }
    }

    private void onLeft(SenderLeft event) {
        roster.dismissOlder(event.from().host(), event.claim().name().map(Nickname::folded), event.speaks());
    }

    private void onText(TextHeard event) {
        PeerEntry sender = senderOf(event);
        Speaks way = event.way().speaks();
        sender.hear(way, reach(event.from(), way), time.uptimeMillis());
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
        Endpoint reach = new Endpoint(
                event.from().host(), event.claim().tcpPort().orElseGet(() -> tcpPortOf.applyAsInt(Speaks.LANLINE)));
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

    /** By the name that it gave; else whoever was heard last at that address, best of all by the same way. */
    private PeerEntry older(TextHeard event) {
        HostAddress host = event.from().host();
        roster.releaseHeld(host);
        Optional<Nickname> claimed = event.claim().name();
        Optional<PeerEntry> named = claimed.flatMap(name -> named(host, name));
        return named.or(() -> likely(host, event.way().speaks(), claimed.isPresent()))
                .orElseGet(
                        () -> stranger(event.from(), event.claim(), event.way().speaks()));
    }

    private Optional<PeerEntry> named(HostAddress host, Nickname name) {
        return roster.table().olderAt(host).stream()
                .filter(entry -> entry.told().name().folded().equals(name.folded()))
                .findFirst();
    }

    /** {@code hasOtherName}: it gave a name that nobody there bears; then it is one of them only if there is just one. */
    private Optional<PeerEntry> likely(HostAddress host, Speaks way, boolean hasOtherName) {
        List<PeerEntry> there = roster.table().olderAt(host);
        if (hasOtherName && there.size() != 1) {
            return Optional.empty();
        }
        return there.stream()
                .filter(entry -> entry.told().speech().editions().contains(way))
                .findFirst()
                .or(() -> there.stream().findFirst());
    }

    private PeerEntry stranger(Endpoint from, SenderClaim claim, Speaks way) {
        Nickname name = nameIn(claim, from);
        Endpoint reach = reach(from, way);
        return newcomer(PeerId.older(name, reach.host()), way, name, reach);
    }

    private Endpoint reach(Endpoint from, Speaks way) {
        return new Endpoint(from.host(), tcpPortOf.applyAsInt(way));
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
