package lanline.core.text;

import static lanline.core.text.CellWidth.AMBIGUOUS_NARROW;
import static lanline.core.text.CellWidth.AMBIGUOUS_WIDE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CellWidthTest {
    @Test
    void lettersOfAlphabetsTakeOneColumn() {
        for (String cluster : new String[] {"a", " ", "~", "ş", "İ", "Ж", "ع", "א", "ğ", "\u0600"}) {
            assertEquals(1, AMBIGUOUS_NARROW.of(cluster), cluster);
        }
    }

    @Test
    void ideographsSyllablesAndFullwidthFormsTakeTwo() {
        for (String cluster : new String[] {"漢", "か", "한", "\u1100\u1161\u11a8", "Ａ", "　", "𠀀"}) {
            assertEquals(2, AMBIGUOUS_NARROW.of(cluster), cluster);
        }
    }

    @Test
    void picturesTakeTwoHoweverManyCodePointsMakeThem() {
        for (String cluster : new String[] {"😀", "👨‍👩‍👧", "👍🏽", "🇹🇷", "❤️", "1️⃣", "☎️", "⌚", "🏳️‍🌈", "🫨"}) {
            assertEquals(2, AMBIGUOUS_NARROW.of(cluster), cluster);
        }
    }

    @Test
    void symbolsWithoutTheEmojiSelectorTakeOne() {
        for (String cluster : new String[] {"❤", "☎", "✓", "✗", "▼", "●", "◐", "1", "©", "a️"}) {
            assertEquals(1, AMBIGUOUS_NARROW.of(cluster), cluster);
        }
    }

    @Test
    void marksTakeNothingOfTheirOwn() {
        for (String cluster : new String[] {"", "\u0301", "\u200d", "\u200b", "\ufe0f", "\u0007", "\u009b", "\u202e"}) {
            assertEquals(0, AMBIGUOUS_NARROW.of(cluster), cluster);
        }
        assertEquals(1, AMBIGUOUS_NARROW.of("e\u0301\u0323"));
        assertEquals(2, AMBIGUOUS_NARROW.of("\u0915\u093e"), "a spacing vowel sign stands beside its letter");
    }

    @Test
    void ambiguousOnesFollowTheSetting() {
        for (String cluster : new String[] {"…", "│", "●", "§", "α", "①"}) {
            assertEquals(1, AMBIGUOUS_NARROW.of(cluster), cluster);
            assertEquals(2, AMBIGUOUS_WIDE.of(cluster), cluster);
        }
        assertEquals(1, AMBIGUOUS_WIDE.of("ğ"));
    }

    @Test
    void textIsTheSumOfItsClusters() {
        assertEquals(11, AMBIGUOUS_NARROW.ofText("ali 👨‍👩‍👧 漢字"));
        assertEquals(0, AMBIGUOUS_NARROW.ofText(""));
    }

    @Test
    void fittingNeverCutsACluster() {
        assertEquals(1, AMBIGUOUS_NARROW.fit("a漢b", 2));
        assertEquals(2, AMBIGUOUS_NARROW.fit("a漢b", 3));
        assertEquals(3, AMBIGUOUS_NARROW.fit("a漢b", 40));
        assertEquals(2, AMBIGUOUS_NARROW.fit("e\u0301x", 1), "the mark belongs to what fits");
        assertEquals(0, AMBIGUOUS_NARROW.fit("abc", 0));
    }
}
