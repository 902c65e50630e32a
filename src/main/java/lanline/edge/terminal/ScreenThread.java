package lanline.edge.terminal;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import lanline.core.model.Nickname;
import lanline.core.model.Preferences;
import lanline.core.screen.Screen;
import lanline.core.secure.Passphrase;
import lanline.core.text.SafeText;
import lanline.edge.system.Workers;
import lanline.edge.terminal.input.KeptInput;
import lanline.edge.terminal.tty.ColorDepth;
import lanline.edge.terminal.tty.Tty;
import org.jspecify.annotations.Nullable;

/**
 * The thread {@code screen}, which owns every Lanterna object and all that depends on the terminal. Hands Screens and
 * the questions before the chat over to it; its own work is {@link ScreenLoop}. The methods may be called by any thread, the
 * starting ones by one.
 */
public final class ScreenThread {
    /** A terminal that takes no output can hold a frame that long; the process ends all the same. */
    private static final int STOP_MILLIS = 300;

    private final Supplier<Surface> surfaces;
    private final CommandSink commands;
    private final WindowSettings settings;
    private final Runnable over;
    private final ScreenInbox inbox = new ScreenInbox();
    private final CompletableFuture<Optional<Nickname>> name = new CompletableFuture<>();
    private final BlockingQueue<Optional<Passphrase>> passphrases = new LinkedBlockingQueue<>();
    private final CountDownLatch shown = new CountDownLatch(1);
    private final AtomicReference<@Nullable Thread> thread = new AtomicReference<>();

    /**
     * @param over run once, on the screen thread, when the terminal is lost or can't be used any more: the program has to
     *     end; not after {@link #stop}
     */
    public ScreenThread(Tty tty, ColorDepth depth, CommandSink commands, WindowSettings settings, Runnable over) {
        this(() -> new TtySurface(tty, depth), commands, settings, over);
    }

    ScreenThread(Supplier<Surface> surfaces, CommandSink commands, WindowSettings settings, Runnable over) {
        this.surfaces = surfaces;
        this.commands = commands;
        this.settings = settings;
        this.over = over;
    }

    /**
     * Asks for the name of the first start and waits for the answer; starts the thread if it doesn't run. Empty: the person
     * would rather leave, or the terminal is gone. The window stays until {@link #start} or {@link #accept}.
     */
    public Optional<Nickname> askName(Nickname proposed, Preferences preferences) throws InterruptedException {
        ask(Screen.starting(proposed, preferences), window -> window.askName(proposed.toString(), name::complete));
        try {
            return name.get();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("the answer never fails", impossible);
        }
    }

    /** The same for the passphrase; {@code complaint}: what was wrong with the last answer, or nothing. */
    public Optional<Passphrase> askPassphrase(SafeText complaint, Nickname name, Preferences preferences)
            throws InterruptedException {
        ask(Screen.starting(name, preferences), window -> window.askPassphrase(complaint, passphrases::add));
        return passphrases.take();
    }

    private void ask(Screen behind, Consumer<ChatWindow> question) {
        if (thread.get() == null) {
            run(behind, question);
        } else {
            inbox.put(question);
        }
    }

    /**
     * Shows the first Screen; the thread is started unless it runs since a question. Call it once. Returns when a frame
     * stands, or the terminal is gone: what the caller loads next would take the processor from the drawing.
     */
    public void start(Screen first) throws InterruptedException {
        if (thread.get() == null) {
            run(first, window -> {});
        } else {
            accept(first);
        }
        shown.await();
    }

    /** A newer Screen; only the newest one is drawn. */
    public void accept(Screen screen) {
        inbox.put(screen);
    }

    /** What was typed in earlier runs, the conversation used last first; once. Nothing is kept before. */
    public void restore(List<KeptInput> earlier) {
        inbox.put(earlier);
    }

    /** Gives the terminal back and ends the thread; afterwards lines can be printed. */
    public void stop() throws InterruptedException {
        inbox.stop();
        Thread running = thread.get();
        if (running != null && running != Thread.currentThread()) {
            running.join(STOP_MILLIS);
        }
    }

    private void run(Screen first, Consumer<ChatWindow> question) {
        thread.set(Workers.start("screen", () -> live(first, question)));
    }

    private void live(Screen first, Consumer<ChatWindow> question) {
        Surface surface = surfaces.get();
        try {
            ChatWindow window = new ChatWindow(commands, settings, first);
            question.accept(window);
            try {
                new ScreenLoop(surface, window, inbox, settings, shown::countDown).run();
            } finally {
                window.keeping().keepNow();
            }
        } finally {
            surface.stop();
            shown.countDown();
            name.complete(Optional.empty());
            passphrases.add(Optional.empty());
            if (!inbox.isStopped()) {
                over.run();
            }
        }
    }
}
