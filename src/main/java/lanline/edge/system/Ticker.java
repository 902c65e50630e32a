package lanline.edge.system;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import lanline.core.event.EventBus;
import lanline.core.event.Tick;

/**
 * The thread {@code tick}: one Tick a second, and one when somebody asked for it.
 *
 * <p>{@code asked} and {@code planned} hand over between the asking thread and this one: while the ticker makes its plan,
 * {@code planned} stands at NEVER, so that whoever asks in that moment wakes it again. No wish is overlooked.
 */
final class Ticker implements Runnable {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long NEVER = Long.MAX_VALUE;

    private final EventBus bus;
    private final LongSupplier uptimeNanos;
    private final AtomicLong asked = new AtomicLong(NEVER);
    private final AtomicLong planned = new AtomicLong(NEVER);
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
        asked.accumulateAndGet(nanos, Math::min);
        if (nanos < planned.get()) {
            changed.release();
        }
    }

    @Override
    public void run() {
        long regular = uptimeNanos.getAsLong() + SECOND;
        try {
            while (true) {
                waitUntilEarliest(regular);
                bus.offer(new Tick());
                // After a long sleep of the machine one tick is enough: the missed ones are not made up for.
                regular = Math.max(regular, uptimeNanos.getAsLong()) + SECOND;
            }
        } catch (InterruptedException closed) {
            // Interrupted by close() alone: the thread ends here.
        }
    }

    private void waitUntilEarliest(long regular) throws InterruptedException {
        while (true) {
            planned.set(NEVER);
            long earliest = Math.min(regular, asked.get());
            planned.set(earliest);
            long wait = earliest - uptimeNanos.getAsLong();
            if (wait <= 0 || !changed.tryAcquire(wait, TimeUnit.NANOSECONDS)) {
                asked.updateAndGet(wish -> wish <= earliest ? NEVER : wish);
                return;
            }
            changed.drainPermits();
        }
    }
}
