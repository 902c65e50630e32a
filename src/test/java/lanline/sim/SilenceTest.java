package lanline.sim;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import lanline.core.model.Bytes;
import lanline.core.model.Endpoint;
import lanline.core.model.HostAddress;
import lanline.core.model.LanInterface;
import lanline.core.model.Nickname;
import lanline.core.secure.IdentityKeyPair;
import org.junit.jupiter.api.Test;

/**
 * How many silent periods make somebody away: ten Lanlines announce while every fifth datagram is lost. Measured over a day:
 *
 * <pre>
 *   periods   falsely away, times an hour and peer   share of the time   a crash is seen after
 *     2                      43.8                           4.0 %              16 s
 *     2.5                    14.4                           2.4 %              20 s
 *     3                       8.8                           0.8 %              24 s
 *     3.5                     2.9                           0.5 %              28 s
 *     4                       1.8                           0.2 %              32 s
 * </pre>
 *
 * A loss of 1 % makes somebody falsely away once in 22 hours with 2.5 periods: the chosen factor is for cables and good radio.
 */
class SilenceTest {
    private static final double PERIOD_MILLIS = SimHost.PERIOD_SECONDS * 1_000.0;
    private static final int HOSTS = 10;
    private static final long MILLIS = 2 * 3_600_000L;

    @Test
    void atEveryFifthLostTheChosenFactorKeepsPeopleHereMostOfTheTime() {
        List<Long> gaps = gapsOfSomeHours();
        assertTrue(falselyAwayShare(gaps, 2.5) < 0.03);
        assertTrue(falselyAwayAnHour(gaps, 2.5) < 20);
        assertTrue(falselyAwayShare(gaps, 2) > 1.5 * falselyAwayShare(gaps, 2.5));
        assertTrue(falselyAwayShare(gaps, 4) < falselyAwayShare(gaps, 3) / 2);
    }

    private static double falselyAwayAnHour(List<Long> gaps, double periods) {
        long times = gaps.stream().filter(gap -> gap > periods * PERIOD_MILLIS).count();
        return times / (HOSTS * MILLIS / 3_600_000.0);
    }

    private static double falselyAwayShare(List<Long> gaps, double periods) {
        double away = gaps.stream()
                .mapToDouble(gap -> Math.max(0, gap - periods * PERIOD_MILLIS))
                .sum();
        return away / (HOSTS * MILLIS);
    }

    /** The silences between two announcements of one host at one listener. */
    private static List<Long> gapsOfSomeHours() {
        Agenda agenda = new Agenda(2);
        SimLan lan = new SimLan(agenda);
        lan.loss = 0.2;
        lan.mostDelay = 40;
        Listener listener = new Listener(lan.add("listener", networks(100)), agenda);
        listener.machine().programs.add(listener);
        for (int i = 0; i < HOSTS; i++) {
            SimHome home = new SimHome(IdentityKeyPair.generate(agenda.random()::nextBytes), "uuid");
            SimMachine machine = lan.add("m" + i, List.of(network(i, 1)));
            agenda.in(
                    agenda.between(0, 60_000),
                    () -> new SimHost(lan, machine, home, Nickname.fromPeer("p"), Flaw.NONE, new Story(false)));
        }
        agenda.runUntil(MILLIS);
        return listener.gaps;
    }

    /** Each has one of its own: what others would say to it changes nothing of when it announces. */
    private static List<LanInterface> networks(int number) {
        return IntStream.range(0, HOSTS).mapToObj(any -> network(any, number)).toList();
    }

    private static LanInterface network(int any, int number) {
        return LanInterface.of("eth" + any, new HostAddress("10." + any + ".0." + number), 24)
                .orElseThrow();
    }

    private static final class Listener implements SimProgram {
        private final SimMachine machine;
        private final Agenda agenda;
        private final Map<HostAddress, Long> heardAt = new HashMap<>();
        private final List<Long> gaps = new ArrayList<>();

        Listener(SimMachine machine, Agenda agenda) {
            this.machine = machine;
            this.agenda = agenda;
        }

        @Override
        public void datagram(Endpoint from, Bytes payload) {
            Optional.ofNullable(heardAt.put(from.host(), agenda.now())).ifPresent(at -> gaps.add(agenda.now() - at));
        }

        @Override
        public int udpPort() {
            return SimHost.UDP;
        }

        @Override
        public int tcpPort() {
            return SimHost.TCP;
        }

        @Override
        public SimMachine machine() {
            return machine;
        }

        @Override
        public void accepted(SimLink.Side side, Endpoint from) {
            side.close();
        }

        @Override
        public void opened(SimLink.Side side) {
            side.close();
        }

        @Override
        public void bytes(SimLink.Side side, Bytes bytes) {
            side.close();
        }

        @Override
        public void inputEnded(SimLink.Side side) {
            side.close();
        }

        @Override
        public void closed(SimLink.Side side, String problem) {
            side.close();
        }

        @Override
        public boolean copesWithCuts() {
            return true;
        }
    }
}
