package lanline.core.presence;

import java.util.List;
import lanline.core.dialect.Dialect;
import lanline.core.event.ChatEvent.AnnouncementMade;
import lanline.core.event.ChatEvent.OutboxEmptied;
import lanline.core.event.ChatEvent.OwnNameChanged;
import lanline.core.event.EventBus;
import lanline.core.event.NetworkEvent.FixedTcpOpened;
import lanline.core.event.NetworkEvent.FixedTcpUnavailable;
import lanline.core.event.NetworkEvent.InterfacesChanged;
import lanline.core.event.Tick;
import lanline.core.model.LanInterface;
import lanline.core.port.Network;
import lanline.core.port.TimeSource;

/**
 * Says in an older edition that we are here: at once, then each minute, for as long as its TCP port is ours. While another program of
 * this machine has that port, nothing is said: messages for us would reach that one's user. Lives on the bus thread.
 */
public final class OlderAnnouncer {
    /** As those programs do ({@code wire.md} section 2). */
    private static final long PERIOD_MILLIS = 60_000;

    private final EventBus bus;
    private final Network network;
    private final TimeSource time;
    private final Self self;
    private final Dialect.Announcing dialect;
    private final int udpPort;
    private List<LanInterface> interfaces = List.of();
    private boolean isReachable;
    private boolean hasLeft;
    private long nextAt = Long.MAX_VALUE;

    /** {@code udpPort}: where that edition listens. */
    public OlderAnnouncer(Announcer.World world, Self self, Dialect.Announcing dialect, int udpPort) {
        this.bus = world.bus();
        this.network = world.network();
        this.time = world.time();
        this.self = self;
        this.dialect = dialect;
        this.udpPort = udpPort;
        bus.subscribe(InterfacesChanged.class, this::onInterfaces);
        bus.subscribe(FixedTcpOpened.class, event -> {
            isReachable = true;
            announce();
        });
        bus.subscribe(FixedTcpUnavailable.class, event -> isReachable = false);
        bus.subscribe(OwnNameChanged.class, event -> announce());
        bus.subscribe(OutboxEmptied.class, event -> hasLeft = true);
        bus.subscribe(Tick.class, this::onTick);
    }

    private void onInterfaces(InterfacesChanged event) {
        List<LanInterface> fresh = event.interfaces().stream()
                .filter(on -> !interfaces.contains(on))
                .toList();
        interfaces = event.interfaces();
        announceOn(fresh);
    }

    private void onTick(Tick tick) {
        if (time.uptimeMillis() >= nextAt) {
            announce();
        }
    }

    private void announce() {
        nextAt = time.uptimeMillis() + PERIOD_MILLIS;
        if (isReachable && !hasLeft) {
            time.wakeAt(nextAt);
        }
        announceOn(interfaces);
    }

    private void announceOn(List<LanInterface> some) {
        if (!isReachable || hasLeft) {
            return;
        }
        for (LanInterface on : some) {
            network.broadcast(on, udpPort, dialect.announcement(self.description(), on));
            bus.raise(new AnnouncementMade(on, udpPort));
        }
    }
}
