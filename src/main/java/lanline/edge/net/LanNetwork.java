package lanline.edge.net;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import lanline.core.event.EventBus;
import lanline.core.model.Bytes;
import lanline.core.model.Endpoint;
import lanline.core.model.HostAddress;
import lanline.core.model.LanInterface;
import lanline.core.model.LinkId;
import lanline.core.port.Network;
import lanline.core.text.SafeText;
import lanline.edge.system.SocketWorkers;

/**
 * The real network behind the core's port. Its methods return at once; the work is done on threads of its own.
 *
 * <p>Immutable itself: links and outboxes are handed over to the threads that own the sockets.
 */
public final class LanNetwork implements Network, AutoCloseable {
    /** How long closing waits for the last datagrams, then for the last bytes of links (the good-byes), and then for the threads to end. */
    private static final long CLOSING_MILLIS = 500;

    /** Coming, going and changing interfaces are noticed within 10 s with a reserve; reading them costs 2 ms of processor time. */
    private static final Duration WATCH_PERIOD = Duration.ofSeconds(8);

    /** While another program holds a port: how soon we notice that it ended. */
    private static final Duration UDP_RETRY = Duration.ofSeconds(30);

    private final EventBus bus;
    private final SocketWorkers workers = SocketWorkers.create();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Links links;
    private final UdpSender sender;

    public LanNetwork(EventBus bus) {
        this.bus = bus;
        links = new Links(bus, workers);
        sender = new UdpSender(bus);
        workers.run("udp-send", sender);
    }

    /** Hears UDP on {@code port} from now on: UdpOpened or UdpUnavailable follows, and again when that changes. */
    public void hear(int port) {
        workers.run("udp-" + port, new UdpReceiver(bus, port, UDP_RETRY));
    }

    /** Listens for TCP on {@code port}, or on a free port while another program has that one: TcpOpened follows. */
    public void listen(int port) {
        workers.run("listen-" + port, TcpListener.orOnAnother(bus, links, port));
    }

    /** Listens for TCP on {@code port} and no other: FixedTcpOpened or FixedTcpUnavailable follows, and again when that changes. */
    public void listenOnly(int port) {
        workers.run("listen-" + port, TcpListener.fixed(bus, links, port));
    }

    /** Tells which networks there are, now and at each change: InterfacesChanged follows. */
    public void watch(Interfaces interfaces) {
        workers.run("interfaces", new InterfaceWatch(bus, interfaces::usable, WATCH_PERIOD));
    }

    /**
     * Looks up the IPv4 address of {@code host}, a name or an address, again and again until it is found; {@code problem} hears once
     * that it can't be found yet. Both are called on a thread of their own.
     */
    public void resolve(String host, Consumer<HostAddress> found, Consumer<SafeText> problem) {
        HostNames.resolve(host, closing, found, problem);
    }

    @Override
    public LinkId dial(Endpoint to, int timeoutMillis) {
        return links.dial(to, timeoutMillis);
    }

    @Override
    public void transmit(LinkId link, Bytes bytes) {
        links.transmit(link, bytes);
    }

    @Override
    public void hasRead(LinkId link, long bytes) {
        links.hasRead(link, bytes);
    }

    @Override
    public void finish(LinkId link) {
        links.finish(link);
    }

    @Override
    public void close(LinkId link) {
        links.close(link);
    }

    @Override
    public void findAccount(LinkId link) {
        links.findAccount(link);
    }

    @Override
    public void broadcast(LanInterface on, int port, Bytes payload) {
        sender.broadcast(on, port, payload);
    }

    @Override
    public void unicast(Endpoint to, Bytes payload) {
        sender.unicast(to, payload);
    }

    /**
     * Sends the datagrams and the bytes of links that still wait, then closes every socket and ends every thread; takes a second and a half at
     * most, and that where somebody does not read. The bus need
     * not run any more, and hears nothing after this. Any thread.
     */
    @Override
    public void close() {
        closing.countDown();
        sender.flush(CLOSING_MILLIS);
        links.flush(CLOSING_MILLIS);
        workers.end(CLOSING_MILLIS);
    }
}
