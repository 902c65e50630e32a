package lanline.edge.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import lanline.core.event.EventBus;
import lanline.core.event.NetworkEvent.FixedTcpOpened;
import lanline.core.event.NetworkEvent.FixedTcpUnavailable;
import lanline.core.event.NetworkEvent.TcpOpened;

/** The thread {@code listen-PORT}: owns its server socket, and hands each connection to {@link Links}. */
final class TcpListener implements Runnable {
    /** Connections that the system completes before we take them: a whole network that dials at once. It may grant fewer. */
    private static final int BACKLOG = 4_096;

    /** Where no connection can be taken or no port be had (too many open files), it is tried again after this long. */
    private static final long PAUSE_MILLIS = 200;

    /** While another program holds the only port that will do: how soon we notice that it ended. */
    private static final long FIXED_RETRY_MILLIS = 30_000;

    private static final int ANY_FREE_PORT = 0;

    private final EventBus bus;
    private final Links links;
    private final int wanted;
    private final boolean isFixed;
    private boolean troubleTold;

    private TcpListener(EventBus bus, Links links, int wanted, boolean isFixed) {
        this.bus = bus;
        this.links = links;
        this.wanted = wanted;
        this.isFixed = isFixed;
    }

    /** Takes a free port where {@code wanted} can't be had. */
    static TcpListener orOnAnother(EventBus bus, Links links, int wanted) {
        return new TcpListener(bus, links, wanted, false);
    }

    /** Waits where {@code port} can't be had. */
    static TcpListener fixed(EventBus bus, Links links, int port) {
        return new TcpListener(bus, links, port, true);
    }

    @Override
    public void run() {
        try {
            while (true) {
                listenOnce();
                TimeUnit.MILLISECONDS.sleep(troubleTold ? FIXED_RETRY_MILLIS : PAUSE_MILLIS);
            }
        } catch (InterruptedException | ClosedChannelException closing) {
            // Interrupted by the end of the program alone, which closes the channel too.
        }
    }

    private void listenOnce() throws InterruptedException, ClosedChannelException {
        closeOneSocketBefore();
        try (ServerSocketChannel server = wantedOrFree()) {
            int port = server.socket().getLocalPort();
            troubleTold = false;
            bus.put(isFixed ? new FixedTcpOpened(port) : new TcpOpened(port, wanted));
            acceptAll(server, port);
        } catch (ClosedChannelException closing) {
            throw closing;
        } catch (IOException noPort) {
            // Where not even a free one could be had nobody can do anything about it; it is tried again.
            if (isFixed && !troubleTold) {
                troubleTold = true;
                bus.put(new FixedTcpUnavailable(wanted, Problem.whileBinding(noPort)));
            }
        }
    }

    /**
     * Java takes a descriptor when it closes its first socket. If all were in use by then, it could never close any again, so it
     * gets the chance now.
     */
    private static void closeOneSocketBefore() {
        try {
            SocketChannel.open().close();
        } catch (IOException noneFree) {
            // Then listening fails too, and both are tried again.
        }
    }

    private ServerSocketChannel wantedOrFree() throws IOException {
        try {
            return bound(wanted);
        } catch (IOException taken) {
            if (isFixed) {
                throw taken;
            }
            return bound(ANY_FREE_PORT);
        }
    }

    /**
     * Java sets SO_REUSEADDR where that only passes over connections of an earlier run that still wait for their end, and not on
     * Windows, where it would share the port with a listening program.
     */
    private static ServerSocketChannel bound(int port) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.INET);
        try {
            server.bind(new InetSocketAddress(InetAddress.getByName("0.0.0.0"), port), BACKLOG);
            return server;
        } catch (IOException taken) {
            server.close();
            throw taken;
        }
    }

    private void acceptAll(ServerSocketChannel server, int port) throws InterruptedException, ClosedChannelException {
        while (true) {
            try {
                links.accepted(server.accept(), port);
            } catch (ClosedChannelException closing) {
                throw closing;
            } catch (IOException notNow) {
                // Too many open files, or the caller is gone already: others are waiting, but not for a spinning
                // thread.
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        }
    }
}
