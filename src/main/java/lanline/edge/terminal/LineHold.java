package lanline.edge.terminal;

import java.util.concurrent.TimeUnit;

/** Lines that wait until whoever types pauses. Belongs to the thread {@code typing}. */
final class LineHold {
    /** No key for this long is a pause: slow typists need a second from one key to the next. */
    private static final long PAUSE_MILLIS = 2_000;

    /** Nobody's words wait longer, however one types. */
    private static final long LONGEST_MILLIS = 10_000;

    /** Of more characters than fit on a screen the first ones would be gone before they are read. */
    private static final int MOST_CHARS = 2_000;

    private static final long FOREVER_MILLIS = TimeUnit.DAYS.toMillis(1);

    private final StringBuilder held = new StringBuilder();
    private long firstHeld;
    private long lastKey;

    void keyPressed() {
        lastKey = System.nanoTime();
    }

    void add(String lines) {
        if (held.length() == 0) {
            firstHeld = System.nanoTime();
        }
        held.append(lines);
    }

    boolean isEmpty() {
        return held.length() == 0;
    }

    boolean isDue() {
        return !isEmpty() && waitMillis() == 0;
    }

    long waitMillis() {
        if (isEmpty()) {
            return FOREVER_MILLIS;
        }
        if (held.length() > MOST_CHARS) {
            return 0;
        }
        long pause = PAUSE_MILLIS - since(lastKey);
        return Math.max(0, Math.min(pause, LONGEST_MILLIS - since(firstHeld)));
    }

    String release() {
        String all = held.toString();
        held.setLength(0);
        return all;
    }

    private static long since(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
    }
}
