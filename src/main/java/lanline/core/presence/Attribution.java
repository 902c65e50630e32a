package lanline.core.presence;

import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import lanline.core.event.ChatEvent.MessageHeard;
import lanline.core.event.ChatEvent.PrivateTextHeard;
import lanline.core.event.ChatEvent.SenderIntroduced;
import lanline.core.event.ChatEvent.SenderLeft;
import lanline.core.event.ChatEvent.SenderStillThere;
import lanline.core.event.ChatEvent.TextHeard;
import lanline.core.event.EventBus;
import lanline.core.model.Endpoint;
import lanline.core.model.HostAddress;
import lanline.core.model.Nickname;
import lanline.core.model.Party;
import lanline.core.model.Peer;
import lanline.core.model.PeerId;
import lanline.core.model.Presence;
import lanline.core.model.Route;
import lanline.core.model.Security;
import lanline.core.model.SenderClaim;
import lanline.core.model.Speaks;
import lanline.core.model.Trust;
import lanline.core.port.TimeSource;

/**
 * Finds out who said something: of a session its other side, which is proven; of all else an older program, of which the source address is
 * all that is known. Whoever claims there to be a Lanline is not believed. Lives on the bus thread.
 */
public final class Attribution {
    private final EventBus bus;
    private final TimeSource time;
    private final Roster roster;
    private final ToIntFunction<Speaks> tcpPortOf;

    /** {@code tcpPortOf}: where a sender that never announced itself is answered, by what it speaks. */
    public Attribution(EventBus bus, TimeSource time, Roster roster, ToIntFunction<Speaks> tcpPortOf) {
        this.bus = bus;
        this.time = time;
        this.roster = roster;
        this.tcpPortOf = tcpPortOf;
        bus.subscribe(TextHeard.class, this::onText);
        bus.subscribe(SenderIntroduced.class, this::onIntroduced);
        bus.subscribe(SenderStillThere.class, this::onStillThere);
        bus.subscribe(SenderLeft.class, this::onLeft);
        bus.subscribe(PrivateTextHeard.class, this::onPrivateText);
    }

    private void onPrivateText(PrivateTextHeard event) {
        Peer sender =
                roster.table().find(event.from().peer()).map(PeerEntry::told).orElseGet(() -> unlisted(event.from()));
        Security security = sender.trust() == Trust.VERIFIED ? Security.VERIFIED : Security.ENCRYPTED;
        bus.raise(new MessageHeard(sender, Optional.of(event.id()), event.text(), security, true));
    }

    /** The list is full, or it is oneself on another machine. */
    private Peer unlisted(Party party) {
        List<Route> routes = List.of(new Route(List.of(party.reach())));
        return new Peer(party.peer(), party.name(), Presence.ONLINE, Speaks.LANLINE, routes, time.now());
    }

    private void onIntroduced(SenderIntroduced event) {
        SenderClaim claim = new SenderClaim(Optional.of(event.name()), Optional.empty());
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
        PeerEntry sender = older(event);
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
        PeerEntry entry = PeerEntry.older(PeerId.older(name, reach.host()), way, name, reach, time);
        roster.welcome(entry);
        return entry;
    }

    private Endpoint reach(Endpoint from, Speaks way) {
        return new Endpoint(from.host(), tcpPortOf.applyAsInt(way));
    }

    private static Nickname nameIn(SenderClaim claim, Endpoint from) {
        return claim.name().orElseGet(() -> Nickname.fromPeer(from.host().text()));
    }
}
