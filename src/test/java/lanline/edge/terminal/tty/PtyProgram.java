package lanline.edge.terminal.tty;

import com.pty4j.PtyProcess;
import com.pty4j.PtyProcessBuilder;
import com.pty4j.WinSize;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jline.builtins.ScreenTerminal;

/** {@link TtyDemo} in a JVM of its own on a pty, its output shown in an emulator. Lives in the test's thread. */
final class PtyProgram implements AutoCloseable {
    /** A JVM on a busy machine starts in seconds; what takes longer hangs. */
    private static final long PATIENCE_SECONDS = 30;

    private final PtyProcess process;
    private final BlockingQueue<String> pieces = new LinkedBlockingQueue<>();
    private final ScreenTerminal emulator = new ScreenTerminal(80, 24);
    private final StringBuilder output = new StringBuilder();

    /** @param hangUps a command for the shell: to ignore them, or nothing */
    static PtyProgram started(String hangUps) throws IOException {
        return new PtyProgram(
                "sh",
                "-c",
                hangUps + "echo before=`stty -g`; eval \"$DEMO\"; echo status=$?; echo after=`stty -g`; echo end");
    }

    /** A shell with job control, in which {@code eval "$DEMO"} starts the program. */
    static PtyProgram inShell() throws IOException {
        return new PtyProgram("sh", "-i");
    }

    private PtyProgram(String... command) throws IOException {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("JAVA", System.getProperty("java.home") + "/bin/java");
        environment.put("CLASSES", System.getProperty("java.class.path"));
        environment.put("DEMO", "\"$JAVA\" -XX:TieredStopAtLevel=1 -cp \"$CLASSES\" " + TtyDemo.class.getName());
        environment.put("PS1", "ready$ ");
        environment.put("PS2", "more$ ");
        environment.remove("ENV");
        process = new PtyProcessBuilder()
                .setCommand(command)
                .setEnvironment(environment)
                .setInitialColumns(80)
                .setInitialRows(24)
                .start();
        Thread reader = new Thread(this::read, "pty-output");
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        byte[] bytes = new byte[8_192];
        try (InputStream input = process.getInputStream()) {
            for (int count = input.read(bytes); count >= 0; count = input.read(bytes)) {
                pieces.add(new String(bytes, 0, count, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            pieces.add(""); // the other end is closed: that is the end of the output
        }
    }

    void type(String keys) throws IOException {
        process.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    void resize(int columns, int rows) {
        emulator.setSize(columns, rows);
        process.setWinSize(new WinSize(columns, rows));
    }

    /** The JVM under the shell. */
    ProcessHandle java() {
        return ProcessHandle.of(process.pid())
                .orElseThrow()
                .children()
                .findFirst()
                .orElseThrow();
    }

    /** Waits until the emulator's screen is as asked. */
    String screen(Predicate<String> asked) throws InterruptedException {
        while (!asked.test(emulator.toString())) {
            take();
        }
        return emulator.toString();
    }

    /** Waits for a text in the bytes; all of them until then. */
    String output(String text) throws InterruptedException {
        return outputSince(0, text);
    }

    /** The same in what came after {@code mark}. */
    String outputSince(int mark, String text) throws InterruptedException {
        while (output.indexOf(text, mark) < 0) {
            take();
        }
        return output.substring(mark);
    }

    /** Where what comes from now on begins. */
    int mark() {
        return output.length();
    }

    private void take() throws InterruptedException {
        String piece = pieces.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (piece == null) {
            throw new AssertionError("nothing more came after: " + output + "\n" + emulator);
        }
        output.append(piece);
        emulator.write(new String(piece.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
    }

    /** The terminal goes away, as when its window is closed. */
    void hangUp() throws IOException {
        process.getOutputStream().close();
        process.getInputStream().close();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
