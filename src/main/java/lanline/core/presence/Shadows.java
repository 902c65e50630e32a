package lanline.core.presence;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lanline.core.dialect.Sighting;
import lanline.core.model.Endpoint;
import lanline.core.model.HostAddress;
import lanline.core.model.Nickname;
import lanline.core.model.PeerId;
import lanline.core.model.Speaks;

/**
 * Each Lanline announces itself in the 2019 edition too, in a form that names no Lanline: this tells such a shadow from a person with
 * an older program. Known by address and name, since there is nothing else; whoever could still turn out to be a Lanline is held
 * back for a moment. Lives on the bus thread.
 */
final class Shadows {
    /** A Lanline that fell silent throws no shadow after this: then an older program of its user may speak. Two and a half of the announcements each minute. */
    private static final long SHADOW_MILLIS = 150_000;

    /** After a good-bye only what was on its way can still come. */
    private static final long AFTER_BYE_MILLIS = 2_000;

    /** Both announcements of a Lanline go out in the same moment, and who is new is to be seen within a second ({@code ux.md}). */
    static final int HOLD_MILLIS = 800;

    /** Remembered at a time, the earliest is forgotten first; a forgotten one shows for a moment as an older program. */
    private static final int MOST = 10_000;

    private final Map<PeerId, Long> until = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<PeerId, Long> eldest) {
            return size() > MOST;
        }
    };

    private final Map<PeerId, Held> held = new LinkedHashMap<>();
    private final Set<PeerId> own = new LinkedHashSet<>();

    /** An announcement as it was heard on {@code port}. */
    record Heard(Endpoint from, int port, Speaks speaks, Sighting sighting) {
        /** Who said it: a Lanline by its own id, an older program by name and address. */
        PeerId id() {
            return sighting.lanline()
                    .map(Sighting.Lanline::id)
                    .map(PeerId::lanline)
                    .orElseGet(() -> PeerId.older(sighting.name(), from.host()));
        }
    }

    private record Held(Heard announcement, long due) {}

    /** A Lanline called {@code name} is at {@code host}; returns who that would be in the 2019 edition. */
    PeerId cast(Nickname name, HostAddress host, boolean isLeaving, long now) {
        PeerId shadow = shadow(name, host);
        until.remove(shadow);
        until.put(shadow, now + (isLeaving ? AFTER_BYE_MILLIS : SHADOW_MILLIS));
        held.remove(shadow);
        return shadow;
    }

    /** As it arrives: what was folded once for the announcement. */
    private static PeerId shadow(Nickname name, HostAddress host) {
        return PeerId.older(Nickname.fromPeer(name.folded()), host);
    }

    boolean isShadow(PeerId announced, long now) {
        return until.getOrDefault(announced, Long.MIN_VALUE) > now;
    }

    /** We announce ourselves as {@code name} from {@code address}; that comes back. */
    void castOwn(Nickname name, HostAddress address) {
        own.add(shadow(name, address));
        if (own.size() > MOST) {
            own.remove(own.iterator().next());
        }
    }

    boolean isOwn(PeerId announced) {
        return own.contains(announced);
    }

    /** Keeps an announcement back; false if there are too many to keep. */
    boolean hold(Heard announcement, long now) {
        if (held.size() >= MOST) {
            return false;
        }
        held.putIfAbsent(announcement.id(), new Held(announcement, now + HOLD_MILLIS));
        return true;
    }

    /** The moment has passed for these; they are taken out. */
    List<Heard> due(long now) {
        List<Heard> due = new ArrayList<>();
        Iterator<Held> earliestFirst = held.values().iterator();
        while (earliestFirst.hasNext()) {
            Held next = earliestFirst.next();
            if (next.due() > now) {
                break;
            }
            due.add(next.announcement());
            earliestFirst.remove();
        }
        return due;
    }

    /** What is held back of a host, taken out: it has shown otherwise that it is no Lanline, or that it leaves. */
    List<Heard> release(HostAddress host) {
        if (held.isEmpty()) {
            return List.of();
        }
        List<Heard> ofHost = held.values().stream()
                .map(Held::announcement)
                .filter(announcement -> announcement.from().host().equals(host))
                .toList();
        held.values().removeIf(announcement -> ofHost.contains(announcement.announcement()));
        return ofHost;
    }
}
