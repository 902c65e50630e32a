package lanline.bench;

import java.util.Random;

/**
 * Words to look for in what a program writes. Two in a row share no letter, so that a program that writes only what has changed writes
 * each of them whole.
 */
final class Markers {
    private static final String[] ALPHABETS = {"abcdefghijklm", "nopqrstuvwxyz"};
    private static final int LETTERS = 10;

    /** Letters of which hardly another one ever stands on the screen. */
    private static final String KEYS = "абвгдежзийклмнопрстуфхцчшщъыьэюя";

    private final Random random = new Random(1);
    private int next;

    String next() {
        String alphabet = ALPHABETS[next % ALPHABETS.length];
        next++;
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < LETTERS; i++) {
            word.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return word.toString();
    }

    /** A letter to type, another one each time. */
    static String key(int number) {
        return KEYS.substring(number % KEYS.length(), number % KEYS.length() + 1);
    }
}
