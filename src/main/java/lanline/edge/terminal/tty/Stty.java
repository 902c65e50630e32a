package lanline.edge.terminal.tty;

import com.googlecode.lanterna.TerminalSize;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The line discipline of one tty, asked and set by the program {@code stty}. Any thread: no process begins while another one is about to
 * stop us all.
 */
final class Stty {
    /** Every key arrives as it is typed: no echo, no lines, no signals, no flow control, no CR as LF. */
    private static final String RAW = "-ixon -isig -iexten -icrnl -icanon -echo min 1 time 0";

    /** It answers in 30 ms; one that hangs must not keep the program from ending. */
    private static final long PATIENCE_MILLIS = 500;

    /** While we are stopped, time passes all the same. */
    private static final long FOREVER = TimeUnit.DAYS.toMillis(365);

    private final File device;
    private final Spawner spawner;

    /**
     * Whoever has it may begin a process. Until a new process runs its own program, its parent waits for it and can't be stopped; were it
     * stopped in that moment, with all of the group, nobody would ever continue it, and the shell would wait for us for ever.
     */
    private final Semaphore turn = new Semaphore(1);

    /** Begins a process; returns once it runs its own program. */
    interface Spawner {
        Process start(ProcessBuilder process) throws IOException;
    }

    Stty(File device) {
        this(device, ProcessBuilder::start);
    }

    Stty(File device, Spawner spawner) {
        this.device = device;
        this.spawner = spawner;
    }

    /** What stty said before the change. */
    record Before(String saved, Optional<TerminalSize> size) {}

    /** Switches to raw keys, in one process. */
    Before raw() throws IOException {
        List<String> lines =
                run("stty -g; stty size; stty " + RAW, PATIENCE_MILLIS).lines().toList();
        if (lines.isEmpty() || !isSaved(lines.get(0))) {
            throw new IOException("the terminal's settings can't be read: stty gave no answer");
        }
        return new Before(lines.get(0), lines.size() > 1 ? parseSize(lines.get(1)) : Optional.empty());
    }

    /** Puts back what {@link #raw} found. */
    void restore(String saved) throws IOException {
        if (isSaved(saved)) {
            run("stty " + saved, PATIENCE_MILLIS);
        }
    }

    /**
     * Puts back what {@link #raw} found and stops the whole process group, run.sh included; returns once it is continued.
     * SIGTSTP rather than SIGSTOP: the system takes no notice of it where nobody could ever continue the group.
     */
    void restoreAndStop(String saved) throws IOException {
        if (!isSaved(saved)) {
            return;
        }
        takeTurn(FOREVER);
        try {
            answer(start(List.of("sh", "-c", "stty " + saved + "; kill -TSTP 0")), FOREVER);
        } finally {
            turn.release();
        }
    }

    /** Raw keys again after {@link #restoreAndStop}, and the size of now. */
    Optional<TerminalSize> rawAgain() throws IOException {
        return parseSize(run("stty " + RAW + "; stty size", FOREVER).strip());
    }

    /** Whether lines are collected, echoed and edited by the terminal itself, as a shell leaves it. */
    boolean editsLines() throws IOException {
        List<String> words = List.of(run(List.of("stty", "-a"), PATIENCE_MILLIS).split("[\\s;]+"));
        return words.contains("icanon") && words.contains("echo");
    }

    Optional<TerminalSize> size() throws IOException {
        return parseSize(run(List.of("stty", "size"), PATIENCE_MILLIS).strip());
    }

    /** "rows columns"; nothing when it says 0, as a terminal without a window does. */
    static Optional<TerminalSize> parseSize(String line) {
        String[] numbers = line.split(" ", -1);
        if (numbers.length != 2 || !numbers[0].matches("\\d{1,4}") || !numbers[1].matches("\\d{1,4}")) {
            return Optional.empty();
        }
        int rows = Integer.parseInt(numbers[0]);
        int columns = Integer.parseInt(numbers[1]);
        return rows == 0 || columns == 0 ? Optional.empty() : Optional.of(new TerminalSize(columns, rows));
    }

    /** The form of {@code stty -g}: hexadecimal fields; nothing else is ever put into a command line. */
    private static boolean isSaved(String line) {
        return line.matches("[0-9a-zA-Z:=]{8,400}");
    }

    private String run(String script, long patienceMillis) throws IOException {
        return run(List.of("sh", "-c", script), patienceMillis);
    }

    private String run(List<String> command, long patienceMillis) throws IOException {
        takeTurn(patienceMillis);
        Process process;
        try {
            process = start(command);
        } finally {
            turn.release();
        }
        return answer(process, patienceMillis);
    }

    private void takeTurn(long patienceMillis) throws IOException {
        try {
            if (!turn.tryAcquire(patienceMillis, TimeUnit.MILLISECONDS)) {
                throw new IOException("the terminal is the shell's for now");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted before the terminal was free", e);
        }
    }

    private Process start(List<String> command) throws IOException {
        return spawner.start(
                new ProcessBuilder(command).redirectInput(device).redirectError(ProcessBuilder.Redirect.DISCARD));
    }

    private static String answer(Process process, long patienceMillis) throws IOException {
        try {
            if (!process.waitFor(patienceMillis, TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new IOException("stty doesn't answer");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
}
