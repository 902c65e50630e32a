package lanline.edge.terminal.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import lanline.core.text.CellWidth;
import org.junit.jupiter.api.Test;

/** Rows of the input: every place in the text has its cell. */
class InputRowsTest {
    private static InputRows rows(String text, int columns) {
        return InputRows.of(text, columns, CellWidth.AMBIGUOUS_NARROW);
    }

    private static List<String> list(InputRows rows) {
        List<String> list = new ArrayList<>();
        for (int i = 0; i < rows.count(); i++) {
            list.add(rows.row(i));
        }
        return list;
    }

    @Test
    void anEmptyTextHasOneRow() {
        assertEquals(List.of(""), list(rows("", 10)));
    }

    @Test
    void aFullRowLeavesRoomForTheCursorInTheNextOne() {
        InputRows rows = rows("abcde", 5);
        assertEquals(List.of("abcde", ""), list(rows));
        assertEquals(1, rows.rowOf(5));
        assertEquals(0, rows.columnOf(5));
    }

    @Test
    void breaksAtLineFeedsAndKeepsBlanks() {
        InputRows rows = rows("ab \n cd", 5);
        assertEquals(List.of("ab ", " cd"), list(rows));
        assertEquals(0, rows.rowOf(3));
        assertEquals(3, rows.columnOf(3));
        assertEquals(1, rows.rowOf(4));
    }

    @Test
    void aWideClusterIsNeverCut() {
        InputRows rows = rows("abc日本", 4);
        assertEquals(List.of("abc", "日本", ""), list(rows));
        assertEquals(2, rows.columnOf(4));
    }

    @Test
    void aTrailingLineFeedHasItsOwnRow() {
        assertEquals(List.of("a", ""), list(rows("a\n", 4)));
    }

    @Test
    void oneColumnIsTakenAsTwo() {
        assertEquals(List.of("日", "本", ""), list(rows("日本", 1)));
    }
}
