package lanline.bench;

import java.io.IOException;

/** How long {@code run.sh --version} takes: the shell, the JVM, and back. */
final class VersionBench implements Benchmark {
    /** Enough for a steady median; the first is left out, since it fills the page cache. */
    private static final int RUNS = 15;

    @Override
    public void run(Report report) throws IOException, InterruptedException {
        Samples times = new Samples();
        for (int run = 0; run <= RUNS; run++) {
            long start = System.nanoTime();
            Commands.run(Commands.lanline("--version"));
            if (run > 0) {
                times.addMillis(start, System.nanoTime());
            }
        }
        report.row("run.sh --version, ms", times, "");
    }
}
