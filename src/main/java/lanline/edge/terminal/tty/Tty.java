package lanline.edge.terminal.tty;

import com.googlecode.lanterna.TerminalSize;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * The terminal device of this process: raw keys in, frames out, and back to what it was exactly once, whoever asks
 * first: the screen thread, a signal's shutdown hook, the handler of a crash.
 *
 * <p>Written to by the screen thread; {@link #restore} may come from any thread, and takes the {@link Permit} for good.
 */
public final class Tty implements AutoCloseable {
    /** The controlling terminal, whatever the standard streams are. */
    public static final String CONTROLLING = "/dev/tty";

    /** A whole frame of a large screen, so that it goes out as one write. */
    private static final int FRAME_BYTES = 64 * 1024;

    /** Restoring takes 20 ms; a terminal that takes no more bytes must not keep the process from ending. */
    private static final long RESTORE_MILLIS = 500;

    /** Between two looks whether we are in the foreground again; only after {@code bg}. */
    private static final long FOREGROUND_MILLIS = 50;

    private final Stty stty;
    private final TtySettings settings;
    private final File path;
    private final AtomicReference<FileInputStream> reading;
    private final OutputStream device;
    private final OutputStream output;
    private final Optional<String> saved;
    private final WindowSize window;
    /** Suspended: the terminal was left, and is not ours. */
    private final AtomicBoolean away = new AtomicBoolean();

    private final AtomicBoolean hasScreen = new AtomicBoolean(true);
    private final TerminalSize firstSize;
    private final Permit permit = new Permit();
    private final CountDownLatch restored = new CountDownLatch(1);
    private final AtomicReference<Runnable> afterwards = new AtomicReference<>(() -> {});
    private final Thread hook = new Thread(this::restore, "restore-at-exit");

    private Tty(
            File path, TtySettings settings, FileInputStream input, OutputStream device, Optional<Stty.Before> before) {
        this.stty = new Stty(path);
        this.settings = settings;
        this.path = path;
        this.reading = new AtomicReference<>(input);
        this.device = device;
        this.output = new BufferedOutputStream(permit.over(device), FRAME_BYTES);
        this.saved = settings.saved().or(() -> before.map(Stty.Before::saved));
        this.firstSize =
                settings.size().or(() -> before.flatMap(Stty.Before::size)).orElse(WindowSize.USUAL);
        this.window = new WindowSize(stty, firstSize);
    }

    /**
     * Opens a terminal, {@link #CONTROLLING} or another's device, and switches it to raw keys unless {@code run.sh} has done
     * so; from then on it is restored at every end of the process but {@code kill -9}. Throws where there is none.
     */
    public static Tty open(String path, TtySettings settings) throws IOException {
        File file = new File(path);
        return open(file, settings, new FileOutputStream(file));
    }

    /**
     * The same for somebody who shows nothing but lines: no screen is ever left.
     *
     * @throws IOException also where the terminal doesn't collect and echo lines: then another program does, as an editor
     *     in whose window we run
     */
    public static Tty openForLines(String path, TtySettings settings) throws IOException {
        File file = new File(path);
        if (!new Stty(file).editsLines()) {
            throw new IOException("the terminal leaves the editing of lines to another program");
        }
        return openForQuestion(path, settings);
    }

    /** The same for somebody who asks a question there, before the lines. */
    public static Tty openForQuestion(String path, TtySettings settings) throws IOException {
        Tty tty = open(path, settings);
        tty.hasScreen.set(false);
        return tty;
    }

    /** The same with a device to write to that is open already. */
    static Tty open(File file, TtySettings settings, OutputStream device) throws IOException {
        FileInputStream input = new FileInputStream(file);
        Optional<Stty.Before> before = settings.prepared() ? Optional.empty() : Optional.of(new Stty(file).raw());
        Tty tty = new Tty(file, settings, input, device, before);
        Runtime.getRuntime().addShutdownHook(tty.hook);
        return tty;
    }

    /** One that shows nothing and has no keys: for running the code of a frame before there is one to show. */
    public static Tty nowhere(TtySettings settings) throws IOException {
        File nothing = new File("/dev/null");
        return new Tty(
                nothing, settings, new FileInputStream(nothing), new FileOutputStream(nothing), Optional.empty());
    }

    /**
     * Starts the reading thread, which hands over each key, and from then on the new sizes of the window, ends with
     * {@link Key.Ended} and may wait in {@code keys} as long as that is full.
     */
    public void listen(Consumer<Key> keys) {
        startReader(Objects.requireNonNull(reading.get()), keys);
        window.watch(keys);
        Signals.handle("CONT", () -> continued(keys));
    }

    private void startReader(FileInputStream input, Consumer<Key> keys) {
        reading.set(input);
        if (permit.isWithdrawn()) {
            wakeReader();
        } else {
            new KeyReader(input, settings.remote(), keys).start();
        }
    }

    /**
     * Ctrl-Z: gives the terminal back, stops the whole process group, and makes the keys raw again once it is continued;
     * then the screen is to be started anew. Screen thread.
     *
     * @return the size of the window then; empty where nobody could continue us, and nothing was done
     */
    public Optional<TerminalSize> suspend(Consumer<Key> keys) throws IOException {
        if (saved.isEmpty() || !JobControl.isThere()) {
            return Optional.empty();
        }
        wakeReader();
        if (hasScreen.get()) {
            output.write(ControlSequence.LEAVE.bytes(false));
            output.flush();
        }
        away.set(true);
        stty.restoreAndStop(saved.get());
        TerminalSize size = comeBack();
        away.set(false);
        startReader(new FileInputStream(path), keys);
        return Optional.of(size);
    }

    /** Somebody stopped us from outside, without a word: whatever the terminal shows and does now is the shell's. */
    private void continued(Consumer<Key> keys) {
        try {
            if (!away.get()) {
                TerminalSize size = comeBack();
                keys.accept(new Key.Continued(size.getRows(), size.getColumns()));
            }
        } catch (IOException e) {
            // The terminal was given back, or is gone, which the reader tells.
        }
    }

    /** The permit is kept meanwhile, so that the line discipline isn't restored before it is raw. */
    private TerminalSize comeBack() throws IOException {
        awaitForeground();
        permit.take();
        try {
            return window.is(stty.rawAgain());
        } finally {
            permit.giveBack();
        }
    }

    /** After the shell's {@code bg} the chat runs on, and its terminal is the shell's. */
    private void awaitForeground() throws IOException {
        try {
            while (JobControl.isInBackground()) {
                permit.refuseOnceWithdrawn();
                Thread.sleep(FOREGROUND_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted before the terminal was ours", e);
        }
    }

    /** The bell and its like, outside of any frame. Screen thread. */
    public void send(ControlSequence sequence) throws IOException {
        output.write(sequence.bytes(settings.tmux()));
        output.flush();
    }

    /** Whether text may be more than ASCII; where not, borders and marks should be ASCII too. */
    public boolean isUtf8() {
        return settings.utf8();
    }

    /**
     * What is printed while the screen is up goes to {@code log}; after the restoring to {@code out} and {@code err}.
     */
    public void divertPrints(PrintStream log, PrintStream out, PrintStream err) {
        afterwards.set(() -> {
            System.setOut(out);
            System.setErr(err);
        });
        System.setOut(log);
        System.setErr(log);
    }

    /**
     * Puts the terminal back as it was: the first call does it, every call waits until it is done. Later frames are
     * refused with an exception. Never throws: where the terminal is gone there is nothing to restore.
     */
    public void restore() {
        if (permit.withdraw()) {
            Thread worker = new Thread(this::putBack, "restore-terminal");
            worker.setDaemon(true);
            worker.start();
        }
        try {
            restored.await(RESTORE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void putBack() {
        wakeReader();
        try {
            permit.awaitLast();
            if (!away.get()) {
                leave();
            }
        } catch (IOException e) {
            // The terminal is gone: nobody is left to see what state it is in.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            Objects.requireNonNull(afterwards.get()).run();
            restored.countDown();
        }
    }

    private void leave() throws IOException {
        if (hasScreen.get()) {
            device.write(ControlSequence.LEAVE.bytes(false));
        }
        if (saved.isPresent() && !settings.prepared()) {
            stty.restore(saved.get());
        }
    }

    /** As {@link #restore}, in an orderly end: the process no longer needs its hook. */
    @Override
    public void close() {
        restore();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already, and the hook has nothing left to do.
        }
    }

    /** A crash while the screen is up: the terminal first, then {@code next}, whose words can be read then. */
    public Thread.UncaughtExceptionHandler restoringBefore(Thread.UncaughtExceptionHandler next) {
        return (thread, error) -> {
            restore();
            next.uncaughtException(thread, error);
        };
    }

    /** Of the window at the start; later ones come as keys. */
    public int columns() {
        return firstSize.getColumns();
    }

    TerminalSize size() {
        return firstSize;
    }

    OutputStream output() {
        return output;
    }

    /** A thread blocked in a read costs the end of the process 320 ms; closing its channel wakes it in 5. */
    private void wakeReader() {
        try {
            Objects.requireNonNull(reading.get()).getChannel().close();
        } catch (IOException e) {
            // It was closed already, which is all that is wanted.
        }
    }
}
