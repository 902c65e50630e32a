package lanline.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * 5,000 announced peers, every second one a Lanline: how soon the older ones are on the list (nobody is there to make sessions with,
 * so the Lanlines are not here), whether keys still echo, and what it costs.
 */
final class PeersBench implements Benchmark {
    private static final int ROUNDS = Bench.ROUNDS;
    private static final int PEERS = 5_000;

    /** How fast all of them answer a newcomer: within a second ({@code decisions.md} 13). */
    private static final int FIRST_ROUND_MILLIS = 1_000;

    private static final int KEYS = 100;

    private final Samples full = new Samples();
    private final Samples keysMeanwhile = new Samples();
    private final Samples keysAfterwards = new Samples();
    private final Samples residentBefore = new Samples();
    private final Samples resident = new Samples();
    private final Samples proportional = new Samples();
    private final Samples processor = new Samples();

    @Override
    public void run(Report report) throws IOException, InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            round();
        }
        report.row("5,000 peers announced within 1 s: first announcement to all older ones on the list, ms", full, "");
        report.row("key to screen while they appear, ms", keysMeanwhile, "≤ 5");
        report.row("key to screen while they go on announcing, ms", keysAfterwards, "≤ 5");
        report.row("resident memory before, MB", residentBefore, "");
        report.row("resident memory with 5,000 peers, MB", resident, "");
        report.row("of that proportional, MB", proportional, "");
        report.row("processor time while they go on announcing, ms a second", processor, "");
    }

    private void round() throws IOException, InterruptedException {
        try (Lan lan = new Lan(16);
                Home home = new Home();
                Chat ece = new Chat(lan, 1, home, "ece")) {
            lan.manyAddresses("10.77.128.0/17");
            ece.terminal().settle(500);
            residentBefore.add(ece.figures().residentMegabytes());
            try (Helper peers = new Helper(lan.on(
                    2,
                    Commands.helper(
                            Announcers.class, Integer.toString(PEERS), Integer.toString(FIRST_ROUND_MILLIS))))) {
                long first = peers.nanos();
                typeWhileTheyAppear(ece, first + TimeUnit.MILLISECONDS.toNanos(FIRST_ROUND_MILLIS));
                full.addMillis(
                        first,
                        ece.terminal()
                                .awaitScreen("2,500 older peers", screen -> screen.contains(PEERS / 2 + " here")));
                typeAfterwards(ece);
                resident.add(ece.figures().residentMegabytes());
                proportional.add(ece.figures().proportionalMegabytes());
            }
        }
    }

    private void typeWhileTheyAppear(Chat ece, long until) throws IOException, InterruptedException {
        for (int i = 0; System.nanoTime() < until; i++) {
            keysMeanwhile.add(ece.key(i));
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private void typeAfterwards(Chat ece) throws IOException, InterruptedException {
        ece.clearInput();
        Map<Path, Long> spent = ece.figures().processorNanos();
        long start = System.nanoTime();
        for (int i = 0; i < KEYS; i++) {
            keysAfterwards.add(ece.key(i));
            TimeUnit.MILLISECONDS.sleep(40);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        processor.add(ProcessFigures.since(spent, ece.figures().processorNanos()) / 1e6 / seconds);
    }
}
