package lanline.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** 10,000 messages at once: when the last one is on the screen, whether one is lost, whether keys echo meanwhile. */
final class FloodBench implements Benchmark {
    private static final int ROUNDS = Bench.ROUNDS;
    private static final int MESSAGES = 10_000;
    private static final String BAR = "≤ 1,200";

    /** What is measured of one kind of flood. */
    private static final class Figures {
        private final Samples last = new Samples();
        private final Samples keys = new Samples();
        private final Samples after = new Samples();
        private final Samples bytes = new Samples();
        private final Samples resident = new Samples();
        private final Samples lost = new Samples();

        void print(Report report, String kind, String bar) {
            report.row("10,000 messages, " + kind + ": first byte to the last on screen, ms", last, bar);
            report.row(kind + ": key to screen meanwhile, ms", keys, "echo");
            report.row(kind + ": a key right after, ms", after, "≤ 2");
            report.row(kind + ": bytes to the terminal", bytes, "");
            report.row(kind + ": resident memory afterwards, MB", resident, "");
            report.row(kind + ": messages lost", lost, "0");
        }
    }

    /** Somebody who sends them all; completes with the time of the first byte. */
    private interface Sender {
        long send(String last) throws IOException;
    }

    private final Markers markers = new Markers();

    @Override
    public void run(Report report) throws Exception {
        Figures one = new Figures();
        Figures many = new Figures();
        Figures own = new Figures();
        for (int round = 0; round < ROUNDS; round++) {
            older("one", one);
            older("many", many);
            lanline(own);
        }
        one.print(report, "older program, one connection", BAR);
        many.print(report, "older program, a connection each", "");
        own.print(report, "Lanline's --json to Lanline", "");
    }

    private void older(String how, Figures figures) throws Exception {
        try (Lan lan = new Lan(24);
                Home home = new Home();
                Chat ece = new Chat(lan, 1, home, "ece");
                Helper ali = new Helper(lan.on(2, Commands.helper(OldSender.class, lan.address(1), how)))) {
            ece.open("ali", lan.address(2));
            flood(ece, figures, last -> {
                ali.order(MESSAGES + " " + last);
                return ali.nanos();
            });
        }
    }

    private void lanline(Figures figures) throws Exception {
        try (Lan lan = new Lan(24);
                Home home = new Home();
                Home other = new Home();
                Chat ece = new Chat(lan, 1, home, "ece");
                JsonChat ali = new JsonChat(lan, 2, other, "ali")) {
            ece.open("ali", lan.address(2));
            ali.awaitPeer("ece");
            flood(ece, figures, last -> script(ali, last));
        }
    }

    private static long script(JsonChat ali, String last) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < MESSAGES; i++) {
            String end = i == MESSAGES - 1 ? last : Integer.toString(i);
            lines.append("{\"do\":\"send\",\"to\":\"ece\",\"text\":\"")
                    .append(OldSender.TEXT)
                    .append(end)
                    .append("\"}\n");
        }
        byte[] all = lines.toString().getBytes(StandardCharsets.UTF_8);
        OutputStream input = ali.input();
        long first = System.nanoTime();
        CompletableFuture.runAsync(() -> write(input, all));
        return first;
    }

    private static void write(OutputStream to, byte[] bytes) {
        try {
            to.write(bytes);
            to.flush();
        } catch (IOException gone) {
            throw new IllegalStateException(gone);
        }
    }

    private void flood(Chat ece, Figures figures, Sender sender)
            throws IOException, InterruptedException, SQLException {
        String marker = markers.next();
        Terminal terminal = ece.terminal();
        int mark = terminal.mark();
        long first = sender.send(marker);
        CompletableFuture<Long> last = CompletableFuture.supplyAsync(() -> seen(terminal, marker, mark));
        int next = 0;
        while (!last.isDone()) {
            figures.keys.add(ece.key(next++));
            TimeUnit.MILLISECONDS.sleep(20);
        }
        figures.last.addMillis(first, last.join());
        figures.after.add(ece.key(next));
        terminal.settle(500);
        figures.bytes.add(terminal.bytesSince(mark));
        figures.resident.add(ece.figures().residentMegabytes());
        ece.clearInput();
        ece.quit();
        figures.lost.add(MESSAGES - ece.home().storedMessages());
    }

    private static long seen(Terminal terminal, String marker, int mark) {
        try {
            return terminal.awaitText(marker, mark);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
