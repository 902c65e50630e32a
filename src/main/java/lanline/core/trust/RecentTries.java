package lanline.core.trust;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import lanline.core.model.LanlineId;

/** Counts how often something happened with somebody lately. Lives on the bus thread. */
final class RecentTries {
    /** How long a try counts, and so how long a pause is ({@code security.md} section 5). */
    static final long COUNTS_MILLIS = 10 * 60_000L;

    /** People counted at a time, more than have sessions; of more the earliest is forgotten. */
    private static final int MOST_PEOPLE = 2_000;

    private final int most;
    private final Map<LanlineId, Deque<Long>> tries = new LinkedHashMap<>();

    /** {@code most}: from then on it is too often. */
    RecentTries(int most) {
        this.most = most;
    }

    void count(LanlineId id, long now) {
        Deque<Long> times = tries.computeIfAbsent(id, any -> new ArrayDeque<>());
        times.addLast(now);
        if (times.size() > most) {
            times.removeFirst();
        }
        if (tries.size() > MOST_PEOPLE) {
            tries.remove(tries.keySet().iterator().next());
        }
    }

    boolean isTooOften(LanlineId id, long now) {
        Deque<Long> times = tries.get(id);
        return times != null && times.size() >= most && now - times.getFirst() < COUNTS_MILLIS;
    }
}
