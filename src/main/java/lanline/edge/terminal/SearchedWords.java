package lanline.edge.terminal;

import java.util.Arrays;
import java.util.List;
import lanline.core.screen.Line;
import lanline.core.text.Folding;

/** Words that a line has to hold, all of them, in any case and with any accents, inside of other words, too. Immutable. */
record SearchedWords(String text, List<String> words) {
    SearchedWords {
        words = List.copyOf(words);
    }

    /** Signs part words as they do in the search of the history; where there is nothing but signs, they count. */
    static SearchedWords of(String typed) {
        String folded = Folding.fold(typed.strip());
        List<String> words = Arrays.stream(folded.split("[^\\p{L}\\p{N}\\p{M}\\p{So}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        boolean isSigns = words.isEmpty() && !folded.isEmpty();
        return new SearchedWords(typed.strip(), isSigns ? List.of(folded) : words);
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    boolean areIn(Line line) {
        String folded = Folding.fold(line.deliverTo(TEXT));
        return words.stream().allMatch(folded::contains);
    }

    private static final Line.Handler<String> TEXT = new Line.Handler<>() {
        @Override
        public String message(Line.Message line) {
            return line.message().text().value();
        }

        @Override
        public String said(Line.Said line) {
            return line.text().value();
        }
    };
}
