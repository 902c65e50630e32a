package lanline.core.dialect;

import lanline.core.model.Habits;
import lanline.core.model.Security;

/** How to say something to one peer: as it is used to ({@code habits}), and so protected ({@code NONE} or {@code WEAK} to an older program). */
public record Manner(Habits habits, Security security) {
    /** To somebody of whom nothing is known. */
    public static final Manner PLAIN = new Manner(Habits.UNKNOWN, Security.NONE);
}
