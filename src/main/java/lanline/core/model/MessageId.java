package lanline.core.model;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Names one message everywhere and for good: in the history, on the wire between Lanlines, in {@code --json}. */
public record MessageId(String text) {
    /** 128 bits: chance never makes two alike. */
    private static final int DIGITS = 32;

    public MessageId {
        Hex.require(text, DIGITS);
    }

    public static MessageId random(RandomGenerator random) {
        return new MessageId(Hex.random(random, DIGITS));
    }

    /** Reads what somebody else wrote; empty if it has another form. */
    public static Optional<MessageId> parse(String text) {
        return Hex.isHex(text, DIGITS) ? Optional.of(new MessageId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MessageId that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
