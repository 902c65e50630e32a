package lanline.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A helper program, which says what it does when, a line each. */
final class Helper implements AutoCloseable {
    private final Process process;
    private final BufferedReader lines;

    Helper(List<String> command) throws IOException {
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** The next line, a time by the clock of {@link System#nanoTime}, which all processes share here. */
    long nanos() throws IOException {
        String line = lines.readLine();
        if (line == null) {
            throw new IOException("the helper has ended");
        }
        return Long.parseLong(line);
    }

    /** Gives it an order. */
    void order(String words) throws IOException {
        process.getOutputStream().write((words + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
