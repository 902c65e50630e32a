package lanline.core.model;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A Lanline identity, the same in every run from one home; a random number until keys replace it ({@code decisions.md} 35). */
public record LanlineId(String text) {
    /** 128 bits: chance never makes two alike. */
    private static final int DIGITS = 32;

    public LanlineId {
        Hex.require(text, DIGITS);
    }

    public static LanlineId random(RandomGenerator random) {
        return new LanlineId(Hex.random(random, DIGITS));
    }

    /** Reads what somebody else wrote; empty if it has another form. */
    public static Optional<LanlineId> parse(String text) {
        return Hex.isHex(text, DIGITS) ? Optional.of(new LanlineId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LanlineId that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
