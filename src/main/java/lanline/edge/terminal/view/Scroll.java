package lanline.edge.terminal.view;

/**
 * Where a transcript is scrolled to: at its live end, or with a line at the bottom of the view that stays there whatever
 * comes before or after it. Screen thread only.
 */
public final class Scroll {
    private boolean following = true;
    private long bottomKey;
    /** Rows of the bottom line that lie below the view. */
    private int hidden;

    /** The last line in view and how many of its rows are not. */
    record Bottom(int index, int hidden) {}

    /** Whether the newest line is in view, and new ones will be. */
    public boolean isFollowing() {
        return following;
    }

    public void toLiveEnd() {
        following = true;
    }

    /** Lines that lie below the view, wholly or in part. */
    int below(TranscriptRows rows) {
        Bottom bottom = bottom(rows);
        return following ? 0 : rows.size() - 1 - bottom.index + (bottom.hidden > 0 ? 1 : 0);
    }

    Bottom bottom(TranscriptRows rows) {
        int last = rows.size() - 1;
        if (following || last < 0) {
            return new Bottom(last, 0);
        }
        long index = Math.max(0, Math.min(last, bottomKey - rows.keyOf(0)));
        int most = rows.height((int) index) - 1;
        return new Bottom((int) index, Math.min(hidden, most));
    }

    /** After a change of size: the view is never emptier than it must be. */
    void fit(TranscriptRows rows, int viewRows) {
        Bottom bottom = bottom(rows);
        if (!following && rows.size() > 0 && reachesOldest(rows, bottom.index, bottom.hidden, viewRows)) {
            settleAtOldest(rows, viewRows);
        }
    }

    /** Scrolls back by rows; true if the oldest row came into view, so that more could be loaded. */
    boolean up(TranscriptRows rows, int by, int viewRows) {
        Bottom bottom = bottom(rows);
        int index = bottom.index;
        int below = bottom.hidden + by;
        while (index > 0 && below >= rows.height(index)) {
            below -= rows.height(index);
            index--;
        }
        return settle(rows, index, below, viewRows);
    }

    boolean toOldest(TranscriptRows rows, int viewRows) {
        return settle(rows, 0, Integer.MAX_VALUE, viewRows);
    }

    /** Goes there, but not farther back than to a full view. */
    private boolean settle(TranscriptRows rows, int index, int below, int viewRows) {
        if (rows.size() == 0) {
            return true;
        }
        boolean oldest = reachesOldest(rows, index, below, viewRows);
        if (oldest) {
            settleAtOldest(rows, viewRows);
        } else {
            stay(rows, index, below);
        }
        return oldest;
    }

    private static boolean reachesOldest(TranscriptRows rows, int index, int below, int viewRows) {
        long left = (long) viewRows + below;
        for (int i = index; i >= 0; i--) {
            left -= rows.height(i);
            if (left < 0) {
                return false;
            }
        }
        return true;
    }

    private void settleAtOldest(TranscriptRows rows, int viewRows) {
        int left = viewRows;
        int index = 0;
        while (index < rows.size() - 1 && left > rows.height(index)) {
            left -= rows.height(index);
            index++;
        }
        stay(rows, index, Math.max(0, rows.height(index) - left));
    }

    void down(TranscriptRows rows, int by) {
        Bottom bottom = bottom(rows);
        int index = bottom.index;
        int below = bottom.hidden - by;
        while (below < 0 && index < rows.size() - 1) {
            index++;
            below += rows.height(index);
        }
        stay(rows, Math.max(0, index), below);
    }

    private void stay(TranscriptRows rows, int index, int below) {
        following = index >= rows.size() - 1 && below <= 0;
        bottomKey = rows.size() == 0 ? 0 : rows.keyOf(index);
        hidden = Math.max(0, below);
    }
}
