package lanline.core.screen;

import lanline.core.model.Nickname;
import lanline.core.text.Folding;
import lanline.core.text.SafeText;

/** Whether a text calls somebody: the name as a word of its own, in any case. */
final class Mentions {
    private Mentions() {}

    static boolean in(SafeText text, Nickname name) {
        String where = Folding.fold(text.value());
        String what = Folding.fold(name.toString());
        int at = where.indexOf(what);
        while (at >= 0) {
            if (isEdge(where, at - 1) && isEdge(where, at + what.length())) {
                return true;
            }
            at = where.indexOf(what, at + 1);
        }
        return false;
    }

    private static boolean isEdge(String text, int index) {
        return index < 0 || index >= text.length() || !Character.isLetterOrDigit(text.charAt(index));
    }
}
