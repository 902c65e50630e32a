package lanline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The table that is printed, a row as soon as it is measured. */
final class Report {
    private static final Path LOAD = Path.of("/proc/loadavg");

    /** Said once, above the rows. */
    void begin() {
        System.out.println("JDK " + System.getProperty("java.version") + ", "
                + Runtime.getRuntime().availableProcessors() + " processors; load: average of the last minute");
        System.out.println();
        System.out.println("| figure | n | median | p99 | range | bar | load |");
        System.out.println("|---|---|---|---|---|---|---|");
    }

    /** {@code figure} names the unit; {@code bar}: what is asked for, or nothing. */
    void row(String figure, Samples samples, String bar) {
        System.out.printf(
                "| %s | %d | %s | %s | %s | %s | %s |%n",
                figure, samples.count(), samples.medianText(), samples.p99Text(), samples.rangeText(), bar, load());
    }

    private static String load() {
        try {
            return Files.readString(LOAD).split(" ")[0];
        } catch (IOException absent) {
            return "unknown";
        }
    }
}
