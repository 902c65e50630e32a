package lanline.core.link;

import java.util.LinkedHashMap;
import java.util.Map;
import lanline.core.model.Endpoint;
import lanline.core.model.HostAddress;

/**
 * Where may be dialled, and when again: an announcement is a datagram with a source that anybody can forge, and many who hear it must
 * not become a weapon against whoever is there ({@code security.md} section 4, {@code decisions.md} 18). Lives on the bus thread.
 */
final class DialRules {
    /** One dial an address and port in so long, unless it led to a session; twice as long after each further failure. */
    static final long AGAIN_MILLIS = 30_000;

    /** The longest wait is four minutes: who comes back after that usually dials first. */
    private static final int MOST_DOUBLINGS = 3;

    /** Dials to one address, whatever the ports, that led to no session yet, within {@link #AGAIN_MILLIS}; one more has to wait. */
    static final int MOST_OF_ADDRESS = 16;

    /** Below are the ports of the system's services, of which no Lanline has one. */
    static final int LEAST_PORT = 1_024;

    /** Ports of an address that are remembered: four rounds of the above. The oldest is forgotten, and may be dialled again. */
    private static final int MOST_PORTS = 64;

    /** Addresses that are remembered: more than can be dialled between two dials to one of them. The one longest unused is forgotten. */
    private static final int MOST_ADDRESSES = 8_192;

    private final Map<HostAddress, Map<Integer, Tried>> tried = new Newest<>(MOST_ADDRESSES);

    /** {@code failures}: the dial at {@code at} counts as one until it has led to a session. */
    private record Tried(long at, int failures) {
        boolean isOver(long now) {
            return now - at >= AGAIN_MILLIS << Math.min(failures - 1, MOST_DOUBLINGS);
        }
    }

    boolean allow(Endpoint to, long now) {
        Map<Integer, Tried> ports = tried.get(to.host());
        if (to.port() < LEAST_PORT || ports == null) {
            return to.port() >= LEAST_PORT;
        }
        Tried before = ports.get(to.port());
        long recent = ports.values().stream()
                .filter(other -> now - other.at() < AGAIN_MILLIS)
                .count();
        return (before == null || before.isOver(now)) && recent < MOST_OF_ADDRESS;
    }

    void begun(Endpoint to, long now) {
        Map<Integer, Tried> ports = tried.computeIfAbsent(to.host(), any -> new Newest<>(MOST_PORTS));
        Tried before = ports.get(to.port());
        ports.put(to.port(), new Tried(now, before == null ? 1 : before.failures() + 1));
    }

    /** It led to a session: whoever is there wants to be dialled. */
    void succeeded(Endpoint to) {
        Map<Integer, Tried> ports = tried.get(to.host());
        if (ports != null) {
            ports.remove(to.port());
        }
    }

    private static final class Newest<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1L;

        private final int most;

        Newest(int most) {
            super(16, 0.75f, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
        }
    }
}
