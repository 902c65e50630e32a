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
    private final TranscriptRows rows;
    private int viewRows = 1;

    public TranscriptPanel(Guard guard, Transcript transcript) {
        this.guard = guard;
        this.rows = new TranscriptRows(transcript);
    }

    /** What the keys after this refer to; before drawing and before scrolling. */
    public void show(Transcript transcript, Metrics metrics, int height, Scroll scroll) {
        rows.show(transcript, metrics);
        viewRows = Math.max(1, height);
        scroll.fit(rows, viewRows);
    }

    /** Scrolls by rows, back where {@code by} is above 0; true if the oldest loaded row came into view. */
    public boolean scroll(Scroll scroll, int by) {
        if (by > 0) {
            return scroll.up(rows, by, viewRows);
        }
        scroll.down(rows, -by);
        return false;
    }

    /** Goes to the oldest loaded row. */
    public boolean toOldest(Scroll scroll) {
        return scroll.toOldest(rows, viewRows);
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
                transcript.lines(), newFrom, bottom.index(), bottom.hidden(), canvas.rows(), metrics.theme(), epoch)) {
            return;
        }
        canvas.fill(metrics.theme().style(Role.BASE));
        List<Row> visible = visible(canvas, metrics, bottom);
        for (int i = 0; i < visible.size(); i++) {
            int row = i;
            guard.draw(canvas, row, metrics.theme(), () -> visible.get(row).draw(canvas, row));
        }
    }

    /** The rows from the bottom upwards until the view is full, in the order to draw. */
    private List<Row> visible(Canvas canvas, Metrics metrics, Scroll.Bottom bottom) {
        List<Row> upwards = new ArrayList<>(canvas.rows());
        int hidden = bottom.hidden();
        for (int index = bottom.index(); index >= 0 && upwards.size() < canvas.rows(); index--) {
            List<Row> unit = unit(index, metrics);
            for (int i = unit.size() - 1 - hidden; i >= 0 && upwards.size() < canvas.rows(); i--) {
                upwards.add(unit.get(i));
            }
            hidden = 0;
        }
        Collections.reverse(upwards);
        return upwards;
    }

    /** A line that can't be cut into rows stands there as one that says so. */
    private List<Row> unit(int index, Metrics metrics) {
        try {
            return rows.of(index);
        } catch (RuntimeException failure) {
            guard.log(failure);
            return List.of(Row.of(new Span(0, Guard.MARK, metrics.theme().style(Role.ERROR))));
        }
    }
}
