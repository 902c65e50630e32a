package lanline.edge.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import lanline.core.event.EventBus;
import org.jspecify.annotations.Nullable;

/**
 * The thread {@code store}: takes what waits, writes it as one group, and then the next. Owns everything that writes.
 *
 * <p>The queue has no limit of its own, since nobody may wait for it; the bus stops taking events while its length, the backlog, is high.
 */
final class StoreThread implements Executor {
    /** Changes in one transaction: far beyond this, committing costs no less a message, and the first one's answer waits longer. */
    private static final int GROUP = 1_000;

    /** Words are indexed once it has been quiet for so long: nobody waits for that, but on a busy machine somebody waits for the processor. */
    private static final long INDEX_AFTER_MILLIS = 100;

    private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    private final AtomicInteger backlog = new AtomicInteger();
    private final List<Change> group = new ArrayList<>();
    private final List<Runnable> afterwards = new ArrayList<>();
    private final EventBus bus;
    private int groupWeight;
    private boolean ended;

    StoreThread(EventBus bus) {
        this.bus = bus;
    }

    /** Bus thread. */
    void write(Change change) {
        int weight = change.weight();
        backlog.addAndGet(weight);
        queue.add(() -> {
            group.add(change);
            groupWeight += weight;
        });
    }

    /** Changes that wait, a long message counted as several. Any thread. */
    int backlog() {
        return backlog.get();
    }

    /** Does something once all that came before it is written and can be found. Any thread. */
    @Override
    public void execute(Runnable task) {
        queue.add(() -> afterwards.add(task));
    }

    /** Lets the thread end when all that waits is written. Any thread. */
    void end() {
        queue.add(() -> ended = true);
    }

    void run(Recorder recorder) {
        try {
            recorder.record(List.of());
            while (!ended) {
                Runnable next = next(recorder);
                if (next == null && recorder.isIndexBehind()) {
                    recorder.index();
                }
                while (next != null) {
                    next.run();
                    next = group.size() < GROUP && afterwards.isEmpty() ? queue.poll() : null;
                }
                write(recorder);
                if (!afterwards.isEmpty() || recorder.isIndexFarBehind()) {
                    recorder.index();
                }
                afterwards.forEach(Runnable::run);
                afterwards.clear();
            }
        } catch (InterruptedException e) {
            // Asked to end at once: what was taken is written, what still waits is not.
            write(recorder);
        }
    }

    /** Waits for the next task; null if it is time to look whether the database can be used again, or to bring the index up to date. */
    private @Nullable Runnable next(Recorder recorder) throws InterruptedException {
        if (recorder.isIndexBehind()) {
            return queue.poll(INDEX_AFTER_MILLIS, TimeUnit.MILLISECONDS);
        }
        return recorder.isWaiting() ? queue.poll(HistoryFile.RETRY_MILLIS, TimeUnit.MILLISECONDS) : queue.take();
    }

    private void write(Recorder recorder) {
        backlog.addAndGet(-groupWeight);
        groupWeight = 0;
        recorder.record(group);
        group.clear();
        bus.wake();
    }
}
