package lanline.sim;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/** What was told in a simulation, as one number to compare, and the newest lines to read. */
final class Story {
    private static final int KEPT_LINES = Integer.getInteger("lanline.story", 40);

    private final boolean isWanted;
    private final Deque<String> newest = new ArrayDeque<>();
    private long fingerprint = 1;

    /** {@code isWanted}: what nobody reads is not written, which would be a good part of the work. */
    Story(boolean isWanted) {
        this.isWanted = isWanted;
    }

    void tell(Supplier<String> told) {
        if (isWanted) {
            tell(told.get());
        }
    }

    private void tell(String line) {
        for (int i = 0; i < line.length(); i++) {
            fingerprint = fingerprint * 31 + line.charAt(i);
        }
        newest.add(line);
        if (newest.size() > KEPT_LINES) {
            newest.remove();
        }
    }

    long fingerprint() {
        return fingerprint;
    }

    String newestLines() {
        return String.join("\n", newest);
    }
}
