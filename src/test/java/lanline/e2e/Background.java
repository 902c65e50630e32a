package lanline.e2e;

import java.io.IOException;
import java.util.Timer;
import java.util.TimerTask;

/** What a {@link RawHost} does while it follows the next commands: each on a thread of its own, which says "over" and why if it fails. */
final class Background {
    private Background() {}

    /** What may fail with the network. */
    interface Work {
        void run() throws IOException, InterruptedException;
    }

    static void start(Work work) {
        Thread thread = new Thread(() -> isDone(work));
        thread.setDaemon(true);
        thread.start();
    }

    /** For ever, the first time at once, until it fails. */
    static void every(long millis, Work work) {
        Timer clock = new Timer(true);
        TimerTask round = new TimerTask() {
            @Override
            public void run() {
                if (!isDone(work)) {
                    clock.cancel();
                }
            }
        };
        clock.schedule(round, 0, millis);
    }

    private static boolean isDone(Work work) {
        try {
            work.run();
            return true;
        } catch (IOException | InterruptedException over) {
            RawHost.say("over " + over);
            return false;
        }
    }
}
