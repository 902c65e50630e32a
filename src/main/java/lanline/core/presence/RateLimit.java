package lanline.core.presence;

import java.util.LinkedHashMap;
import java.util.Map;
import lanline.core.model.HostAddress;

/**
 * Lets so many announcements of one address through, before anything is parsed; a token bucket each. Lives on the bus thread.
 *
 * <p>Twice and six times what {@code security.md} section 4 says, since a machine to which 30 people are logged in is one address: each
 * of them announces every 8 s, and as often once more while others come. Signatures, which cost far more, have a limit in all of their
 * own ({@link AnnouncementCheck}).
 */
final class RateLimit {
    /** 30 people twice in 8 s are 7.5 a second; of more, who is left out is heard a period later, as nobody is gone before 20 s. */
    private static final double PER_SECOND = 10;

    /** 30 who start in the same moment announce at once, and within a second again, since each of them hears newcomers. */
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
