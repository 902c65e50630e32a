package lanline.edge.text;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import lanline.edge.system.Workers;

/**
 * Writes lines on the thread {@code out}, in the order of {@link #put}, which never waits: the bus must not wait for whoever reads.
 * How far the writing is behind is told to the bus, which then stops what makes lines. Any thread.
 */
final class LineSink {
    /** Lines written between two looks at the queue: the bus hears early enough that there is room again. */
    private static final int BATCH = 512;

    private static final int BUFFER = 65_536;
    private static final byte[] END = {};

    /** Bytes for which a line counts once more: few long lines take as much memory as many short ones. */
    private static final int LONG_LINE = 1_024;

    private final BlockingQueue<byte[]> lines = new LinkedBlockingQueue<>();
    private final AtomicInteger unwritten = new AtomicInteger();
    private final CountDownLatch over = new CountDownLatch(1);
    private final OutputStream out;
    private final Runnable shorter;
    private final Runnable broken;
    private volatile boolean isBroken;

    /** {@code shorter} runs whenever lines were written, {@code broken} once when nobody reads any more; both on {@code out}. */
    LineSink(OutputStream out, Runnable shorter, Runnable broken) {
        this.out = new BufferedOutputStream(out, BUFFER);
        this.shorter = shorter;
        this.broken = broken;
    }

    void start() {
        Workers.start("out", this::write);
    }

    /** Takes a line with its end; dropped once nobody reads any more. */
    void put(byte[] line) {
        if (!isBroken) {
            unwritten.addAndGet(weight(line));
            lines.add(line);
        }
    }

    private static int weight(byte[] line) {
        return 1 + line.length / LONG_LINE;
    }

    /** Lines that are not written yet; a long one counts as several. */
    int backlog() {
        return isBroken ? 0 : unwritten.get();
    }

    /** Waits until all that was put so far is written, or nobody reads any more; false after {@code millis}. The last call. */
    boolean close(long millis) throws InterruptedException {
        put(END);
        return over.await(millis, TimeUnit.MILLISECONDS);
    }

    private void write() {
        try {
            writeAll();
        } catch (IOException nobodyReads) {
            isBroken = true;
            lines.clear();
            broken.run();
        } catch (InterruptedException stop) {
            // Nobody interrupts this thread except a virtual machine on its way out.
            isBroken = true;
        } finally {
            over.countDown();
        }
    }

    private void writeAll() throws IOException, InterruptedException {
        List<byte[]> batch = new ArrayList<>();
        boolean more = true;
        while (more) {
            batch.add(lines.take());
            lines.drainTo(batch, BATCH);
            more = write(batch);
            unwritten.addAndGet(-batch.stream().mapToInt(LineSink::weight).sum());
            batch.clear();
            shorter.run();
        }
    }

    /** False once the end was among them. */
    private boolean write(List<byte[]> batch) throws IOException {
        boolean more = true;
        for (byte[] line : batch) {
            out.write(line);
            more &= line != END;
        }
        if (lines.isEmpty() || !more) {
            out.flush();
        }
        return more;
    }
}
