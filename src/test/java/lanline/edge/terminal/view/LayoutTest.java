package lanline.edge.terminal.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The table of ux.md, at each of its limits. */
class LayoutTest {
    @Test
    void theClassFollowsFromColumnsAndRows() {
        assertEquals(Layout.Size.WIDE, Layout.Size.of(16, 110));
        assertEquals(Layout.Size.NORMAL, Layout.Size.of(16, 109));
        assertEquals(Layout.Size.NORMAL, Layout.Size.of(16, 70));
        assertEquals(Layout.Size.NARROW, Layout.Size.of(16, 69));
        assertEquals(Layout.Size.NARROW, Layout.Size.of(16, 50));
        assertEquals(Layout.Size.TINY, Layout.Size.of(16, 49));
        assertEquals(Layout.Size.TINY, Layout.Size.of(15, 200));
        assertEquals(Layout.Size.TINY, Layout.Size.of(4, 20));
        assertEquals(Layout.Size.STUB, Layout.Size.of(4, 19));
        assertEquals(Layout.Size.STUB, Layout.Size.of(3, 200));
    }

    @Test
    void theSidebarHasItsColumnsWhereItHasAPlace() {
        assertEquals(22, Layout.of(40, 120, 1, Layout.Panes.ALL).sidebar().columns());
        assertEquals(17, Layout.of(24, 80, 1, Layout.Panes.ALL).sidebar().columns());
        assertTrue(Layout.of(24, 60, 1, Layout.Panes.ALL).sidebar().isEmpty());
        assertTrue(Layout.of(24, 80, 1, Layout.Panes.ALL.withSidebar(false))
                .sidebar()
                .isEmpty());
    }

    @Test
    void theDetailsHaveTwentyColumnsWhereTheWindowIsWide() {
        Layout wide = Layout.of(40, 110, 1, Layout.Panes.ALL);
        assertEquals(20, wide.details().columns());
        assertEquals(110, wide.details().column() + wide.details().columns());
        assertEquals(wide.detailsBorder().column() + 1, wide.details().column());
        assertEquals(
                wide.transcript().column() + wide.transcript().columns(),
                wide.detailsBorder().column());
        assertTrue(Layout.of(40, 109, 1, Layout.Panes.ALL).details().isEmpty());
        Layout without = Layout.of(40, 110, 1, Layout.Panes.ALL.withDetails(false));
        assertTrue(without.details().isEmpty() && without.detailsBorder().isEmpty());
        assertEquals(110, without.transcript().column() + without.transcript().columns());
    }

    @Test
    void theRowsOfAWindowAreAllUsedOnce() {
        for (int columns = 1; columns < 140; columns += 3) {
            for (int rows = 1; rows < 60; rows++) {
                for (int wanted = 1; wanted < 9; wanted++) {
                    Layout layout = Layout.of(rows, columns, wanted, Layout.Panes.ALL);
                    int used = layout.title().rows()
                            + Math.max(0, layout.transcript().rows())
                            + layout.status().rows()
                            + layout.input().rows();
                    assertEquals(rows, used, rows + "x" + columns);
                    assertTrue(layout.input().rows() >= 1 && layout.input().rows() <= 6);
                }
            }
        }
    }
}
