package lanline.core.session;

import java.util.Optional;
import lanline.core.secure.noise.Pattern;

/** What protects a session, by the number on the wire ({@code security.md} section 3); a higher one is better. */
public enum Suite {
    XX(1),
    XX_HFS(2);

    /** What we dial with. */
    public static final Suite PREFERRED = XX_HFS;

    private final int number;

    Suite(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    Pattern pattern() {
        return switch (this) {
            case XX -> Pattern.XX;
            case XX_HFS -> Pattern.XX_HFS;
        };
    }

    public static Optional<Suite> ofNumber(int number) {
        for (Suite suite : values()) {
            if (suite.number == number) {
                return Optional.of(suite);
            }
        }
        return Optional.empty();
    }
}
