package lanline.edge.terminal.view;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Remembers what a panel was last drawn from, so that a key redraws the input and not the whole window. Screen thread only. */
public final class Drawn {
    private @Nullable Object[] last = new @Nullable Object[0];

    /** Whether these are what was drawn last; remembers them if not. Numbers and texts are compared by value, the rest by identity. */
    public boolean isSame(@Nullable Object... inputs) {
        boolean same = inputs.length == last.length;
        for (int i = 0; same && i < inputs.length; i++) {
            same = isSameInput(inputs[i], last[i]);
        }
        if (!same) {
            last = Arrays.copyOf(inputs, inputs.length);
        }
        return same;
    }

    private static boolean isSameInput(@Nullable Object one, @Nullable Object other) {
        boolean byValue =
                one instanceof Number || one instanceof Boolean || one instanceof String || one instanceof Region;
        return one == other || (byValue && Objects.equals(one, other));
    }
}
