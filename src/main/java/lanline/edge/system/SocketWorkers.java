package lanline.edge.system;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Threads for work that waits on sockets, one for each piece of work. Every method may be called on any thread.
 *
 * <p>The first ones are daemon platform threads that are used again: a message that goes through them arrives a quarter sooner
 * than through virtual threads, whose first use also takes 20 ms of a start. Where more is going on at a time, the rest gets
 * virtual threads where the runtime has them (21 and later), since thousands of those cost little; else platform threads.
 */
public final class SocketWorkers {
    /** More than a chat uses at a time, unless somebody opens connections by the hundred. */
    private static final int POOLED = 64;

    /** A thread without work ends after so long. */
    private static final long IDLE_SECONDS = 10;

    private final ThreadPoolExecutor pool = pool(POOLED);
    private final AtomicReference<@Nullable ExecutorService> overflow = new AtomicReference<>();

    private SocketWorkers() {}

    /** Starts nothing yet. */
    public static SocketWorkers create() {
        return new SocketWorkers();
    }

    /** Runs {@code work} at once on a thread called {@code name}; false, and it is not run, after {@link #end} or where no thread can be had. */
    public boolean run(String name, Runnable work) {
        Runnable named = () -> underName(name, work);
        return accepts(pool, named) || !pool.isShutdown() && accepts(overflow(), named);
    }

    /** Interrupts everything that runs, and waits at most {@code waitMillis} until it has ended; true if it has. */
    public boolean end(long waitMillis) {
        pool.shutdownNow();
        ExecutorService more = overflow.get();
        if (more == null) {
            return awaitEnd(pool, waitMillis);
        }
        more.shutdownNow();
        return awaitEnd(pool, waitMillis) && awaitEnd(more, waitMillis);
    }

    private static boolean accepts(ExecutorService threads, Runnable work) {
        try {
            threads.execute(work);
            return true;
        } catch (RejectedExecutionException fullOrEnded) {
            return false;
        } catch (OutOfMemoryError noThreadLeft) {
            // Thus Java says that the system grants no further thread: one connection less, and whoever asked goes on.
            return false;
        }
    }

    private static void underName(String name, Runnable work) {
        Thread thread = Thread.currentThread();
        thread.setName(name);
        try {
            work.run();
        } finally {
            thread.setName("idle");
        }
    }

    private static boolean awaitEnd(ExecutorService threads, long waitMillis) {
        try {
            return threads.awaitTermination(waitMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private ExecutorService overflow() {
        ExecutorService known = overflow.get();
        if (known != null) {
            return known;
        }
        ExecutorService made = virtualOrPlatform();
        ExecutorService earlier = overflow.compareAndExchange(null, made);
        if (earlier != null || pool.isShutdown()) {
            made.shutdownNow();
        }
        return earlier == null ? made : earlier;
    }

    /** By reflection, since the sources are Java 17. On 19 and 20 the method exists and refuses, as a preview. */
    private static ExecutorService virtualOrPlatform() {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException absent) {
            return pool(Integer.MAX_VALUE);
        }
    }

    private static ThreadPoolExecutor pool(int most) {
        return new ThreadPoolExecutor(
                0,
                most,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                work -> Workers.daemon("idle", work));
    }
}
