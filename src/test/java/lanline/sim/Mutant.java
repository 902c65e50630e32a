package lanline.sim;

import java.lang.reflect.Method;
import java.util.List;

/**
 * Lanline with one mistake that somebody might make: in the file named, what stands there once becomes something else. {@code seed}: the
 * first at which the checkers saw it when it was added, so that the test is short; later ones do as well.
 */
enum Mutant {
    HANDSHAKE_WITHOUT_SIGNATURE(
            "core/session/Proof.java", "if (!Signatures.isBy(", "if (Math.PI < 3 && !Signatures.isBy(", 1),
    DIALLED_SOMEBODY_ELSE(
            "core/session/DialledHandshake.java", "if (!other.id().equals(expected)) {", "if (Math.PI < 3) {", 1),
    ONE_SIDE_CHANGES_KEYS_LATER(
            "core/session/Channel.java", "if (sent == MESSAGES_A_KEY) {", "if (sent == MESSAGES_A_KEY + 1) {", 25);

    private final String file;
    private final String before;
    private final String after;
    final long seed;

    Mutant(String file, String before, String after, long seed) {
        this.file = file;
        this.before = before;
        this.after = after;
        this.seed = seed;
    }

    /** Runs whole LANs with that mistake in every Lanline. */
    interface World {
        List<?> violationsOf(long seed) throws ReflectiveOperationException;
    }

    World world() throws ReflectiveOperationException {
        Class<?> scenario = MutatedClasses.with(file, before, after).loadClass(Scenario.class.getName());
        Method run = scenario.getDeclaredMethod("violationsOf", long.class);
        run.setAccessible(true);
        return seed -> (List<?>) run.invoke(null, seed);
    }
}
