package lanline.core.presence;

import lanline.core.dialect.Sighting;

/**
 * Which announcements of one run were believed: the newest, and those shortly before it, as in RFC 4303 section 3.4.3. One announcement goes out over
 * each network in a number of its own, and may come later over one than the next number over another. Lives on the bus thread.
 */
final class ReplayWindow {
    /** Numbers before the newest that still count, once each: more networks than one machine announces on at a time. Earlier ones are repetitions. */
    static final int SIZE = 16;

    private Sighting.Lanline newest;
    /** Bit n: the number n before the newest was believed. */
    private long believed = 1;

    ReplayWindow(Sighting.Lanline first) {
        newest = first;
    }

    /** Nothing new can be learned from {@code said}. */
    boolean isRepeated(Sighting.Lanline said) {
        long back = newest.counter() - said.counter();
        boolean isLate = said.epoch() == newest.epoch() && back > 0 && back < SIZE;
        return !said.isAfter(newest) && !(isLate && (believed >> back & 1) == 0);
    }

    /** Remembers {@code said}, which is not repeated; true if it is the newest now. */
    boolean take(Sighting.Lanline said) {
        if (!said.isAfter(newest)) {
            believed |= 1L << newest.counter() - said.counter();
            return false;
        }
        long ahead = said.counter() - newest.counter();
        boolean isNear = said.epoch() == newest.epoch() && ahead < SIZE;
        believed = isNear ? believed << ahead | 1 : 1;
        newest = said;
        return true;
    }
}
