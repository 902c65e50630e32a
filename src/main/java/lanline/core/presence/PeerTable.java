package lanline.core.presence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lanline.core.model.Endpoint;
import lanline.core.model.HostAddress;
import lanline.core.model.PeerId;
import lanline.core.model.Trust;

/** Everybody known, found by id and, for older programs, by address; bounded. Lives on the bus thread. */
final class PeerTable {
    /** Lanlines and older programs that are remembered, each; one more takes the place of the one longest silent and away, or none. */
    static final int MOST_OF_A_KIND = 5_000;

    private final Map<PeerId, PeerEntry> entries = new LinkedHashMap<>();
    private final Map<HostAddress, List<PeerEntry>> olderAt = new HashMap<>();
    /** Whose an address and port are: two peers can't both answer there. */
    private final Map<Endpoint, PeerEntry> lanlineAt = new HashMap<>();

    /** A flood of names that a full table has no room for must not search it each time. */
    private static final int LOOKS_AGAIN_MILLIS = 1_000;

    private final Map<Boolean, Long> allHereUntil = new HashMap<>();
    private int lanlines;

    Optional<PeerEntry> find(PeerId id) {
        return Optional.ofNullable(entries.get(id));
    }

    Collection<PeerEntry> all() {
        return entries.values();
    }

    /** Older programs at an address, the one heard last first. */
    List<PeerEntry> olderAt(HostAddress address) {
        return olderAt.getOrDefault(address, List.of()).stream()
                .sorted(Comparator.comparingLong(PeerEntry::lastHeard).reversed())
                .toList();
    }

    boolean hasRoom(boolean forLanline) {
        return (forLanline ? lanlines : entries.size() - lanlines) < MOST_OF_A_KIND;
    }

    /** Who has to go for a newcomer: the one longest silent among those not here, of whom none is verified; empty if all are here. */
    Optional<PeerEntry> leastMissed(boolean amongLanlines, long now) {
        if (now < allHereUntil.getOrDefault(amongLanlines, 0L)) {
            return Optional.empty();
        }
        Comparator<PeerEntry> isKnown =
                Comparator.comparing(entry -> entry.told().trust() != Trust.NONE);
        Optional<PeerEntry> least = entries.values().stream()
                .filter(entry -> entry.isLanline() == amongLanlines && !isKept(entry))
                .min(isKnown.thenComparingLong(PeerEntry::lastHeard));
        if (least.isEmpty()) {
            allHereUntil.put(amongLanlines, now + LOOKS_AGAIN_MILLIS);
        }
        return least;
    }

    private static boolean isKept(PeerEntry entry) {
        return entry.told().isHere() || entry.isLive() || entry.told().trust() == Trust.VERIFIED;
    }

    /** Gives {@code reach} to {@code entry}, which announced itself there; returns who has lost it by that, having been silent. */
    Optional<PeerEntry> claim(PeerEntry entry, Endpoint reach, long now) {
        PeerEntry owner = lanlineAt.putIfAbsent(reach, entry);
        if (owner == null || owner == entry || owner.isHeardAt(reach, now)) {
            return Optional.empty();
        }
        lanlineAt.put(reach, entry);
        return Optional.of(owner);
    }

    void add(PeerEntry entry) {
        entries.put(entry.told().id(), entry);
        if (entry.isLanline()) {
            lanlines++;
        } else {
            olderAt.computeIfAbsent(entry.told().address(), any -> new ArrayList<>(1))
                    .add(entry);
        }
    }

    void remove(PeerEntry entry) {
        entries.remove(entry.told().id());
        if (entry.isLanline()) {
            lanlines--;
            lanlineAt.values().removeIf(there -> there == entry);
            return;
        }
        HostAddress address = entry.told().address();
        olderAt.computeIfPresent(address, (any, list) -> {
            list.remove(entry);
            return list.isEmpty() ? null : list;
        });
    }
}
