package lanline.core.secure.noise;

import java.util.Arrays;
import java.util.Optional;

/** All patterns without a pre-shared key (Noise revision 34, sections 7.4, 7.5 and 18.1). */
final class KnownPatterns {
    private static final String[][] ALL = {
        {"N", "<- s", "...", "-> e, es"},
        {"K", "-> s", "<- s", "...", "-> e, es, ss"},
        {"X", "<- s", "...", "-> e, es, s, ss"},
        {"NN", "-> e", "<- e, ee"},
        {"KN", "-> s", "...", "-> e", "<- e, ee, se"},
        {"NK", "<- s", "...", "-> e, es", "<- e, ee"},
        {"KK", "-> s", "<- s", "...", "-> e, es, ss", "<- e, ee, se"},
        {"NX", "-> e", "<- e, ee, s, es"},
        {"KX", "-> s", "...", "-> e", "<- e, ee, se, s, es"},
        {"XN", "-> e", "<- e, ee", "-> s, se"},
        {"IN", "-> e, s", "<- e, ee, se"},
        {"XK", "<- s", "...", "-> e, es", "<- e, ee", "-> s, se"},
        {"IK", "<- s", "...", "-> e, es, s, ss", "<- e, ee, se"},
        {"IX", "-> e, s", "<- e, ee, se, s, es"},
        {"NK1", "<- s", "...", "-> e", "<- e, ee, es"},
        {"NX1", "-> e", "<- e, ee, s", "-> es"},
        {"X1N", "-> e", "<- e, ee", "-> s", "<- se"},
        {"X1K", "<- s", "...", "-> e, es", "<- e, ee", "-> s", "<- se"},
        {"XK1", "<- s", "...", "-> e", "<- e, ee, es", "-> s, se"},
        {"X1K1", "<- s", "...", "-> e", "<- e, ee, es", "-> s", "<- se"},
        {"X1X", "-> e", "<- e, ee, s, es", "-> s", "<- se"},
        {"XX1", "-> e", "<- e, ee, s", "-> es, s, se"},
        {"X1X1", "-> e", "<- e, ee, s", "-> es, s", "<- se"},
        {"K1N", "-> s", "...", "-> e", "<- e, ee", "-> se"},
        {"K1K", "-> s", "<- s", "...", "-> e, es", "<- e, ee", "-> se"},
        {"KK1", "-> s", "<- s", "...", "-> e", "<- e, ee, se, es"},
        {"K1K1", "-> s", "<- s", "...", "-> e", "<- e, ee, es", "-> se"},
        {"K1X", "-> s", "...", "-> e", "<- e, ee, s, es", "-> se"},
        {"KX1", "-> s", "...", "-> e", "<- e, ee, se, s", "-> es"},
        {"K1X1", "-> s", "...", "-> e", "<- e, ee, s", "-> se, es"},
        {"I1N", "-> e, s", "<- e, ee", "-> se"},
        {"I1K", "<- s", "...", "-> e, es, s", "<- e, ee", "-> se"},
        {"IK1", "<- s", "...", "-> e, s", "<- e, ee, se, es"},
        {"I1K1", "<- s", "...", "-> e, s", "<- e, ee, es", "-> se"},
        {"I1X", "-> e, s", "<- e, ee, s, es", "-> se"},
        {"IX1", "-> e, s", "<- e, ee, se, s", "-> es"},
        {"I1X1", "-> e, s", "<- e, ee, s", "-> se, es"},
    };

    private KnownPatterns() {}

    /** XX is the one of the program itself. */
    static Optional<Pattern> named(String name) {
        if (name.equals("XX")) {
            return Optional.of(Pattern.XX);
        }
        return Arrays.stream(ALL)
                .filter(row -> row[0].equals(name))
                .map(row -> Pattern.of(name, Arrays.copyOfRange(row, 1, row.length)))
                .findFirst();
    }
}
