package lanline.edge.net;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import lanline.core.event.EventBus;
import lanline.core.event.NetworkEvent.DatagramUnsent;
import lanline.core.model.Bytes;
import lanline.core.model.Endpoint;
import lanline.core.model.HostAddress;
import lanline.core.model.LanInterface;
import lanline.core.text.SafeText;

/**
 * The thread {@code udp-send}: owns the sockets that send datagrams, one for each own address, so that a datagram always comes
 * from the address of the interface that it leaves by. Its outbox is filled by the bus thread.
 */
final class UdpSender implements Runnable {
    /** Datagrams that may wait: one an interface and eight seconds is usual. One more is not sent, and that is told. */
    private static final int OUTBOX = 1_024;

    /** More own addresses than any machine has at a time; then those that are no longer used are closed with the others. */
    private static final int MOST_SOCKETS = 64;

    private static final SafeText TOO_MANY = SafeText.line("too many datagrams are waiting to be sent");
    private static final SafeText NO_IPV4 = SafeText.line("datagrams are sent to IPv4 addresses only");

    /** Leaves the choice of the own address to the system. */
    private static final HostAddress ANY = new HostAddress("0.0.0.0");

    private final EventBus bus;
    private final BlockingQueue<Runnable> outbox = new ArrayBlockingQueue<>(OUTBOX);
    private final Map<HostAddress, DatagramChannel> sockets = new HashMap<>();

    UdpSender(EventBus bus) {
        this.bus = bus;
    }

    void broadcast(LanInterface on, int port, Bytes payload) {
        offer(on.address(), new Endpoint(on.broadcast(), port), payload);
    }

    void unicast(Endpoint to, Bytes payload) {
        offer(ANY, to, payload);
    }

    /** Waits until everything that waits now has been sent, at most {@code millis} altogether. Any thread but {@code udp-send}. */
    void flush(long millis) {
        CountDownLatch flushed = new CountDownLatch(1);
        try {
            if (outbox.offer(flushed::countDown, millis, TimeUnit.MILLISECONDS)) {
                flushed.await(millis, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void run() {
        try {
            while (true) {
                outbox.take().run();
            }
        } catch (InterruptedException closing) {
            // Interrupted by the end of the program alone.
        } finally {
            closeAll();
        }
    }

    private void offer(HostAddress from, Endpoint to, Bytes payload) {
        if (!outbox.offer(() -> send(from, to, payload))) {
            bus.offer(new DatagramUnsent(to, TOO_MANY));
        }
    }

    private void send(HostAddress from, Endpoint to, Bytes payload) {
        try {
            InetSocketAddress target = Addresses.socketAddress(to);
            if (target.getAddress() instanceof Inet4Address) {
                socket(from).send(ByteBuffer.wrap(payload.toArray()), target);
            } else {
                bus.offer(new DatagramUnsent(to, NO_IPV4));
            }
        } catch (IOException unsent) {
            bus.offer(new DatagramUnsent(to, Problem.whileSending(unsent)));
            forget(from);
        }
    }

    private DatagramChannel socket(HostAddress from) throws IOException {
        DatagramChannel known = sockets.get(from);
        if (known != null) {
            return known;
        }
        if (sockets.size() >= MOST_SOCKETS) {
            closeAll();
        }
        DatagramChannel opened = open(Addresses.address(from));
        sockets.put(from, opened);
        return opened;
    }

    private static DatagramChannel open(InetAddress from) throws IOException {
        DatagramChannel channel = DatagramChannel.open(StandardProtocolFamily.INET);
        try {
            channel.setOption(StandardSocketOptions.SO_BROADCAST, true);
            return channel.bind(new InetSocketAddress(from, 0));
        } catch (IOException notOurs) {
            channel.close();
            throw notOurs;
        }
    }

    /** After a failure the interface may have another address, or be gone: the next datagram gets a new socket. */
    private void forget(HostAddress from) {
        DatagramChannel failed = sockets.remove(from);
        if (failed != null) {
            close(failed);
        }
    }

    private void closeAll() {
        sockets.values().forEach(UdpSender::close);
        sockets.clear();
    }

    private static void close(DatagramChannel channel) {
        try {
            channel.close();
        } catch (IOException gone) {
            // Nothing waits in a datagram socket, so nothing is lost.
        }
    }
}
