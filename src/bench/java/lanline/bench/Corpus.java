package lanline.bench;

import java.util.Random;

/**
 * Sentences as people's: 4 to 16 words from 20,000, the common ones far more often. Some hold a needle, a word that occurs once in all
 * and comes with an answer that occurs once, too.
 */
final class Corpus {
    static final int MESSAGES = 1_000_000;
    static final int NEEDLES = 100;

    private static final int WORDS = 20_000;
    private static final String[] SYLLABLES = {
        "ka", "le", "mi", "so", "tu", "ra", "ne", "vi", "do", "pu", "ba", "ge", "li", "mo", "su", "ta", "re", "ni",
        "yo", "zu"
    };

    private final Random random = new Random(7);
    private final String[] words = new String[WORDS];

    Corpus() {
        for (int i = 0; i < WORDS; i++) {
            words[i] = word(i);
        }
    }

    /** Word {@code rank}: the smaller, the more common; the most common is in about every second sentence. */
    static String word(int rank) {
        StringBuilder word = new StringBuilder();
        for (int rest = rank + 1; rest > 0; rest /= SYLLABLES.length) {
            word.append(SYLLABLES[rest % SYLLABLES.length]);
        }
        return word.toString();
    }

    static String needle(int number) {
        return String.format("xq%02dx", number);
    }

    static String answer(int number) {
        return String.format("ANSWER%02d", number);
    }

    String sentence(int number) {
        StringBuilder sentence = new StringBuilder();
        if (number % (MESSAGES / NEEDLES) == MESSAGES / NEEDLES / 2) {
            int needle = number / (MESSAGES / NEEDLES);
            sentence.append(needle(needle)).append(' ').append(answer(needle)).append(' ');
        }
        int length = 4 + random.nextInt(13);
        for (int i = 0; i < length; i++) {
            sentence.append(words[rank()]).append(' ');
        }
        return sentence.append('n').append(number).toString();
    }

    /** As in speech, word n comes about 1/n as often as the first. */
    private int rank() {
        return (int) Math.min(WORDS - 1, Math.exp(random.nextDouble() * Math.log(WORDS)) - 1);
    }
}
