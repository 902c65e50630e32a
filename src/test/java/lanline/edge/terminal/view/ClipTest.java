package lanline.edge.terminal.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lanline.core.text.CellWidth;
import org.junit.jupiter.api.Test;

/** Texts that have no room are cut, and the cut is seen. */
class ClipTest {
    private static final CellWidth WIDTH = CellWidth.AMBIGUOUS_NARROW;

    @Test
    void aCutIsMarkedAtTheEnd() {
        assertEquals("deniz", Clip.to("deniz", 5, WIDTH));
        assertEquals("den…", Clip.to("deniz", 4, WIDTH));
        assertEquals("日…", Clip.to("日本語", 4, WIDTH));
        assertEquals("", Clip.to("deniz", 0, WIDTH));
    }

    @Test
    void twoOfOneNameAreToldApartWhereTheyAreCut() {
        assertEquals("can@10.0.0.7", Clip.inTheMiddle("can@10.0.0.7", 12, WIDTH));
        assertEquals("can@1….0.7", Clip.inTheMiddle("can@10.0.0.7", 10, WIDTH));
        assertEquals("can@1….0.9", Clip.inTheMiddle("can@10.0.0.9", 10, WIDTH));
        assertEquals("日本…0.7", Clip.inTheMiddle("日本語@10.0.0.7", 8, WIDTH));
    }

    @Test
    void neitherIsEverWiderThanItsRoom() {
        String text = "日本語👩‍👩‍👧‍👦e\u0301@10.0.0.7";
        for (int columns = 0; columns < 20; columns++) {
            assertTrue(WIDTH.ofText(Clip.to(text, columns, WIDTH)) <= columns);
            assertTrue(WIDTH.ofText(Clip.inTheMiddle(text, columns, WIDTH)) <= columns);
        }
    }
}
