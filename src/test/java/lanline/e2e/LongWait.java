package lanline.e2e;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.ForkJoinPool;
import org.jspecify.annotations.Nullable;

/**
 * A wait that is known to take most of a minute, such as that for a session to notice silence: meanwhile another class has this one's
 * place among those that run at a time. Lives on the test's thread.
 */
final class LongWait<T> implements ForkJoinPool.ManagedBlocker {
    private final Wait<T> wait;
    private @Nullable T found;

    private LongWait(Wait<T> wait) {
        this.wait = wait;
    }

    /** What is waited for. */
    interface Wait<T> {
        T await() throws InterruptedException;
    }

    /** Waits, and returns what came of it. */
    static <T> T aside(Wait<T> wait) throws InterruptedException {
        LongWait<T> aside = new LongWait<>(wait);
        ForkJoinPool.managedBlock(aside);
        return requireNonNull(aside.found);
    }

    @Override
    public boolean block() throws InterruptedException {
        found = wait.await();
        return true;
    }

    @Override
    public boolean isReleasable() {
        return found != null;
    }
}
