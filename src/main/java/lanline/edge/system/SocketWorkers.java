package lanline.edge.system;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads for work that waits on sockets, one for each piece of work: virtual threads where the runtime has them (21 and later),
 * else daemon platform threads that are used again. Every method may be called on any thread.
 */
public final class SocketWorkers {
    /** Handing work to an idle thread takes a third of the time of a new one; after this long without work it ends. */
    private static final long IDLE_SECONDS = 10;

    private final ExecutorService threads;

    private SocketWorkers(ExecutorService threads) {
        this.threads = threads;
    }

    public static SocketWorkers create() {
        return new SocketWorkers(virtualOrPooled());
    }

    /** Runs {@code work} at once on a thread called {@code name}; after {@link #end} it is ignored, and false. */
    public boolean run(String name, Runnable work) {
        try {
            threads.execute(() -> underName(name, work));
            return true;
        } catch (RejectedExecutionException ended) {
            return false;
        }
    }

    /** Interrupts everything that runs, and waits at most {@code waitMillis} until it has ended; true if it has. */
    public boolean end(long waitMillis) {
        threads.shutdownNow();
        try {
            return threads.awaitTermination(waitMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
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

    /** By reflection, since the sources are Java 17. On 19 and 20 the method exists and refuses, as a preview. */
    private static ExecutorService virtualOrPooled() {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException absent) {
            return new ThreadPoolExecutor(
                    0,
                    Integer.MAX_VALUE,
                    IDLE_SECONDS,
                    TimeUnit.SECONDS,
                    new SynchronousQueue<>(),
                    work -> Workers.daemon("idle", work));
        }
    }
}
