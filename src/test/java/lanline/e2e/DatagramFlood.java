package lanline.e2e;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** Announcements of people that there are not, as many a second as were asked for. In a {@link RawHost}, on a thread of its own. */
final class DatagramFlood {
    private static final int TICKS_A_SECOND = 100;

    private DatagramFlood() {}

    /** Says "poured" and how many, at the end. */
    static void start(String to, int eachSecond, int seconds) {
        Background.start(() -> RawHost.say("poured " + pour(RawHost.endpoint(to, 6_000), eachSecond, seconds)));
    }

    private static long pour(InetSocketAddress to, int eachSecond, int seconds)
            throws IOException, InterruptedException {
        long poured = 0;
        try (DatagramChannel channel = DatagramChannel.open()) {
            channel.connect(to);
            long start = System.nanoTime();
            for (int tick = 0; tick < seconds * TICKS_A_SECOND; tick++) {
                for (int i = 0; i < eachSecond / TICKS_A_SECOND; i++) {
                    poured += send(channel, poured);
                }
                long next = start + TimeUnit.SECONDS.toNanos(tick + 1L) / TICKS_A_SECOND;
                TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
            }
        }
        return poured;
    }

    private static int send(DatagramChannel channel, long number) {
        byte[] datagram = ("{\"username\": \"nobody " + number + "\"}").getBytes(StandardCharsets.UTF_8);
        try {
            return channel.write(ByteBuffer.wrap(datagram)) > 0 ? 1 : 0;
        } catch (IOException full) {
            // The kernel says that nobody listens, or has no room: one datagram less.
            return 0;
        }
    }
}
