package lanline.edge.terminal.view;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import lanline.core.screen.Transcript;
import lanline.edge.terminal.theme.Role;
import lanline.edge.terminal.tty.Canvas;

/** The lines of the current conversation that are in view. Screen thread only. */
public final class TranscriptPanel {
    private final Drawn drawn = new Drawn();
    private final Guard guard;
    private final StandingRows standing;
    private final TranscriptRows rows;
    private int viewRows = 1;

    public TranscriptPanel(Guard guard, Transcript transcript) {
        this.guard = guard;
        this.standing = new StandingRows(guard);
        this.rows = new TranscriptRows(transcript);
    }

    /** What the keys after this refer to; before drawing and before scrolling. */
    public void show(Transcript transcript, Metrics metrics, int height, Scroll scroll) {
        rows.show(transcript, metrics);
        viewRows = Math.max(1, height);
        scroll.fit(viewRows);
    }

    /** The same where it lies as it was drawn last: keys may come between a newer Screen and its drawing. */
    public void show(Transcript transcript, Scroll scroll) {
        rows.show(transcript);
        scroll.fit(viewRows);
    }

    /** Scrolls by rows, back where {@code by} is above 0; true if the oldest loaded row came into view. */
    public boolean scroll(Scroll scroll, int by) {
        if (by > 0) {
            return scroll.up(rows, by);
        }
        scroll.down(rows, -by);
        return false;
    }

    /** Goes to the oldest loaded row. */
    public boolean toOldest(Scroll scroll) {
        return scroll.toOldest(rows);
    }

    /** Shows the line with this key, if it is loaded, with some rows above it, and marks it. */
    public void showLine(Scroll scroll, long key, int above) {
        long index = key - rows.keyOf(0);
        if (index >= 0 && index < rows.size()) {
            scroll.show(rows, (int) index, above);
        }
    }

    /** Marks the line with this key, if it is loaded, and scrolls no farther than it takes to show it. */
    public void markLine(Scroll scroll, long key) {
        long index = key - rows.keyOf(0);
        if (index >= 0 && index < rows.size()) {
            scroll.mark(rows, (int) index);
        }
    }

    /** The key of the last line in view. */
    public long bottomKey(Scroll scroll) {
        return rows.keyOf(Math.max(0, scroll.bottom(rows).index()));
    }

    /** Whether the newest line is in view. */
    public boolean isAtEnd(Scroll scroll) {
        return scroll.isAtEnd(rows);
    }

    /** Rows of one page: a row of the last one stays in view for the eye. */
    public int page() {
        return Math.max(1, viewRows - 1);
    }

    /** Lines below the view. */
    public int below(Scroll scroll) {
        return scroll.below(rows);
    }

    /** {@code epoch} rises when everything has to be drawn again. */
    public void draw(Canvas canvas, Transcript transcript, Metrics metrics, Scroll scroll, int epoch) {
        Scroll.Bottom bottom = scroll.bottom(rows);
        long newFrom = transcript.newFrom();
        if (drawn.isSame(
                transcript.lines(),
                newFrom,
                bottom.index(),
                bottom.hidden(),
                scroll.marked(),
                canvas.rows(),
                metrics.theme(),
                metrics.found(),
                epoch)) {
            return;
        }
        standing.draw(canvas, visible(canvas, metrics, scroll), metrics.theme(), epoch);
    }

    /** The rows from the bottom upwards until the view is full, in the order to draw. */
    private List<Row> visible(Canvas canvas, Metrics metrics, Scroll scroll) {
        Scroll.Bottom bottom = scroll.bottom(rows);
        List<Row> upwards = new ArrayList<>(canvas.rows());
        int hidden = bottom.hidden();
        for (int index = bottom.index(); index >= 0 && upwards.size() < canvas.rows(); index--) {
            List<Row> unit = unit(index, metrics, scroll.marked());
            for (int i = unit.size() - 1 - hidden; i >= 0 && upwards.size() < canvas.rows(); i--) {
                upwards.add(unit.get(i));
            }
            hidden = 0;
        }
        Collections.reverse(upwards);
        return upwards;
    }

    /** A line that can't be cut into rows stands there as one that says so. */
    private List<Row> unit(int index, Metrics metrics, long marked) {
        try {
            return rows.keyOf(index) == marked ? rows.marked(index) : rows.of(index);
        } catch (RuntimeException failure) {
            guard.log(failure);
            return List.of(Row.of(new Span(0, Guard.MARK, metrics.theme().style(Role.ERROR))));
        }
    }
}
