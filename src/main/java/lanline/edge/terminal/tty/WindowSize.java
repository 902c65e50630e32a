package lanline.edge.terminal.tty;

import com.googlecode.lanterna.TerminalSize;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Tells new sizes of the window, by SIGWINCH, once it has been quiet. Each signal runs in a thread of its own, so what
 * they share is atomic.
 */
final class WindowSize {
    /** The size of a terminal that doesn't tell any, as everybody assumes it. */
    static final TerminalSize USUAL = new TerminalSize(80, 24);

    /** A drag with the mouse sends a signal a row or column; only where it rests is worth a drawing. */
    private static final int QUIET_MILLIS = 30;

    private final Stty stty;
    private final AtomicReference<TerminalSize> told;
    private final AtomicInteger signals = new AtomicInteger();

    WindowSize(Stty stty, TerminalSize known) {
        this.stty = stty;
        this.told = new AtomicReference<>(known);
    }

    /**
     * Begins with a look of its own, since the window may have changed between the first size and the first signal; in
     * a thread of its own, since nothing of this is needed for the first frame.
     */
    void watch(Consumer<Key> keys) {
        Thread first = new Thread(
                () -> {
                    Signals.handle("WINCH", () -> whenQuiet(size -> tell(size, keys)));
                    whenQuiet(size -> tellIfNew(size, keys));
                },
                "window-size");
        first.setDaemon(true);
        first.start();
    }

    /** Somebody else has asked: the size that it is now, the one known where there was no answer. */
    TerminalSize is(Optional<TerminalSize> answered) {
        answered.ifPresent(told::set);
        return Objects.requireNonNull(told.get());
    }

    private void whenQuiet(Consumer<TerminalSize> taker) {
        int mine = signals.incrementAndGet();
        try {
            Thread.sleep(QUIET_MILLIS);
            if (signals.get() == mine) {
                stty.size().ifPresent(taker);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // Without an answer the size stays as it was; if the terminal is gone, the reader says so.
        }
    }

    /** Also where it is the old one again: on the way there the terminal may have cut off what was shown. */
    private void tell(TerminalSize size, Consumer<Key> keys) {
        told.set(size);
        keys.accept(new Key.Resized(size.getRows(), size.getColumns()));
    }

    private void tellIfNew(TerminalSize size, Consumer<Key> keys) {
        if (!size.equals(told.get())) {
            tell(size, keys);
        }
    }
}
