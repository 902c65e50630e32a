package lanline.core.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import lanline.core.model.Bytes;
import org.junit.jupiter.api.Test;

class WordListTest {
    private static final List<String> WORDS = IntStream.range(0, WordList.SIZE)
            .mapToObj(i -> WordList.of((byte) i))
            .toList();

    @Test
    void everyByteHasAShortPlainWordOfItsOwn() {
        assertEquals(256, new HashSet<>(WORDS).size());
        WORDS.forEach(word -> assertTrue(word.matches("[a-z]{4,7}"), word));
    }

    @Test
    void fourLettersTellTheWordsApart() {
        assertEquals(
                256, WORDS.stream().map(word -> word.substring(0, 4)).distinct().count());
    }

    @Test
    void noTwoWordsSoundAlike() {
        Set<String> sounds = new HashSet<>();
        WORDS.forEach(word -> assertTrue(sounds.add(soundOf(word)), word));
    }

    /** The first letter, and what the consonants after it sound like (Soundex, not cut off). */
    private static String soundOf(String word) {
        StringBuilder sound = new StringBuilder(word.substring(0, 1));
        char last = groupOf(word.charAt(0));
        for (char letter : word.substring(1).toCharArray()) {
            char group = groupOf(letter);
            if (group != '-' && group != last) {
                sound.append(group);
            }
            last = letter == 'h' || letter == 'w' ? last : group;
        }
        return sound.toString();
    }

    private static char groupOf(char letter) {
        List<String> groups = List.of("bfpv", "cgjkqsxz", "dt", "l", "mn", "r");
        for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i).indexOf(letter) >= 0) {
                return (char) ('1' + i);
            }
        }
        return '-';
    }

    @Test
    void aNumberGivesAWordForEachOfItsFirstBytes() {
        assertEquals(
                List.of(WORDS.get(0), WORDS.get(255), WORDS.get(128)),
                WordList.first(3, Bytes.copyOf(new byte[] {0, -1, -128, 7})));
    }
}
