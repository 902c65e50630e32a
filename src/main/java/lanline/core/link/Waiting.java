package lanline.core.link;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import lanline.core.model.Bytes;
import lanline.core.model.Endpoint;
import lanline.core.model.HostAddress;
import lanline.core.model.LinkId;
import lanline.core.session.Session;

/**
 * Those who want to begin a session while as many of their address are about it as may be: each has its turn when one of these is done, the
 * first to come first. Nothing is done for them until then, and an address makes nobody wait but its own. Lives on the bus thread.
 */
final class Waiting {
    /** Of an address: a machine with 30 people, who all start at once and dial each other. One more is closed at once, and dials again later. */
    static final int MOST_OF_ADDRESS = 32;

    /** In all, each with a connection and, at the most, four KiB that it has said. One more is closed at once. */
    static final int MOST = 128;

    private final Map<LinkId, One> all = new LinkedHashMap<>();

    /** {@code since}: when its first byte was there, from which on it has {@link HalfOpen#DEADLINE_MILLIS} for everything. */
    record One(LinkId link, Endpoint from, long since, Bytes begun) {
        boolean isLate(long now) {
            return now - since >= HalfOpen.DEADLINE_MILLIS;
        }

        One saying(Bytes more) {
            byte[] all = new byte[begun.length() + more.length()];
            begun.copyTo(all, 0);
            more.copyTo(all, begun.length());
            return new One(link, from, since, Bytes.copyOf(all));
        }
    }

    /** False if there is no room. */
    boolean add(One one) {
        long ofAddress = all.values().stream()
                .filter(other -> other.from().host().equals(one.from().host()))
                .count();
        boolean hasRoom = all.size() < MOST && ofAddress < MOST_OF_ADDRESS;
        if (hasRoom) {
            all.put(one.link(), one);
        }
        return hasRoom;
    }

    /** Keeps what it says further; false, and it waits no longer, if that is more than anybody has to say before its turn. */
    boolean append(LinkId link, Bytes bytes) {
        One before = all.get(link);
        if (before == null) {
            return true;
        }
        if (before.begun().length() + bytes.length() > Session.MOST_UNPROVEN_BYTES) {
            all.remove(link);
            return false;
        }
        all.put(link, before.saying(bytes));
        return true;
    }

    /** Takes out the first whose address has room. */
    Optional<One> next(Predicate<HostAddress> hasRoom) {
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Optional<One> next = all.values().stream()
                .filter(one -> hasRoom.test(one.from().host()))
                .findFirst();
        next.ifPresent(one -> all.remove(one.link()));
        return next;
    }

    /** Takes out those who have waited for too long. */
    List<LinkId> late(long now) {
        List<LinkId> late = all.values().stream()
                .filter(one -> one.isLate(now))
                .map(One::link)
                .toList();
        late.forEach(all::remove);
        return late;
    }

    /** False if it did not wait. */
    boolean remove(LinkId link) {
        return all.remove(link) != null;
    }

    List<LinkId> removeAll() {
        List<LinkId> left = List.copyOf(all.keySet());
        all.clear();
        return left;
    }
}
