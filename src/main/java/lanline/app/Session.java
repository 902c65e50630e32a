package lanline.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import lanline.core.model.Nickname;
import lanline.core.model.Preferences;
import lanline.core.model.Setting;
import lanline.core.text.SafeText;
import lanline.edge.store.HistoryLock;
import lanline.edge.system.HomeCheck;
import lanline.edge.system.HomeFolder;
import lanline.edge.system.IdentityFile;
import lanline.edge.system.SecureRandomSource;

/**
 * A home that is open for this process alone, with its settings: what stands before the first frame.
 *
 * <p>{@code notices}: what people should know about it. {@code lock} is empty where the home can't be written.
 */
record Session(HomeFolder home, Optional<HistoryLock> lock, Settings settings, List<SafeText> notices) {
    Session {
        notices = List.copyOf(notices);
    }

    /** What is set for this run: as it is stored, but the name of this run and what the command line says. */
    Preferences preferences(Options.Person person, Nickname name) {
        Preferences chosen = settings.preferences().with(Setting.NAME, name.toString());
        if (person.theme().isPresent()) {
            chosen = chosen.with(Setting.THEME, person.theme().get());
        }
        return person.ascii() ? chosen.with(Setting.ASCII, "on") : chosen;
    }

    /** Opens the home; throws with a sentence where the program must not start with it. */
    static Session open(Path path) throws StartupException {
        HomeCheck.Handler<Opening> opening = new HomeCheck.Handler<>() {
            @Override
            public Opening ready(HomeFolder home) {
                return new Opening(Optional.of(home), Optional.empty());
            }

            @Override
            public Opening unwritable(HomeFolder home, SafeText sentence) {
                return new Opening(Optional.of(home), Optional.of(sentence));
            }

            @Override
            public Opening refused(SafeText sentence) {
                return new Opening(Optional.empty(), Optional.of(sentence));
            }
        };
        return HomeFolder.open(path).deliverTo(opening).session();
    }

    /** Who this is; it may be locked. The first thing of a start that needs cryptography. */
    IdentityFile identity() {
        return IdentityFile.read(home, new SecureRandomSource(), System.currentTimeMillis());
    }

    private record Opening(Optional<HomeFolder> home, Optional<SafeText> sentence) {
        Session session() throws StartupException {
            if (home.isEmpty()) {
                throw new StartupException(sentence.map(SafeText::value).orElse("the home folder can't be used"));
            }
            List<SafeText> notices = new ArrayList<>();
            sentence.ifPresent(notices::add);
            Optional<HistoryLock> lock = home.get().isWritable() ? locked(home.get(), notices) : Optional.empty();
            SettingsFile.Opened settings = new SettingsFile(home.get()).open(System.currentTimeMillis());
            settings.notice().ifPresent(notices::add);
            notices.addAll(settings.settings().complaints());
            return new Session(home.get(), lock, settings.settings(), notices);
        }
    }

    private static Optional<HistoryLock> locked(HomeFolder home, List<SafeText> notices) throws StartupException {
        Locking locking = HistoryLock.acquire(home.hostFolder()).deliverTo(new HistoryLock.Attempt.Handler<>() {
            @Override
            public Locking acquired(HistoryLock lock) {
                return new Locking(Optional.of(lock), "", "");
            }

            @Override
            public Locking heldBy(OptionalLong pid) {
                String who = pid.isPresent() ? "process " + pid.getAsLong() : "another process";
                return new Locking(
                        Optional.empty(),
                        who + " runs Lanline with " + home.folder()
                                + " already: use that one, or start with --home and another folder to be somebody else",
                        "");
            }

            @Override
            public Locking impossible(SafeText reason) {
                return new Locking(
                        Optional.empty(),
                        "",
                        "the history of this run is not kept: " + reason + "; see to " + home.folder()
                                + ", or start with --home and another folder");
            }
        });
        if (!locking.refusal().isEmpty()) {
            throw new StartupException(locking.refusal());
        }
        if (!locking.notice().isEmpty()) {
            notices.add(SafeText.line(locking.notice()));
        }
        return locking.lock();
    }

    private record Locking(Optional<HistoryLock> lock, String refusal, String notice) {}
}
