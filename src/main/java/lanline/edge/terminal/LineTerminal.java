package lanline.edge.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import lanline.core.screen.Screen;
import lanline.edge.system.Workers;
import lanline.edge.terminal.tty.Key;
import lanline.edge.terminal.tty.Tty;
import org.jspecify.annotations.Nullable;

/**
 * A person at a terminal in {@code --plain}: keys edit a line, other lines come in between without tearing it apart. Its
 * thread {@code typing} owns the line and what is shown of it; keys and lines are handed over to that.
 *
 * <p>What comes while somebody types waits for a pause, so that it interrupts no word, neither on the screen nor in the ear.
 */
public final class LineTerminal implements AutoCloseable {
    /** Keys and pieces of output that may wait; then whoever brings more waits too. */
    private static final int MOST_WAITING = 1_024;

    /** The last lines are written within this, or nobody reads them. */
    private static final long CLOSE_MILLIS = 500;

    private final Tty tty;
    private final OutputStream device;
    private final LineHold hold = new LineHold();
    private final LineEcho echo;
    private final LineKeys keys;
    private final TypedLines typed = new TypedLines();
    private final BlockingQueue<Work> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread thread;
    private boolean over;

    private interface Work {
        void run() throws IOException;
    }

    private LineTerminal(Tty tty, OutputStream device, Supplier<Screen> screens) {
        this.tty = tty;
        this.device = device;
        this.echo = new LineEcho(tty.columns());
        this.keys = new LineKeys(() -> InputKeys.names(screens.get()));
        this.thread = Workers.start("typing", this::live);
        tty.listen(key -> hand(() -> take(key)));
    }

    /**
     * Takes over the editing of lines on a terminal that does it itself so far.
     *
     * @param device where lines go: standard output, which takes the last ones after the terminal was given back, too
     * @param tty opened for lines
     * @param screens whose names Tab offers; asked on the thread {@code typing}
     */
    public static LineTerminal over(Tty tty, OutputStream device, Supplier<Screen> screens) {
        return new LineTerminal(tty, device, screens);
    }

    /** The lines that were typed; ends when the person wants to leave, or the terminal is gone. */
    public InputStream typed() {
        return typed;
    }

    /** Takes lines; what has no end yet is a question, behind which the answer is typed. */
    public OutputStream output() {
        return new OutputStream() {
            @Override
            public void write(int oneByte) {
                write(new byte[] {(byte) oneByte}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                String text = new String(bytes, offset, length, StandardCharsets.UTF_8);
                hand(() -> print(text));
            }
        };
    }

    private void hand(Work work) {
        try {
            waiting.put(work);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void live() {
        try {
            while (!over) {
                @Nullable Work next = waiting.poll(hold.waitMillis(), TimeUnit.MILLISECONDS);
                if (next != null) {
                    next.run();
                }
                if (hold.isDue()) {
                    write(echo.print(hold.release()));
                }
            }
        } catch (IOException gone) {
            typed.end();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void print(String lines) throws IOException {
        if (echo.isEmpty()) {
            write(echo.print(lines));
        } else {
            hold.add(lines);
        }
    }

    private void take(Key key) throws IOException {
        LineKeyInput input = new LineKeyInput(keys, echo);
        key.deliverTo(input);
        hold.keyPressed();
        follow(input.wish());
    }

    private void follow(LineKeys.Wish wish) throws IOException {
        switch (wish) {
            case LINE -> enter();
            case END -> {
                write(echo.enter());
                typed.end();
            }
            case SUSPEND -> suspend();
            case AGAIN -> write(echo.again());
            case NOTHING -> show();
        }
    }

    private void show() throws IOException {
        write(echo.change(keys.text(), keys.cursor()));
        if (echo.isEmpty()) {
            releaseAll();
        }
    }

    private void enter() throws IOException {
        write(echo.change(keys.text(), keys.text().length()) + echo.enter());
        typed.put(keys.take());
        releaseAll();
    }

    private void suspend() throws IOException {
        write("\n");
        tty.suspend(key -> hand(() -> take(key))).ifPresent(size -> echo.columns(size.getColumns()));
        write(echo.again());
    }

    private void releaseAll() throws IOException {
        if (!hold.isEmpty()) {
            write(echo.print(hold.release()));
        }
    }

    private void write(String text) throws IOException {
        device.write(text.getBytes(StandardCharsets.UTF_8));
        device.flush();
    }

    /** Writes what is left and gives the terminal back as it was. */
    @Override
    public void close() {
        hand(() -> {
            over = true;
            releaseAll();
            if (!echo.isEmpty()) {
                write("\n");
            }
        });
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        tty.close();
    }
}
