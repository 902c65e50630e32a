package lanline.edge.terminal;

import java.io.IOException;
import java.util.function.Consumer;
import lanline.edge.terminal.tty.Canvas;
import lanline.edge.terminal.tty.ControlSequence;
import lanline.edge.terminal.tty.Key;

/** What the window is drawn on. All methods but the keys' delivery are called on the screen thread. */
interface Surface {
    /** Takes the terminal over. */
    void start() throws IOException;

    /** From now on {@code keys} gets each key, on a thread of the surface's own; also what was typed before, which waits in the terminal. */
    void listen(Consumer<Key> keys);

    /** All of it; asked anew for each frame. */
    Canvas canvas();

    void resize(int rows, int columns);

    /** Shows what was drawn; {@code everything}: whatever the terminal shows now. */
    void refresh(boolean everything) throws IOException;

    /** Sends what draws no cell, such as the bell; after the frame that it goes with. */
    void send(ControlSequence sequence) throws IOException;

    /** Gives the terminal to the shell that started us, until that continues us; false where there is none to do so. */
    default boolean suspend() throws IOException {
        return false;
    }

    /** We were stopped from outside, and continued: what is shown has to be begun anew, in this size. */
    default void resume(int rows, int columns) throws IOException {
        resize(rows, columns);
    }

    /** Puts the terminal back as it was. Never throws. */
    void stop();
}
