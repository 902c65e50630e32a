package lanline.core.link;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lanline.core.model.HostAddress;
import lanline.core.model.LinkId;

/** Accepted links that have said nothing yet: an older program opens one and waits for its user. Lives on the bus thread. */
final class SilentLinks {
    /** In all; the oldest go first. */
    static final int MOST = 256;

    /** The same from one address, so that one host can't displace everybody's. */
    static final int MOST_OF_ONE = 8;

    /** Who dials in order to say something does so within this, even where many dial at once: only then a link counts as silent. */
    static final long FIRST_WORD_MILLIS = 5_000;

    /** At any time, however new; each costs a thread. One more, and the oldest goes: who wanted to say something has said it by then. */
    static final int MOST_EVEN_NEW = 512;

    private final Map<LinkId, Silent> links = new LinkedHashMap<>();

    private record Silent(LinkId link, HostAddress from, long since) {}

    /** Returns one that has to go for it, taken out; the caller closes it. */
    Optional<LinkId> add(LinkId link, HostAddress from, long now) {
        links.put(link, new Silent(link, from, now));
        if (links.size() <= MOST_EVEN_NEW) {
            return Optional.empty();
        }
        LinkId oldest = links.keySet().iterator().next();
        links.remove(oldest);
        return Optional.of(oldest);
    }

    void remove(LinkId link) {
        links.remove(link);
    }

    boolean holds(LinkId link) {
        return links.containsKey(link);
    }

    /** Takes out those that can't stay; the caller closes them. */
    List<LinkId> tooMany(long now) {
        List<Silent> newestFirst = new ArrayList<>(links.values());
        newestFirst.removeIf(silent -> now - silent.since() < FIRST_WORD_MILLIS);
        Collections.reverse(newestFirst);
        Map<HostAddress, Integer> stayingOf = new HashMap<>();
        int staying = 0;
        List<LinkId> over = new ArrayList<>();
        for (Silent silent : newestFirst) {
            int ofOne = stayingOf.getOrDefault(silent.from(), 0);
            if (staying < MOST && ofOne < MOST_OF_ONE) {
                stayingOf.put(silent.from(), ofOne + 1);
                staying++;
            } else {
                over.add(silent.link());
            }
        }
        over.forEach(links::remove);
        return over;
    }
}
