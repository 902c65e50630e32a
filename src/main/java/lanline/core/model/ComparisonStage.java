package lanline.core.model;

import java.util.Locale;

/** How far two people have come in comparing words, with the words of {@code --json}. */
public enum ComparisonStage {
    /** The two programs agree on the words: a moment. */
    WAITING,
    /** The words are on both screens: each person says whether they are the same. */
    SHOWN,
    /** The person here has said so, the other one not yet. */
    AGREED,
    /** Both have said so. */
    VERIFIED,
    /** One of them said that they differ, or the two programs don't fit together. */
    DIFFERENT,
    /** Ended without a result. */
    STOPPED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
