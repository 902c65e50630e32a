package lanline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** How long run.sh and the program take to be gone, from the signal on or from the loss of the terminal, and what they leave behind. */
final class EndsBench implements Benchmark {
    private static final long PATIENCE_SECONDS = 10;
    private static final String ALTERNATE_SCREEN_LEFT = "\u001b[?1049l";
    private static final String BAR = "≤ 100";

    private final Map<End, Samples> millis = new LinkedHashMap<>();
    private final Samples unrestored = new Samples();
    private final Samples lost = new Samples();
    private final Markers markers = new Markers();

    /** A way to end. */
    private enum End {
        TERM("SIGTERM", "TERM"),
        HUP("SIGHUP", "HUP"),
        GONE("terminal gone", ""),
        GONE_IGNORED("terminal gone, SIGHUP ignored", "");

        private final String words;
        private final String signal;

        End(String words, String signal) {
            this.words = words;
            this.signal = signal;
        }
    }

    @Override
    public void run(Report report) throws Exception {
        for (End end : End.values()) {
            millis.put(end, new Samples());
            for (int round = 0; round < Bench.ROUNDS; round++) {
                round(end);
            }
            report.row(end.words + ": ms until all is gone", millis.get(end), BAR);
        }
        report.row("ends that did not leave the alternate screen (where one was left)", unrestored, "0");
        report.row("messages on screen that were not stored", lost, "0");
    }

    private void round(End end) throws IOException, InterruptedException, SQLException {
        try (Lan lan = new Lan(24);
                Home home = new Home();
                Terminal terminal = new Terminal(
                        lan.on(1, command(end, home)), home, Chat.COLUMNS, Chat.ROWS, Terminal.Ends.HUNG_UP)) {
            terminal.awaitScreen("who is here", screen -> screen.contains(" here"));
            terminal.settle(1_000);
            receive(lan, terminal);
            end(end, terminal);
            lost.add(1 - home.storedMessages());
        }
    }

    /** The last message before the end: on the screen, so it has to be in the history. */
    private void receive(Lan lan, Terminal terminal) throws IOException, InterruptedException {
        try (Helper ali = new Helper(lan.on(2, Commands.helper(OldSender.class, lan.address(1), "many")))) {
            terminal.awaitScreen("ali", screen -> screen.contains("ali"));
            terminal.type("/query ali\r");
            terminal.awaitScreen("the conversation", screen -> screen.contains("ali · " + lan.address(2)));
            String marker = markers.next();
            int mark = terminal.mark();
            ali.order("1 " + marker);
            terminal.awaitText(marker, mark);
        }
    }

    private static List<String> command(End end, Home home) {
        String ignore = end == End.GONE_IGNORED ? "trap '' HUP; " : "";
        List<String> command = new ArrayList<>(List.of("sh", "-c", ignore + "exec \"$0\" \"$@\""));
        command.addAll(Commands.lanline("--name", "ece", "--home", home.folder().toString()));
        return command;
    }

    private void end(End end, Terminal terminal) throws IOException, InterruptedException {
        List<Long> pids = Stream.concat(
                        ProcessHandle.of(terminal.pid()).stream(),
                        ProcessHandle.of(terminal.pid()).stream().flatMap(ProcessHandle::descendants))
                .map(ProcessHandle::pid)
                .toList();
        int mark = terminal.mark();
        long from = end.signal.isEmpty() ? terminal.hangUp() : kill(end.signal, terminal.pid());
        long until = from + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (pids.stream().anyMatch(EndsBench::isAlive)) {
            if (System.nanoTime() > until) {
                throw new IOException("did not end: " + end.words);
            }
            TimeUnit.MICROSECONDS.sleep(500);
        }
        millis.get(end).addMillis(from, System.nanoTime());
        if (!end.signal.isEmpty()) {
            terminal.settle(100);
            unrestored.add(terminal.writtenSince(mark).contains(ALTERNATE_SCREEN_LEFT) ? 0 : 1);
        }
    }

    /** By a shell that was started before: returns when it was told to, in nanoseconds. */
    private static long kill(String signal, long pid) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-c", "read -r go; kill -" + signal + " " + pid).start();
        TimeUnit.MILLISECONDS.sleep(100);
        long nanos = System.nanoTime();
        shell.getOutputStream().write('\n');
        shell.getOutputStream().close();
        return nanos;
    }

    /** Looked up by ourselves, since Java looks only every 300 ms after what it has not started; a zombie is gone. */
    private static boolean isAlive(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return !stat.substring(stat.lastIndexOf(')')).startsWith(") Z");
        } catch (IOException gone) {
            return false;
        }
    }
}
