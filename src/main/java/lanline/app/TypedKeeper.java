package lanline.app;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import lanline.core.text.SafeText;
import lanline.edge.terminal.input.KeptInput;

/**
 * Keeps drafts and earlier inputs on a thread of its own, {@code typed}, which alone touches their file. The methods may be called
 * by any thread, and only {@link #close} waits.
 */
final class TypedKeeper implements AutoCloseable {
    /** What waits while the disk is slow: each holds all that was typed, so the newest is the one that counts. */
    private static final int MOST_WAITING = 2;

    /** A disk that takes longer than this for some kilobytes keeps nobody at the end. */
    private static final long END_MILLIS = 400;

    private final TypedFile file;
    private final Consumer<SafeText> tell;
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            work -> {
                Thread worker = new Thread(work, "typed");
                worker.setDaemon(true);
                return worker;
            },
            new ThreadPoolExecutor.DiscardOldestPolicy());

    /** Of the thread {@code typed}: said once, until something else is wrong. */
    private Optional<SafeText> told = Optional.empty();

    TypedKeeper(TypedFile file, Consumer<SafeText> tell) {
        this.file = file;
        this.tell = tell;
    }

    /** Hands over what was kept; call it once, before anything is kept. */
    void open(long nowMillis, Consumer<List<KeptInput>> taker) {
        thread.execute(() -> {
            TypedFile.Opened opened = file.open(nowMillis);
            opened.notice().ifPresent(tell);
            taker.accept(opened.kept());
        });
    }

    void keep(List<KeptInput> all) {
        thread.execute(() -> {
            Optional<SafeText> problem = file.write(all);
            problem.filter(sentence -> !told.equals(problem)).ifPresent(tell);
            told = problem;
        });
    }

    /** Waits until all is written. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            thread.awaitTermination(END_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
