package lanline.core.presence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lanline.core.dialect.Sighting;
import lanline.core.model.Endpoint;
import lanline.core.model.HostAddress;
import lanline.core.model.LinkId;
import lanline.core.model.Nickname;
import lanline.core.model.Party;
import lanline.core.model.Presence;
import lanline.core.model.Route;
import lanline.core.model.Status;
import org.jspecify.annotations.Nullable;

/**
 * One running program of a peer: when it was heard last, by which addresses it can be reached. To be heard is all that an older program can do;
 * a Lanline is here as long as a session with it stands:
 *
 * <pre>
 *   announced ── session ──► live ── fell silent ──► lost ── session ──► live
 *   announced ── nobody there ──► lost
 * </pre>
 *
 * Lives on the bus thread.
 */
final class Instance {
    /** A machine has a handful of networks; the addresses heard last are kept. */
    private static final int MOST_ENDPOINTS = 8;

    /** An address that was missed while another one was heard goes behind it: the machine has moved. As a part of the online time. */
    private static final double MISSED = 0.6;

    private final Map<Endpoint, Long> heardAt = new LinkedHashMap<>();
    private final boolean isLanline;
    private final Set<LinkId> sessions = new HashSet<>();
    private final Set<Endpoint> unreached = new HashSet<>();
    private boolean wasLive;
    private boolean isLost;
    private Nickname name;
    private long epoch = Long.MIN_VALUE;
    private Sighting.@Nullable Lanline last;
    private Status status = Status.ONLINE;
    private long onlineMillis;
    private long lastHeard;
    private long broadcastUntil;

    Instance(boolean isLanline, Nickname name, Endpoint reach, long onlineMillis, long now) {
        this.isLanline = isLanline;
        this.name = name;
        this.onlineMillis = onlineMillis;
        hear(reach, now);
    }

    /** True if this is news: repeated and overtaken announcements are not. */
    boolean isNews(Sighting sighting) {
        Sighting.Lanline said = sighting.lanline().orElse(null);
        return said == null || last == null || said.isAfter(last);
    }

    void take(Sighting sighting, long now) {
        last = sighting.lanline().orElse(null);
        epoch = last == null ? Long.MIN_VALUE : last.epoch();
        name = sighting.name();
        status = sighting.status();
        onlineMillis = sighting.onlineMillis();
        if (!sighting.asksForUnicast()) {
            broadcastUntil = now + onlineMillis;
        }
        hear(sighting.reach(), now);
    }

    /** A session with it stands. */
    void up(Party party, long now) {
        sessions.add(party.link());
        unreached.clear();
        wasLive = true;
        isLost = false;
        name = party.name();
        epoch = party.epoch();
        hear(party.reach(), now);
    }

    /** One of its sessions has ended; {@code fellSilent}: as if somebody had pulled the cable. */
    void down(LinkId session, boolean fellSilent, long now) {
        if (sessions.remove(session) && sessions.isEmpty()) {
            isLost = fellSilent;
            lastHeard = now;
        }
    }

    boolean isLive() {
        return !sessions.isEmpty();
    }

    /** Nobody answered at {@code endpoint} as this one; true if no way is left to one that never was live. */
    boolean missAt(Endpoint endpoint) {
        if (heardAt.containsKey(endpoint)) {
            unreached.add(endpoint);
        }
        return !wasLive && unreached.containsAll(heardAt.keySet());
    }

    void lose() {
        isLost = true;
    }

    void hear(Endpoint reach, long now) {
        lastHeard = now;
        heardAt.put(reach, now);
        heardAt.values().removeIf(at -> now - at > 2 * onlineMillis);
        while (heardAt.size() > MOST_ENDPOINTS) {
            heardAt.entrySet().stream().min(Map.Entry.comparingByValue()).ifPresent(e -> heardAt.remove(e.getKey()));
        }
    }

    /** Heard, by something else than an announcement, from a host that it was announced at. */
    void hearAgain(HostAddress host, long now) {
        lastHeard = now;
        heardAt.replaceAll((endpoint, at) -> endpoint.host().equals(host) ? Long.valueOf(now) : at);
    }

    /** When it started, by its own clock: of two instances of one person the later one speaks for both. */
    long epoch() {
        return epoch;
    }

    Nickname name() {
        return name;
    }

    /** Another program answers there now; true if that was the last way to this one. */
    boolean losesLast(Endpoint endpoint) {
        heardAt.remove(endpoint);
        return heardAt.isEmpty();
    }

    /** Never while a session stands, which notices by itself when the other side is gone. */
    boolean isSilentFor(long millis, long now) {
        return !isLive() && now - lastHeard > millis;
    }

    /** The uptime at which it has been silent for too long to be here or, if it is that already, to be known. */
    long agesAt(long now) {
        if (isLive()) {
            return Long.MAX_VALUE;
        }
        long most = isSilentFor(onlineMillis, now) ? PeerEntry.GONE_MILLIS : onlineMillis;
        return lastHeard + most + 1;
    }

    long onlineMillis() {
        return onlineMillis;
    }

    long lastHeard() {
        return lastHeard;
    }

    /** Broadcasts reach it and us: what it sends by unicast beside needs no answer. */
    boolean isHeardByBroadcast(long now) {
        return now < broadcastUntil;
    }

    boolean isAt(Endpoint endpoint) {
        return heardAt.containsKey(endpoint);
    }

    boolean isAtHost(HostAddress host) {
        return heardAt.keySet().stream().anyMatch(at -> at.host().equals(host));
    }

    /** The network's addresses before the machine's own, which mean nothing to anybody else; those that went silent last. */
    Route route() {
        List<Endpoint> endpoints = new ArrayList<>(heardAt.keySet());
        endpoints.sort(Comparator.<Endpoint, Boolean>comparing(this::isMissed)
                .thenComparing(endpoint -> endpoint.host().isLoopback()));
        return new Route(endpoints);
    }

    private boolean isMissed(Endpoint endpoint) {
        return lastHeard - heardAt.getOrDefault(endpoint, lastHeard) > MISSED * onlineMillis;
    }

    Presence presence(long now) {
        if (isLost || isSilentFor(onlineMillis, now)) {
            return Presence.AWAY;
        }
        if (isLanline && !isLive()) {
            return Presence.ANNOUNCED;
        }
        return switch (status) {
            case ONLINE -> Presence.ONLINE;
            case BUSY -> Presence.BUSY;
            case AWAY -> Presence.AWAY;
            case BYE -> Presence.GONE;
        };
    }
}
