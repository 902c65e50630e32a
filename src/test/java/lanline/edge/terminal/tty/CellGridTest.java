package lanline.edge.terminal.tty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.googlecode.lanterna.SGR;
import org.junit.jupiter.api.Test;

class CellGridTest {
    private static final Style BOLD = Style.PLAIN.with(SGR.BOLD);

    private final CellGrid grid = new CellGrid(3, 4);

    private void put(int row, String letters) {
        for (int column = 0; column < letters.length(); column++) {
            grid.set(row, column, BOLD.cell(letters.charAt(column)));
        }
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < grid.rows(); row++) {
            for (Cell cell : grid.row(row)) {
                text.append(cell.cluster());
            }
            text.append('/');
        }
        return text.toString().replace(' ', '.');
    }

    @Test
    void whatLiesOutsideIsNotSet() {
        grid.set(-1, 0, BOLD.cell('a'));
        grid.set(0, -1, BOLD.cell('a'));
        grid.set(3, 0, BOLD.cell('a'));
        grid.set(0, 4, BOLD.cell('a'));
        assertEquals("..../..../..../", text());
        assertFalse(grid.contains(0, 4) || grid.contains(3, 0) || grid.contains(-1, 0) || grid.contains(0, -1));
    }

    @Test
    void halfOfAWideCellIsABlankInItsStyle() {
        put(0, "abcd");
        grid.set(0, 1, BOLD.cell("漢", 2));
        assertEquals("a漢.d/..../..../", text());
        grid.set(0, 2, Style.PLAIN.cell('x'));
        assertEquals("a.xd/..../..../", text());
        assertEquals(BOLD, grid.get(0, 1).style());
    }

    @Test
    void rowsGoUpAndDownAndLeaveBlanks() {
        put(0, "aaaa");
        put(1, "bbbb");
        put(2, "cccc");
        grid.scroll(0, 2, 1);
        assertEquals("bbbb/cccc/..../", text());
        grid.scroll(0, 2, -2);
        assertEquals("..../..../bbbb/", text());
        grid.scroll(1, 2, 8);
        assertEquals("..../..../..../", text());
    }

    @Test
    void rowsOutsideOfTheMovedOnesStay() {
        put(0, "aaaa");
        put(1, "bbbb");
        put(2, "cccc");
        grid.scroll(1, 2, 1);
        assertEquals("aaaa/cccc/..../", text());
    }

    @Test
    void whatFitsStaysWhereTheSizeChanges() {
        put(0, "abcd");
        put(2, "efgh");
        grid.resize(4, 2);
        assertEquals("ab/../ef/../", text());
        grid.resize(1, 3);
        assertEquals("ab./", text());
    }

    @Test
    void aCopiedRowIsApartFromTheFirst() {
        CellGrid other = new CellGrid(3, 4);
        put(1, "abcd");
        other.copyRow(1, grid);
        grid.clear();
        assertEquals(
                "abcd",
                other.get(1, 0).cluster()
                        + other.get(1, 1).cluster()
                        + other.get(1, 2).cluster()
                        + other.get(1, 3).cluster());
    }
}
