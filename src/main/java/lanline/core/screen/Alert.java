package lanline.core.screen;

import lanline.core.text.SafeText;
import org.jspecify.annotations.Nullable;

/**
 * The last message that is worth a sound or a notification: it was not in sight. {@code number} rises with each; {@code rings}:
 * the bell is to be heard for it.
 */
public record Alert(long number, boolean rings, SafeText from, SafeText text) {
    public static final Alert NONE = new Alert(0, false, SafeText.EMPTY, SafeText.EMPTY);

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Alert that
                && number == that.number
                && rings == that.rings
                && from.equals(that.from)
                && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(number) + text.hashCode();
    }
}
