package lanline.core.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import lanline.core.event.ChatEvent.SessionWanted;
import lanline.core.event.EventBus;
import lanline.core.event.NetworkEvent.LinkClosed;
import lanline.core.event.NetworkEvent.TcpOpened;
import lanline.core.event.Tick;
import lanline.core.model.Bytes;
import lanline.core.model.Endpoint;
import lanline.core.model.InstanceId;
import lanline.core.model.LanlineId;
import lanline.core.model.LinkId;
import lanline.core.text.SafeText;
import lanline.testing.ManualTime;
import lanline.testing.OwnSides;
import lanline.testing.Samples;
import lanline.testing.WrittenNetwork;
import org.junit.jupiter.api.Test;

/** Somebody announces keys of its own from addresses of others, so that all who hear it dial those. */
class ForgedAnnouncementsTest {
    private static final int NODES = 200;
    private static final int SOURCES = 100;
    private static final int PERIODS = 20;

    private final ManualTime time = new ManualTime();
    private final Random random = new Random(1);

    @Test
    void whoeverIsThereIsDialledByEachOnceInThirtySecondsAtMost() {
        List<Endpoint> sources = sources();
        for (int i = 0; i < NODES; i++) {
            Node node = new Node(i);
            for (int period = 0; period < PERIODS; period++) {
                sources.forEach(node::hears);
                time.pass(8_000, node::tick);
            }
            assertEquals(SOURCES, node.lastDialled.size());
            assertTrue(node.dials <= SOURCES * 4, "with back-off: " + node.dials);
        }
    }

    @Test
    void atMostEightAreDialledAtATime() {
        Node node = new Node(1);
        node.answers = false;
        sources().forEach(node::hears);
        time.pass(Dialler.MOST_JITTER_MILLIS, node::tick);
        assertEquals(Dialler.MOST_DIALLED, node.dials);
    }

    @Test
    void ofOneAddressSixteenPortsAreDialledAndNoMore() {
        Node node = new Node(1);
        for (int port = 2_000; port < 2_100; port++) {
            node.hears(Samples.at("10.0.1.1", port));
        }
        time.pass(20_000, node::tick);
        assertEquals(DialRules.MOST_OF_ADDRESS, node.dials);
    }

    @Test
    void servicesOfTheSystemAreNeverDialled() {
        Node node = new Node(1);
        node.hears(Samples.at("10.0.1.1", 22));
        node.hears(Samples.at("10.0.1.1", 1_023));
        time.pass(5_000, node::tick);
        assertEquals(0, node.dials);
        node.hears(Samples.at("10.0.1.1", 1_024));
        time.pass(5_000, node::tick);
        assertEquals(1, node.dials);
    }

    @Test
    void whoIsWrittenToIsDialledBeforeAllThatWait() {
        Node node = new Node(1);
        node.answers = false;
        sources().forEach(node::hears);
        time.pass(Dialler.MOST_JITTER_MILLIS, node::tick);
        Endpoint wanted = Samples.at("10.0.2.2", 6_001);
        node.sessions.want(Samples.id('7'), List.of(wanted));
        node.answers = true;
        node.bus.offer(new LinkClosed(new LinkId(1), SafeText.line("refused")));
        node.tick();
        assertTrue(node.lastDialled.containsKey(wanted));
    }

    private static List<Endpoint> sources() {
        return IntStream.range(0, SOURCES)
                .mapToObj(source -> Samples.at("10.0.1." + source, 7_000))
                .toList();
    }

    /** A program that hears what is forged, in a network where nobody listens. */
    private final class Node {
        final EventBus bus = new EventBus();
        final WrittenNetwork network = new WrittenNetwork();
        final Sessions sessions;
        final Map<Endpoint, Long> lastDialled = new HashMap<>();
        boolean answers = true;
        int dials;

        Node(int number) {
            sessions = new Sessions(
                    new Sessions.World(bus, network, time, random),
                    OwnSides.of("Ece", 6_001, number, number, (claim, suite) -> Optional.empty()));
            bus.offer(new TcpOpened(6_001, 6_001));
            bus.runPending();
        }

        void hears(Endpoint source) {
            byte[] key = new byte[LanlineId.KEY_LENGTH];
            random.nextBytes(key);
            bus.raise(new SessionWanted(LanlineId.of(Bytes.copyOf(key)), InstanceId.random(random), source));
            tick();
        }

        void tick() {
            bus.offer(new Tick());
            bus.runPending();
            network.asked().stream()
                    .filter(line -> line.startsWith("dial"))
                    .map(line -> line.split("[ :]"))
                    .forEach(this::dialled);
            bus.runPending();
        }

        private void dialled(String... dial) {
            dials++;
            Endpoint to = Samples.at(dial[2], Integer.parseInt(dial[3]));
            Long before = lastDialled.put(to, time.uptimeMillis());
            assertTrue(
                    before == null || time.uptimeMillis() - before >= DialRules.AGAIN_MILLIS, () -> "too soon: " + to);
            if (answers) {
                bus.offer(new LinkClosed(new LinkId(Long.parseLong(dial[1])), SafeText.line("refused")));
            }
        }
    }
}
