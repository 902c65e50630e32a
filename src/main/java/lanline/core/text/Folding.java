package lanline.core.text;

import java.text.Normalizer;

/** Folds text to the form in which people expect things to be found: case, accents and the four Turkish letters i are one. */
public final class Folding {
    private Folding() {}

    /** Folds both sides of a comparison or search ({@code decisions.md} 26): {@code IĞDIR} and {@code ığdır} become equal. */
    public static String fold(String text) {
        String decomposed = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder folded = new StringBuilder(decomposed.length());
        decomposed.codePoints().forEach(character -> appendFolded(folded, character));
        return folded.toString();
    }

    private static void appendFolded(StringBuilder folded, int character) {
        if (character == 'ı' || character == 'I') {
            folded.append('i');
        } else if (character < 128 || !isAccent(character)) {
            folded.appendCodePoint(Character.toLowerCase(character));
        }
    }

    private static boolean isAccent(int character) {
        return Character.getType(character) == Character.NON_SPACING_MARK;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }
}
