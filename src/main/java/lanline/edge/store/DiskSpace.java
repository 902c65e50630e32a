package lanline.edge.store;

import java.util.function.LongSupplier;
import lanline.core.port.TimeSource;

/** Whether there is so little space left that strangers' text must no longer fill it. Lives on the store thread. */
final class DiskSpace {
    /** Below this, text from the network is no longer stored, own text still is ({@code decisions.md} 28). */
    private static final long LEAST_FREE_BYTES = 200L << 20;

    /** The system is asked at most this often: nobody on a LAN fills 200 MiB within it. */
    private static final long ASKED_EVERY_MILLIS = 1_000;

    private final TimeSource time;
    private final LongSupplier freeBytes;
    private long askAt = Long.MIN_VALUE;
    private boolean low;

    DiskSpace(TimeSource time, LongSupplier freeBytes) {
        this.time = time;
        this.freeBytes = freeBytes;
    }

    boolean isLow() {
        long now = time.uptimeMillis();
        if (now >= askAt) {
            low = freeBytes.getAsLong() < LEAST_FREE_BYTES;
            askAt = now + ASKED_EVERY_MILLIS;
        }
        return low;
    }
}
