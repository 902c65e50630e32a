package lanline.app;

import java.time.Instant;
import lanline.core.port.TimeSource;

/** A time in which nothing becomes late. Immutable. */
record StandingTime() implements TimeSource {
    private static final long UPTIME_MILLIS = 100_000;

    @Override
    public Instant now() {
        return Instant.EPOCH;
    }

    @Override
    public long uptimeMillis() {
        return UPTIME_MILLIS;
    }

    @Override
    public void wakeAt(long uptimeMillis) {
        // It never comes.
    }
}
