package lanline.edge.terminal;

import lanline.edge.terminal.tty.Key;

/** Brings one key to the line, and keeps what it asks for beyond that. Belongs to the thread {@code typing}. */
final class LineKeyInput implements Key.Handler {
    private final LineKeys keys;
    private final LineEcho echo;
    private LineKeys.Wish wish = LineKeys.Wish.NOTHING;

    LineKeyInput(LineKeys keys, LineEcho echo) {
        this.keys = keys;
        this.echo = echo;
    }

    LineKeys.Wish wish() {
        return wish;
    }

    @Override
    public void typed(Key.Typed typed) {
        keys.type(typed.text());
    }

    @Override
    public void chord(Key.Chord chord) {
        wish = keys.press(KeyName.of(chord));
    }

    @Override
    public void special(Key.Special special) {
        wish = keys.press(KeyName.of(special));
    }

    @Override
    public void pasted(Key.Paste paste) {
        keys.type(paste.text());
    }

    /** Never switched on here. */
    @Override
    public void focused(Key.Focus focus) {}

    /** As {@link #focused}. */
    @Override
    public void mouse(Key.Mouse mouse) {}

    @Override
    public void resized(Key.Resized resized) {
        echo.columns(resized.columns());
    }

    @Override
    public void continued(Key.Continued continued) {
        echo.columns(continued.columns());
        wish = LineKeys.Wish.AGAIN;
    }

    @Override
    public void ended(Key.Ended ended) {
        wish = LineKeys.Wish.END;
    }
}
