package lanline.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;

/** A process that a test talks to in lines. Lives on the test's thread. */
class Running implements AutoCloseable {
    private final String who;
    private final Process process;
    private final Lines output;
    private final Lines errors;
    private int from;

    Running(String who, Process process) {
        this.who = who;
        this.process = process;
        output = new Lines(process.getInputStream());
        errors = new Lines(process.getErrorStream());
    }

    /** Writes a line to its standard input. */
    final void type(String line) {
        try {
            OutputStream input = process.getOutputStream();
            input.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            input.flush();
        } catch (IOException gone) {
            throw new AssertionError(story("takes no more input"), gone);
        }
    }

    final void endInput() throws IOException {
        process.getOutputStream().close();
    }

    /** Where the output stands that comes from now on. */
    final int mark() {
        return output.mark();
    }

    /** What it has said so far is not looked at any more: another test begins, in which this one goes on. */
    final void beginAnew() {
        assertTrue(process.isAlive(), () -> story("has ended in an earlier test"));
        from = mark();
    }

    /** Waits for a line from {@code mark} on in which {@code find} finds something. */
    final <T> T await(String what, int mark, Function<String, Optional<T>> find) throws InterruptedException {
        return output.await(Math.max(mark, from), find)
                .orElseThrow(() -> new AssertionError(story("never said " + what)));
    }

    final String awaitLine(String what, Predicate<String> wanted) throws InterruptedException {
        return await(what, 0, line -> Optional.of(line).filter(wanted));
    }

    final String awaitLineWith(String part) throws InterruptedException {
        return awaitLine("a line with: " + part, line -> line.contains(part));
    }

    /** All that it has printed so far, in order. */
    final Lines output() {
        return output;
    }

    /** Waits for its end; returns its status. */
    final int awaitEnd() throws InterruptedException {
        assertTrue(process.waitFor(Lines.PATIENCE_SECONDS, TimeUnit.SECONDS), () -> story("did not end"));
        return process.exitValue();
    }

    /** What it printed on standard error, once it has ended. */
    final String awaitErrors() throws InterruptedException {
        return String.join("\n", errors.awaitAll());
    }

    final long pid() {
        return process.pid();
    }

    /** SIGTERM. */
    final void terminate() {
        process.destroy();
    }

    /** SIGKILL, and waits until it is gone. */
    final void kill() throws InterruptedException {
        process.destroyForcibly();
        awaitEnd();
    }

    final String story(String fault) {
        return who + " " + fault + ". It said:\n  " + String.join("\n  ", output.soFar()) + "\nand complained:\n  "
                + String.join("\n  ", errors.soFar());
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
