package lanline.core.port;

/**
 * The alarm clock of one part of the core: set for all that falls due there, it rings for the earliest, and the part looks through
 * what it has. Lives on the bus thread.
 */
public final class Alarm {
    /** The uptime of what can't fall due by itself. */
    public static final long NEVER = Long.MAX_VALUE;

    /** Looking through thousands of things that fall due one by one must not fill the time: at most four times a second. */
    private static final long REST_MILLIS = 250;

    private final TimeSource time;
    private long ringsAt = NEVER;
    private long restsUntil;

    public Alarm(TimeSource time) {
        this.time = time;
    }

    /** Something falls due at that uptime; it is not told before, and up to a rest later. */
    public void setFor(long uptimeMillis) {
        long at = Math.max(uptimeMillis, restsUntil);
        if (at < ringsAt) {
            ringsAt = at;
            time.wakeAt(at);
        }
    }

    /** True, once, when the earliest has fallen due: the caller sets it again for whatever lies ahead. To be asked at each Tick. */
    public boolean rings() {
        long now = time.uptimeMillis();
        if (now < ringsAt) {
            return false;
        }
        ringsAt = NEVER;
        restsUntil = now + REST_MILLIS;
        return true;
    }
}
