package lanline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the system says about a process and all that it has started. */
final class ProcessFigures {
    private final List<Long> pids;

    ProcessFigures(long pid) {
        pids = Stream.concat(
                        ProcessHandle.of(pid).stream(),
                        ProcessHandle.of(pid).stream().flatMap(ProcessHandle::descendants))
                .map(ProcessHandle::pid)
                .toList();
    }

    double residentMegabytes() throws IOException {
        return sum("smaps_rollup", "Rss:") / 1024.0;
    }

    double proportionalMegabytes() throws IOException {
        return sum("smaps_rollup", "Pss:") / 1024.0;
    }

    /** Nanoseconds on a processor, a thread each. */
    Map<Path, Long> processorNanos() throws IOException {
        return ofThreads(thread ->
                Long.parseLong(Files.readString(thread.resolve("schedstat")).split(" ")[0]));
    }

    /** How often each thread has waited for something, and was woken. */
    Map<Path, Long> wakeUps() throws IOException {
        return ofThreads(thread -> numberAfter(thread.resolve("status"), "voluntary_ctxt_switches:"));
    }

    /** What has been added since; of a thread that has ended meanwhile nothing is known. */
    static long since(Map<Path, Long> before, Map<Path, Long> after) {
        return after.entrySet().stream()
                .mapToLong(thread -> thread.getValue() - before.getOrDefault(thread.getKey(), 0L))
                .sum();
    }

    private interface Figure {
        long of(Path thread) throws IOException;
    }

    private Map<Path, Long> ofThreads(Figure figure) throws IOException {
        Map<Path, Long> figures = new HashMap<>();
        for (Path thread : threads()) {
            try {
                figures.put(thread, figure.of(thread));
            } catch (NoSuchFileException ended) {
                // Between the listing and the look.
            }
        }
        return figures;
    }

    private long sum(String file, String field) throws IOException {
        long sum = 0;
        for (long pid : pids) {
            sum += numberAfter(Path.of("/proc", Long.toString(pid), file), field);
        }
        return sum;
    }

    private List<Path> threads() throws IOException {
        return pids.stream()
                .map(pid -> Path.of("/proc", Long.toString(pid), "task"))
                .flatMap(ProcessFigures::entries)
                .toList();
    }

    private static Stream<Path> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList().stream();
        } catch (IOException gone) {
            // It ended meanwhile.
            return Stream.empty();
        }
    }

    private static long numberAfter(Path file, String field) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith(field))
                .map(line -> line.substring(field.length()).replace("kB", "").strip())
                .mapToLong(Long::parseLong)
                .sum();
    }
}
