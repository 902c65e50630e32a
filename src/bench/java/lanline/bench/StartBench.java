package lanline.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;

/** How long {@code run.sh --version} takes: the shell, the JVM, and back. */
final class StartBench implements Callable<String> {
    /** Enough for a steady median; the first is left out, since it fills the page cache. */
    private static final int RUNS = 15;

    @Override
    public String call() throws IOException, InterruptedException {
        String runner =
                Path.of(System.getProperty("lanline.checkout", "."), "run.sh").toString();
        List<Double> times = new ArrayList<>();
        for (int run = 0; run <= RUNS; run++) {
            double milliseconds = time(runner, "--version");
            if (run > 0) {
                times.add(milliseconds);
            }
        }
        Collections.sort(times);
        return "%s --version, %d runs: median %.0f ms, slowest %.0f ms"
                .formatted("run.sh", RUNS, times.get(RUNS / 2), times.get(RUNS - 1));
    }

    private static double time(String... command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int status = process.waitFor();
        if (status != 0) {
            throw new IOException(String.join(" ", command) + " ended with status " + status);
        }
        return (System.nanoTime() - start) / 1e6;
    }
}
