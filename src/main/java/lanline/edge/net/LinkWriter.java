package lanline.edge.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import lanline.core.model.Bytes;
import lanline.core.text.SafeText;
import lanline.edge.system.SocketWorkers;

/**
 * A link's outbox, filled on the bus thread and emptied on {@code write-LINK}, a thread that lives only while something waits; a
 * short message does not go through it.
 *
 * <p>{@code steps} counts what is to be done: the opening and each entry. Who raises it from zero starts the thread, which ends
 * when it is back at zero; so there is never more than one.
 */
final class LinkWriter {
    /** Bytes that may wait: a thousand messages. A peer that leaves more unread is closed as too slow. */
    private static final int MOST_BYTES = 1 << 20;

    /**
     * So many bytes that the other side may not have read are written by whoever has them: they fit into any system's send buffer, so
     * that nobody waits, and starting a thread for a message would take as long as the rest of its way out.
     */
    private static final int AT_ONCE_BYTES = 4_096;

    private static final SafeText TOO_SLOW = SafeText.line("the other side does not read what is sent");

    /** An entry without bytes says that our side is finished. */
    private static final Bytes END = Bytes.EMPTY;

    private final Link link;
    private final SocketWorkers workers;
    private final Queue<Bytes> outbox = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waitingBytes = new AtomicInteger();
    private final AtomicInteger steps = new AtomicInteger(1);

    private volatile boolean isOpen;

    /** Bus thread only. */
    private boolean finished;

    /** Bus thread only. */
    private long transmitted;

    /** Bus thread only. */
    private long read;

    LinkWriter(Link link, SocketWorkers workers) {
        this.link = link;
        this.workers = workers;
    }

    /** Bus thread only. Nothing can follow {@link #finish}. */
    void transmit(Bytes bytes) {
        if (finished || bytes.length() == 0) {
            return;
        }
        transmitted += bytes.length();
        if (transmitted - read <= AT_ONCE_BYTES && steps.get() == 0) {
            atOnce(() -> link.write(ByteBuffer.wrap(bytes.toArray())));
            return;
        }
        if (waitingBytes.addAndGet(bytes.length()) > MOST_BYTES) {
            link.end(TOO_SLOW);
            return;
        }
        add(bytes);
    }

    /** The other side has proven that it has read so many of all bytes. Bus thread only. */
    void hasRead(long bytes) {
        read = Math.max(read, Math.min(bytes, transmitted));
    }

    /** Bus thread only. */
    void finish() {
        if (finished) {
            return;
        }
        finished = true;
        if (steps.get() > 0) {
            add(END);
            return;
        }
        atOnce(link::endOutput);
    }

    private interface Step {
        void run() throws IOException;
    }

    /** In the caller's thread, while nothing waits and no other thread writes. */
    private void atOnce(Step step) {
        try {
            step.run();
        } catch (IOException broken) {
            link.end(Problem.whileOpen(broken));
        }
    }

    /** The link is open: what came until now may leave. */
    void open() {
        isOpen = true;
        if (steps.decrementAndGet() > 0) {
            startWriting();
        }
    }

    /** Something of an open link has not left yet. Any thread. */
    boolean isWriting() {
        return isOpen && steps.get() > 0;
    }

    private void add(Bytes entry) {
        outbox.add(entry);
        if (steps.getAndIncrement() == 0) {
            startWriting();
        }
    }

    private void startWriting() {
        if (!workers.run("write-" + link.id().number(), this::write)) {
            // Left open it would look like a link on which all was said.
            link.end(Problem.NO_THREAD);
        }
    }

    private void write() {
        try {
            do {
                writeOne(outbox.remove());
            } while (steps.decrementAndGet() > 0 && !link.isOver());
        } catch (IOException broken) {
            link.end(Problem.whileOpen(broken));
        } catch (RuntimeException | Error failed) {
            link.end(Problem.FAILED);
            throw failed;
        }
    }

    private void writeOne(Bytes entry) throws IOException {
        if (entry.length() == 0) {
            link.endOutput();
        } else {
            link.write(ByteBuffer.wrap(entry.toArray()));
            waitingBytes.addAndGet(-entry.length());
        }
    }
}
