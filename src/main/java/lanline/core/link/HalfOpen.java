package lanline.core.link;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import lanline.core.model.HostAddress;

/** Sessions that others began and in which it is not proven yet who they are ({@code security.md} section 3). Lives on the bus thread. */
final class HalfOpen {
    /** In all; one more is closed at once. A handshake takes milliseconds, so that hundreds who come at once find room one after the other. */
    static final int MOST = 32;

    /** The same of one address, so that nobody fills the room for everybody; one more has to wait for its turn ({@link Waiting}). */
    static final int MOST_OF_ADDRESS = 4;

    /** Who has not proven itself in so long, from the first byte on, is closed: in all, however slowly it goes on speaking. */
    static final long DEADLINE_MILLIS = 5_000;

    /** Each costs about two milliseconds of the bus thread: a flood of strangers gets a fifth of it at most. One more is closed at once. */
    static final int MOST_A_SECOND = 100;

    /** An address may fail so often, and once a second from then on; what succeeds does not count. One more is closed at once. */
    static final int MOST_FAILURES = 20;

    /**
     * An address that has not failed for so long goes before those that have: where the room is full, the slowest one makes room for it, and half of
     * all handshakes of a second are kept for such. So somebody with many addresses keeps nobody out but for a moment.
     */
    static final long BLEMISHED_MILLIS = 60_000;

    /** Nobody has to make room before this: a hundred times what a handshake takes on a LAN. */
    static final long PATIENCE_MILLIS = 500;

    /** Addresses whose failures are remembered; past that the one longest unheard is forgotten, and may fail again. */
    private static final int MOST_ADDRESSES = 1_024;

    private final Map<HostAddress, Integer> open = new HashMap<>();
    private final Map<HostAddress, Past> failures = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<HostAddress, Past> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };
    private final Bucket all;
    private int size;

    HalfOpen(long nowMillis) {
        all = new Bucket(MOST_A_SECOND, MOST_A_SECOND, nowMillis);
    }

    private static final class Past {
        final Bucket failures;
        long blemishedUntil = Long.MIN_VALUE;

        Past(long nowMillis) {
            failures = new Bucket(1, MOST_FAILURES, nowMillis);
        }
    }

    /** True if as many of {@code from} have begun as may at a time. */
    boolean isFull(HostAddress from) {
        return open.getOrDefault(from, 0) >= MOST_OF_ADDRESS;
    }

    /** True if somebody at {@code from} is worth that another one, if it is slow, makes room. */
    boolean wantsRoomFor(HostAddress from, long nowMillis) {
        return size >= MOST && !isFull(from) && !isBlemished(from, nowMillis);
    }

    private boolean isBlemished(HostAddress from, long nowMillis) {
        Past past = failures.get(from);
        return past != null && nowMillis < past.blemishedUntil;
    }

    /** True, and counted until {@link #end}, if there is room for one more. */
    boolean begin(HostAddress from, long nowMillis) {
        if (size >= MOST || isFull(from)) {
            return false;
        }
        int kept = isBlemished(from, nowMillis) ? MOST_A_SECOND / 2 : 0;
        Past past = failures.computeIfAbsent(from, any -> new Past(nowMillis));
        if (!past.failures.take(nowMillis)) {
            return false;
        }
        if (!all.take(nowMillis, kept)) {
            past.failures.giveBack();
            return false;
        }
        open.merge(from, 1, Integer::sum);
        size++;
        return true;
    }

    /** {@code isProven}: else it counts as a failure. */
    void end(HostAddress from, boolean isProven, long nowMillis) {
        open.computeIfPresent(from, (same, many) -> many > 1 ? many - 1 : null);
        size--;
        Past past = failures.get(from);
        if (isProven && past != null) {
            past.failures.giveBack();
        } else if (past != null) {
            past.blemishedUntil = nowMillis + BLEMISHED_MILLIS;
        }
    }
}
