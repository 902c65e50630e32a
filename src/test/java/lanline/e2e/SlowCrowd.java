package lanline.e2e;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * Many connections that take places and give nothing: every second one more byte on each of a half, which began as a session of Lanline does,
 * and never one on the others. What was closed is dialled again. In a {@link RawHost}, on its clock's thread.
 */
final class SlowCrowd {
    private static final int ROUND_MILLIS = 1_000;
    private static final byte FIRST_OF_A_SESSION = (byte) 0xF5;

    private final InetSocketAddress to;
    private final String[] addresses;
    private final List<SocketChannel> open = new ArrayList<>();
    private int begun;

    SlowCrowd(String to, String[] addresses) {
        this.to = RawHost.endpoint(to, 6_001);
        this.addresses = addresses;
    }

    /** Says "crowded" once the first round is over. */
    void start(int connections) {
        Background.every(ROUND_MILLIS, () -> {
            boolean isFirst = open.isEmpty();
            open.removeIf(this::isOver);
            fill(connections);
            if (isFirst) {
                RawHost.say("crowded " + open.size());
            }
        });
    }

    private void fill(int connections) throws IOException {
        while (open.size() < connections) {
            open.add(begin(begun++));
        }
    }

    private SocketChannel begin(int number) throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.bind(new InetSocketAddress(addresses[number % addresses.length], 0));
        channel.connect(to);
        channel.configureBlocking(false);
        if (number % 2 == 0) {
            channel.write(ByteBuffer.wrap(new byte[] {FIRST_OF_A_SESSION}));
        }
        return channel;
    }

    /** One more byte, where bytes are sent; true if the other side has closed. */
    private boolean isOver(SocketChannel channel) {
        try {
            if (channel.read(ByteBuffer.allocate(1)) >= 0) {
                int number = open.indexOf(channel);
                if (number % 2 == 0) {
                    channel.write(ByteBuffer.wrap(new byte[] {'L'}));
                }
                return false;
            }
        } catch (IOException reset) {
            // As good as closed.
        }
        close(channel);
        return true;
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException gone) {
            // It was over anyhow.
        }
    }
}
