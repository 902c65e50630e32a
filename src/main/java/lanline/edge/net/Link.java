package lanline.edge.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import lanline.core.model.Bytes;
import lanline.core.model.LinkId;
import lanline.core.text.SafeText;
import lanline.edge.system.SocketWorkers;
import org.jspecify.annotations.Nullable;

/**
 * One TCP connection from the dial or accept to its end, shared by its reader, its writer and the bus thread.
 *
 * <pre>
 *   opening → open → input ended ┐
 *                  → output ended ┴→ over        and from each of them straight to over: closed by us, or broken
 * </pre>
 *
 * The reader alone tells the bus, so what it tells is in order; whoever ends the link leaves the reason and closes the channel,
 * which wakes the reader.
 */
final class Link {
    private final LinkId id;
    private final LinkWriter writer;
    private final AtomicReference<@Nullable SafeText> ending = new AtomicReference<>();
    private final CountDownLatch outputOver = new CountDownLatch(1);
    private volatile @Nullable SocketChannel channel;
    private volatile boolean hasInputEnded;
    private volatile boolean isUnheard;

    Link(LinkId id, SocketWorkers workers) {
        this.id = id;
        writer = new LinkWriter(this, workers);
    }

    LinkId id() {
        return id;
    }

    /** The link runs over {@code opened} from now on; if it was ended meanwhile, that is closed and the caller told by an exception. */
    void attach(SocketChannel opened) throws IOException {
        channel = opened;
        if (isOver()) {
            opened.close();
            throw new AsynchronousCloseException();
        }
        // A message is one small write: it must not wait for the answer to the one before.
        opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
    }

    /** Somebody dialled us; before {@link #attach}. Ended before a word was heard, the link is reset: its end would look like a message taken. */
    void expectToHear() {
        isUnheard = true;
    }

    /** Closes so that the other side learns that nobody listened. */
    static void reset(SocketChannel channel) throws IOException {
        try {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        } finally {
            channel.close();
        }
    }

    /** Connected: what waits may leave. */
    void opened() {
        writer.open();
    }

    void transmit(Bytes bytes) {
        writer.transmit(bytes);
    }

    void hasRead(long bytes) {
        writer.hasRead(bytes);
    }

    void finish() {
        writer.finish();
    }

    /** Something still waits to be written to an open connection. */
    boolean isWriting() {
        return !isOver() && writer.isWriting();
    }

    /** Both ends while it is open. */
    Optional<Ends> ends() {
        SocketChannel open = channel;
        try {
            return open == null
                    ? Optional.empty()
                    : Optional.of(new Ends(
                            (InetSocketAddress) open.getLocalAddress(), (InetSocketAddress) open.getRemoteAddress()));
        } catch (IOException gone) {
            // Closed meanwhile: it has no ends any more.
            return Optional.empty();
        }
    }

    record Ends(InetSocketAddress own, InetSocketAddress other) {}

    int read(ByteBuffer buffer) throws IOException {
        int read = attached().read(buffer);
        isUnheard = false;
        return read;
    }

    void write(ByteBuffer buffer) throws IOException {
        SocketChannel output = attached();
        while (buffer.hasRemaining()) {
            output.write(buffer);
        }
    }

    /** The other side has said all; from now on the end of our side is the end of the link. */
    void inputHasEnded() {
        hasInputEnded = true;
    }

    /** Never waits. Where the other side is at its end, the reader closes the link, and that says our end too. */
    void endOutput() throws IOException {
        if (!hasInputEnded) {
            attached().shutdownOutput();
        }
        outputOver.countDown();
    }

    /** Waits until our side has said all it will, or the link is over. */
    void awaitEndOfOutput() throws InterruptedException {
        outputOver.await();
    }

    /** Ends the link for the reason {@code why} (empty: as it should be); only the first reason counts. Never waits. */
    void end(SafeText why) {
        if (!ending.compareAndSet(null, why)) {
            return;
        }
        outputOver.countDown();
        SocketChannel open = channel;
        if (open == null) {
            return;
        }
        try {
            close(open);
        } catch (IOException gone) {
            // The connection is over either way, and its reason is told already.
        }
    }

    private void close(SocketChannel open) throws IOException {
        if (isUnheard) {
            reset(open);
        } else {
            open.close();
        }
    }

    boolean isOver() {
        return ending.get() != null;
    }

    /** Why the link ended; empty while it has not, and where nothing went wrong. */
    SafeText reason() {
        SafeText reason = ending.get();
        return reason == null ? SafeText.EMPTY : reason;
    }

    private SocketChannel attached() {
        SocketChannel open = channel;
        if (open == null) {
            throw new IllegalStateException("used before it was open");
        }
        return open;
    }
}
