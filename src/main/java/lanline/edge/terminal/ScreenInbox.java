package lanline.edge.terminal;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import lanline.core.screen.Screen;
import lanline.edge.terminal.input.KeptInput;
import lanline.edge.terminal.tty.Key;
import org.jspecify.annotations.Nullable;

/** What other threads hand over to the screen thread: keys in their order, the newest Screen, a question, the wish to stop. */
final class ScreenInbox {
    /** Keys that may wait; then the reader of the terminal waits too. */
    private static final int MOST_KEYS = 1_024;

    private final BlockingQueue<Key> keys = new ArrayBlockingQueue<>(MOST_KEYS);
    private final AtomicReference<@Nullable Screen> newest = new AtomicReference<>();
    private final BlockingQueue<List<KeptInput>> kept = new ArrayBlockingQueue<>(1);
    private final AtomicReference<@Nullable Consumer<ChatWindow>> question = new AtomicReference<>();
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean stopped;

    /** Waits while full. */
    void put(Key key) {
        try {
            keys.put(key);
            wake();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Replaces the one that was not taken yet. */
    void put(Screen screen) {
        newest.set(screen);
        wake();
    }

    /** What was typed in earlier runs; comes once. */
    void put(List<KeptInput> earlier) {
        kept.add(earlier);
        wake();
    }

    /** A question that the window is to ask; the one before was answered. */
    void put(Consumer<ChatWindow> next) {
        question.set(next);
        wake();
    }

    void stop() {
        stopped = true;
        wake();
    }

    private void wake() {
        if (wake.availablePermits() == 0) {
            wake.release();
        }
    }

    boolean isStopped() {
        return stopped;
    }

    /** Waits until something came since the last waiting, or {@code millis} have passed. Screen thread only. */
    void await(long millis) throws InterruptedException {
        wake.tryAcquire(millis, TimeUnit.MILLISECONDS);
        wake.drainPermits();
    }

    boolean hasKeys() {
        return !keys.isEmpty();
    }

    boolean hasNews() {
        return newest.get() != null;
    }

    @Nullable
    Key takeKey() {
        return keys.poll();
    }

    @Nullable
    List<KeptInput> takeKept() {
        return kept.poll();
    }

    @Nullable
    Consumer<ChatWindow> takeQuestion() {
        return question.getAndSet(null);
    }

    @Nullable
    Screen takeNews() {
        return newest.getAndSet(null);
    }
}
