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
    /** The most that one event carries; a whole course message has at most 1,024 bytes. */
    private static final int CHUNK_BYTES = 8_192;

    private final EventBus bus;
    private final Link link;
    private final Opening opening;
    private final Runnable gone;

    /** {@code gone} runs once, before LinkClosed is told. */
    LinkReader(EventBus bus, Link link, Opening opening, Runnable gone) {
        this.bus = bus;
        this.link = link;
        this.opening = opening;
        this.gone = gone;
    }

    /** What comes before the first byte. */
    interface Opening {
        Opening ALREADY_OPEN = (link, bus) -> {};

        void open(Link link, EventBus bus) throws DialFailedException, InterruptedException;
    }

    @Override
    public void run() {
        try {
            link.end(followToEnd());
            gone.run();
            bus.put(new LinkClosed(link.id(), link.reason()));
        } catch (InterruptedException closing) {
            // The program ends, and nobody listens any more.
        } finally {
            link.end(SafeText.EMPTY);
            gone.run();
        }
    }

    /** Returns why the link is at its end. */
    private SafeText followToEnd() throws InterruptedException {
        try {
            opening.open(link, bus);
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
        byte[] chunk = new byte[CHUNK_BYTES];
        ByteBuffer buffer = ByteBuffer.wrap(chunk);
        while (link.read(buffer) >= 0) {
            bus.put(new BytesReceived(link.id(), Bytes.copyOf(chunk, 0, buffer.position())));
            buffer.clear();
        }
    }
}
