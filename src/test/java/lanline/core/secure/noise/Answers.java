package lanline.core.secure.noise;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.Optional;

/** What a test makes of a {@link Reading}. */
final class Answers {
    private Answers() {}

    static <T> T accepted(Reading<T> reading) {
        return reading.deliverTo(new Reading.Handler<>() {
            @Override
            public T accepted(T content) {
                return content;
            }

            @Override
            public T refused(String why) {
                return fail("refused: " + why);
            }
        });
    }

    static <T> String refused(Reading<T> reading) {
        return reading.deliverTo(new Reading.Handler<>() {
            @Override
            public String accepted(T content) {
                return fail("accepted: " + content);
            }

            @Override
            public String refused(String why) {
                return why;
            }
        });
    }

    static <T> Optional<T> ifAccepted(Reading<T> reading) {
        return reading.deliverTo(new Reading.Handler<>() {
            @Override
            public Optional<T> accepted(T content) {
                return Optional.of(content);
            }

            @Override
            public Optional<T> refused(String why) {
                return Optional.empty();
            }
        });
    }
}
