package lanline.core.link;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import lanline.core.model.HostAddress;

/** Sessions that others began and in which it is not proven yet who they are ({@code security.md} section 3). Lives on the bus thread. */
final class HalfOpen {
    /** In all; one more is closed at once. A handshake takes milliseconds, so that hundreds who come at once find room one after the other. */
    static final int MOST = 32;

    /** The same of one address: several people of one machine may come at a time, and nobody fills the room for everybody. */
    static final int MOST_OF_ADDRESS = 4;

    /** Who has not proven itself in so long, from the first byte on, is closed: in all, however slowly it goes on speaking. */
    static final long DEADLINE_MILLIS = 5_000;

    /** Each costs about two milliseconds of the bus thread: a flood of strangers gets a fifth of it at most. One more is closed at once. */
    static final int MOST_A_SECOND = 100;

    /** An address may fail so often, and once a second from then on; what succeeds does not count. One more is closed at once. */
    static final int MOST_FAILURES = 20;

    /** Addresses whose failures are remembered; past that the one longest unheard is forgotten, and may fail again. */
    private static final int MOST_ADDRESSES = 1_024;

    private final Map<HostAddress, Integer> open = new HashMap<>();
    private final Map<HostAddress, Bucket> failures = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<HostAddress, Bucket> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };
    private final Bucket all;
    private int size;

    HalfOpen(long nowMillis) {
        all = new Bucket(MOST_A_SECOND, MOST_A_SECOND, nowMillis);
    }

    /** True, and counted until {@link #end}, if there is room for one more. */
    boolean begin(HostAddress from, long nowMillis) {
        if (size >= MOST || open.getOrDefault(from, 0) >= MOST_OF_ADDRESS) {
            return false;
        }
        Bucket ofAddress = failures.computeIfAbsent(from, any -> new Bucket(1, MOST_FAILURES, nowMillis));
        if (!ofAddress.take(nowMillis) || !all.take(nowMillis)) {
            return false;
        }
        open.merge(from, 1, Integer::sum);
        size++;
        return true;
    }

    /** {@code isProven}: else it counts as a failure. */
    void end(HostAddress from, boolean isProven) {
        open.computeIfPresent(from, (same, many) -> many > 1 ? many - 1 : null);
        size--;
        Bucket ofAddress = failures.get(from);
        if (isProven && ofAddress != null) {
            ofAddress.giveBack();
        }
    }
}
