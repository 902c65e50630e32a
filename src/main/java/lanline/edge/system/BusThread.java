package lanline.edge.system;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import lanline.core.event.EventBus;

/** The thread {@code bus}: digests events, and says when a state is worth showing. Owns every object of the core. */
public final class BusThread {
    /** In a flood the screen is still brought up to date after this many events: some milliseconds of work. */
    private static final int MOST_BEFORE_SETTLING = 256;

    private final EventBus bus;
    private final Runnable settled;
    private final Consumer<Throwable> failures;
    private final Thread thread = new Thread(null, this::digest, "bus");
    private volatile boolean stopped;

    /**
     * {@code settled} runs on the bus thread whenever nothing more is pending, or much has happened; {@code failures} hears what a
     * subscriber threw, which is a bug of ours: the event is lost to the subscribers after it, and the next one follows.
     */
    public BusThread(EventBus bus, Runnable settled, Consumer<Throwable> failures) {
        this.bus = bus;
        this.settled = settled;
        this.failures = failures;
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** Ends after the event at hand. Any thread. */
    public void stop() {
        stopped = true;
        thread.interrupt();
    }

    /** Waits until the thread has ended, at most {@code millis}; true if it has. Any thread but the bus thread. */
    public boolean awaitEnd(long millis) throws InterruptedException {
        TimeUnit.MILLISECONDS.timedJoin(thread, millis);
        return !thread.isAlive();
    }

    private void digest() {
        try {
            while (!stopped) {
                guarded(bus::runNext);
                guarded(this::digestMore);
                guarded(settled::run);
            }
        } catch (InterruptedException stop) {
            // Interrupted by stop() alone: the thread ends here.
        }
    }

    private void digestMore() {
        int digested = 1;
        while (digested < MOST_BEFORE_SETTLING && bus.runOne()) {
            digested++;
        }
    }

    private void guarded(Step step) throws InterruptedException {
        try {
            step.run();
        } catch (InterruptedException stop) {
            throw stop;
        } catch (Throwable bug) {
            // One wrong subscriber (a stack overflow included) must not end the chat of a person.
            failures.accept(bug);
        }
    }

    private interface Step {
        void run() throws InterruptedException;
    }
}
