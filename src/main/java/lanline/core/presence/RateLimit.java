package lanline.core.presence;

import java.util.LinkedHashMap;
import java.util.Map;
import lanline.core.model.HostAddress;

/** Lets so many announcements of one address through, before anything is parsed; a token bucket each. Lives on the bus thread. */
final class RateLimit {
    /** One host holds some dozens of people at the most; each announces every 8 s on every network. */
    private static final double PER_SECOND = 10;

    /** They may all have started in the same second. */
    private static final double BURST = 60;

    /** Addresses remembered; past that the one longest unheard is forgotten, and starts with a full bucket again. */
    private static final int MOST_ADDRESSES = 10_000;

    private final Map<HostAddress, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<HostAddress, Bucket> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    boolean allows(HostAddress from, long nowMillis) {
        Bucket bucket = buckets.computeIfAbsent(from, any -> new Bucket(nowMillis));
        bucket.tokens = Math.min(BURST, bucket.tokens + (nowMillis - bucket.filledAt) * PER_SECOND / 1_000);
        bucket.filledAt = nowMillis;
        if (bucket.tokens < 1) {
            return false;
        }
        bucket.tokens--;
        return true;
    }

    private static final class Bucket {
        double tokens = BURST;
        long filledAt;

        Bucket(long now) {
            filledAt = now;
        }
    }
}
