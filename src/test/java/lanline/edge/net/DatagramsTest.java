package lanline.edge.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import lanline.core.event.NetworkEvent.DatagramReceived;
import lanline.core.event.NetworkEvent.DatagramUnsent;
import lanline.core.event.NetworkEvent.UdpOpened;
import lanline.core.event.NetworkEvent.UdpUnavailable;
import lanline.core.model.Bytes;
import lanline.core.model.Endpoint;
import lanline.core.model.HostAddress;
import lanline.core.model.LanInterface;
import lanline.edge.system.SocketWorkers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class DatagramsTest {
    private static final LanInterface LOOPBACK =
            LanInterface.of("lo", new HostAddress("127.0.0.1"), 8).orElseThrow();

    private final RecordedBus here = new RecordedBus();
    private final RecordedBus there = new RecordedBus();
    private final LanNetwork network = new LanNetwork(here.bus);
    private final LanNetwork other = new LanNetwork(there.bus);

    @AfterEach
    void closeEverything() throws Exception {
        network.close();
        other.close();
        here.close();
        there.close();
    }

    @Test
    void aBroadcastReachesEveryProgramThatSharesThePort() throws Exception {
        int port = freePort();
        network.hear(port);
        other.hear(port);
        assertEquals(port, here.await(UdpOpened.class).port());
        assertEquals(port, there.await(UdpOpened.class).port());
        network.broadcast(LOOPBACK, port, Bytes.utf8("{\"username\": \"ece\"}"));
        for (RecordedBus each : new RecordedBus[] {here, there}) {
            DatagramReceived heard = each.await(DatagramReceived.class);
            assertEquals("{\"username\": \"ece\"}", heard.payload().toText());
            assertEquals("127.0.0.1", heard.from().host().text());
            assertEquals(port, heard.localPort());
            assertNotEquals(port, heard.from().port());
        }
    }

    @Test
    void theSourceIsTheInterfacesOwnAddress() throws Exception {
        int port = freePort();
        network.hear(port);
        here.await(UdpOpened.class);
        network.broadcast(LanInterface.of("lo", new HostAddress("127.0.0.5"), 8).orElseThrow(), port, Bytes.utf8("x"));
        assertEquals(
                "127.0.0.5", here.await(DatagramReceived.class).from().host().text());
    }

    @Test
    void emptyAndLargestDatagramsAreHeard() throws Exception {
        int port = freePort();
        network.hear(port);
        here.await(UdpOpened.class);
        other.unicast(at("127.0.0.1", port), Bytes.EMPTY);
        assertEquals(0, here.await(DatagramReceived.class).payload().length());
        other.unicast(at("127.0.0.1", port), Bytes.copyOf(new byte[65_507]));
        assertEquals(4_096, here.await(DatagramReceived.class).payload().length());
    }

    @Test
    void aPortThatIsNotSharedIsNamedAsHeld() throws Exception {
        try (DatagramSocket selfish = new DatagramSocket(null)) {
            selfish.setReuseAddress(false);
            selfish.bind(new InetSocketAddress(0));
            network.hear(selfish.getLocalPort());
            UdpUnavailable unavailable = here.await(UdpUnavailable.class);
            assertEquals(selfish.getLocalPort(), unavailable.port());
            assertEquals(
                    "another program holds it and does not share it"
                            + " (end that one, or take another for all with --udp-port)",
                    unavailable.problem().value());
        }
    }

    @Test
    void aPortThatIsGivenFreeIsHeardWithoutARestart() throws Exception {
        SocketWorkers workers = SocketWorkers.create();
        DatagramSocket selfish = new DatagramSocket(null);
        selfish.setReuseAddress(false);
        selfish.bind(new InetSocketAddress(0));
        int port = selfish.getLocalPort();
        workers.run("udp-" + port, new UdpReceiver(here.bus, port, Duration.ofMillis(5)));
        here.await(UdpUnavailable.class);
        selfish.close();
        assertEquals(port, here.await(UdpOpened.class).port());
        network.unicast(at("127.0.0.1", port), Bytes.utf8("at last"));
        assertEquals("at last", here.await(DatagramReceived.class).payload().toText());
        assertTrue(workers.end(30_000));
    }

    @Test
    void whatCannotBeSentIsTold() throws Exception {
        Endpoint sixth = at("::1", 6_000);
        network.unicast(sixth, Bytes.utf8("x"));
        DatagramUnsent unsent = here.await(DatagramUnsent.class);
        assertEquals(sixth, unsent.to());
        assertEquals(
                "datagrams are sent to IPv4 addresses only", unsent.problem().value());

        network.unicast(at("127.0.0.1", 6_000), Bytes.copyOf(new byte[65_536]));
        assertFalse(here.await(DatagramUnsent.class).problem().value().isEmpty());
    }

    @Test
    void anInterfaceWhoseAddressIsGoneFailsAndTheNextDatagramStillLeaves() throws Exception {
        int port = freePort();
        network.hear(port);
        here.await(UdpOpened.class);
        LanInterface gone =
                LanInterface.of("eth9", new HostAddress("198.51.100.7"), 24).orElseThrow();
        network.broadcast(gone, port, Bytes.utf8("lost"));
        DatagramUnsent unsent = here.await(DatagramUnsent.class);
        assertEquals("198.51.100.255", unsent.to().host().text());
        assertEquals(
                "the network interface has changed its address",
                unsent.problem().value());
        network.broadcast(LOOPBACK, port, Bytes.utf8("heard"));
        assertEquals("heard", here.await(DatagramReceived.class).payload().toText());
    }

    @Test
    void closingSendsWhatStillWaits() throws Exception {
        try (DatagramSocket listener = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"))) {
            listener.setSoTimeout(30_000);
            listener.setReceiveBufferSize(1 << 20);
            for (int i = 0; i < 50; i++) {
                network.unicast(at("127.0.0.1", listener.getLocalPort()), Bytes.utf8("bye " + i));
            }
            network.close();
            DatagramPacket packet = new DatagramPacket(new byte[100], 100);
            for (int i = 0; i < 50; i++) {
                listener.receive(packet);
                assertEquals("bye " + i, new String(packet.getData(), 0, packet.getLength()));
            }
        }
    }

    private static int freePort() throws Exception {
        try (DatagramSocket probe = new DatagramSocket(0)) {
            return probe.getLocalPort();
        }
    }

    private static Endpoint at(String address, int port) {
        return new Endpoint(new HostAddress(address), port);
    }
}
