package lanline.edge.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import lanline.core.event.EventBus;
import lanline.core.event.NetworkEvent.DatagramReceived;
import lanline.core.event.NetworkEvent.UdpOpened;
import lanline.core.event.NetworkEvent.UdpUnavailable;
import lanline.core.model.Bytes;

/** The thread {@code udp-PORT}: owns the socket that hears everybody on one port, and shares that port with other programs. */
final class UdpReceiver implements Runnable {
    /** An announcement has at most 1,024 bytes. Of a longer datagram so much is taken that it is told as one that makes no sense. */
    private static final int LARGEST_DATAGRAM = 4_096;

    /** Room for 5,000 announcements that come at once while this thread does not run; the system may grant less. */
    private static final int WAITING_BYTES = 4 << 20;

    private final EventBus bus;
    private final int port;
    private final Duration retry;
    private boolean troubleTold;

    /** {@code retry}: how soon it is tried again while the port can't be had. */
    UdpReceiver(EventBus bus, int port, Duration retry) {
        this.bus = bus;
        this.port = port;
        this.retry = retry;
    }

    @Override
    public void run() {
        try {
            while (true) {
                hear();
                TimeUnit.MILLISECONDS.sleep(retry.toMillis());
            }
        } catch (InterruptedException | ClosedChannelException closing) {
            // Interrupted by the end of the program alone, which closes the channel too.
        }
    }

    /** Returns where the port can't be had, or no longer. */
    private void hear() throws InterruptedException, ClosedChannelException {
        try (DatagramChannel channel = DatagramChannel.open(StandardProtocolFamily.INET)) {
            prepare(channel);
            channel.bind(new InetSocketAddress(InetAddress.getByName("0.0.0.0"), port));
            bus.put(new UdpOpened(port));
            troubleTold = false;
            receiveAll(channel);
        } catch (ClosedChannelException closing) {
            throw closing;
        } catch (IOException unavailable) {
            tell(unavailable);
        }
    }

    private static void prepare(DatagramChannel channel) throws IOException {
        channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        try {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, WAITING_BYTES);
        } catch (IOException tooMuch) {
            // Some systems refuse instead of granting less: their own size does as well.
        }
    }

    private void receiveAll(DatagramChannel channel) throws IOException, InterruptedException {
        byte[] datagram = new byte[LARGEST_DATAGRAM];
        ByteBuffer buffer = ByteBuffer.wrap(datagram);
        while (true) {
            SocketAddress from = channel.receive(buffer);
            Bytes payload = Bytes.copyOf(datagram, 0, buffer.position());
            bus.putDatagram(new DatagramReceived(Addresses.endpoint(from), port, payload));
            buffer.clear();
        }
    }

    private void tell(IOException unavailable) throws InterruptedException {
        if (!troubleTold) {
            troubleTold = true;
            bus.put(new UdpUnavailable(port, Problem.whileBinding(unavailable)));
        }
    }
}
