package lanline.testing;

import java.time.Instant;
import java.util.TreeSet;
import lanline.core.port.TimeSource;

/** A time that passes when a test says so. */
public final class ManualTime implements TimeSource {
    private static final Instant START = Instant.parse("2025-03-01T09:00:00Z");

    private final TreeSet<Long> wakes = new TreeSet<>();
    private long uptimeMillis;
    private long wallMillis;

    public void pass(long millis) {
        uptimeMillis += millis;
        wallMillis += millis;
    }

    /** Time passes, with {@code tick} at each wake that was asked for and none between, as in the program. */
    public void pass(long millis, Runnable tick) {
        long end = uptimeMillis + millis;
        while (nextWake() <= end) {
            pass(nextWake() - uptimeMillis);
            tick.run();
        }
        pass(end - uptimeMillis);
    }

    /** The wall clock alone is set. */
    public void jump(long millis) {
        wallMillis += millis;
    }

    /** The earliest wake asked for that lies ahead; Long.MAX_VALUE if there is none. */
    public long nextWake() {
        Long next = wakes.higher(uptimeMillis);
        return next == null ? Long.MAX_VALUE : next;
    }

    @Override
    public Instant now() {
        return START.plusMillis(wallMillis);
    }

    @Override
    public long uptimeMillis() {
        return uptimeMillis;
    }

    @Override
    public void wakeAt(long uptimeMillis) {
        wakes.add(Math.max(uptimeMillis, this.uptimeMillis + 1));
    }
}
