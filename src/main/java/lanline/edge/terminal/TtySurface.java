package lanline.edge.terminal;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.screen.Screen.RefreshType;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import lanline.core.text.CellWidth;
import lanline.edge.terminal.tty.Canvas;
import lanline.edge.terminal.tty.ColorDepth;
import lanline.edge.terminal.tty.ControlSequence;
import lanline.edge.terminal.tty.Key;
import lanline.edge.terminal.tty.Tty;
import lanline.edge.terminal.tty.TtyScreen;

/** The real terminal. Constructed and used on the screen thread. */
final class TtySurface implements Surface {
    private final Tty tty;
    private final TtyScreen screen;
    private ControlSequence mouse = ControlSequence.MOUSE_OFF;
    private Consumer<Key> taker = key -> {};

    TtySurface(Tty tty, ColorDepth depth) {
        this.tty = tty;
        this.screen = new TtyScreen(tty, depth);
    }

    @Override
    public void start() throws IOException {
        screen.startScreen();
    }

    @Override
    public void listen(Consumer<Key> keys) {
        tty.listen(keys);
        taker = keys;
    }

    @Override
    public Canvas canvas() {
        return Canvas.of(screen, CellWidth.AMBIGUOUS_NARROW);
    }

    @Override
    public void resize(int rows, int columns) {
        screen.resize(rows, columns);
    }

    @Override
    public void refresh(boolean everything) throws IOException {
        screen.refresh(everything ? RefreshType.COMPLETE : RefreshType.DELTA);
    }

    @Override
    public void send(ControlSequence sequence) throws IOException {
        tty.send(sequence);
        if (sequence.equals(ControlSequence.MOUSE_ON) || sequence.equals(ControlSequence.MOUSE_OFF)) {
            mouse = sequence;
        }
    }

    @Override
    public boolean suspend() throws IOException {
        Optional<TerminalSize> size = tty.suspend(taker);
        if (size.isPresent()) {
            resume(size.get().getRows(), size.get().getColumns());
        }
        return size.isPresent();
    }

    @Override
    public void resume(int rows, int columns) throws IOException {
        screen.startScreen();
        tty.send(mouse);
        screen.resize(rows, columns);
    }

    @Override
    public void stop() {
        tty.close();
    }
}
