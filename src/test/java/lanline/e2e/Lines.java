package lanline.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a process prints, a line at a time, kept from the first one on. Lives on the test's thread; a thread of its own reads. */
final class Lines {
    /**
     * So generous that a machine with much else to do still makes it, and well above the 45 s in which a session notices silence; passing
     * tests never wait for it.
     */
    static final int PATIENCE_SECONDS = 70;

    private final BlockingQueue<Optional<String>> arriving = new LinkedBlockingQueue<>();
    private final List<String> seen = new ArrayList<>();
    private boolean hasEnded;

    Lines(InputStream from) {
        Thread reader = new Thread(() -> read(from), "lines");
        reader.setDaemon(true);
        reader.start();
    }

    private void read(InputStream from) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8))) {
            String line = reader.readLine();
            while (line != null) {
                arriving.add(Optional.of(line));
                line = reader.readLine();
            }
        } catch (IOException closed) {
            // The process is gone: the same as its end of output.
        } finally {
            arriving.add(Optional.empty());
        }
    }

    /** Where the lines stand that come from now on. */
    int mark() {
        while (!arriving.isEmpty()) {
            take(arriving.poll());
        }
        return seen.size();
    }

    /** The first thing that {@code find} finds in a line from {@code mark} on; waits for it. Empty when it never comes. */
    <T> Optional<T> await(int mark, Function<String, Optional<T>> find) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        for (int at = mark; ; at++) {
            while (at >= seen.size()) {
                long left = deadline - System.nanoTime();
                if (hasEnded || left <= 0) {
                    return Optional.empty();
                }
                take(arriving.poll(left, TimeUnit.NANOSECONDS));
            }
            Optional<T> found = find.apply(seen.get(at));
            if (found.isPresent()) {
                return found;
            }
        }
    }

    private void take(@Nullable Optional<String> line) {
        if (line != null) {
            line.ifPresentOrElse(seen::add, () -> hasEnded = true);
        }
    }

    /** All lines until the process ends its output. */
    List<String> awaitAll() throws InterruptedException {
        await(0, line -> Optional.empty());
        return List.copyOf(seen);
    }

    List<String> soFar() {
        return List.copyOf(seen.subList(0, mark()));
    }
}
