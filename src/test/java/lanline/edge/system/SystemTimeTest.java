package lanline.edge.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import lanline.core.event.EventBus;
import lanline.core.event.Tick;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class SystemTimeTest {
    private final EventBus bus = new EventBus();
    private final SystemTime time = new SystemTime(bus);
    private final BlockingQueue<Long> ticks = new LinkedBlockingQueue<>();
    private final BusThread thread = new BusThread(bus, () -> {}, failure -> {});

    SystemTimeTest() {
        bus.subscribe(Tick.class, tick -> ticks.add(time.uptimeMillis()));
        thread.start();
    }

    @AfterEach
    void stop() {
        time.close();
        thread.stop();
    }

    @Test
    void whoAsksIsWokenNotBeforeTheTime() throws Exception {
        time.start();
        for (int i = 0; i < 200; i++) {
            long wanted = time.uptimeMillis() + 3;
            time.wakeAt(wanted);
            long woken = next();
            while (woken < wanted) {
                woken = next();
            }
            assertTrue(woken >= wanted);
        }
    }

    @Test
    void ofTwoWishesBothAreGranted() throws Exception {
        long later = time.uptimeMillis() + 200;
        long sooner = time.uptimeMillis() + 100;
        time.wakeAt(later);
        time.wakeAt(sooner);
        time.start();
        long first = next();
        assertTrue(first >= sooner, first + " before " + sooner);
        // One tick tells of both where the machine was busy until the later one.
        long last = first < later ? next() : first;
        assertTrue(last >= later, last + " before " + later);
    }

    @Test
    void aWishForThePastIsGrantedAtOnceAndOnce() throws Exception {
        AtomicLong frozen = new AtomicLong(5_000);
        EventBus own = new EventBus();
        BlockingQueue<Tick> heard = new LinkedBlockingQueue<>();
        own.subscribe(Tick.class, heard::add);
        Ticker ticker = new Ticker(own, frozen::get);
        ticker.wakeAt(1);
        ticker.start();
        BusThread runner = new BusThread(own, () -> {}, failure -> {});
        runner.start();
        assertEquals(new Tick(), heard.poll(30, TimeUnit.SECONDS));
        ticker.wakeAt(2);
        assertEquals(new Tick(), heard.poll(30, TimeUnit.SECONDS));
        ticker.close();
        runner.stop();
    }

    @Test
    void theWallClockHasWholeMilliseconds() {
        assertEquals(0, time.now().getNano() % 1_000_000);
    }

    private long next() throws InterruptedException {
        Long tick = ticks.poll(30, TimeUnit.SECONDS);
        assertTrue(tick != null, "no tick came");
        return tick;
    }
}
