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
import lanline.core.dialect.SelfDescription;
import lanline.core.dialect.own.OwnDialect;
import lanline.core.model.HostAddress;
import lanline.core.model.InstanceId;
import lanline.core.model.LanInterface;
import lanline.core.model.Nickname;
import lanline.core.model.Status;
import lanline.core.secure.IdentityKeyPair;

/**
 * Many machines that announce themselves, every second one a Lanline, the others an older program; each from an address of its own.
 * Runs on a host of its own until its input ends. Arguments: how many, and the milliseconds over which their first round is spread.
 */
final class Announcers {
    private static final int PORT = 6000;
    private static final long PERIOD_NANOS = TimeUnit.SECONDS.toNanos(8);

    private final InetSocketAddress everybody;

    private final IdentityKeyPair[] keys;

    private Announcers(int count) throws IOException {
        keys = new IdentityKeyPair[count];
        for (int machine = 0; machine < count; machine += 2) {
            byte[] seed = new byte[IdentityKeyPair.SEED_LENGTH];
            ByteBuffer.wrap(seed).putInt(machine);
            keys[machine] = IdentityKeyPair.of(seed);
        }
        everybody = new InetSocketAddress(InetAddress.getByName("10.77.255.255"), PORT);
    }

    public static void main(String[] arguments) throws IOException {
        int count = Integer.parseInt(arguments[0]);
        long first = TimeUnit.MILLISECONDS.toNanos(Long.parseLong(arguments[1]));
        Announcers announcers = new Announcers(count);
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
        byte[] datagram =
                machine % 2 == 0 ? own(machine, address, round) : older(machine).getBytes(StandardCharsets.UTF_8);
        try (DatagramChannel channel = DatagramChannel.open()) {
            channel.setOption(StandardSocketOptions.SO_BROADCAST, true);
            channel.bind(new InetSocketAddress(InetAddress.getByName(address), 0));
            channel.send(ByteBuffer.wrap(datagram), everybody);
        }
    }

    private static String older(int machine) {
        return String.format(Locale.ROOT, "{\"username\": \"older%d\"}", machine);
    }

    /** Signed for the address that it leaves. */
    private byte[] own(int machine, String address, int round) {
        LanInterface on = new LanInterface("eth0", new HostAddress(address), 17, new HostAddress("10.77.255.255"));
        SelfDescription.Identity identity = new SelfDescription.Identity(
                keys[machine].id(), String.format(Locale.ROOT, "00000000-0000-4000-8000-%012d", machine));
        InstanceId instance = new InstanceId(String.format(Locale.ROOT, "%016x", machine));
        SelfDescription self = new SelfDescription(
                identity,
                Nickname.fromPeer("Peer" + machine),
                Status.ONLINE,
                6001,
                8,
                new SelfDescription.Run(instance, 1, round + 1));
        return new OwnDialect(keys[machine]).announcement(self, on).toArray();
    }
}
