package lanline.edge.store;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import lanline.core.text.SafeText;
import org.jspecify.annotations.Nullable;

/**
 * The thread {@code store-read}: answers what was asked of the stored messages, so that no search delays a message.
 *
 * <p>Requests come from the bus thread; where the messages are to be found is told by the store thread. Until that is known,
 * requests wait. A long reading (an export) goes to the end of the line after each of its steps.
 */
final class Reader implements Runnable {
    /** A step that runs is stopped within milliseconds, unless the disk hangs: then the thread is left behind. */
    private static final long ENDING_MILLISECONDS = 1_000;

    private static final SafeText ENDING = SafeText.line("the program is ending");

    private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final Thread thread = new Thread(this, "store-read");
    private final Deque<Reading> undone = new ArrayDeque<>();
    private @Nullable MessageSource source;
    private volatile boolean ended;

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Asks. Bus thread. */
    void ask(Reading reading) {
        waiting.incrementAndGet();
        queue.add(() -> undone.add(reading));
    }

    /** Readings that are not done yet. Any thread. */
    int waiting() {
        return waiting.get();
    }

    /** From now on the messages are found there. Store thread. */
    void use(MessageSource next) {
        queue.add(() -> change(next));
    }

    /** Requests wait again until the next {@link #use}. Opens the latch when the source is closed. Store thread. */
    CountDownLatch letGo() {
        CountDownLatch closed = new CountDownLatch(1);
        queue.add(() -> {
            change(null);
            closed.countDown();
        });
        return closed;
    }

    /** Ends the thread, whatever it does, and waits for that. Store thread. */
    void end() {
        ended = true;
        thread.interrupt();
        try {
            thread.join(ENDING_MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void run() {
        try {
            while (!ended) {
                takeOrders();
                stepOfFirst();
            }
        } catch (InterruptedException e) {
            // Asked to end while it waited: ends as below.
        }
        undone.forEach(reading -> reading.fail(ENDING));
        change(null);
    }

    private void takeOrders() throws InterruptedException {
        Runnable order = undone.isEmpty() || source == null ? queue.take() : queue.poll();
        while (order != null) {
            order.run();
            order = queue.poll();
        }
    }

    private void change(@Nullable MessageSource next) {
        if (source != null) {
            source.close();
        }
        source = next;
    }

    private void stepOfFirst() throws InterruptedException {
        Reading reading = source == null ? null : undone.poll();
        if (source == null || reading == null) {
            return;
        }
        if (reading.isOutdated() || isDone(reading, source)) {
            waiting.decrementAndGet();
        } else {
            undone.addLast(reading);
        }
    }

    private boolean isDone(Reading reading, MessageSource from) throws InterruptedException {
        try {
            return from.step(reading, () -> ended || reading.isOutdated());
        } catch (SQLException e) {
            refuse(reading, Fault.of(e), from);
        } catch (IOException e) {
            reading.fail(Sentences.of(e));
        }
        return true;
    }

    private void refuse(Reading reading, Fault fault, MessageSource from) {
        if (fault == Fault.DAMAGED) {
            from.reportDamage();
        }
        if (!reading.isOutdated()) {
            reading.fail(Sentences.unreadable(fault.words()));
        }
    }
}
