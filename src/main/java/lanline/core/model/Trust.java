package lanline.core.model;

import java.util.Locale;
import java.util.Optional;

/**
 * How far a peer's key is known to be that person's ({@code security.md} section 5), with the words of {@code --json} and {@code peers.json}.
 *
 * <pre>
 *   NEW ── met again in another run ──► KNOWN ── words compared ──► VERIFIED
 *   CHANGED ── /trust NAME FIRST8 ──► KNOWN          any of them ── /block ──► BLOCKED ── /unblock ──► as before
 * </pre>
 */
public enum Trust {
    /** Has no key: an older program. */
    NONE,
    /** First met in this run. */
    NEW,
    /** The same key as before. */
    KNOWN,
    /** Two people have compared what their screens show. */
    VERIFIED,
    /** Bears the name of somebody known, with another key: nothing is sent to it. */
    CHANGED,
    /** Not spoken with, since the person here wants it so. */
    BLOCKED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Trust> ofWord(String word) {
        for (Trust trust : values()) {
            if (trust.word().equals(word)) {
                return Optional.of(trust);
            }
        }
        return Optional.empty();
    }
}
