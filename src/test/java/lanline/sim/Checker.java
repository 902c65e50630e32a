package lanline.sim;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import lanline.core.model.ChatMessage;
import lanline.core.model.Delivery;
import lanline.core.model.MessageId;
import lanline.core.model.Nickname;
import lanline.core.model.Peer;
import lanline.core.model.PeerId;
import lanline.core.model.Presence;
import lanline.core.model.Security;
import lanline.core.model.Speaks;
import lanline.core.model.Status;

/** Looks at a LAN at peace and says what can't be. */
final class Checker {
    private static final String PERHAPS = "may have arrived";

    private final Scenario scenario;

    Checker(Scenario scenario) {
        this.scenario = scenario;
    }

    private void wrong(String what) {
        scenario.violations.add(what);
    }

    /** Who should be seen by {@code host}, with the presences that would be right. */
    private Map<PeerId, Set<Presence>> expectedOf(SimHost host) {
        Map<PeerId, Set<Presence>> expected = new HashMap<>();
        for (SimHost other : scenario.running()) {
            boolean isSelf = other.home.identity.id().equals(host.home.identity.id());
            if (!isSelf && host.machine().sharesNetworkWith(other.machine())) {
                expected.computeIfAbsent(PeerId.lanline(other.home.identity.id()), any -> new TreeSet<>())
                        .add(presence(other.status));
            }
        }
        for (OlderPeer old : scenario.older) {
            if (!old.isOf2019 && host.machine().sharesNetworkWith(old.machine())) {
                expected.put(idOf(old), Set.of(Presence.ONLINE));
            }
        }
        return expected;
    }

    private static PeerId idOf(OlderPeer old) {
        return PeerId.older(
                Nickname.fromPeer(old.name), old.machine().interfaces.get(0).address());
    }

    private static Presence presence(Status status) {
        return switch (status) {
            case ONLINE -> Presence.ONLINE;
            case BUSY -> Presence.BUSY;
            case AWAY -> Presence.AWAY;
            case BYE -> Presence.GONE;
        };
    }

    void everybodySeesEverybody() {
        for (SimHost host : scenario.running()) {
            expectedOf(host).forEach((id, presences) -> {
                Peer seen = host.list.get(id);
                if (seen == null) {
                    wrong(host.name + " does not see " + id);
                } else if (!presences.contains(seen.presence())) {
                    wrong(host.name + " sees " + seen + " but it is " + presences);
                } else {
                    checkName(host, seen);
                }
            });
        }
    }

    private void checkName(SimHost host, Peer seen) {
        List<Nickname> names = scenario.running().stream()
                .filter(other -> PeerId.lanline(other.home.identity.id()).equals(seen.id()))
                .map(other -> other.name)
                .toList();
        if (!names.isEmpty() && !names.contains(seen.name())) {
            wrong(host.name + " sees " + seen.name() + " who is called " + names);
        }
    }

    /** They announce once a minute: after a longer peace. */
    void everybodySeesWhoIsOf2019() {
        for (SimHost host : scenario.running()) {
            for (OlderPeer old : scenario.older) {
                boolean isThere = old.isOf2019 && host.machine().sharesNetworkWith(old.machine());
                Peer seen = host.list.get(idOf(old));
                if (isThere && (seen == null || seen.presence() != Presence.ONLINE)) {
                    wrong(host.name + " does not see " + idOf(old) + " of 2019 but " + seen);
                }
            }
        }
    }

    /** Someone of that edition; or what a Lanline announced there before it ended or was renamed, which holds for 150 s. */
    private boolean isOf2019(Peer peer) {
        boolean isLanline = scenario.running().stream().anyMatch(host -> host.isCalled(peer));
        boolean wasLanline = scenario.hosts.stream().anyMatch(host -> host.wasCalled(peer));
        // Raw text names nobody: who wrote it is called by the address.
        boolean isNameless = peer.name().toString().equals(peer.address().text());
        return peer.speaks() == Speaks.COURSE_2019 && (wasLanline || isNameless) && !isLanline
                || scenario.older.stream()
                        .anyMatch(old -> old.isOf2019 && idOf(old).equals(peer.id()));
    }

    void nobodyIsSeenWhoIsGone() {
        for (SimHost host : scenario.running()) {
            Set<PeerId> expected = expectedOf(host).keySet();
            host.list.values().stream()
                    .filter(peer ->
                            isShown(peer) && !isForger(peer) && !expected.contains(peer.id()) && !isOf2019(peer))
                    // Nobody runs the lab program here: what broken programs send may look like its hello, and holds
                    // for 150 s.
                    .filter(peer -> peer.speaks() != Speaks.LAB)
                    .forEach(peer -> wrong(host.name + " sees " + peer + " who is not there"));
        }
    }

    private static boolean isShown(Peer peer) {
        return peer.isHere() || peer.presence() == Presence.ANNOUNCED;
    }

    /** It is what it says in its own name; and as an older program anybody can be, since they prove nothing. */
    private boolean isForger(Peer peer) {
        return scenario.forger
                .filter(forger -> PeerId.lanline(forger.key.id()).equals(peer.id()) || peer.speaks() != Speaks.LANLINE)
                .isPresent();
    }

