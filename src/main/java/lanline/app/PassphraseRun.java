package lanline.app;

import java.io.IOException;
import lanline.core.secure.Passphrase;
import lanline.core.text.SafeText;
import lanline.edge.system.FileProblem;
import lanline.edge.system.IdentityFile;
import lanline.edge.terminal.Prompt;

/** {@code --passphrase}: asks for a new passphrase, twice, at the controlling terminal, and keeps the key behind it. */
final class PassphraseRun {
    private static final SafeText NEW = SafeText.line("New passphrase for your key (not shown; empty takes it away):");
    private static final SafeText AGAIN = SafeText.line("The same again:");
    private static final SafeText DIFFERENT = SafeText.line("The two are not the same.");

    private final Session session;

    PassphraseRun(Session session) {
        this.session = session;
    }

    /** Returns the exit status. */
    int run() throws StartupException, InterruptedException {
        if (!session.home().isWritable()) {
            throw new StartupException(session.home().folder() + " can't be written: nothing was changed");
        }
        try (Prompt prompt = Unlocking.terminal()) {
            IdentityFile identity = opened(prompt);
            try (Passphrase chosen = chosen(prompt)) {
                prompt.say(SafeText.line(protect(identity, chosen)));
                return 0;
            }
        } catch (IOException gone) {
            throw new StartupException("the terminal is gone: nothing was changed");
        } finally {
            session.lock().ifPresent(lock -> lock.close());
        }
    }

    private IdentityFile opened(Prompt prompt) throws IOException, StartupException, InterruptedException {
        if (!IdentityFile.isLocked(session.home())) {
            return session.identity();
        }
        return Unlocking.atPrompt(session, prompt).orElseThrow(PassphraseRun::unchanged);
    }

    private static StartupException unchanged() {
        return new StartupException("nothing was changed");
    }

    private static Passphrase chosen(Prompt prompt) throws IOException, StartupException, InterruptedException {
        while (true) {
            Passphrase once = prompt.ask(NEW).orElseThrow(PassphraseRun::unchanged);
            try (Passphrase twice = prompt.ask(AGAIN).orElseThrow(PassphraseRun::unchanged)) {
                if (once.isLike(twice)) {
                    return once;
                }
            }
            once.close();
            prompt.say(DIFFERENT);
        }
    }

    private static String protect(IdentityFile identity, Passphrase chosen) throws StartupException {
        try {
            identity.protect(chosen);
        } catch (IOException unwritten) {
            throw new StartupException(
                    "your key could not be written (" + FileProblem.of(unwritten) + "): nothing was changed");
        }
        return chosen.isEmpty()
                ? "Your key is not protected by a passphrase any more."
                : "Your key is protected. Each start asks for this passphrase; nothing can bring the key back without it.";
    }
}
