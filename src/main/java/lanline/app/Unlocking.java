package lanline.app;

import java.io.IOException;
import java.util.Optional;
import lanline.core.secure.Passphrase;
import lanline.core.text.SafeText;
import lanline.edge.system.IdentityFile;
import lanline.edge.terminal.ConsolePrompt;
import lanline.edge.terminal.Prompt;
import lanline.edge.terminal.SecretPrompt;
import lanline.edge.terminal.tty.TtySettings;

/** Gets at the identity of a run, for which somebody may have to type a passphrase: at a terminal, and nowhere else. */
final class Unlocking {
    private static final String WRONG = "That is not the passphrase of your key. Try again.";
    private static final SafeText QUESTION = SafeText.line("Passphrase of your key (not shown, Ctrl-C leaves):");

    private Unlocking() {}

    /** How a passphrase is asked for; {@code complaint}: what was wrong with the last one, or nothing; empty: rather leave. */
    interface Question {
        Optional<Passphrase> ask(SafeText complaint) throws IOException, InterruptedException;
    }

    /** Asks until the key opens; empty if the person would rather leave. What a key is, is loaded only once somebody has answered. */
    static Optional<IdentityFile> unlocked(Session session, Question question)
            throws IOException, InterruptedException {
        Optional<Passphrase> typed = question.ask(SafeText.EMPTY);
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        IdentityFile identity = session.identity();
        while (typed.isPresent()) {
            try (Passphrase passphrase = typed.get()) {
                if (!identity.isLocked() || identity.unlock(passphrase)) {
                    return Optional.of(identity);
                }
            }
            typed = question.ask(SafeText.line(WRONG));
        }
        return Optional.empty();
    }

    /** Without a screen: asks at the controlling terminal if there is a passphrase. */
    static IdentityFile withoutScreen(Session session) throws StartupException, InterruptedException {
        if (!IdentityFile.isLocked(session.home())) {
            return session.identity();
        }
        try (Prompt prompt = terminal()) {
            return atPrompt(session, prompt).orElseThrow(() -> new StartupException("your key stays locked"));
        } catch (IOException gone) {
            throw new StartupException("the terminal is gone");
        }
    }

    static Optional<IdentityFile> atPrompt(Session session, Prompt prompt) throws IOException, InterruptedException {
        return unlocked(session, complaint -> {
            if (!complaint.isBlank()) {
                prompt.say(complaint);
            }
            return prompt.ask(QUESTION);
        });
    }

    static Prompt terminal() throws StartupException {
        try {
            return SecretPrompt.open(TtySettings.of(System.getProperties(), System.getenv()));
        } catch (IOException absent) {
            return ConsolePrompt.open()
                    .orElseThrow(() -> new StartupException(
                            "the passphrase of your key is typed at a terminal, and none can be used here ("
                                    + absent.getMessage()
                                    + "): start from one, or take the passphrase away there with --passphrase"));
        }
    }
}
