package lanline.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Many machines that announce themselves, every second one a Lanline, the others an older program; each from an address of its own.
 * Runs on a host of its own until its input ends. Arguments: how many, and the milliseconds over which their first round is spread.
 */
final class Announcers {
    private static final int PORT = 6000;
    private static final long PERIOD_NANOS = TimeUnit.SECONDS.toNanos(8);

    private final InetSocketAddress everybody;

    private Announcers() throws IOException {
        everybody = new InetSocketAddress(InetAddress.getByName("10.77.255.255"), PORT);
    }

    public static void main(String[] arguments) throws IOException {
        int count = Integer.parseInt(arguments[0]);
        long first = TimeUnit.MILLISECONDS.toNanos(Long.parseLong(arguments[1]));
        Announcers announcers = new Announcers();
        System.out.println(System.nanoTime());
        announcers.round(count, first, 0);
        System.out.println(System.nanoTime());
        Thread rounds = new Thread(() -> announcers.goOn(count), "rounds");
        rounds.setDaemon(true);
        rounds.start();
        while (System.in.read() >= 0) {
            // Whoever started us is still there.
        }
    }

    private void goOn(int count) {
        try {
            for (int round = 1; ; round++) {
                round(count, PERIOD_NANOS, round);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each once, evenly spread. */
    private void round(int count, long nanos, int number) throws IOException {
        long start = System.nanoTime();
        for (int machine = 0; machine < count; machine++) {
            long early = start + nanos * machine / count - System.nanoTime();
            if (early > 0) {
                LockSupport.parkNanos(early);
            }
            announce(machine, number);
        }
    }

    private void announce(int machine, int round) throws IOException {
        String address = "10.77." + (128 + machine / 250) + "." + (1 + machine % 250);
        String text = machine % 2 == 0 ? own(machine, address, round) : older(machine);
        try (DatagramChannel channel = DatagramChannel.open()) {
            channel.setOption(StandardSocketOptions.SO_BROADCAST, true);
            channel.bind(new InetSocketAddress(InetAddress.getByName(address), 0));
            channel.send(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), everybody);
        }
    }

    private static String older(int machine) {
        return String.format(Locale.ROOT, "{\"username\": \"older%d\"}", machine);
    }

    private static String own(int machine, String address, int round) {
        return String.format(
                Locale.ROOT,
                "{\"username\": \"peer%1$d\", \"ip\": \"%2$s\", \"ip_address\": \"%2$s\","
                        + " \"uuid\": \"00000000-0000-4000-8000-%1$012d\", \"ll\": {\"v\": 0, \"id\": \"%1$032x\","
                        + " \"name\": \"Peer%1$d\", \"port\": 6001, \"in\": \"%1$016x\", \"ep\": 1, \"n\": %3$d,"
                        + " \"per\": 8, \"st\": \"online\"}}",
                machine,
                address,
                round + 1);
    }
}