    void statesAreTrue() {
        for (SimHome home : scenario.homes) {
            boolean isRunning = scenario.running().stream().anyMatch(host -> host.home == home);
            for (MessageId id : home.told.keySet()) {
                ChatMessage message = home.committed.get(id);
                if (message != null && !Deliveries.isToLanline(message)) {
                    checkState(home, message, isRunning);
                }
            }
        }
    }

    private void checkState(SimHome home, ChatMessage message, boolean isRunning) {
        switch (message.delivery().state()) {
            case QUEUED -> {
                if (isRunning && isWithin(home, message) && !isForOneWhoNeverCloses(message)) {
                    wrong("still queued: " + message);
                }
            }
            case FAILED -> {
                boolean isSure = !home.hasLostPower
                        && !message.delivery().reason().value().contains(PERHAPS);
                if (isSure && timesReceived(message) > 0) {
                    wrong("told as failed, but it arrived: " + message);
                }
            }
            case SENT -> {
                if (timesReceived(message) == 0 && !isExcused(home, message)) {
                    wrong("told as sent, but it never arrived: " + message + told(home, message));
                }
            }
            default -> wrong("such a program sends no receipts: " + message);
        }
        long sendings = states(home, message).stream()
                .filter(state -> state.state() == Delivery.State.QUEUED)
                .count();
        boolean once = sendings == 1;
        if (once && timesReceived(message) > 1) {
            wrong("shown twice by an older program: " + message);
        }
    }

    /** Who is not there is waited for; and somebody may have said to be that program in a network where it is not. */
    private boolean isWithin(SimHome home, ChatMessage message) {
        return scenario.older.stream()
                .filter(old -> idOf(old).equals(message.with().id()))
                .anyMatch(old -> scenario.running().stream()
                        .filter(host -> host.home == home)
                        .anyMatch(host -> host.machine().sharesNetworkWith(old.machine())));
    }

    /** Each message to such a program takes the 3 s after which it counts as taken; a long queue takes its time. */
    private boolean isForOneWhoNeverCloses(ChatMessage message) {
        return scenario.older.stream()
                .filter(old -> isAt(old, message))
                .anyMatch(old -> old.habit == OlderPeer.Habit.NEVER_READS || old.habit == OlderPeer.Habit.KEEPS_OPEN);
    }

    private static String told(SimHome home, ChatMessage message) {
        return " after " + states(home, message) + " at " + home.queuedAt.get(message.id());
    }

    private static List<Delivery> states(SimHome home, ChatMessage message) {
        return home.told.getOrDefault(message.id(), List.of());
    }

    private long timesReceived(ChatMessage message) {
        // In whatever spelling of the key the program has shown to use.
        String field = "message\": \"" + message.text() + "\"";
        return scenario.older.stream()
                .filter(old -> isAt(old, message))
                .flatMap(old -> old.shown.stream())
                .filter(shown ->
                        shown.contains(field) || shown.equals(message.text().value()))
                .count();
    }

    private boolean isExcused(SimHome sender, ChatMessage message) {
        if (message.with().speaks() == Speaks.LAB) {
            // Nothing in that program tells that a frame was taken, and nobody here is one.
            return true;
        }
        // A partition held it up until it counted as taken, and then the power took it.
        boolean wentWithThePower = sender.hasLostPower && !scenario.lan.heldUp.isEmpty();
        return scenario.older.stream()
                .filter(old -> isAt(old, message))
                .allMatch(old ->
                        old.habit == OlderPeer.Habit.NEVER_READS || closedUnheard(old, message) || wentWithThePower);
    }

    /** It closed the link after its key, and a partition held just that up: what was said there was lost, and nothing tells. */
    private boolean closedUnheard(OlderPeer old, ChatMessage message) {
        return message.security() == Security.WEAK
                && old.habit == OlderPeer.Habit.EXCHANGES_APART
                && scenario.lan.heldUp.contains(old.machine());
    }

    /** By the address, since who never announced itself is called by it. */
    private static boolean isAt(OlderPeer old, ChatMessage message) {
        return old.machine().interfaces.get(0).address().equals(message.with().address());
    }

    void boundsHold() {
        for (SimHost host : scenario.running()) {
            // A program that never closes keeps a link for a minute, and gets a message each 3 s, under its name and
            // its address.
            if (host.openLinks() > host.sessions.size() + 2 + 42 * scenario.older.size()) {
                wrong(host.name + " has " + host.openLinks() + " links open at peace");
            }
            int networks = host.machine().allInterfaces().size();
            long periods = host.time.uptimeMillis() / (SimHost.PERIOD_SECONDS * 1_000L) + 1;
            int made = scenario.lan.broadcasts.getOrDefault(host, 0);
            // One a period, one more where newcomers were heard, and one for each change of its own.
            if (made > networks * (2 * periods + 24)) {
                wrong(host.name + " made " + made + " announcements in " + periods + " periods");
            }
        }
    }
}
