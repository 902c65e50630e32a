package lanline.edge.terminal;

import java.util.List;
import java.util.Optional;
import lanline.core.event.StorageEvent.Page;
import lanline.core.event.StorageEvent.Stored;

/**
 * Reads on towards the newest message, where the history is only asked for what lies before a number: the window is a stretch of
 * numbers, wide where little is found in it and so narrow that a page holds all of it where much is. Screen thread only.
 */
final class NewerWindow {
    /** So much wider it gets where a page was nearly empty, and narrower where it was too small. */
    private static final int FACTOR = 8;

    private final long last;
    private long reached;
    private long span = HistorySearch.PAGE;

    /** {@code reached}: all up to this number is there; {@code last}: the newest number there was when the view was opened. */
    NewerWindow(long reached, long last) {
        this.reached = reached;
        this.last = last;
    }

    NewerWindow from(long number) {
        return new NewerWindow(number, last);
    }

    /** Whether newer ones may exist. */
    boolean isOpen() {
        return reached < last;
    }

    /** What the next page lies before. */
    long before() {
        return Math.min(last, reached + span) + 1;
    }

    /** What of the page is new; empty if it may leave a gap, so that a narrower one has to be asked for. */
    Optional<List<Stored>> take(Page page) {
        List<Stored> fresh = page.messages().stream()
                .filter(stored -> stored.number() > reached)
                .toList();
        boolean mayLeaveGap = page.hasOlder() && fresh.size() == page.messages().size() && span > HistorySearch.PAGE;
        if (mayLeaveGap) {
            span = Math.max(HistorySearch.PAGE, span / FACTOR);
            return Optional.empty();
        }
        reached = Math.min(last, reached + span);
        span *= fresh.size() < HistorySearch.PAGE / FACTOR ? FACTOR : 1;
        return Optional.of(fresh);
    }
}
