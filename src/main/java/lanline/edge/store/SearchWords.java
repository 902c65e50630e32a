package lanline.edge.store;

import java.util.ArrayList;
import java.util.List;
import lanline.core.text.Folding;

/**
 * Cuts text into the words by which it is found, the same way for messages and for what is searched for.
 *
 * <p>Words are folded; a sign of a script that writes no blanks, and a symbol or emoji, is a word of its own. Everything that
 * comes out consists of letters, digits and symbols only, so nothing that a person types is ever syntax of the search engine.
 */
final class SearchWords {
    /** Longer words are cut here on both sides: nobody types more of one, and an index of 8 KiB words would fill the disk. */
    private static final int LONGEST = 64;

    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private int length;

    private SearchWords() {}

    static List<String> of(String text) {
        SearchWords cut = new SearchWords();
        Folding.fold(text).codePoints().forEach(cut::take);
        cut.endWord();
        return cut.words;
    }

    private void take(int character) {
        if (standsAlone(character)) {
            endWord();
            words.add(Character.toString(character));
        } else if (belongsToWord(character)) {
            append(character);
        } else if (Character.getType(character) != Character.FORMAT) {
            endWord();
        }
    }

    private void append(int character) {
        if (length < LONGEST) {
            word.appendCodePoint(character);
            length++;
        }
    }

    private void endWord() {
        if (length > 0) {
            words.add(word.toString());
            word.setLength(0);
            length = 0;
        }
    }

    private static boolean belongsToWord(int character) {
        return Character.isLetterOrDigit(character)
                || Character.getType(character) == Character.COMBINING_SPACING_MARK
                || Character.getType(character) == Character.OTHER_NUMBER;
    }

    private static boolean standsAlone(int character) {
        return Character.isIdeographic(character)
                || Character.getType(character) == Character.OTHER_SYMBOL
                || (character >= 0x1F000 && character <= 0x1FAFF)
                || (character >= 0x3040 && character <= 0x30FF && Character.isLetter(character));
    }
}
