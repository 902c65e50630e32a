package lanline.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lanline.core.model.HostAddress;
import lanline.core.model.InstanceId;
import lanline.core.model.LanInterface;
import lanline.core.model.Nickname;
import lanline.core.model.Party;
import lanline.core.secure.IdentityKeyPair;
import org.junit.jupiter.api.Test;

/** Thirty people are logged in to one machine, which has one address, and start at the same time; one sits elsewhere. */
class ManyOnOneHostTest {
    private static final int PEOPLE = 30;

    /** From the start on, of which half a second is theirs. */
    private static final long MEET_MILLIS = 5_000;

    /** Of each piece on its way, in milliseconds: on a machine that has much to do at once a handshake takes long. */
    private static final int MOST_DELAY_MILLIS = 150;

    @Test
    void allMeetWithinSecondsAndStay() {
        Agenda agenda = new Agenda(3);
        SimLan lan = new SimLan(agenda);
        lan.mostDelay = MOST_DELAY_MILLIS;
        SimMachine lab = lan.add("lab", List.of(network(1)));
        List<SimHost> all = new ArrayList<>();
        all.add(start(lan, lan.add("desk", List.of(network(2))), "desk"));
        for (int i = 0; i < PEOPLE; i++) {
            all.add(start(lan, lab, "p" + i));
        }
        agenda.runUntil(MEET_MILLIS);
        assertAllMet(all);
        agenda.runUntil(10 * MEET_MILLIS);
        assertAllMet(all);
    }

    private static SimHost start(SimLan lan, SimMachine machine, String name) {
        SimHome home = new SimHome(IdentityKeyPair.generate(lan.agenda.random()::nextBytes), "uuid");
        return new SimHost(lan, machine, home, Nickname.fromPeer(name), Flaw.NONE, new Story(false));
    }

    private static LanInterface network(int number) {
        return LanInterface.of("eth0", new HostAddress("10.0.0." + number), 24).orElseThrow();
    }

    private static void assertAllMet(List<SimHost> all) {
        Set<InstanceId> instances = all.stream().map(host -> host.instance).collect(Collectors.toSet());
        for (SimHost host : all) {
            Set<InstanceId> missing = new HashSet<>(instances);
            missing.remove(host.instance);
            host.sessions.values().stream().map(Party::instance).forEach(missing::remove);
            assertEquals(Set.of(), missing, "not met by " + host.name);
            assertEquals(List.of(), host.violations);
        }
    }
}
