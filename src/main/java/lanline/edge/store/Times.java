package lanline.edge.store;

import java.time.Instant;

/** Instants as the database holds them: milliseconds since 1970; what lies beyond their range is the farthest in it. */
final class Times {
    private static final Instant FIRST = Instant.ofEpochMilli(Long.MIN_VALUE);
    private static final Instant LAST = Instant.ofEpochMilli(Long.MAX_VALUE);

    private Times() {}

    static long millis(Instant time) {
        if (time.isAfter(LAST)) {
            return Long.MAX_VALUE;
        }
        return time.isBefore(FIRST) ? Long.MIN_VALUE : time.toEpochMilli();
    }
}
