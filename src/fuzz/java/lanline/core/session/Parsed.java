package lanline.core.session;

import java.util.Optional;

/** What a parser makes of any bytes: they are understood or refused. */
final class Parsed {
    private Parsed() {}

    static void mustBeEqual(Object one, Object other) {
        if (!one.equals(other)) {
            throw new AssertionError(one + " is not " + other);
        }
    }

    static <T> Optional<T> read(Parser<T> parser) {
        try {
            return Optional.of(parser.parse());
        } catch (BrokenException refused) {
            // As it should be with nearly all bytes there are.
            return Optional.empty();
        }
    }

    /** One of ours. */
    interface Parser<T> {
        T parse() throws BrokenException;
    }
}
