package lanline.edge.terminal.tty;

import com.googlecode.lanterna.TerminalSize;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Tells new sizes of the window, by SIGWINCH, once it has been quiet. Each signal runs in a thread of its own, so what
 * they share is atomic.
 */
final class WindowSize {
    /** A drag with the mouse sends a signal a row or column; only where it rests is worth a drawing. */
    private static final int QUIET_MILLIS = 30;

    private final Stty stty;
    private final Consumer<Key> keys;
    private final AtomicReference<TerminalSize> told;
    private final AtomicInteger signals = new AtomicInteger();

    WindowSize(Stty stty, TerminalSize known, Consumer<Key> keys) {
        this.stty = stty;
        this.told = new AtomicReference<>(known);
        this.keys = keys;
    }

    /**
     * Begins with a look of its own, since the window may have changed between the first size and the first signal; in
     * a thread of its own, since nothing of this is needed for the first frame.
     */
    void watch() {
        Thread first = new Thread(
                () -> {
                    handle("WINCH", this::changed);
                    changed();
                },
                "window-size");
        first.setDaemon(true);
        first.start();
    }

    private void changed() {
        int mine = signals.incrementAndGet();
        try {
            Thread.sleep(QUIET_MILLIS);
            if (signals.get() == mine) {
                stty.size().ifPresent(this::tell);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // Without an answer the size stays as it was; if the terminal is gone, the reader says so.
        }
    }

    private void tell(TerminalSize size) {
        if (!size.equals(told.getAndSet(size))) {
            keys.accept(new Key.Resized(size.getRows(), size.getColumns()));
        }
    }

    /** {@code sun.misc.Signal}, by reflection since the compiler warns of its name ("decisions.md" 6). */
    private static void handle(String name, Runnable action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object proxy = Proxy.newProxyInstance(
                    handler.getClassLoader(), new Class<?>[] {handler}, (self, method, arguments) -> {
                        if (method.getName().equals("handle")) {
                            action.run();
                        }
                        return null;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
        } catch (ClassNotFoundException
                | NoSuchMethodException
                | IllegalAccessException
                | InstantiationException
                | InvocationTargetException e) {
            // A Java without signals: the window keeps its first size until it is repainted by hand.
        }
    }
}
