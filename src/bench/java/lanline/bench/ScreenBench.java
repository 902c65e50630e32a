package lanline.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What the full screen costs at 120x40: its start, a key, a message, a new size, memory, and doing nothing. */
final class ScreenBench implements Benchmark {
    private static final int ROUNDS = Bench.ROUNDS;
    private static final int COLUMNS = 120;
    private static final int ROWS = 40;
    private static final int KEYS = 20;
    private static final int MESSAGES = 20;
    private static final int IDLE_SECONDS = 20;

    /** Let pass before: the compiler and the first newcomers' announcements still work then. */
    private static final int AFTERMATH_SECONDS = 3;

    private final Samples frame = new Samples();
    private final Samples frameBytes = new Samples();
    private final Samples ready = new Samples();
    private final Samples keys = new Samples();
    private final Samples keyBytes = new Samples();
    private final Samples message = new Samples();
    private final Samples messageBytes = new Samples();
    private final Samples resident = new Samples();
    private final Samples proportional = new Samples();
    private final Samples idleMillis = new Samples();
    private final Samples idleWakeUps = new Samples();
    private final Resizes resizes = new Resizes(COLUMNS, ROWS);
    private final Markers markers = new Markers();

    @Override
    public void run(Report report) throws IOException, InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            round();
        }
        report.row("start through run.sh to the first whole frame, 120x40, ms", frame, "");
        report.row("start to the own row of the network (\"1 here\"), ms", ready, "");
        report.row("bytes of the first frame", frameBytes, "≤ 5,000");
        report.row("key to screen, ms", keys, "≤ 0.5");
        report.row("bytes of a key", keyBytes, "≤ 16");
        report.row("incoming message, connect to screen, ms", message, "");
        report.row("bytes of an incoming message", messageBytes, "≤ 400");
        resizes.print(report);
        report.row("resident memory after the start, MB (with the shell)", resident, "");
        report.row("of that proportional, MB", proportional, "");
        report.row("idle: processor time in 20 s, ms", idleMillis, "≤ 8");
        report.row("idle: wake-ups a second", idleWakeUps, "≤ 8");
    }

    private void round() throws IOException, InterruptedException {
        try (Lan lan = new Lan(24);
                Home home = new Home();
                Terminal terminal = new Terminal(lan.on(1, waiting(home)), home, COLUMNS, ROWS)) {
            TimeUnit.MILLISECONDS.sleep(200);
            int mark = terminal.mark();
            long from = terminal.type("\n");
            frame.addMillis(from, terminal.awaitScreen("F1 help", screen -> screen.contains("F1 help")));
            frameBytes.add(terminal.bytesSince(mark));
            ready.addMillis(from, terminal.awaitScreen("here", screen -> screen.contains(" here")));
            terminal.settle(1_000);
            ProcessFigures figures = new ProcessFigures(terminal.pid());
            resident.add(figures.residentMegabytes());
            proportional.add(figures.proportionalMegabytes());
            idle(figures);
            type(terminal);
            receive(lan, terminal);
            resizes.measure(terminal);
        }
    }

    /** A shell that turns into run.sh when it is told to, so that starting the terminal itself is left out. */
    private static List<String> waiting(Home home) {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "read -r go; exec \"$0\" \"$@\""));
        command.addAll(Commands.lanline("--name", "ece", "--home", home.folder().toString()));
        return command;
    }

    private void idle(ProcessFigures figures) throws IOException, InterruptedException {
        TimeUnit.SECONDS.sleep(AFTERMATH_SECONDS);
        Map<Path, Long> spent = figures.processorNanos();
        Map<Path, Long> woken = figures.wakeUps();
        TimeUnit.SECONDS.sleep(IDLE_SECONDS);
        idleMillis.add(ProcessFigures.since(spent, figures.processorNanos()) / 1e6);
        idleWakeUps.add(ProcessFigures.since(woken, figures.wakeUps()) / (double) IDLE_SECONDS);
    }

    private void type(Terminal terminal) throws IOException, InterruptedException {
        for (int i = 0; i < KEYS; i++) {
            terminal.settle(50);
            int mark = terminal.mark();
            long from = terminal.type("the quick brown fox jumps".substring(i, i + 1));
            keys.addMillis(from, terminal.awaitAnything(mark));
            terminal.settle(50);
            keyBytes.add(terminal.bytesSince(mark));
        }
        terminal.type("\u0003");
    }

    private void receive(Lan lan, Terminal terminal) throws IOException, InterruptedException {
        try (Helper ali = new Helper(lan.on(2, Commands.helper(OldSender.class, lan.address(1), "many")))) {
            terminal.awaitScreen("ali", screen -> screen.contains("ali"));
            terminal.type("/query ali\r");
            terminal.awaitScreen("the conversation", screen -> screen.contains("ali · " + lan.address(2)));
            for (int i = 0; i < MESSAGES; i++) {
                terminal.settle(100);
                String marker = markers.next();
                int mark = terminal.mark();
                ali.order("1 " + marker);
                message.addMillis(ali.nanos(), terminal.awaitText(marker, mark));
                ali.nanos();
                terminal.settle(100);
                messageBytes.add(terminal.bytesSince(mark));
            }
        }
    }
}
