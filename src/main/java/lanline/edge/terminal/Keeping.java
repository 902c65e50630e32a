package lanline.edge.terminal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import lanline.edge.terminal.input.KeptInput;

/**
 * Hands what is typed over to whoever keeps it, soon after the typing stops, and not before what was kept earlier is here: that
 * would be lost. Screen thread only.
 */
final class Keeping {
    /** Nobody who types writes to the disk; who stops to think, or leaves, has lost nothing. */
    private static final Duration QUIET = Duration.ofMillis(500);

    /** Who types on and on loses no more than that to a power cut. */
    private static final Duration LATEST = Duration.ofSeconds(5);

    private final Talks talks;
    private final Consumer<List<KeptInput>> keeper;
    private final InstantSource clock;
    private Optional<Wait> wait = Optional.empty();
    private boolean isRestored;

    private record Wait(Instant due, Instant latest) {}

    Keeping(Talks talks, Consumer<List<KeptInput>> keeper, InstantSource clock) {
        this.talks = talks;
        this.keeper = keeper;
        this.clock = clock;
    }

    /** What was kept earlier, the conversation used last first. */
    void restore(List<KeptInput> kept) {
        talks.restore(kept);
        isRestored = true;
        keyActed();
    }

    /** A key has acted; perhaps it changed something. */
    void keyActed() {
        if (!talks.hasChanges()) {
            return;
        }
        Instant now = clock.instant();
        Instant latest = wait.map(Wait::latest).orElse(now.plus(LATEST));
        Instant quiet = now.plus(QUIET);
        wait = Optional.of(new Wait(quiet.isBefore(latest) ? quiet : latest, latest));
    }

    /** Milliseconds until {@link #keepIfDue} has something to do; 0 for never. A clock that was set back makes it no longer. */
    long waitMillis() {
        return wait.map(until -> Duration.between(clock.instant(), until.due).toMillis())
                .map(millis -> Math.max(1, Math.min(millis, QUIET.toMillis())))
                .orElse(0L);
    }

    void keepIfDue() {
        Instant now = clock.instant();
        boolean isDue = wait.filter(until -> !now.isBefore(until.due)
                        || now.isBefore(until.latest.minus(LATEST).minus(QUIET)))
                .isPresent();
        if (isDue) {
            keepNow();
        }
    }

    /** At the end. */
    void keepNow() {
        wait = Optional.empty();
        if (isRestored && talks.hasChanges()) {
            keeper.accept(talks.kept());
        }
    }
}
