package lanline.core.presence;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import lanline.core.dialect.Dialect;
import lanline.core.dialect.SelfDescription;
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
import lanline.core.model.Bytes;
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

    /** Hosts that are answered by unicast because they asked so; one more is ignored. */
    private static final int MOST_ASKING = 64;

    private final EventBus bus;
    private final Network network;
    private final TimeSource time;
    private final RandomGenerator random;
    private final Self self;
    private final Dialect.Announcing dialect;
    private final int udpPort;
    private final Set<Endpoint> namedHosts = new LinkedHashSet<>();
    private final Map<Endpoint, Long> askingUntil = new HashMap<>();
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
            announceNow();
        });
        bus.subscribe(NewcomerHeard.class, event -> bringForward());
        bus.subscribe(UnicastWanted.class, this::onUnicastWanted);
        bus.subscribe(OwnNameChanged.class, event -> announceNow());
        bus.subscribe(OwnStatusChanged.class, event -> announceNow());
        bus.subscribe(Tick.class, this::onTick);
        bus.subscribe(OutboxEmptied.class, this::onOutboxEmptied);
    }

    private void onInterfaces(InterfacesChanged event) {
        interfaces = event.interfaces();
        areInterfacesKnown = true;
        tellAddresses();
        announceNow();
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
        Endpoint host = new Endpoint(event.from(), udpPort);
        if (askingUntil.size() < MOST_ASKING || askingUntil.containsKey(host)) {
            boolean isNew = askingUntil.put(host, time.uptimeMillis() + event.forMillis()) == null;
            if (isNew) {
                bringForward();
            }
        }
    }

    private void announceNow() {
        if (!isReachable || hasLeft) {
            return;
        }
        long now = time.uptimeMillis();
        nextAt = now + periodMillis();
        time.wakeAt(nextAt);
        for (LanInterface on : interfaces) {
            network.broadcast(on, udpPort, datagram(on, false));
            bus.raise(new AnnouncementMade(on));
        }
        askingUntil.values().removeIf(until -> until < now);
        Set<Endpoint> byUnicast = new LinkedHashSet<>(namedHosts);
        byUnicast.addAll(askingUntil.keySet());
        byUnicast.forEach(host -> network.unicast(host, datagram(interfaceTowards(host), namedHosts.contains(host))));
    }

    private Bytes datagram(LanInterface on, boolean asksForAnswer) {
        SelfDescription next = self.next();
        return asksForAnswer ? dialect.unicastAnnouncement(next, on) : dialect.announcement(next, on);
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
