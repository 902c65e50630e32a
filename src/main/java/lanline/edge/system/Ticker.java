package lanline.edge.system;

import java.util.NavigableSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import lanline.core.event.EventBus;
import lanline.core.event.Tick;

/**
 * The thread {@code tick}: a Tick whenever somebody asked for one, so that a program in which nothing falls due sleeps.
 *
 * <p>{@code wishes} hands over from the asking threads to this one. A wish that has become the earliest wakes it; if it was just
 * making its plan, it makes it once more. No wish is overlooked.
 */
final class Ticker implements Runnable {
    /** Nobody needs this one; but if a Tick was lost on one of our own bugs, whoever waits for it is woken so much later. */
    private static final long REGULAR_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final EventBus bus;
    private final LongSupplier uptimeNanos;
    private final NavigableSet<Long> wishes = new ConcurrentSkipListSet<>();
    private final Semaphore changed = new Semaphore(0);
    private final Thread thread = Workers.daemon("tick", this);

    Ticker(EventBus bus, LongSupplier uptimeNanos) {
        this.bus = bus;
        this.uptimeNanos = uptimeNanos;
    }

    void start() {
        thread.start();
    }

    void close() {
        thread.interrupt();
    }

    void wakeAt(long nanos) {
        if (wishes.add(nanos) && nanos == earliest(nanos)) {
            changed.release();
        }
    }

    @Override
    public void run() {
        try {
            while (true) {
                awaitEarliest();
                // Those that fell due meanwhile, too: one Tick tells of them all.
                wishes.headSet(uptimeNanos.getAsLong(), true).clear();
                bus.put(new Tick());
            }
        } catch (InterruptedException closed) {
            // Interrupted by close() alone: the thread ends here.
        }
    }

    private void awaitEarliest() throws InterruptedException {
        long regular = uptimeNanos.getAsLong() + REGULAR_NANOS;
        boolean isEarlier = true;
        while (isEarlier) {
            changed.drainPermits();
            long wait = Math.min(regular, earliest(regular)) - uptimeNanos.getAsLong();
            isEarlier = wait > 0 && changed.tryAcquire(wait, TimeUnit.NANOSECONDS);
        }
    }

    private long earliest(long otherwise) {
        return wishes.stream().findFirst().orElse(otherwise);
    }
}
