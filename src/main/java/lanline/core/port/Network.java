package lanline.core.port;

import lanline.core.model.Bytes;
import lanline.core.model.Endpoint;
import lanline.core.model.LanInterface;
import lanline.core.model.LinkId;

/**
 * The network, as the core uses it. No method waits or throws; what becomes of a request is told by NetworkEvents on the bus.
 * Called on the bus thread only.
 */
public interface Network {
    /** Starts to connect. LinkOpened or LinkClosed follows, the latter after {@code timeoutMillis} at the latest. */
    LinkId dial(Endpoint to, int timeoutMillis);

    /** Puts bytes into the link's outbox, to leave in this order; an overfull outbox closes the link. */
    void transmit(LinkId link, Bytes bytes);

    /**
     * The other side has read the first {@code bytes} of what was transmitted on {@code link}, as was proven: they no longer fill its
     * buffers, and what follows leaves the faster. Nothing where that link is not known.
     */
    default void hasRead(LinkId link, long bytes) {
        // A simulated network has no buffers.
    }

    /** Says the end of our side once the outbox is empty; the other side may still speak. */
    void finish(LinkId link);

    /** Ends the link. LinkClosed follows. Unknown and ended links are ignored. */
    void close(LinkId link);

    /** Sends a datagram to everybody on {@code on}, from its own address. */
    void broadcast(LanInterface on, int port, Bytes payload);

    /** Sends a datagram to one host. */
    void unicast(Endpoint to, Bytes payload);

    /** Asks under which account the other end of {@code link} runs. AccountFound follows where it is on this machine and the system tells. */
    default void findAccount(LinkId link) {
        // A simulated machine has no accounts.
    }
}
