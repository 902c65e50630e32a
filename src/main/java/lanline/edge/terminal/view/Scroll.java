package lanline.edge.terminal.view;

/**
 * Where a transcript is scrolled to: at its live end, or with a line at the bottom of the view that stays there whatever
 * comes before or after it, and however the window changes its size. Screen thread only.
 */
public final class Scroll {
    private static final long NOTHING = Long.MAX_VALUE;

    private boolean following = true;
    private long bottomKey;
    /** Rows of the bottom line that lie below the view, of as many as it had then. */
    private int hidden;

    private int ofRows = 1;
    private int viewRows = 1;
    private long marked = NOTHING;

    /** The last line in view and how many of its rows are not. */
    record Bottom(int index, int hidden) {}

    /** Where one is, to come back to it. */
    public record Place(boolean following, long bottomKey, int hidden, int ofRows) {}

    public Place place() {
        return new Place(following, bottomKey, hidden, ofRows);
    }

    public void toPlace(Place place) {
        following = place.following;
        bottomKey = place.bottomKey;
        hidden = place.hidden;
        ofRows = place.ofRows;
        marked = NOTHING;
    }

    /** Whether new lines will move the view. */
    public boolean isFollowing() {
        return following;
    }

    public void toLiveEnd() {
        following = true;
        marked = NOTHING;
    }

    /** The key of the line that was jumped to and is shown so, until one scrolls on; {@link Long#MAX_VALUE} for none. */
    public long marked() {
        return marked;
    }

    public boolean hasMark() {
        return marked != NOTHING;
    }

    /** Rows that the view has from now on. */
    void fit(int rows) {
        viewRows = rows;
    }

    /** Whether the last row is in view. */
    boolean isAtEnd(TranscriptRows rows) {
        Bottom bottom = bottom(rows);
        return bottom.index >= rows.size() - 1 && bottom.hidden <= 0;
    }

    /** Lines that lie below the view, wholly or in part. */
    int below(TranscriptRows rows) {
        Bottom bottom = bottom(rows);
        return rows.size() - 1 - bottom.index + (bottom.hidden > 0 ? 1 : 0);
    }

    /** Never so far back that the view is emptier than it must be; a smaller window shows again what it showed. */
    Bottom bottom(TranscriptRows rows) {
        int last = rows.size() - 1;
        if (following || last < 0) {
            return new Bottom(last, 0);
        }
        int index = (int) Math.max(0, Math.min(last, bottomKey - rows.keyOf(0)));
        int height = rows.height(index);
        int under = height == ofRows ? hidden : hidden * height / ofRows;
        Bottom wished = new Bottom(index, Math.min(under, height - 1));
        return reachesOldest(rows, wished) ? oldest(rows) : wished;
    }

    /** Scrolls back by rows; true if the oldest row came into view, so that more could be loaded. */
    boolean up(TranscriptRows rows, int by) {
        Bottom bottom = bottom(rows);
        int index = bottom.index;
        int below = bottom.hidden + by;
        while (index > 0 && below >= rows.height(index)) {
            below -= rows.height(index);
            index--;
        }
        return settle(rows, new Bottom(index, below));
    }

    boolean toOldest(TranscriptRows rows) {
        return settle(rows, new Bottom(0, Integer.MAX_VALUE));
    }

    /** Shows the line at {@code index} with {@code above} rows over it where there are as many below it, and marks it. */
    void show(TranscriptRows rows, int index, int above) {
        int left = viewRows - Math.min(above, viewRows / 2);
        int last = index;
        while (last < rows.size() - 1 && left > rows.height(last)) {
            left -= rows.height(last);
            last++;
        }
        settle(rows, new Bottom(last, Math.max(0, rows.height(last) - left)));
        marked = rows.keyOf(index);
    }

    /** Marks the line at {@code index}, and scrolls no farther than it takes to show it. */
    void mark(TranscriptRows rows, int index) {
        Bottom bottom = bottom(rows);
        boolean isBelow = index > bottom.index || (index == bottom.index && bottom.hidden > 0);
        if (isBelow) {
            settle(rows, new Bottom(index, 0));
        } else if (rowsFrom(rows, index, bottom) > viewRows) {
            show(rows, index, 0);
        }
        marked = rows.keyOf(index);
    }

    /** From the beginning of a line to the bottom of the view. */
    private int rowsFrom(TranscriptRows rows, int index, Bottom bottom) {
        int count = -bottom.hidden;
        for (int i = bottom.index; i >= index && count <= viewRows; i--) {
            count += rows.height(i);
        }
        return count;
    }

    public void unmark() {
        marked = NOTHING;
    }

    /** Goes there, but not farther back than to a full view. */
    private boolean settle(TranscriptRows rows, Bottom wished) {
        if (rows.size() == 0) {
            return true;
        }
        boolean reached = reachesOldest(rows, wished);
        stay(rows, reached ? oldest(rows) : wished);
        return reached;
    }

    private boolean reachesOldest(TranscriptRows rows, Bottom wished) {
        long left = (long) viewRows + wished.hidden;
        for (int i = wished.index; i >= 0; i--) {
            left -= rows.height(i);
            if (left < 0) {
                return false;
            }
        }
        return true;
    }

    private Bottom oldest(TranscriptRows rows) {
        int left = viewRows;
        int index = 0;
        while (index < rows.size() - 1 && left > rows.height(index)) {
            left -= rows.height(index);
            index++;
        }
        return new Bottom(index, Math.max(0, rows.height(index) - left));
    }

    void down(TranscriptRows rows, int by) {
        Bottom bottom = bottom(rows);
        int index = bottom.index;
        int below = bottom.hidden - by;
        while (below < 0 && index < rows.size() - 1) {
            index++;
            below += rows.height(index);
        }
        stay(rows, new Bottom(Math.max(0, index), below));
    }

    private void stay(TranscriptRows rows, Bottom bottom) {
        following = bottom.index >= rows.size() - 1 && bottom.hidden <= 0;
        bottomKey = rows.size() == 0 ? 0 : rows.keyOf(bottom.index);
        hidden = Math.max(0, bottom.hidden);
        ofRows = rows.size() == 0 ? 1 : rows.height(bottom.index);
        marked = NOTHING;
    }
}
