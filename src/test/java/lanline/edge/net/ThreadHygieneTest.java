package lanline.edge.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lanline.core.event.EventBus;
import lanline.core.event.NetworkEvent.BytesReceived;
import lanline.core.event.NetworkEvent.InterfacesChanged;
import lanline.core.event.NetworkEvent.LinkAccepted;
import lanline.core.event.NetworkEvent.TcpOpened;
import lanline.core.event.NetworkEvent.UdpOpened;
import lanline.core.model.Bytes;
import lanline.core.model.Endpoint;
import lanline.core.model.HostAddress;
import lanline.core.model.LinkId;
import lanline.edge.system.BusThread;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** After closing no thread is left in a system call: each such thread would hold the program's exit up by a third of a second. */
@Timeout(120)
class ThreadHygieneTest {
    private static final Pattern OURS = Pattern.compile("(udp|listen|read|write)-.*|interfaces");

    @Test
    void closingEndsEveryThreadWhateverItWaitsFor() throws Exception {
        RecordedBus here = new RecordedBus();
        LanNetwork network = new LanNetwork(here.bus);
        network.hear(0);
        network.listen(0);
        network.watch(new Interfaces(List.of()));
        int port = here.await(TcpOpened.class).port();
        try (ServerSocket deaf = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.4"));
                Socket silent = new Socket("127.0.0.1", port)) {
            here.await(LinkAccepted.class);
            LinkId stuck = network.dial(new Endpoint(new HostAddress("127.0.0.4"), deaf.getLocalPort()), 5_000);
            network.transmit(stuck, Bytes.copyOf(new byte[1 << 20]));
            network.close();
            assertEquals(Set.of(), ourThreads());
            assertEquals(-1, silent.getInputStream().read());
        }
        here.close();
    }

    @Test
    void closingEndsReadersThatWaitForAFullBus() throws Exception {
        EventBus full = new EventBus();
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        full.subscribe(BytesReceived.class, event -> {
            stuck.countDown();
            awaitQuietly(release);
        });
        BusThread bus = new BusThread(full, () -> {}, failure -> {});
        bus.start();
        LanNetwork network = new LanNetwork(full);
        try (ServerSocket talker = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.6"))) {
            network.dial(new Endpoint(new HostAddress("127.0.0.6"), talker.getLocalPort()), 5_000);
            try (Socket accepted = talker.accept()) {
                byte[] byOne = new byte[1];
                accepted.setTcpNoDelay(true);
                for (int i = 0; i < 100; i++) {
                    accepted.getOutputStream().write(byOne);
                }
                assertTrue(stuck.await(30, TimeUnit.SECONDS));
                Thread filler = new Thread(() -> fill(full), "filler");
                filler.start();
                while (filler.getState() != Thread.State.WAITING) {
                    Thread.onSpinWait();
                }
                accepted.getOutputStream().write(byOne);
                network.close();
                assertEquals(Set.of(), ourThreads());
                filler.interrupt();
                filler.join();
            }
        }
        release.countDown();
        bus.stop();
        assertTrue(bus.awaitEnd(30_000));
    }

    /** Puts until it is interrupted; nobody takes anything. */
    private static void fill(EventBus full) {
        try {
            while (!Thread.interrupted()) {
                full.put(new InterfacesChanged(List.of()));
            }
        } catch (InterruptedException wanted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void afterClosingTheNetworkIgnoresEverything() throws Exception {
        RecordedBus here = new RecordedBus();
        LanNetwork network = new LanNetwork(here.bus);
        network.hear(0);
        here.await(UdpOpened.class);
        network.close();
        LinkId link = network.dial(new Endpoint(new HostAddress("127.0.0.1"), 9), 1_000);
        network.transmit(link, Bytes.utf8("x"));
        network.unicast(new Endpoint(new HostAddress("127.0.0.1"), 9), Bytes.utf8("x"));
        network.hear(0);
        network.close();
        assertEquals(Set.of(), ourThreads());
        here.close();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** On a runtime with virtual threads these are not listed; that LanNetwork.close waits for them is then all there is. */
    private static Set<String> ourThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> OURS.matcher(name).matches())
                .collect(Collectors.toSet());
    }
}
