package lanline.core.model;

import java.util.Locale;
import java.util.Optional;

/** What a person says of oneself; travels as a word in the announcement. */
public enum Status {
    ONLINE,
    BUSY,
    AWAY,
    /** Leaving: the last announcement of a run. */
    BYE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Status> ofWord(String word) {
        for (Status status : values()) {
            if (status.word().equals(word)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }
}
