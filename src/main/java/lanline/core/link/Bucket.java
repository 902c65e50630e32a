package lanline.core.link;

/** Lets so many things through a second, after a pause a few more at once. Lives on its owner's thread. */
final class Bucket {
    private final double perSecond;
    private final double most;
    private double tokens;
    private long filledAt;

    /** Full at first. {@code most}: that may pass at once. */
    Bucket(double perSecond, int most, long nowMillis) {
        this.perSecond = perSecond;
        this.most = most;
        tokens = most;
        filledAt = nowMillis;
    }

    boolean take(long nowMillis) {
        return take(nowMillis, 0);
    }

    /** As long as {@code kept} are left for others. */
    boolean take(long nowMillis, int kept) {
        tokens = Math.min(most, tokens + (nowMillis - filledAt) * perSecond / 1_000);
        filledAt = nowMillis;
        if (tokens < 1 + kept) {
            return false;
        }
        tokens--;
        return true;
    }

    /** What was taken does not count after all. */
    void giveBack() {
        tokens = Math.min(most, tokens + 1);
    }
}
