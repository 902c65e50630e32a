package lanline.edge.terminal;

import lanline.edge.terminal.tty.Canvas;

/** What the window is doing: the chat, the history, the help, the question for a name. Screen thread only. */
interface Mode {
    /** A key; answers the mode to go on with, which is nearly always this one. */
    Mode press(Press press);

    /** Pasted text, line breaks as line feeds. */
    Mode paste(String text);

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
