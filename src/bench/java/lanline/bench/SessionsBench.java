package lanline.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;

/** What 200 live sessions cost: memory, and what they do while nobody says anything. */
final class SessionsBench implements Benchmark {
    private static final int SESSIONS = 200;
    private static final int IDLE_SECONDS = 20;

    private final Samples before = new Samples();
    private final Samples resident = new Samples();
    private final Samples proportional = new Samples();
    private final Samples each = new Samples();
    private final Samples idle = new Samples();

    @Override
    public void run(Report report) throws IOException, InterruptedException {
        for (int round = 0; round < Bench.ROUNDS; round++) {
            round();
        }
        report.row("resident memory without a session, MB (with the shell)", before, "");
        report.row("resident memory with " + SESSIONS + " live sessions, MB", resident, "");
        report.row("of that proportional, MB", proportional, "");
        report.row("from one to the next of these who call one after the other, ms", each, "");
        report.row("processor time of " + IDLE_SECONDS + " s with them in which nobody says anything, ms", idle, "");
    }

    private void round() throws IOException, InterruptedException {
        try (Lan lan = new Lan(24);
                Home home = new Home();
                Chat ece = new Chat(lan, 1, home, "ece")) {
            ece.terminal().settle(2_000);
            before.add(ece.figures().residentMegabytes());
            Path identity = home.folder().resolve("identity.json");
            String id =
                    new ObjectMapper().readTree(identity.toFile()).path("id").asText();
            long start = System.nanoTime();
            try (Helper callers = new Helper(
                    lan.on(2, Commands.helper(Callers.class, lan.address(1), id, Integer.toString(SESSIONS))))) {
                each.add((callers.nanos() - start) / 1e6 / SESSIONS);
                ece.terminal().awaitScreen("all of them", screen -> screen.contains(SESSIONS + " here"));
                ece.terminal().settle(2_000);
                resident.add(ece.figures().residentMegabytes());
                proportional.add(ece.figures().proportionalMegabytes());
                idle.add(idleMillis(ece));
            }
        }
    }

    private static double idleMillis(Chat ece) throws IOException, InterruptedException {
        var spent = ece.figures().processorNanos();
        ece.terminal().settle(IDLE_SECONDS * 1_000);
        return ProcessFigures.since(spent, ece.figures().processorNanos()) / 1e6;
    }
}
