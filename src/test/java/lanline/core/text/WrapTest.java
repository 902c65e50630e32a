package lanline.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WrapTest {
    @Test
    void whatFitsIsOneRow() {
        assertRows("", 5, "");
        assertRows("hello", 5, "hello");
        assertRows("a  b", 5, "a  b");
    }

    @Test
    void wordsGoToTheNextRowWhole() {
        assertRows("one two three", 8, "one two", "three");
        assertRows("one two three", 7, "one two", "three");
        assertRows("one two three", 6, "one", "two", "three");
    }

    @Test
    void blanksAtACutAreDroppedAndNeverMakeARow() {
        assertRows("abcd    efgh", 4, "abcd", "efgh");
        assertRows("abcd ", 4, "abcd");
        assertRows("abcd   \nef", 4, "abcd", "ef");
    }

    @Test
    void aLineFeedEndsARowAndKeepsEmptyOnes() {
        assertRows("a\n\nb", 9, "a", "", "b");
        assertRows("a\n", 9, "a", "");
        assertRows("\n", 9, "", "");
    }

    @Test
    void aWordLongerThanARowIsCutAtClusters() {
        assertRows("abcdefghij", 4, "abcd", "efgh", "ij");
        assertRows("👍🏽👍🏽👍🏽", 5, "👍🏽👍🏽", "👍🏽");
        assertRows("e\u0301e\u0301e\u0301", 2, "e\u0301e\u0301", "e\u0301");
    }

    @Test
    void anAddressThatFitsARowIsKeptWhole() {
        assertRows("see https://a.example/x?y=1-2 now", 22, "see", "https://a.example/x?y=", "1-2 now");
        assertRows("see https://a.example/x now", 20, "see", "https://a.example/x", "now");
        assertRows("    https://a.example/x", 20, "https://a.example/x");
    }

    @Test
    void wideTextBreaksBetweenItsCharacters() {
        assertRows("漢字漢字", 5, "漢字", "漢字");
        assertRows("ab 漢字漢字", 6, "ab 漢", "字漢字");
        assertRows("漢abcd", 4, "漢", "abcd");
    }

    @Test
    void aWideClusterInOneColumnStandsAlone() {
        assertRows("漢字a", 1, "漢", "字", "a");
        assertRows("abc", 0, "a", "b", "c");
    }

    @Test
    void noRowIsWiderThanAskedAndNothingButBlanksIsLost() {
        Random random = new Random(7);
        String[] pieces = {"a", "bc", " ", "  ", "\n", "漢", "👍🏽", "e\u0301", "https://x.example/"};
        for (int round = 0; round < 5_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(20); i > 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            int columns = 2 + random.nextInt(20);
            List<String> rows = Wrap.rows(text.toString(), columns, CellWidth.AMBIGUOUS_NARROW);
            assertTrue(
                    rows.stream().allMatch(row -> CellWidth.AMBIGUOUS_NARROW.ofText(row) <= columns),
                    () -> text + " in " + rows);
            assertEquals(withoutBlanks(text.toString()), withoutBlanks(String.join("", rows)));
        }
    }

    private static String withoutBlanks(String text) {
        return text.replaceAll("[ \n]", "");
    }

    private static void assertRows(String text, int columns, String... rows) {
        assertEquals(List.of(rows), Wrap.rows(text, columns, CellWidth.AMBIGUOUS_NARROW));
    }
}
