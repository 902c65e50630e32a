package lanline.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a running program holds of the machine. */
final class Vitals {
    /** Instances, and the bytes of all. */
    private static final Pattern TOTAL = Pattern.compile("Total +[0-9]+ +([0-9]+)");

    private static final Path JCMD = Path.of(System.getProperty("java.home"), "bin", "jcmd");

    private Vitals() {}

    /** Living memory in kilobytes: collected and counted in one stop, so that nothing is allocated between the two. */
    static long heapKilobytes(Running program) {
        Matcher total = TOTAL.matcher(jcmd(program, "GC.class_histogram"));
        if (!total.find()) {
            throw new AssertionError("a histogram without a total");
        }
        return Long.parseLong(total.group(1)) / 1_024;
    }

    private static String jcmd(Running program, String command) {
        return Shell.run(List.of(JCMD.toString(), Long.toString(program.pid()), command));
    }

    /** All that it takes of the machine, in kilobytes. */
    static long residentKilobytes(Running program) throws IOException {
        String status = Files.readString(Path.of("/proc", Long.toString(program.pid()), "status"));
        Matcher resident = Pattern.compile("VmRSS:\\s+([0-9]+) kB").matcher(status);
        if (!resident.find()) {
            throw new AssertionError(status);
        }
        return Long.parseLong(resident.group(1));
    }

    /** Open connections, listeners and datagram sockets. */
    static long sockets(Running program) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(program.pid()), "fd"))) {
            return files.filter(Vitals::isSocket).count();
        }
    }

    private static boolean isSocket(Path file) {
        try {
            return Files.readSymbolicLink(file).toString().startsWith("socket:");
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }

    /** Threads that read from or write to a connection. */
    static long linkThreads(Running program) throws IOException {
        try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(program.pid()), "task"))) {
            return threads.filter(Vitals::isOfLink).count();
        }
    }

    /** A figure of a program. */
    interface Figure {
        long of(Running program) throws IOException;
    }

    /** Looks again and again, each time when the program has come round to answer, until the figure is small enough. */
    static void awaitAtMost(Program program, String what, long most, Figure figure)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(Lines.PATIENCE_SECONDS);
        while (figure.of(program) > most) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(program.story("has " + figure.of(program) + " " + what + ", not " + most));
            }
            program.ask("users");
        }
    }

    private static boolean isOfLink(Path thread) {
        try {
            return Files.readString(thread.resolve("comm")).matches("(read|write)-[0-9].*\\s*");
        } catch (IOException endedMeanwhile) {
            return false;
        }
    }
}
