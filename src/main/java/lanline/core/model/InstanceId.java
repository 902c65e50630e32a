package lanline.core.model;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One running process of an identity: one person on two hosts is one identity with two instances. */
public record InstanceId(String text) {
    /** 64 bits, new in every run. */
    private static final int DIGITS = 16;

    public InstanceId {
        Hex.require(text, DIGITS);
    }

    public static InstanceId random(RandomGenerator random) {
        return new InstanceId(Hex.random(random, DIGITS));
    }

    /** Reads what somebody else wrote; empty if it has another form. */
    public static Optional<InstanceId> parse(String text) {
        return Hex.isHex(text, DIGITS) ? Optional.of(new InstanceId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof InstanceId that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
