package lanline.edge.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import lanline.core.event.EventBus;
import lanline.core.event.NetworkEvent.BytesReceived;
import lanline.core.event.NetworkEvent.InputEnded;
import lanline.core.event.NetworkEvent.LinkClosed;
import lanline.core.model.Bytes;
import lanline.core.text.SafeText;

/** The thread {@code read-LINK}: dials first where we connect, then tells the bus all that comes in, and last that the link is gone. */
final class LinkReader implements Runnable {
    /** Holds every message of the course programs; thousands of connections that say little cost little. */
    private static final int FIRST_CHUNK_BYTES = 1_024;

    /** The most that one event carries: the buffer of a connection that has filled the first one, small since there may be thousands. */
    private static final int CHUNK_BYTES = 4_096;

    private final EventBus bus;
    private final Link link;
    private final Opening opening;
    private final Runnable gone;

    /** {@code gone} runs before LinkClosed is told, and once more at the end of whatever happened. */
    LinkReader(EventBus bus, Link link, Opening opening, Runnable gone) {
        this.bus = bus;
        this.link = link;
        this.opening = opening;
        this.gone = gone;
    }

    /** What comes before the first byte: connects, or tells that somebody has. */
    interface Opening {
        void open() throws DialFailedException, InterruptedException;
    }

    @Override
    public void run() {
        try {
            follow();
        } catch (InterruptedException closing) {
            // The program ends, and nobody listens any more.
        } finally {
            link.end(SafeText.EMPTY);
            gone.run();
        }
    }

    /** However it ends, the bus is told: it waits for that. */
    private void follow() throws InterruptedException {
        try {
            tell(followToEnd());
        } catch (RuntimeException | Error failed) {
            tell(Problem.FAILED);
            throw failed;
        }
    }

    private void tell(SafeText why) throws InterruptedException {
        link.end(why);
        gone.run();
        bus.put(new LinkClosed(link.id(), link.reason()));
    }

    /** Returns why the link is at its end. */
    private SafeText followToEnd() throws InterruptedException {
        try {
            opening.open();
            link.opened();
            readToEnd();
            bus.put(new InputEnded(link.id()));
            link.awaitEndOfOutput();
            return SafeText.EMPTY;
        } catch (DialFailedException failed) {
            return failed.reason();
        } catch (IOException broken) {
            return Problem.whileOpen(broken);
        }
    }

    private void readToEnd() throws IOException, InterruptedException {
        ByteBuffer buffer = ByteBuffer.allocate(FIRST_CHUNK_BYTES);
        while (link.read(buffer) >= 0) {
            bus.put(new BytesReceived(link.id(), Bytes.copyOf(buffer.array(), 0, buffer.position())));
            boolean isTooSmall = !buffer.hasRemaining() && buffer.capacity() < CHUNK_BYTES;
            buffer = isTooSmall ? ByteBuffer.allocate(CHUNK_BYTES) : buffer.clear();
        }
        link.inputHasEnded();
    }
}
