package lanline.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Proves the checkers: a Lanline with a mistake in it must not pass them. */
class MutantTest {
    private static final int MOST_SEEDS = 300;

    @Test
    void theCheckersSeeEachMutant() {
        List<Mutant> unseen = Stream.of(Mutant.values())
                .parallel()
                .filter(mutant -> !isSeen(mutant))
                .toList();
        assertEquals(List.of(), unseen);
    }

    private static boolean isSeen(Mutant mutant) {
        Mutant.World world = mutant.world();
        return LongStream.range(mutant.seed, mutant.seed + MOST_SEEDS)
                .anyMatch(seed -> !world.violationsOf(seed).isEmpty());
    }
}
