package lanline.app;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import lanline.core.dialect.SelfDescription;
import lanline.core.event.EventBus;
import lanline.core.event.NetworkEvent.InterfacesChanged;
import lanline.core.event.NetworkEvent.TcpOpened;
import lanline.core.event.StorageEvent.HistoryOpened;
import lanline.core.event.Tick;
import lanline.core.model.InstanceId;
import lanline.core.model.Nickname;
import lanline.core.model.Preferences;
import lanline.core.model.Status;
import lanline.core.screen.Screen;
import lanline.core.secure.IdentityKeyPair;

/** One of the two people of {@link WarmUp}: a whole core on a world in memory. Lives on the thread of its caller. */
final class RehearsedParty {
    private static final int UDP_PORT = 6_000;
    private static final int TCP_PORT = 6_001;
    private static final int PERIOD_SECONDS = 8;

    private final EventBus bus;
    private final MemoryNetwork network;
    private final ChatCore core;

    RehearsedParty(String name, EventBus bus, MemoryNetwork network, Consumer<Screen> display) {
        this.bus = bus;
        this.network = network;
        Random random = new Random(name.hashCode());
        IdentityKeyPair key = IdentityKeyPair.generate(random::nextBytes);
        SelfDescription.Identity identity = new SelfDescription.Identity(key.id(), "");
        SelfDescription.Run run = new SelfDescription.Run(InstanceId.random(random), 1, 0);
        core = new ChatCore(
                bus,
                new ChatCore.World(
                        network, new MemoryHistory(bus), new StandingTime(), random, random::nextBytes, pin -> {}),
                new ChatCore.Ports(UDP_PORT, TCP_PORT, Optional.of(ChatCore.OlderPorts.USUAL)),
                new ChatCore.Person(
                        new SelfDescription(
                                identity, Nickname.fromPeer(name), Status.ONLINE, TCP_PORT, PERIOD_SECONDS, run),
                        Preferences.USUAL,
                        key),
                display);
    }

    /** Says to its core what a start says; it announces itself. */
    void begin() {
        bus.answer(new HistoryOpened(0, List.of()));
        bus.offer(new TcpOpened(TCP_PORT, TCP_PORT));
        bus.offer(new InterfacesChanged(List.of(network.at())));
        bus.offer(new Tick());
    }

    EventBus bus() {
        return bus;
    }

    /** False if there was nothing to do. */
    boolean runOne() {
        return bus.runOne();
    }

    /** Hands the newest screen to the display. */
    void publish() {
        core.publish();
    }
}
