package lanline.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import lanline.core.model.Bytes;
import lanline.core.model.InstanceId;
import lanline.core.model.MessageId;
import lanline.core.model.Nickname;
import lanline.core.port.KeySource;
import lanline.core.secure.IdentityKeyPair;
import lanline.core.secure.noise.X25519KeyPair;
import lanline.core.session.Claim;
import lanline.core.session.Frame;
import lanline.core.session.OwnSide;
import lanline.core.session.Session;
import lanline.core.session.SessionOutput;
import lanline.core.text.SafeText;

/**
 * Sessions between two sides in one thread, in a virtual machine of its own: prints a line {@code figure TAB value} each, in time of the
 * processor. From the first handshake on, which finds no class loaded.
 */
public final class SessionRates {
    /** What people type, what they paste, and the longest. */
    static final int[] TEXT_BYTES = {64, 512, 8_192};

    private static final int HANDSHAKES = 1_000;
    private static final int WARM_UP = 1_000;
    private static final int ROUNDS = 5;
    private static final long ROUND_NANOS = TimeUnit.MILLISECONDS.toNanos(400);
    private static final int BATCH = 100;

    /** Of the whole process, with what the collector and the compiler take; as OpenSSL counts, so that other programs don't matter. */
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final OwnSide ece = side("Ece");
    private final OwnSide ali = side("Ali");

    private SessionRates() {}

    public static void main(String[] args) {
        new SessionRates().run();
    }

    private static OwnSide side(String name) {
        KeySource keys = new SecureRandom()::nextBytes;
        IdentityKeyPair identity = IdentityKeyPair.generate(keys);
        Claim.Run run = new Claim.Run(InstanceId.random(new Random()), System.currentTimeMillis(), 0);
        Claim claim = new Claim(identity.id(), Nickname.fromPeer(name), 6_001, run);
        return new OwnSide(
                identity, X25519KeyPair.generate(keys), keys, () -> claim, (other, suite) -> Optional.empty());
    }

    private void run() {
        for (String which : new String[] {"first", "second", "third"}) {
            print(which + " handshake of a process, both sides, ms", handshakeNanos() / 1e6);
        }
        for (int i = 0; i < WARM_UP; i++) {
            handshakeNanos();
        }
        for (int i = 0; i < HANDSHAKES; i++) {
            print("handshake, warm, both sides, µs", handshakeNanos() / 1e3);
        }
        for (int bytes : TEXT_BYTES) {
            rates(bytes);
        }
    }

    private long handshakeNanos() {
        long start = THREADS.getCurrentThreadCpuTime();
        pair();
        return THREADS.getCurrentThreadCpuTime() - start;
    }

    private Session[] pair() {
        Session dialling = Session.dial(ece, ali.identity().id());
        Session accepting = Session.accept(ali);
        List<SessionOutput> toAli = dialling.opened();
        for (int flight = 0; flight < 2; flight++) {
            toAli = deliver(deliver(toAli, accepting), dialling);
        }
        if (!dialling.isUp() || !accepting.isUp()) {
            throw new IllegalStateException("the session is not up");
        }
        return new Session[] {dialling, accepting};
    }

    private static List<SessionOutput> deliver(List<SessionOutput> outputs, Session to) {
        List<SessionOutput> answers = List.of();
        for (SessionOutput output : outputs) {
            if (output instanceof SessionOutput.Transmit transmit) {
                answers = to.receive(transmit.bytes());
            }
        }
        return answers;
    }

    private void rates(int length) {
        Frame text = new Frame.Text(MessageId.random(new Random()), SafeText.message("m".repeat(length)));
        Session[] sides = pair();
        // One round more: the first brings the compiler up to date.
        for (int round = 0; round <= ROUNDS; round++) {
            Session sayer = pair()[0];
            double said = perSecond(() -> sayer.say(text));
            double heard = perSecond(() -> hear(sides, text));
            if (round > 0) {
                print("texts of " + length + " bytes, sealed, messages/s", said);
                print("texts of " + length + " bytes, sealed, MB/s", said * length / 1e6);
                print("texts of " + length + " bytes, sealed and opened, messages/s", heard);
                print("texts of " + length + " bytes, sealed and opened, MB/s", heard * length / 1e6);
            }
        }
    }

    private static void hear(Session[] sides, Frame text) {
        Bytes sealed = ((SessionOutput.Transmit) sides[0].say(text).get(0)).bytes();
        if (sides[1].receive(sealed).size() != 1) {
            throw new IllegalStateException("the text was not heard");
        }
    }

    private static double perSecond(Runnable message) {
        long start = PROCESS.getProcessCpuTime();
        long messages = 0;
        long spent = 0;
        while (spent < ROUND_NANOS) {
            for (int i = 0; i < BATCH; i++) {
                message.run();
            }
            messages += BATCH;
            spent = PROCESS.getProcessCpuTime() - start;
        }
        return messages / (spent / 1e9);
    }

    private static void print(String figure, double value) {
        System.out.println(figure + "\t" + value);
    }
}
