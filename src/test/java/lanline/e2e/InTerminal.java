package lanline.e2e;

import com.pty4j.PtyProcess;
import com.pty4j.PtyProcessBuilder;
import com.pty4j.WinSize;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jline.builtins.ScreenTerminal;

/** {@code run.sh} in a terminal of its own, whose screen an emulator draws. Lives on the test's thread. */
final class InTerminal implements AutoCloseable {
    /** The terminal's settings before and after, and the status: printed by the shell around the program. */
    private static final String AROUND =
            "echo \"before $(stty -g)\"; \"$@\"; echo \"status $?\"; echo \"after $(stty -g)\"; echo over";

    private final String who;
    private final PtyProcess process;
    private final ScreenTerminal emulator;
    private final BlockingQueue<String> arriving = new LinkedBlockingQueue<>();
    private final StringBuilder output = new StringBuilder();

    private InTerminal(String who, List<String> command, int columns, int rows) throws IOException {
        this.who = who;
        emulator = new ScreenTerminal(columns, rows);
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.keySet().removeIf(key -> key.matches("LANLINE.*|XDG.*|SSH.*|NO_COLOR|CI"));
        environment.put("TERM", "xterm-256color");
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("PS1", "ready$ ");
        environment.remove("ENV");
        process = new PtyProcessBuilder(command.toArray(String[]::new))
                .setEnvironment(environment)
                .setInitialColumns(columns)
                .setInitialRows(rows)
                .start();
        Thread reader = new Thread(this::read, "terminal of " + who);
        reader.setDaemon(true);
        reader.start();
    }

    /** {@code run.sh} with a home, and what the shell says before and after it. */
    static InTerminal program(String who, Namespace host, Path home, int columns, int rows) throws IOException {
        String[] command = {"sh", "-c", AROUND, "sh", Launch.RUN_SH.toString(), "--home", home.toString()};
        return new InTerminal(who, host.enter(command), columns, rows);
    }

    /** A shell with job control, that says "ready$ ". */
    static InTerminal shell(String who, Namespace host, int columns, int rows) throws IOException {
        return new InTerminal(who, host.enter("sh", "-i"), columns, rows);
    }

    private void read() {
        char[] piece = new char[8_192];
        try (Reader reader = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
            for (int length = reader.read(piece); length >= 0; length = reader.read(piece)) {
                arriving.add(new String(piece, 0, length));
            }
        } catch (IOException closed) {
            // The shell has ended, and its terminal with it.
        }
    }

    /** Presses keys, as a terminal sends them. */
    void type(String keys) throws IOException {
        process.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    void resize(int columns, int rows) {
        emulator.setSize(columns, rows);
        process.setWinSize(new WinSize(columns, rows));
    }

    /** Waits until the screen is as wanted; returns it. */
    String awaitScreen(String what, Predicate<String> wanted) throws InterruptedException {
        return await(what, () -> wanted.test(emulator.toString()), emulator::toString);
    }

    String awaitScreenWith(String text) throws InterruptedException {
        return awaitScreen(text, screen -> screen.contains(text));
    }

    /** Waits until the shell has its terminal back; all that was written to the terminal since the start. */
    String awaitEnd() throws InterruptedException {
        return await("its end", () -> output.indexOf("\nover") >= 0, output::toString);
    }

    /** Waits for {@code text} in what is written from {@code mark} on; returns that. */
    String awaitOutput(int mark, String text) throws InterruptedException {
        return await(text, () -> output.indexOf(text, mark) >= 0, () -> output.substring(mark));
    }

    /** Where in the output stands what is written from now on. */
    int mark() {
        return output.length();
    }

    private String await(String what, BooleanSupplier condition, Supplier<String> result) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(Lines.PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            String piece = arriving.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (piece == null) {
                throw new AssertionError("the terminal of " + who + " never showed " + what + ":\n" + emulator);
            }
            output.append(piece);
            emulator.write(piece);
        }
        return result.get();
    }

    /** SIGTERM to {@code run.sh}, as when its session ends. */
    void terminate() {
        ProcessHandle.of(process.pid()).orElseThrow().children().forEach(ProcessHandle::destroy);
    }

    @Override
    public void close() {
        // run.sh outlives Java and Java outlives a killed run.sh: what still runs would write into the folder that is
        // deleted next.
        List<ProcessHandle> below = ProcessHandle.of(process.pid()).stream()
                .flatMap(ProcessHandle::descendants)
                .toList();
        process.destroyForcibly();
        below.forEach(ProcessHandle::destroyForcibly);
        below.forEach(each -> each.onExit()
                .orTimeout(Lines.PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join());
    }
}
