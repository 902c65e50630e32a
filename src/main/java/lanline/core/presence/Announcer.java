package lanline.core.presence;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import lanline.core.dialect.Dialect;
import lanline.core.event.ChatEvent.AddressesKnown;
import lanline.core.event.ChatEvent.AnnouncementMade;
import lanline.core.event.ChatEvent.Departed;
import lanline.core.event.ChatEvent.NewcomerHeard;
import lanline.core.event.ChatEvent.OutboxEmptied;
import lanline.core.event.ChatEvent.OwnNameChanged;
import lanline.core.event.ChatEvent.OwnStatusChanged;
import lanline.core.event.ChatEvent.UnicastWanted;
import lanline.core.event.EventBus;
import lanline.core.event.NetworkEvent.InterfacesChanged;
import lanline.core.event.NetworkEvent.PeerHostFound;
import lanline.core.event.NetworkEvent.TcpOpened;
import lanline.core.event.Tick;
import lanline.core.model.Endpoint;
import lanline.core.model.LanInterface;
import lanline.core.port.Network;
import lanline.core.port.TimeSource;

/**
 * Says that we are here: at once on every network that comes up, then once a period, sooner for a newcomer, and a last time when
 * leaving. Lives on the bus thread.
 */
public final class Announcer {
    /** A newcomer hears everybody within this; spread by chance, so that hundreds do not answer at once. */
    private static final int NEWCOMER_SPREAD_MILLIS = 1_000;

    /** Hosts that are owed an answer by unicast at a time; one more is ignored, and asks again. */
    private static final int MOST_OWED = 64;

    private final EventBus bus;
    private final Network network;
    private final TimeSource time;
    private final RandomGenerator random;
    private final Self self;
    private final Dialect.Announcing dialect;
    private final int udpPort;
    private final Set<Endpoint> namedHosts = new LinkedHashSet<>();
    private final Set<Endpoint> owed = new LinkedHashSet<>();
    private List<LanInterface> interfaces = List.of();
    private boolean areInterfacesKnown;
    private boolean isReachable;
    private boolean hasLeft;
    private long nextAt = Long.MAX_VALUE;
    private long nextExtraAt;

    /** {@code udpPort}: where everybody listens. The rest of the wiring is grouped in {@code world}. */
    public Announcer(World world, Self self, Dialect.Announcing dialect, int udpPort) {
        this.bus = world.bus();
        this.network = world.network();
        this.time = world.time();
        this.random = world.random();
        this.self = self;
        this.dialect = dialect;
        this.udpPort = udpPort;
        subscribe();
    }

    /** What the announcer needs of the world. */
    public record World(EventBus bus, Network network, TimeSource time, RandomGenerator random) {}

    private void subscribe() {
        bus.subscribe(InterfacesChanged.class, this::onInterfaces);
        bus.subscribe(TcpOpened.class, event -> {
            isReachable = true;
            tellAddresses();
            announceNow();
        });
        bus.subscribe(PeerHostFound.class, event -> {
            namedHosts.add(event.host());
            announceTo(Set.of(event.host()));
        });
        bus.subscribe(NewcomerHeard.class, event -> bringForward());
        bus.subscribe(UnicastWanted.class, this::onUnicastWanted);
        bus.subscribe(OwnNameChanged.class, event -> announceNow());
        bus.subscribe(OwnStatusChanged.class, event -> announceNow());
        bus.subscribe(Tick.class, this::onTick);
        bus.subscribe(OutboxEmptied.class, this::onOutboxEmptied);
    }

    private void onInterfaces(InterfacesChanged event) {
        List<LanInterface> fresh = event.interfaces().stream()
                .filter(on -> !interfaces.contains(on))
                .toList();
        interfaces = event.interfaces();
        areInterfacesKnown = true;
        tellAddresses();
        // On those that were there nothing is new, and some older programs can't take more than one a period.
        announceOn(fresh);
    }

    private void tellAddresses() {
        if (isReachable && areInterfacesKnown) {
            bus.raise(new AddressesKnown(
                    interfaces.stream().map(LanInterface::address).toList(),
                    udpPort,
                    self.description().tcpPort()));
        }
    }

    private void onTick(Tick tick) {
        if (time.uptimeMillis() >= nextAt) {
            announceNow();
        }
    }

    /** One extra announcement a period at most, whoever and however many come. */
    private void bringForward() {
        long now = time.uptimeMillis();
        long at = now + random.nextInt(NEWCOMER_SPREAD_MILLIS);
        if (now >= nextExtraAt && at < nextAt) {
            nextExtraAt = now + periodMillis();
            nextAt = at;
            time.wakeAt(nextAt);
        }
    }

    private void onUnicastWanted(UnicastWanted event) {
        if (owed.size() < MOST_OWED) {
            owed.add(new Endpoint(event.from(), udpPort));
        }
    }

    private void announceNow() {
        if (!isReachable || hasLeft) {
            return;
        }
        nextAt = time.uptimeMillis() + periodMillis();
        time.wakeAt(nextAt);
        announceOn(interfaces);
        owed.removeAll(namedHosts);
        announceTo(namedHosts);
        // One for one, never more: with a forged source, answers would hit somebody who never asked.
        announceTo(owed);
        owed.clear();
    }

    private void announceOn(List<LanInterface> some) {
        if (isReachable && !hasLeft) {
            for (LanInterface on : some) {
                network.broadcast(on, udpPort, dialect.announcement(self.next(), on));
                bus.raise(new AnnouncementMade(on, udpPort));
            }
        }
    }

    private void announceTo(Set<Endpoint> hosts) {
        if (isReachable && !hasLeft) {
            hosts.forEach(host -> network.unicast(
                    host, dialect.unicastAnnouncement(self.next(), interfaceTowards(host), namedHosts.contains(host))));
        }
    }

    private LanInterface interfaceTowards(Endpoint host) {
        for (LanInterface on : interfaces) {
            if (on.holds(host.host())) {
                return on;
            }
        }
        return interfaces.stream().filter(on -> !on.isLoopback()).findFirst().orElse(LanInterface.LOOPBACK);
    }

    private void onOutboxEmptied(OutboxEmptied event) {
        if (!hasLeft) {
            self.leave();
            announceNow();
            hasLeft = true;
        }
        bus.raise(new Departed(event.undelivered()));
    }

    private long periodMillis() {
        return self.description().periodSeconds() * 1_000L;
    }
}
