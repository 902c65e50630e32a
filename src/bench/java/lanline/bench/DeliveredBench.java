package lanline.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * From the line that says to send on one host to the line that says delivered there: stored, sealed, sent, opened, stored and flushed on the
 * other host, and confirmed. Beside it, 100 bytes there and back on a TCP connection.
 */
final class DeliveredBench implements Benchmark {
    private static final int ROUNDS = Bench.ROUNDS;
    private static final int MESSAGES = 1_000;

    /** The first ones of a run go through code that is neither loaded nor compiled, and have a row of their own. */
    private static final int FIRST = 50;

    private final Samples first = new Samples();
    private final Samples delivered = new Samples();
    private final Samples bare = new Samples();

    @Override
    public void run(Report report) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            try (Lan lan = new Lan(24)) {
                pingPong(lan);
                messages(lan);
            }
        }
        report.row("Enter to delivered, the first " + FIRST + " of a run, ms", first, "");
        report.row("Enter to delivered, the " + MESSAGES + " after them, ms", delivered, "");
        report.row("100 bytes there and back on TCP, ms", bare, "");
        Samples ratio = new Samples();
        ratio.add(delivered.median() / bare.median());
        report.row("the ratio of the medians", ratio, "");
    }

    private void messages(Lan lan) throws Exception {
        try (Home one = new Home();
                Home other = new Home();
                JsonChat ece = new JsonChat(lan, 1, one, "ece");
                JsonChat ali = new JsonChat(lan, 2, other, "ali")) {
            ece.awaitOnline("ali");
            ali.awaitOnline("ece");
            for (int i = 0; i < FIRST + MESSAGES; i++) {
                String line = "{\"do\":\"send\",\"to\":\"ali\",\"text\":\"message " + i
                        + " is about as long as what people say to each other\"}\n";
                long from = System.nanoTime();
                ece.input().write(line.getBytes(StandardCharsets.UTF_8));
                ece.input().flush();
                (i < FIRST ? first : delivered).addMillis(from, ece.awaitDelivered());
            }
        }
    }

    private void pingPong(Lan lan) throws IOException {
        try (Helper answers = new Helper(lan.on(2, Commands.helper(PingPong.class)))) {
            answers.nanos();
            try (Helper asks = new Helper(
                    lan.on(1, Commands.helper(PingPong.class, lan.address(2), Integer.toString(FIRST + MESSAGES))))) {
                for (int i = 0; i < FIRST + MESSAGES; i++) {
                    long nanos = asks.nanos();
                    if (i >= FIRST) {
                        bare.addMillis(0, nanos);
                    }
                }
            }
        }
    }
}
