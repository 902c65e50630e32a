package lanline.bench;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What a new size of the window costs, and a window that is dragged through 21 sizes in 0.2 s. Lives on the thread that measures. */
final class Resizes {
    private static final int DRAGGED = 20;
    private static final int BETWEEN_MILLIS = 10;
    private static final long QUIET_MILLIS = 350;

    private final int columns;
    private final int rows;
    private final Samples millis = new Samples();
    private final Samples bytes = new Samples();
    private final Samples dragMillis = new Samples();
    private final Samples dragBytes = new Samples();

    private record Size(int columns, int rows) {}

    Resizes(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
    }

    void measure(Terminal terminal) throws IOException, InterruptedException {
        Size own = new Size(columns, rows);
        for (Size size : List.of(
                new Size(columns + 20, rows + 6), own, new Size(columns - 20, rows - 6), own, new Size(132, 43), own)) {
            terminal.settle(QUIET_MILLIS);
            int mark = terminal.mark();
            long from = terminal.resize(size.columns, size.rows);
            settled(terminal, mark, from, millis, bytes);
        }
        drag(terminal);
    }

    private void drag(Terminal terminal) throws IOException, InterruptedException {
        terminal.settle(QUIET_MILLIS);
        int mark = terminal.mark();
        for (int i = 0; i < DRAGGED; i++) {
            terminal.resize(columns + 1 + i % 19, rows + 1 + i % 4);
            TimeUnit.MILLISECONDS.sleep(BETWEEN_MILLIS);
        }
        settled(terminal, mark, terminal.resize(columns, rows), dragMillis, dragBytes);
    }

    private static void settled(Terminal terminal, int mark, long from, Samples millis, Samples bytes)
            throws InterruptedException {
        terminal.settle(QUIET_MILLIS);
        millis.addMillis(from, Math.max(from, terminal.lastSince(mark).orElse(from)));
        bytes.add(terminal.bytesSince(mark));
    }

    void print(Report report) {
        report.row("a new size: ms to stable", millis, "");
        report.row("a new size: bytes", bytes, "≤ 5,000");
        report.row("21 sizes in 0.2 s: ms from the last to stable", dragMillis, "≤ 50");
        report.row("21 sizes in 0.2 s: bytes", dragBytes, "≤ 60,000");
    }
}
