package lanline.bench;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import lanline.core.model.Bytes;
import lanline.core.port.KeySource;
import lanline.core.secure.noise.Introduction;
import lanline.core.secure.noise.Pattern;
import lanline.core.secure.noise.Reading;
import lanline.core.secure.noise.Sent;
import lanline.core.secure.noise.Transport;
import lanline.core.secure.noise.X25519KeyPair;
import lanline.core.secure.noise.XxInitiator;
import lanline.core.secure.noise.XxResponder;

/** The handshakes, both sides in one thread, and the transport after them, beside what OpenSSL says of the same cipher on the same core. */
final class NoiseBench implements Benchmark {
    private static final int WARM_UP = 2_000;
    private static final int HANDSHAKES = 2_000;

    /** What a person types, and the longest message but a little. */
    private static final int SHORT_MESSAGE = 100;

    private static final int LONG_MESSAGE = 65_000;

    private static final int ROUNDS = 15;
    private static final long ROUND_NANOS = TimeUnit.MILLISECONDS.toNanos(400);
    /** About what the payloads with identity and signature will take. */
    private static final Bytes PAYLOAD = Bytes.copyOf(new byte[300]);

    /** OpenSSL's table: thousands of bytes a second at a block size. */
    private static final java.util.regex.Pattern FIGURE = java.util.regex.Pattern.compile("AES-256-GCM\\s+([0-9.]+)k");

    private final KeySource keys = new SecureRandom()::nextBytes;

    private record Sides(Transport initiator, Transport responder) {}

    @Override
    public void run(Report report) throws Exception {
        for (Pattern pattern : List.of(Pattern.XX, Pattern.XX_HFS)) {
            report.row("handshake " + pattern + ", both sides, µs", handshakes(pattern), "");
        }
        for (int length : new int[] {SHORT_MESSAGE, LONG_MESSAGE}) {
            Bytes text = Bytes.copyOf(new byte[length]);
            Sides sides = handshake(Pattern.XX, X25519KeyPair.generate(keys), X25519KeyPair.generate(keys));
            rates(report, "sealed", length, () -> sides.initiator().seal(text));
            Sides others = handshake(Pattern.XX, X25519KeyPair.generate(keys), X25519KeyPair.generate(keys));
            rates(
                    report,
                    "sealed and opened",
                    length,
                    () -> accepted(others.responder().open(others.initiator().seal(text))));
            report.row("openssl aes-256-gcm, encrypted, " + length + " bytes, MB/s", openssl(length), "");
        }
    }

    private Samples handshakes(Pattern pattern) {
        Samples samples = new Samples();
        X25519KeyPair ece = X25519KeyPair.generate(keys);
        X25519KeyPair ali = X25519KeyPair.generate(keys);
        for (int i = 0; i < WARM_UP + HANDSHAKES; i++) {
            long start = System.nanoTime();
            handshake(pattern, ece, ali);
            if (i >= WARM_UP) {
                samples.add((System.nanoTime() - start) / 1e3);
            }
        }
        return samples;
    }

    private Sides handshake(Pattern pattern, X25519KeyPair ece, X25519KeyPair ali) {
        Sent<XxInitiator.AwaitingAnswer> hello =
                XxInitiator.begin(pattern, Bytes.EMPTY, ece, keys).sendHello();
        Sent<XxResponder.AwaitingProof> answer = accepted(
                        XxResponder.begin(pattern, Bytes.EMPTY, ali, keys).receive(hello.message()))
                .sendAnswer(hash -> PAYLOAD);
        Sent<Transport> proof =
                accepted(hello.next().receive(answer.message())).next().sendProof(hash -> PAYLOAD);
        Introduction<Transport> shown = accepted(answer.next().receive(proof.message()));
        return new Sides(proof.next(), shown.next());
    }

    /** A rate a round, of what {@code message} does with one message; in one thread. */
    private static void rates(Report report, String what, int length, Runnable message) {
        Samples each = new Samples();
        Samples megabytes = new Samples();
        for (int round = 0; round <= ROUNDS; round++) {
            long start = System.nanoTime();
            long messages = 0;
            while (System.nanoTime() - start < ROUND_NANOS) {
                message.run();
                messages++;
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            // The first round brings the compiler up to date.
            if (round > 0) {
                each.add(messages / seconds);
                megabytes.add(messages * (double) length / 1e6 / seconds);
            }
        }
        report.row(what + ", messages of " + length + " bytes a second", each, "");
        report.row(what + ", messages of " + length + " bytes, MB/s", megabytes, "");
    }

    private static Samples openssl(int length) {
        Samples samples = new Samples();
        for (int i = 0; i < 3; i++) {
            String said = Commands.output(
                    "openssl", "speed", "-seconds", "1", "-bytes", String.valueOf(length), "-evp", "aes-256-gcm");
            Matcher figure = FIGURE.matcher(said.toUpperCase(Locale.ROOT).replace('K', 'k'));
            if (figure.find()) {
                samples.add(Double.parseDouble(figure.group(1)) / 1e3);
            }
        }
        return samples;
    }

    private static <T> T accepted(Reading<T> reading) {
        return reading.deliverTo(new Reading.Handler<>() {
            @Override
            public T accepted(T content) {
                return content;
            }

            @Override
            public T refused(String why) {
                throw new IllegalStateException(why);
            }
        });
    }
}
