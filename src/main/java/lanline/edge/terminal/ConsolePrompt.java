package lanline.edge.terminal;

import java.io.Console;
import java.util.Arrays;
import java.util.Optional;
import lanline.core.secure.Passphrase;
import lanline.core.text.SafeText;

/** Questions at Java's own console: where there is no terminal of the kind that {@link SecretPrompt} needs, as on Windows. */
public final class ConsolePrompt implements Prompt {
    private final Console console;

    private ConsolePrompt(Console console) {
        this.console = console;
    }

    /** Empty where the standard streams are not both those of a person. */
    public static Optional<Prompt> open() {
        // Java 22 to 24 give a console that reads from a file or pipe as well; this one is there for people only.
        System.setProperty("jdk.console", "java.base");
        return Optional.ofNullable(System.console()).map(ConsolePrompt::new);
    }

    @Override
    public Optional<Passphrase> ask(SafeText question) {
        return Optional.ofNullable(console.readPassword("%s ", question)).map(ConsolePrompt::ofMost);
    }

    private static Passphrase ofMost(char[] typed) {
        if (typed.length <= Passphrase.MOST_CHARACTERS) {
            return new Passphrase(typed);
        }
        char[] most = Arrays.copyOf(typed, Passphrase.MOST_CHARACTERS);
        Arrays.fill(typed, '\0');
        return new Passphrase(most);
    }

    @Override
    public void say(SafeText sentence) {
        console.printf("%s%n", sentence);
        console.flush();
    }

    /** The console stays as it was. */
    @Override
    public void close() {}
}
