package lanline.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import lanline.core.model.Delivery.State;
import lanline.core.model.Security;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code -Dlanline.seeds=100000} runs more LANs, {@code -Dlanline.seed=N -Dlanline.story=1000} tells the end of one. */
class SimulationTest {
    private static final int SEEDS = Integer.getInteger("lanline.seeds", 500);
    private static final long FIRST = Long.getLong("lanline.seed", 1);
    private static final Set<State> ALL_FATES = Set.of(State.SENT, State.FAILED, State.RECEIVED);

    @Test
    void everyLanTellsItsUsersTheTruth() {
        Optional<String> wrong = LongStream.range(FIRST, FIRST + SEEDS)
                .parallel()
                .mapToObj(SimulationTest::wrongAt)
                .flatMap(Optional::stream)
                .findAny();
        assertEquals(Optional.empty(), wrong);
    }

    private static Optional<String> wrongAt(long seed) {
        Scenario scenario = new Scenario(seed, Flaw.NONE);
        List<String> violations = scenario.run();
        return violations.isEmpty()
                ? Optional.empty()
                : Optional.of("seed " + seed + ": " + violations + "\n" + scenario.story.newestLines());
    }

    @Test
    void theSameSeedTellsTheSameStory() {
        for (long seed = 1; seed <= 10; seed++) {
            Scenario once = new Scenario(seed, Flaw.NONE);
            once.run();
            Scenario again = new Scenario(seed, Flaw.NONE);
            again.run();
            assertEquals(once.story.fingerprint(), again.story.fingerprint());
        }
    }

    @Test
    void theOldEncryptionIsSpokenBothWays() {
        Set<State> states = EnumSet.noneOf(State.class);
        for (long seed = 1; seed <= 200 && !states.containsAll(ALL_FATES); seed++) {
            Scenario scenario = new Scenario(seed, Flaw.NONE);
            scenario.run();
            scenario.homes.stream()
                    .flatMap(home -> home.committed.values().stream())
                    .filter(message -> message.security() == Security.WEAK)
                    .forEach(message -> states.add(message.delivery().state()));
        }
        assertTrue(states.containsAll(ALL_FATES), states.toString());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void theCheckerSeesEachFlaw(Flaw flaw) {
        boolean isSeen = false;
        for (long seed = 1; seed <= 200 && !isSeen; seed++) {
            isSeen = !new Scenario(seed, flaw).run().isEmpty();
        }
        assertTrue(isSeen);
    }
}
