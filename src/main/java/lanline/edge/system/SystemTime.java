package lanline.edge.system;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import lanline.core.event.EventBus;
import lanline.core.port.TimeSource;

/** The machine's time, with the thread {@code tick} that tells the bus of it. Every method may be called on any thread. */
public final class SystemTime implements TimeSource, AutoCloseable {
    private final long startNanos = System.nanoTime();
    private final Ticker ticker;

    public SystemTime(EventBus bus) {
        ticker = new Ticker(bus, this::uptimeNanos);
    }

    /** Ticks from now on. */
    public void start() {
        ticker.start();
    }

    @Override
    public Instant now() {
        return Instant.ofEpochMilli(System.currentTimeMillis());
    }

    @Override
    public long uptimeMillis() {
        return TimeUnit.NANOSECONDS.toMillis(uptimeNanos());
    }

    @Override
    public void wakeAt(long uptimeMillis) {
        ticker.wakeAt(TimeUnit.MILLISECONDS.toNanos(uptimeMillis));
    }

    @Override
    public void close() {
        ticker.close();
    }

    private long uptimeNanos() {
        return System.nanoTime() - startNanos;
    }
}
