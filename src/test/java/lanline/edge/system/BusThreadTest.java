package lanline.edge.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import lanline.core.event.EventBus;
import lanline.core.event.NetworkEvent.InterfacesChanged;
import lanline.core.event.NetworkEvent.UdpOpened;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class BusThreadTest {
    private final EventBus bus = new EventBus();
    private final BlockingQueue<Object> seen = new LinkedBlockingQueue<>();
    private final BlockingQueue<Throwable> failures = new LinkedBlockingQueue<>();
    private final BusThread thread = new BusThread(bus, () -> seen.add("settled"), failures::add);

    @AfterEach
    void stop() throws InterruptedException {
        thread.stop();
        assertTrue(thread.awaitEnd(30_000));
    }

    @Test
    void allThatIsPendingIsDigestedBeforeAScreenIsMade() throws Exception {
        bus.subscribe(UdpOpened.class, event -> seen.add(event.port()));
        for (int i = 1; i <= 3; i++) {
            bus.put(new UdpOpened(i));
        }
        thread.start();
        assertEquals(List.of(1, 2, 3, "settled"), List.of(next(), next(), next(), next()));
        bus.put(new UdpOpened(4));
        assertEquals(List.of(4, "settled"), List.of(next(), next()));
    }

    @Test
    void inAFloodAScreenIsStillMadeNowAndThen() throws Exception {
        CountDownLatch digested = new CountDownLatch(1_000);
        bus.subscribe(UdpOpened.class, event -> digested.countDown());
        for (int i = 0; i < 1_000; i++) {
            bus.put(new UdpOpened(6_000));
        }
        thread.start();
        assertTrue(digested.await(30, TimeUnit.SECONDS));
        for (int i = 0; i < 4; i++) {
            assertEquals("settled", next());
        }
    }

    @Test
    void aSubscriberThatFailsIsReportedAndTheNextEventFollows() throws Exception {
        bus.subscribe(InterfacesChanged.class, event -> {
            throw new IllegalStateException("planted");
        });
        bus.subscribe(UdpOpened.class, event -> seen.add(event.port()));
        thread.start();
        bus.put(new InterfacesChanged(List.of()));
        bus.put(new UdpOpened(7));
        assertInstanceOf(IllegalStateException.class, failures.poll(30, TimeUnit.SECONDS));
        Object first = next();
        assertEquals(7, first.equals("settled") ? next() : first);
    }

    @Test
    void stoppingEndsAThreadThatWaitsForNothing() throws Exception {
        thread.start();
        thread.stop();
        assertTrue(thread.awaitEnd(30_000));
    }

    private Object next() throws InterruptedException {
        Object next = seen.poll(30, TimeUnit.SECONDS);
        return next == null ? "nothing came" : next;
    }
}
