package lanline.sim;

import java.util.HashMap;
import java.util.Map;
import lanline.core.model.Peer;
import lanline.core.model.PeerId;
import lanline.core.model.Presence;
import lanline.core.model.Speaks;

/** Looks again and again whether a Lanline that is shown as present can be: it needs a session, whose keys are not old, and to have been within reach of late. */
final class PresenceWatch {
    private static final int EACH_MILLIS = 1_000;

    /** A pulled cable is seen within 45 s; and we look once a second. */
    private static final int MOST_BLIND_MILLIS = 45_000 + 2 * EACH_MILLIS;

    /** Keys serve for an hour, and a renewal that fails is tried again after a minute. */
    private static final long MOST_KEY_MILLIS = 62 * 60_000L;

    private final Scenario scenario;
    /** Of each host, when each peer was, in its own uptime. */
    private final Map<SimHost, Map<PeerId, Long>> withinReachAt = new HashMap<>();

    private boolean isOver;

    PresenceWatch(Scenario scenario) {
        this.scenario = scenario;
        again();
    }

    void end() {
        isOver = true;
    }

    private void again() {
        if (!isOver) {
            scenario.running().stream().filter(host -> !host.isAsleep()).forEach(this::look);
            scenario.agenda.in(EACH_MILLIS, this::again);
        }
    }

    private void look(SimHost host) {
        long now = host.time.uptimeMillis();
        Map<PeerId, Long> reached = withinReachAt.computeIfAbsent(host, any -> new HashMap<>());
        for (SimHost other : scenario.running()) {
            if (!other.isAsleep() && (isBridged() || !scenario.lan.isCut(host.machine(), other.machine()))) {
                reached.put(other.home.peer, now);
            }
        }
        // Between two looks a partition may have been away for a moment.
        for (SimHost other : scenario.hosts) {
            long heard = host.heardFrom.getOrDefault(other.machine(), 0L);
            reached.merge(other.home.peer, heard, Math::max);
        }
        host.sessions.values().stream()
                .filter(party -> now - host.upAt.getOrDefault(party.link(), now) > MOST_KEY_MILLIS)
                .forEach(party -> scenario.wrong(host.name + " uses keys for too long with " + party));
        host.list.values().stream()
                .filter(peer -> peer.speaks() == Speaks.LANLINE && isShownAsHere(peer))
                .forEach(peer -> check(host, peer, now, reached.getOrDefault(peer.id(), 0L)));
    }

    /** Somebody passes on what is said, from one side of a partition to the other as it moves. */
    private boolean isBridged() {
        return scenario.forger.filter(Forger::isAtWork).isPresent();
    }

    private static boolean isShownAsHere(Peer peer) {
        return peer.presence() == Presence.ONLINE || peer.presence() == Presence.BUSY;
    }

    /** {@code at}: when {@code peer} was within reach. */
    private void check(SimHost host, Peer peer, long now, long at) {
        boolean hasSession =
                host.sessions.values().stream().anyMatch(party -> party.peer().equals(peer.id()));
        if (!hasSession) {
            scenario.wrong(host.name + " sees " + peer + " as present without a session");
        } else if (now - at > MOST_BLIND_MILLIS && !isForger(peer)) {
            scenario.wrong(
                    host.name + " still sees " + peer + " " + (now - at) + " ms after the last moment within reach");
        }
    }

    private boolean isForger(Peer peer) {
        return scenario.homesOf(peer.id()).isEmpty();
    }
}
