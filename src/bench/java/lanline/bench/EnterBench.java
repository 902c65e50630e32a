package lanline.bench;

import java.io.IOException;
import java.util.List;

/** From Enter on one host to the line on the other one's screen, and on one's own. */
final class EnterBench implements Benchmark {
    private static final int ROUNDS = Bench.ROUNDS;
    private static final int MESSAGES = 200;
    private static final int ECHOES = 1_000;

    private final Samples other = new Samples();
    private final Samples own = new Samples();
    private final Samples medians = new Samples();
    private final Markers markers = new Markers();

    @Override
    public void run(Report report) throws IOException, InterruptedException {
        warmUp();
        for (int round = 0; round < ROUNDS; round++) {
            round();
        }
        report.row("Enter to the other terminal's screen, ms", other, "≤ 2 median, ≤ 5 p99");
        report.row("the same, median of each round", medians, "≤ 2");
        report.row("Enter to the own screen, ms", own, "");
    }

    /** What measures is compiled before it measures: the terminal's own echo is quick enough to need nothing of the program. */
    private void warmUp() throws IOException, InterruptedException {
        try (Home home = new Home();
                Terminal echo = new Terminal(List.of("cat"), home, Chat.COLUMNS, Chat.ROWS)) {
            for (int i = 0; i < ECHOES; i++) {
                String marker = markers.next();
                int mark = echo.mark();
                echo.type(marker + "\r");
                echo.awaitText(marker, mark);
            }
        }
    }

    private void round() throws IOException, InterruptedException {
        try (Lan lan = new Lan(24);
                Home first = new Home();
                Home second = new Home();
                Chat ece = new Chat(lan, 1, first, "ece");
                Chat ali = new Chat(lan, 2, second, "ali")) {
            ece.open("ali", lan.address(2));
            ali.open("ece", lan.address(1));
            Samples here = new Samples();
            for (int i = 0; i < MESSAGES; i++) {
                send(ece.terminal(), ali.terminal(), here);
            }
            other.addAll(here);
            medians.add(here.median());
        }
    }

    private void send(Terminal from, Terminal to, Samples here) throws IOException, InterruptedException {
        String marker = markers.next();
        from.type(marker);
        from.settle(20);
        int fromMark = from.mark();
        int toMark = to.mark();
        long enter = from.type("\r");
        here.addMillis(enter, to.awaitText(marker, toMark));
        own.addMillis(enter, from.awaitText(marker, fromMark));
        from.settle(20);
    }
}
