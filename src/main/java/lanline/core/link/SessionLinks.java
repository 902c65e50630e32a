package lanline.core.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lanline.core.model.InstanceId;
import lanline.core.model.LanlineId;
import lanline.core.model.LinkId;
import lanline.core.model.Party;

/** The links of all sessions, from the dial or the offer until the network has told their end. Lives on the bus thread. */
final class SessionLinks {
    private static final Comparator<SessionLink> BEST_FIRST =
            Comparator.comparing(SessionLink::yields).thenComparing(SessionLink::upAt, Comparator.reverseOrder());

    private final Map<LinkId, SessionLink> links = new LinkedHashMap<>();

    void add(SessionLink link) {
        links.put(link.id, link);
    }

    Optional<SessionLink> find(LinkId id) {
        return Optional.ofNullable(links.get(id));
    }

    Optional<SessionLink> remove(LinkId id) {
        return Optional.ofNullable(links.remove(id));
    }

    /** As they are now, in the order in which they began. */
    List<SessionLink> all() {
        return List.copyOf(links.values());
    }

    /** That are up or may still come up. */
    long live() {
        return links.values().stream()
                .filter(link -> !link.is(SessionLink.State.OVER))
                .count();
    }

    /** Of those that we have dialled and that are not up yet. */
    long beingDialled() {
        return diallings().count();
    }

    boolean isBeingDialled(LanlineId id, Optional<InstanceId> instance) {
        return diallings()
                .flatMap(link -> link.target.stream())
                .anyMatch(
                        target -> target.id().equals(id) && target.instance().equals(instance) && instance.isPresent());
    }

    /** Of those that others began, before a time, and that are not up yet. */
    Optional<SessionLink> oldestBegun(long before) {
        return links.values().stream()
                .filter(link -> link.isBeginning() && link.target.isEmpty() && link.begunAt <= before)
                .findFirst();
    }

    private Stream<SessionLink> diallings() {
        return links.values().stream().filter(link -> link.isBeginning() && link.target.isPresent());
    }

    /** All that are up, those that stay before those that yield, then the newest first. */
    List<SessionLink> upWith(LanlineId id) {
        List<SessionLink> up = new ArrayList<>();
        for (SessionLink link : links.values()) {
            if (link.isUpWith(id)) {
                up.add(link);
            }
        }
        if (up.size() > 1) {
            up.sort(BEST_FIRST);
        }
        return up;
    }

    /** {@code instance} empty: with any. */
    boolean isUpWith(LanlineId id, Optional<InstanceId> instance) {
        return upWith(id).stream()
                .anyMatch(link -> instance.filter(
                                wanted -> !wanted.equals(link.party().instance()))
                        .isEmpty());
    }

    /** Those that are up with the same instance as {@code link}. */
    List<SessionLink> twins(SessionLink link) {
        Party party = link.party();
        return upWith(party.id()).stream()
                .filter(other -> other != link && other.party().instance().equals(party.instance()))
                .toList();
    }

    /** One an instance. */
    List<Party> partiesWith(LanlineId id) {
        List<SessionLink> up = upWith(id);
        if (up.size() == 1) {
            return List.of(up.get(0).party());
        }
        Map<InstanceId, Party> best = new LinkedHashMap<>();
        up.forEach(link -> best.putIfAbsent(link.party().instance(), link.party()));
        return new ArrayList<>(best.values());
    }
}
