package lanline.core.link;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import lanline.core.model.Endpoint;
import lanline.core.model.HostAddress;
import lanline.core.model.LanlineId;

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

    /** People who were met and of whom it is remembered where; of the one longest ago it is forgotten, and it is a stranger's place again. */
    private static final int MOST_MET = 1_000;

    private final Map<HostAddress, Map<Integer, Tried>> tried = new Newest<>(MOST_ADDRESSES);

    private final Map<LanlineId, Met> met = new Newest<>(MOST_MET);

    /** Whom a session has shown to be at {@code at}, and what became of the dials to it since. */
    private record Met(Endpoint at, Optional<Tried> tried) {}

    /** {@code failures}: the dial at {@code at} counts as one until it has led to a session. */
    private record Tried(long at, int failures) {
        static Tried after(Optional<Tried> before, long now) {
            return new Tried(now, 1 + before.map(Tried::failures).orElse(0));
        }

        boolean isOver(long now) {
            return now - at >= AGAIN_MILLIS << Math.min(failures - 1, MOST_DOUBLINGS);
        }
    }

    boolean allow(LanlineId id, Endpoint to, long now) {
        Met known = met.get(id);
        if (known != null && known.at().equals(to)) {
            return known.tried().filter(before -> !before.isOver(now)).isEmpty();
        }
        return allowStranger(to, now);
    }

    private boolean allowStranger(Endpoint to, long now) {
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

    void begun(LanlineId id, Endpoint to, long now) {
        Met known = met.get(id);
        if (known != null && known.at().equals(to)) {
            met.put(id, new Met(to, Optional.of(Tried.after(known.tried(), now))));
            return;
        }
        Map<Integer, Tried> ports = tried.computeIfAbsent(to.host(), any -> new Newest<>(MOST_PORTS));
        ports.put(to.port(), Tried.after(Optional.ofNullable(ports.get(to.port())), now));
    }

    /** A session has shown that {@code id} is there: what others announce from that address does not keep us from dialling it. */
    void met(LanlineId id, Endpoint at) {
        met.put(id, new Met(at, Optional.empty()));
    }

    /** A dial led to a session: whoever is there wants to be dialled. */
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
