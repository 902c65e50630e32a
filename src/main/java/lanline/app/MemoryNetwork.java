package lanline.app;

import lanline.core.event.EventBus;
import lanline.core.event.NetworkEvent.BytesReceived;
import lanline.core.event.NetworkEvent.DatagramReceived;
import lanline.core.event.NetworkEvent.InputEnded;
import lanline.core.event.NetworkEvent.LinkAccepted;
import lanline.core.event.NetworkEvent.LinkClosed;
import lanline.core.event.NetworkEvent.LinkOpened;
import lanline.core.model.Bytes;
import lanline.core.model.Endpoint;
import lanline.core.model.HostAddress;
import lanline.core.model.LanInterface;
import lanline.core.model.LinkId;
import lanline.core.port.Network;
import lanline.core.text.SafeText;

/**
 * One end of a network of two, in memory: whatever one does is an event of the other at once. A link has the same number at both
 * ends. Lives on the thread of its caller.
 */
final class MemoryNetwork implements Network {
    private static final int PREFIX_LENGTH = 24;

    /** The port that the dialling end has, whatever it dials. */
    private static final int ANY_PORT = 40_000;

    private final LanInterface at;
    private final EventBus mine;
    private final EventBus others;
    private long lastLink;

    /** Links dialled here have every second number after {@code first}, which is odd at one end and even at the other. */
    MemoryNetwork(String address, int first, EventBus mine, EventBus others) {
        HostAddress here = new HostAddress(address);
        this.at = new LanInterface("lan", here, PREFIX_LENGTH, new HostAddress("10.0.0.255"));
        this.mine = mine;
        this.others = others;
        this.lastLink = first;
    }

    LanInterface at() {
        return at;
    }

    @Override
    public LinkId dial(Endpoint to, int timeoutMillis) {
        lastLink += 2;
        LinkId link = new LinkId(lastLink);
        mine.offer(new LinkOpened(link));
        others.offer(new LinkAccepted(link, new Endpoint(at.address(), ANY_PORT), to.port()));
        return link;
    }

    @Override
    public void transmit(LinkId link, Bytes bytes) {
        others.offer(new BytesReceived(link, bytes));
    }

    /** Who accepted says its end last. */
    @Override
    public void finish(LinkId link) {
        others.offer(new InputEnded(link));
        boolean isAccepted = (lastLink - link.number()) % 2 != 0;
        if (isAccepted) {
            close(link);
        }
    }

    @Override
    public void close(LinkId link) {
        mine.offer(new LinkClosed(link, SafeText.EMPTY));
        others.offer(new LinkClosed(link, SafeText.EMPTY));
    }

    @Override
    public void broadcast(LanInterface on, int port, Bytes payload) {
        others.offer(new DatagramReceived(new Endpoint(at.address(), port), port, payload));
    }

    @Override
    public void unicast(Endpoint to, Bytes payload) {
        others.offer(new DatagramReceived(new Endpoint(at.address(), to.port()), to.port(), payload));
    }
}
