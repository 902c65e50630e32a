package lanline.core.model;

import org.jspecify.annotations.Nullable;

/** One TCP connection during this run, dialled or accepted. Given out by the network, never used twice. */
public record LinkId(long number) {
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LinkId that && number == that.number;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(number);
    }
}
