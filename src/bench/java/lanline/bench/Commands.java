package lanline.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Other programs, and the command lines by which the program itself and our helpers are started. */
final class Commands {
    private static final Path CHECKOUT =
            Path.of(System.getProperty("lanline.checkout", ".")).toAbsolutePath();

    private Commands() {}

    /** {@code run.sh} with options. */
    static List<String> lanline(String... options) {
        List<String> command =
                new ArrayList<>(List.of(CHECKOUT.resolve("run.sh").toString()));
        command.addAll(List.of(options));
        return command;
    }

    /** A class of ours with a main method, in a virtual machine of its own. */
    static List<String> helper(Class<?> main, String... arguments) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(
                java, "-XX:+UseSerialGC", "-Xmx128m", "-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Runs a command to its end, with nothing to read; its status must be 0. */
    static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        if (status != 0) {
            throw new IOException(String.join(" ", command) + " ended with status " + status + ": " + said);
        }
    }

    /** What a command says, whatever its status. */
    static String output(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.onExit().join();
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
