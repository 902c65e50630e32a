package lanline.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Cases of UAX 29, table 1a and GraphemeBreakTest, and what people type. */
class GraphemesTest {
    @Test
    void plainTextIsOneClusterACharacter() {
        assertClusters("a", "b", " ", "ş", "İ", "│");
    }

    @Test
    void combiningMarksStayWithTheirLetter() {
        assertClusters("e\u0301", "x\u0323\u0307", "n");
        assertClusters("\u0915\u093e", "\u0e01\u0e33");
    }

    @Test
    void joinedEmojiFlagsAndSkinTonesAreOneClusterEach() {
        assertClusters("👨‍👩‍👧", "👍🏽", "🇹🇷", "🇩🇪", "❤️", "1️⃣", "🏳️‍🌈", "a");
        assertClusters("🏴\uDB40\uDC67\uDB40\uDC62\uDB40\uDC73\uDB40\uDC63\uDB40\uDC74\uDB40\uDC7F", "b");
    }

    @Test
    void aThirdRegionalLetterStartsAnotherFlag() {
        assertClusters("🇹🇷", "🇩");
    }

    @Test
    void aSecondJoinerEndsThePicture() {
        assertClusters("😀\u200d\u200d", "😀");
        assertClusters("😀\u200d", "a");
    }

    @Test
    void hangulSyllablesAreKeptWhole() {
        assertClusters("각", "\u1100\u1161\u11a8", "가\u11a8", "\u1112");
    }

    @Test
    void prefixesStayWithWhatFollows() {
        assertClusters("\u06001");
    }

    @Test
    void carriageReturnAndLineFeedAreOneAndNothingElseJoinsAControl() {
        assertClusters("\r\n", "\n", "\r", "\u0301", "\u0000", "a");
    }

    @Test
    void loneSurrogatesAreClustersOfTheirOwn() {
        assertClusters("\ud83d", "a", "\ude00");
    }

    @Test
    void anyTextIsCutIntoItselfAndWalkedBackTheSameWay() {
        Random random = new Random(20260101);
        int[] sorts = {'a', ' ', '\n', '\r', 0x301, 0x200d, 0xfe0f, 0x1f600, 0x1f3fd, 0x1f1f9, 0xac00, 0x11a8, 0xd800};
        for (int round = 0; round < 5_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i > 0; i--) {
                text.appendCodePoint(sorts[random.nextInt(sorts.length)]);
            }
            assertWalks(text.toString());
        }
    }

    private static void assertWalks(String text) {
        int start = 0;
        StringBuilder joined = new StringBuilder();
        for (String cluster : Graphemes.of(text)) {
            assertTrue(!cluster.isEmpty(), text);
            joined.append(cluster);
            assertEquals(start, Graphemes.previous(text, joined.length()), text);
            start = joined.length();
        }
        assertEquals(text, joined.toString());
        assertEquals(text.length(), Graphemes.next(text, text.length()));
    }

    private static void assertClusters(String... clusters) {
        List<String> cut = new ArrayList<>();
        Graphemes.of(String.join("", clusters)).forEach(cut::add);
        assertEquals(List.of(clusters), cut);
        assertEquals(clusters.length, Graphemes.count(String.join("", clusters)));
    }
}
