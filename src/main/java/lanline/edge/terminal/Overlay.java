package lanline.edge.terminal;

import lanline.edge.terminal.tty.Canvas;
import lanline.edge.terminal.view.Region;
import lanline.edge.terminal.view.StatusBar;
import lanline.edge.terminal.view.TextBox;

/** What lies over another window: a text that scrolls where it has too little room, and its keys in the last row. Screen thread only. */
final class Overlay {
    private final WindowState state;
    private final Mode below;
    private final StatusBar status = new StatusBar();
    private int first;
    /** Half a window: what was read last stays in sight. */
    private int page;

    /** The window below may have drawn its own status meanwhile. */
    private int frames;

    Overlay(WindowState state, Mode below) {
        this.state = state;
        this.below = below;
        state.redraw();
    }

    /** Moves the text, if that is what {@code action} does. */
    void scroll(Action action) {
        first = Math.max(0, first + action.step(page));
        state.redraw();
    }

    /** The window below may have changed in what stands beside the text. */
    void news() {
        below.news();
        state.redraw();
    }

    void draw(Canvas canvas, TextBox text, StatusBar.Content words) {
        below.draw(canvas);
        page = canvas.rows() / 2;
        first = Math.min(first, text.overhang(canvas));
        text.draw(canvas, first, state.theme());
        drawStatus(canvas, words);
        canvas.cursor(Math.max(0, canvas.rows() - 1), 0);
    }

    /** Where there is no room for all of it, {@code words} are its keys alone: without them nobody could go on. */
    void drawStatus(Canvas canvas, StatusBar.Content words) {
        StatusBar.Content shown = state.saying()
                .orElse(hasRoom(canvas, words) ? words : new StatusBar.Content("", words.hints(), words.role()));
        int row = Math.max(0, canvas.rows() - 1);
        status.draw(new Region(row, 0, Math.min(1, row), canvas.columns()).on(canvas), shown, state.theme(), ++frames);
    }

    private static boolean hasRoom(Canvas canvas, StatusBar.Content words) {
        return StatusBar.columns(words, canvas.width()) <= canvas.columns();
    }
}
