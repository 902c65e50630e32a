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
        // A name of signs that fold to nothing calls nobody.
        int at = what.isEmpty() ? -1 : where.indexOf(what);
        while (at >= 0) {
            if (isStart(where, at) && isEnd(where, at + what.length())) {
                return true;
            }
            at = where.indexOf(what, at + 1);
        }
        return false;
    }

    private static boolean isStart(String text, int index) {
        return index == 0 || !Character.isLetterOrDigit(text.codePointBefore(index));
    }

    private static boolean isEnd(String text, int index) {
        return index == text.length() || !Character.isLetterOrDigit(text.codePointAt(index));
    }
}
