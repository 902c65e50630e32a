package lanline.edge.terminal;

import lanline.edge.terminal.tty.Canvas;
import lanline.edge.terminal.tty.Key;

/** What the window is doing: the chat, the history, the help, the question for a name. Screen thread only. */
interface Mode {
    /** Rows that a notch of the wheel moves, as in most programs. */
    int WHEEL_ROWS = 3;

    /** A key; answers the mode to go on with, which is nearly always this one. */
    Mode press(Press press);

    /** Pasted text, line breaks as line feeds; dropped where there is no place for text. */
    default Mode paste(String text) {
        return this;
    }

    /** The mouse, while it is switched on; the wheel is as good as some arrow keys where nothing else is said. */
    default Mode mouse(Key.Mouse mouse) {
        String key = mouse.action() == Key.Mouse.Action.WHEEL_UP ? "Up" : "Down";
        Mode mode = this;
        for (int i = 0; i < WHEEL_ROWS && mouse.isWheel() && mode == this; i++) {
            mode = mode.press(new Press(key, ""));
        }
        return mode;
    }

    /** True once it has its answer and only waits for what comes next: keys are for that, and wait too. */
    default boolean isOver() {
        return false;
    }

    /** A newer Screen is there; answers the mode to go on with. */
    default Mode news() {
        return this;
    }

    void draw(Canvas canvas);

    /** Whether the newest line of the current conversation is in sight. */
    default boolean showsLiveEnd() {
        return false;
    }
}
