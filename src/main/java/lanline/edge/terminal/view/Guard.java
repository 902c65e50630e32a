package lanline.edge.terminal.view;

import java.util.function.Consumer;
import lanline.edge.terminal.theme.Role;
import lanline.edge.terminal.theme.Theme;
import lanline.edge.terminal.tty.Canvas;

/** Draws what may fail: a row that can't be drawn is marked and logged, and the rest of the window stands. Screen thread only. */
public final class Guard {
    /** Failures logged in one run: the same one may come with every frame, and a log that fills the disk helps nobody. */
    private static final int MOST_LOGGED = 20;

    static final String MARK = "? this could not be drawn; the error log says why";

    private final Consumer<Throwable> log;
    private int logged;

    public Guard(Consumer<Throwable> log) {
        this.log = log;
    }

    /** Runs {@code drawing}; where it fails, marks {@code row} of {@code canvas}. */
    public void draw(Canvas canvas, int row, Theme theme, Runnable drawing) {
        try {
            drawing.run();
        } catch (RuntimeException | StackOverflowError failure) {
            log(failure);
            canvas.put(row, 0, MARK, theme.style(Role.ERROR));
        }
    }

    public void log(Throwable failure) {
        if (logged < MOST_LOGGED) {
            logged++;
            log.accept(failure);
        }
    }
}
