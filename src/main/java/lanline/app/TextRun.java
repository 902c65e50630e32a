package lanline.app;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import lanline.app.Options.FrontEndKind;
import lanline.core.event.EventBus;
import lanline.core.model.Nickname;
import lanline.core.model.PeerId;
import lanline.core.model.Setting;
import lanline.core.screen.Screen;
import lanline.edge.system.IdentityFile;
import lanline.edge.terminal.LineTerminal;
import lanline.edge.terminal.tty.Tty;
import lanline.edge.terminal.tty.TtySettings;
import lanline.edge.text.NameQuestion;
import lanline.edge.text.Self;
import lanline.edge.text.Streams;
import lanline.edge.text.TextFrontEnd;

/** One run with {@code --plain} or {@code --json}. */
final class TextRun {
    /** A name that was never heard is waited for one announcement period and this much ({@code decisions.md} 30). */
    private static final int PATIENCE_SECONDS = 1;

    /** What nobody reads any more is given up after this, at the end. */
    private static final long LAST_WORDS_MILLIS = 1_000;

    private final Options options;
    private final Session session;
    private final IdentityFile identity;
    private final AtomicReference<Screen> newest = new AtomicReference<>(Screen.starting(Names.proposed()));
    private final Optional<LineTerminal> terminal;
    private final Streams streams;

    private TextRun(Options options, Session session, IdentityFile identity) {
        this.options = options;
        this.session = session;
        this.identity = identity;
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        terminal = options.frontEnd() == FrontEndKind.PLAIN && StandardStreams.areScreen()
                ? editedBy(out)
                : Optional.empty();
        streams = terminal.map(person -> new Streams(person.typed(), person.output()))
                .orElseGet(() -> new Streams(new FileInputStream(FileDescriptor.in), out));
    }

    /** Asks for a passphrase where there is one, before anything else uses the terminal. */
    static TextRun of(Options options, Session session) throws StartupException, InterruptedException {
        return new TextRun(options, session, Unlocking.withoutScreen(session));
    }

    /** Empty where the terminal itself, or an editor around it, is to go on editing the lines. */
    private Optional<LineTerminal> editedBy(OutputStream out) {
        try {
            Tty tty = Tty.openForLines(Tty.CONTROLLING, TtySettings.of(System.getProperties(), System.getenv()));
            return Optional.of(LineTerminal.over(tty, out, () -> Objects.requireNonNull(newest.get())));
        } catch (IOException notOurs) {
            return Optional.empty();
        }
    }

    /** Returns the exit status. */
    int run() throws StartupException, InterruptedException {
        try {
            return runOnStreams();
        } finally {
            terminal.ifPresent(LineTerminal::close);
        }
    }

    private int runOnStreams() throws StartupException, InterruptedException {
        Nickname name = name();
        ErrorLog errors = new ErrorLog(session.home().hostFolder());
        Thread.setDefaultUncaughtExceptionHandler((thread, mistake) -> errors.note(mistake));
        EventBus bus = new EventBus();
        ChatApp.Person person = new ChatApp.Person(name, session.preferences(options.person(), name), identity.use());
        ChatApp app = new ChatApp(options, session, person, bus, newest::set);
        TextFrontEnd frontEnd = frontEnd(bus, app, name);
        CountDownLatch closed = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> leave(app, closed), "leave"));
        try {
            return chat(app, frontEnd, name);
        } finally {
            closed.countDown();
        }
    }

    private int chat(ChatApp app, TextFrontEnd frontEnd, Nickname name) throws StartupException, InterruptedException {
        try (app) {
            app.start();
            if (session.settings().value(Setting.NAME).isEmpty()) {
                app.keep(Setting.NAME, name.toString());
            }
            frontEnd.start();
            app.awaitDeparture();
        }
        // Last, since whoever reads may have stopped reading: the good-bye and the history must not wait for that.
        frontEnd.close(LAST_WORDS_MILLIS);
        return frontEnd.exitStatus();
    }

    private TextFrontEnd frontEnd(EventBus bus, ChatApp app, Nickname name) {
        Self self = new Self(name, PeerId.lanline(app.identity().id()), Version.text());
        if (options.frontEnd() == FrontEndKind.JSON) {
            return TextFrontEnd.json(bus, streams, self);
        }
        Duration patience = StandardStreams.areTerminal()
                ? Duration.ZERO
                : Duration.ofSeconds(options.reach().announceEvery() + PATIENCE_SECONDS);
        return TextFrontEnd.plain(bus, streams, self, app.time(), ZoneId.systemDefault(), patience);
    }

    private Nickname name() throws StartupException {
        Names names = new Names(options, session);
        if (names.known().isPresent()) {
            return names.known().get();
        }
        if (options.frontEnd() == FrontEndKind.JSON || !StandardStreams.areTerminal()) {
            return Names.proposed();
        }
        try {
            return new NameQuestion(streams).ask(Names.proposed());
        } catch (IOException gone) {
            throw new StartupException("the terminal is gone");
        }
    }

    /** A signal: says good-bye and stores what waits before the virtual machine stops. */
    private static void leave(ChatApp app, CountDownLatch closed) {
        if (closed.getCount() > 0) {
            app.leaveAtOnce();
        }
        try {
            closed.await(LAST_WORDS_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
