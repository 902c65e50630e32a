package lanline.edge.terminal.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where everything lies in a window of a size, chosen again at every resize ({@code ux.md}, "Layout"). Immutable.
 *
 * <p>{@code border}: the column between sidebar and transcript, {@code detailsBorder} the one between transcript and details;
 * {@code overlay}: where F7 lays the sidebar that has no place.
 */
public record Layout(
        Size size,
        Region title,
        Region sidebar,
        Region border,
        Region overlay,
        Region transcript,
        Region detailsBorder,
        Region details,
        Region status,
        Region input) {

    /** What the person wants to see where there is room for it. */
    public record Panes(boolean sidebar, boolean details) {
        public static final Panes ALL = new Panes(true, true);

        public Panes withSidebar(boolean wanted) {
            return new Panes(wanted, details);
        }

        public Panes withDetails(boolean wanted) {
            return new Panes(sidebar, wanted);
        }

        // By hand, as in core.model: it stands before the first frame.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Panes that && sidebar == that.sidebar && details == that.details;
        }

        @Override
        public int hashCode() {
            return 31 * Boolean.hashCode(sidebar) + Boolean.hashCode(details);
        }
    }

    /** The classes of the table; each one's limits are its smallest columns and rows. */
    public enum Size {
        WIDE(110, 16, 22),
        NORMAL(70, 16, 17),
        NARROW(50, 16, 0),
        TINY(20, 4, 0),
        STUB(0, 0, 0);

        private static final List<Size> LARGEST_FIRST = List.of(values());

        private final int columns;
        private final int rows;
        private final int sidebar;

        Size(int columns, int rows, int sidebar) {
            this.columns = columns;
            this.rows = rows;
            this.sidebar = sidebar;
        }

        /** Whether the sidebar has a place of its own. */
        public boolean hasSidebar() {
            return sidebar > 0;
        }

        /** Whether the details of the person have a place. */
        public boolean hasDetails() {
            return this == WIDE;
        }

        public static Size of(int rows, int columns) {
            for (Size size : LARGEST_FIRST) {
                if (rows >= size.rows && columns >= size.columns) {
                    return size;
                }
            }
            return STUB;
        }
    }

    /** Rows of the input: more is scrolled, so that the transcript stays in sight. */
    public static final int MOST_INPUT_ROWS = 6;

    /** The line that divides the overlay from what it lies on; none where it covers everything. */
    public Region overlayBorder() {
        boolean whole = overlay.columns() >= transcript.columns() + transcript.column();
        return whole ? Region.NONE : new Region(overlay.row(), overlay.columns(), overlay.rows(), 1);
    }

    /** Columns of the sidebar where it lies over the transcript. */
    private static final int OVERLAY = 22;

    /** Columns of the person's details. */
    private static final int DETAILS = 20;

    /** The layout for a window, with an input that would like {@code inputRows}. */
    public static Layout of(int rows, int columns, int inputRows, Panes panes) {
        Size size = Size.of(rows, columns);
        return size == Size.STUB ? stub(rows, columns) : full(size, rows, columns, inputRows, panes);
    }

    private static Layout full(Size size, int rows, int columns, int inputRows, Panes panes) {
        int typed = Math.max(1, Math.min(inputRows, Math.min(MOST_INPUT_ROWS, rows - 3)));
        int body = rows - 2 - typed;
        int side = panes.sidebar ? size.sidebar : 0;
        int text = side == 0 ? 0 : side + 1;
        Region border = side == 0 ? Region.NONE : new Region(1, side, body, 1);
        boolean detailed = panes.details && size.hasDetails();
        int textEnd = detailed ? columns - DETAILS - 1 : columns;
        int over = size == Size.TINY ? columns : Math.min(columns, OVERLAY);
        return new Layout(
                size,
                new Region(0, 0, 1, columns),
                new Region(1, 0, body, side),
                border,
                new Region(1, 0, body, over),
                new Region(1, text, body, textEnd - text),
                detailed ? new Region(1, textEnd, body, 1) : Region.NONE,
                detailed ? new Region(1, textEnd + 1, body, DETAILS) : Region.NONE,
                new Region(1 + body, 0, 1, columns),
                new Region(2 + body, 0, typed, columns));
    }

    /** The input in the last row, what fits of the transcript above it. */
    private static Layout stub(int rows, int columns) {
        return new Layout(
                Size.STUB,
                Region.NONE,
                Region.NONE,
                Region.NONE,
                Region.NONE,
                new Region(0, 0, rows - 1, columns),
                Region.NONE,
                Region.NONE,
                Region.NONE,
                new Region(Math.max(0, rows - 1), 0, Math.min(1, rows), columns));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Layout that
                && size == that.size
                && title.equals(that.title)
                && sidebar.equals(that.sidebar)
                && border.equals(that.border)
                && overlay.equals(that.overlay)
                && transcript.equals(that.transcript)
                && detailsBorder.equals(that.detailsBorder)
                && details.equals(that.details)
                && status.equals(that.status)
                && input.equals(that.input);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * (31 * input.hashCode() + status.hashCode()) + transcript.hashCode()) + overlay.hashCode();
    }
}
