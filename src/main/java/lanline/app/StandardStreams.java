package lanline.app;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the standard streams are connected to, found out without a native call. */
final class StandardStreams {
    private static final Pattern TERMINAL = Pattern.compile("/dev/(pts/|tty|console|ptmx).*");

    private StandardStreams() {}

    /** Whether a full screen makes sense: a terminal on both sides that can move its cursor. */
    static boolean areScreen() {
        if (Boolean.getBoolean("lanline.tty.prepared")) {
            return true;
        }
        String term = System.getenv().getOrDefault("TERM", "dumb");
        return areTerminal() && !term.equals("dumb") && Files.exists(Path.of("/dev/tty"));
    }

    /** Whether somebody sits there who can be asked. */
    static boolean areTerminal() {
        Path descriptors = Path.of("/proc/self/fd");
        if (!Files.isDirectory(descriptors)) {
            return Optional.ofNullable(System.console())
                    .filter(StandardStreams::isTerminal)
                    .isPresent();
        }
        return isTerminal(descriptors.resolve("0")) && isTerminal(descriptors.resolve("1"));
    }

    /** From Java 22 on there is always a console, which then tells by a method of its own. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException olderJava) {
            return true;
        }
    }

    private static boolean isTerminal(Path descriptor) {
        try {
            return TERMINAL.matcher(Files.readSymbolicLink(descriptor).toString())
                    .matches();
        } catch (IOException closed) {
            return false;
        }
    }
}
