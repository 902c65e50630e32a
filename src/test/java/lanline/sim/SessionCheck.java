package lanline.sim;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import lanline.core.event.ChatEvent.SessionDown;
import lanline.core.model.Party;

/** Whether, at peace, everybody has one session with each program in reach, the same one on both sides. */
final class SessionCheck {
    private final Scenario scenario;

    SessionCheck(Scenario scenario) {
        this.scenario = scenario;
    }

    boolean areAllUp() {
        List<SimHost> running = scenario.running();
        return running.stream()
                .allMatch(one -> running.stream()
                        .allMatch(other ->
                                !areToMeet(one, other) || between(one, other).size() == 1));
    }

    private static boolean areToMeet(SimHost one, SimHost other) {
        boolean isSamePerson = one.home.identity.id().equals(other.home.identity.id());
        return !isSamePerson && one.machine().sharesNetworkWith(other.machine());
    }

    private static List<Party> between(SimHost one, SimHost other) {
        return one.sessions.values().stream()
                .filter(party -> party.instance().equals(other.instance))
                .toList();
    }

    void check() {
        for (SimHost one : scenario.running()) {
            for (SimHost other : scenario.running()) {
                if (areToMeet(one, other)) {
                    checkPair(one, other);
                }
            }
            one.sessions.values().forEach(party -> checkParty(one, party));
        }
        if (scenario.isTalk) {
            scenario.hosts.forEach(this::checkUnbroken);
        }
    }

    private void checkPair(SimHost one, SimHost other) {
        List<Party> parties = between(one, other);
        if (parties.size() != 1) {
            scenario.wrong(one.name + " has " + parties.size() + " sessions with " + other.name + ": " + parties);
            return;
        }
        boolean isShared =
                between(other, one).stream().anyMatch(theirs -> other.linkOf(theirs) == one.linkOf(parties.get(0)));
        if (!isShared) {
            scenario.wrong(one.name + " has another session with " + other.name + " than that one: " + parties);
        }
    }

    private void checkParty(SimHost host, Party party) {
        Optional<SimHost> other = scenario.running().stream()
                .filter(any -> any.instance.equals(party.instance()))
                .findFirst();
        if (other.isEmpty()) {
            scenario.wrong(host.name + " has a session with who is gone: " + party);
        } else if (!other.get().home.identity.id().equals(party.id())) {
            scenario.wrong(host.name + " takes " + other.get().home.identity.id() + " for " + party);
        }
    }

    /** Nothing there ends a session but that another one stands; and there are two of one only where two dials cross, and after an hour. */
    private void checkUnbroken(SimHost host) {
        host.met.stream()
                .filter(instance -> Collections.frequency(host.met, instance) > (scenario.isEvening ? 3 : 2))
                .findFirst()
                .ifPresent(instance -> scenario.wrong(host.name + " met " + instance + " again and again"));
        host.ended.stream()
                .filter(event -> event.end() != SessionDown.End.REPLACED)
                .forEach(event -> scenario.wrong(host.name + " lost a session on a good network: " + event));
    }
}
