package lanline.app;

import java.io.IOException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import lanline.core.event.EventBus;
import lanline.core.event.StorageEvent.HistoryTrouble;
import lanline.core.event.UserCommand;
import lanline.core.model.Nickname;
import lanline.core.model.Preferences;
import lanline.core.model.Setting;
import lanline.core.screen.Screen;
import lanline.edge.system.HandOver;
import lanline.edge.system.IdentityFile;
import lanline.edge.terminal.Detected;
import lanline.edge.terminal.KnownTerminals;
import lanline.edge.terminal.ScreenThread;
import lanline.edge.terminal.WindowSettings;
import lanline.edge.terminal.theme.Colours;
import lanline.edge.terminal.theme.Themes;
import lanline.edge.terminal.tty.ColorDepth;
import lanline.edge.terminal.tty.Tty;
import lanline.edge.terminal.tty.TtySettings;
import org.jspecify.annotations.Nullable;

/** One run with the full screen: the first frame stands before anything of the chat is loaded. */
final class FullScreenRun {
    /** A program that was told to end is gone within a second, whatever it still waits for. */
    private static final long LAST_WORDS_MILLIS = 900;

    /** Names another terminal than the controlling one: for {@link Training}, which has none. */
    static final String TERMINAL = "lanline.tty";

    private final Options options;
    private final Session session;
    private final CountDownLatch shown;
    private final ErrorLog errors;
    private final EventBus bus = new EventBus();
    private final TypedKeeper typed;
    private final AtomicReference<@Nullable ChatApp> running = new AtomicReference<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** {@code shown} is counted down when the first frame stands. */
    FullScreenRun(Options options, Session session, CountDownLatch shown) {
        this.shown = shown;
        this.options = options;
        this.session = session;
        errors = new ErrorLog(session.home().hostFolder());
        typed = new TypedKeeper(new TypedFile(session.home()), sentence -> bus.answer(new HistoryTrouble(sentence)));
    }

    /** Returns the exit status. */
    int run() throws StartupException, InterruptedException {
        Tty tty = openTerminal();
        tty.divertPrints(errors.stream(), System.out, System.err);
        Thread.setDefaultUncaughtExceptionHandler(tty.restoringBefore((thread, mistake) -> errors.note(mistake)));
        ColorDepth depth = Colours.depth(System.getenv());
        // Of colours the theme asks only for those that the terminal has, or that somebody has set it to.
        ScreenThread screen =
                new ScreenThread(tty, ColorDepth.TRUECOLOR, this::tell, windowSettings(tty, depth), this::leave);
        Runtime.getRuntime().addShutdownHook(new Thread(this::leaveAndWait, "leave"));
        try {
            return chat(screen);
        } finally {
            screen.stop();
            typed.close();
            closed.countDown();
        }
    }

    private int chat(ScreenThread screen) throws StartupException, InterruptedException {
        boolean isLocked = IdentityFile.isLocked(session.home());
        Optional<IdentityFile> unlocked = isLocked ? unlocked(screen) : Optional.empty();
        if (isLocked && unlocked.isEmpty()) {
            return 0;
        }
        Names names = new Names(options, session);
        Optional<Nickname> name = names.known().isPresent() ? names.known() : askName(screen);
        if (name.isEmpty()) {
            return 0;
        }
        Preferences preferences = session.preferences(options.person(), name.get());
        screen.start(Screen.starting(name.get(), preferences));
        shown.countDown();
        IdentityFile.Opened identity = unlocked.orElseGet(session::identity).use();
        return chat(screen, new ChatApp.Person(name.get(), preferences, identity));
    }

    private int chat(ScreenThread screen, ChatApp.Person person) throws StartupException, InterruptedException {
        try (ChatApp app = new ChatApp(options, session, person, bus, screen::accept)) {
            running.set(app);
            typed.open(System.currentTimeMillis(), screen::restore);
            app.start();
            if (session.settings().value(Setting.NAME).isEmpty()) {
                app.keep(Setting.NAME, person.name().toString());
            }
            app.awaitDeparture();
            screen.stop();
            typed.close();
            return 0;
        }
    }

    private Optional<IdentityFile> unlocked(ScreenThread screen) throws StartupException, InterruptedException {
        Nickname name = new Names(options, session).known().orElseGet(Names::proposed);
        Preferences preferences = session.preferences(options.person(), name);
        try {
            return Unlocking.unlocked(session, complaint -> screen.askPassphrase(complaint, name, preferences));
        } catch (IOException gone) {
            throw new StartupException("the terminal is gone");
        }
    }

    private Optional<Nickname> askName(ScreenThread screen) throws InterruptedException {
        Nickname proposed = Names.proposed();
        return screen.askName(proposed, session.preferences(options.person(), proposed));
    }

    private Tty openTerminal() throws StartupException {
        try {
            return Tty.open(
                    System.getProperty(TERMINAL, Tty.CONTROLLING),
                    TtySettings.of(System.getProperties(), System.getenv()));
        } catch (IOException absent) {
            throw new StartupException(
                    "the terminal can't be used (" + absent.getMessage() + "): --plain works without one");
        }
    }

    private WindowSettings windowSettings(Tty tty, ColorDepth depth) {
        return new WindowSettings(
                new Themes(List.of(session.home().folder().resolve("themes")), depth),
                new Detected(depth, tty.isUtf8(), KnownTerminals.takeLinks(System.getenv())),
                InstantSource.system(),
                ZoneId.systemDefault(),
                Version.text(),
                typed::keep,
                errors::note);
    }

    private boolean tell(UserCommand command) {
        boolean taken = bus.tryPut(command);
        HandOver.letWokenRun();
        return taken;
    }

    /** The terminal is gone. */
    private void leave() {
        ChatApp app = running.get();
        if (app == null) {
            System.exit(0);
        } else {
            app.leaveAtOnce();
        }
    }

    /** A signal: says good-bye and stores what waits before the virtual machine stops. */
    private void leaveAndWait() {
        ChatApp app = running.get();
        if (app == null || closed.getCount() == 0) {
            return;
        }
        app.leaveAtOnce();
        try {
            closed.await(LAST_WORDS_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
