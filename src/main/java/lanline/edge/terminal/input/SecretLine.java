package lanline.edge.terminal.input;

import java.util.Arrays;
import lanline.core.secure.Passphrase;

/** What is typed where nobody may see it: wiped as it is erased and taken. On its owner's thread. */
public final class SecretLine {
    private final char[] typed = new char[Passphrase.MOST_CHARACTERS];
    private int length;

    /** The first line of {@code text}, as far as there is room. */
    public void type(String text) {
        int end = text.indexOf('\n') < 0 ? text.length() : text.indexOf('\n');
        int taken = Math.min(end, typed.length - length);
        text.getChars(0, taken, typed, length);
        length += taken;
    }

    /** Erases the last character. */
    public void backspace() {
        if (length > 0) {
            boolean isPair = length > 1 && Character.isSurrogatePair(typed[length - 2], typed[length - 1]);
            int left = length - (isPair ? 2 : 1);
            Arrays.fill(typed, left, length, '\0');
            length = left;
        }
    }

    public void clear() {
        Arrays.fill(typed, '\0');
        length = 0;
    }

    /** Characters in it. */
    public int count() {
        return Character.codePointCount(typed, 0, length);
    }

    /** All of it; empty afterwards. */
    public Passphrase take() {
        Passphrase taken = new Passphrase(Arrays.copyOf(typed, length));
        clear();
        return taken;
    }
}
