package lanline.sim;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Proves the checkers: a Lanline with a mistake in it must not pass them. */
class MutantTest {
    private static final int MOST_SEEDS = 300;

    @ParameterizedTest
    @EnumSource
    void theCheckersSeeEachMutant(Mutant mutant) throws ReflectiveOperationException {
        Mutant.World world = mutant.world();
        boolean isSeen = false;
        for (long seed = mutant.seed; seed < mutant.seed + MOST_SEEDS && !isSeen; seed++) {
            isSeen = !world.violationsOf(seed).isEmpty();
        }
        assertTrue(isSeen);
    }
}
