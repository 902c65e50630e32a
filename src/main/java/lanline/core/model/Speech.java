package lanline.core.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a peer speaks: {@code best} is the way that is used, {@code editions} are all ways in which it was heard, the best first,
 * {@code habits} how it writes.
 */
public record Speech(Speaks best, List<Speaks> editions, Habits habits) {
    public Speech {
        editions = List.copyOf(editions);
    }

    public static Speech of(Speaks only) {
        return new Speech(only, List.of(only), Habits.UNKNOWN);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Speech that
                && best == that.best
                && editions.equals(that.editions)
                && habits.equals(that.habits);
    }

    @Override
    public int hashCode() {
        return 31 * best.hashCode() + editions.hashCode();
    }
}
