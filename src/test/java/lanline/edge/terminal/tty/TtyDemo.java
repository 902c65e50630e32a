package lanline.edge.terminal.tty;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextColor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import lanline.core.text.CellWidth;

/**
 * A window on the real device, to look at and for tests to drive: shows each key, quits with Ctrl-Q, suspends with Ctrl-Z, crashes with
 * Ctrl-X, waits for nothing else. Argument: the device, {@code /dev/tty} without one.
 */
final class TtyDemo {
    private static final Style BAR = Style.of(TextColor.ANSI.DEFAULT, TextColor.ANSI.DEFAULT, SGR.REVERSE);
    private static final Style NAME = Style.PLAIN.withForeground(TextColor.ANSI.CYAN);

    private final List<String> lines = new ArrayList<>(
            List.of("wide 漢字 한글 Ａ|", "joined 👨‍👩‍👧 👍🏽 🇹🇷 ❤️ 1️⃣|", "marks e\u0301 x\u0323 ş ğ İ|"));
    private final StringBuilder input = new StringBuilder();
    private final TtyScreen screen;
    private boolean running = true;
    private boolean suspended;

    private TtyDemo(TtyScreen screen) {
        this.screen = screen;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        TtySettings settings = TtySettings.of(System.getProperties(), System.getenv());
        BlockingQueue<Key> keys = new LinkedBlockingQueue<>();
        try (Tty tty = Tty.open(arguments.length > 0 ? arguments[0] : Tty.CONTROLLING, settings)) {
            Thread.currentThread().setUncaughtExceptionHandler(tty.restoringBefore((thread, error) -> {
                System.err.println("stopped: " + error.getMessage());
                System.exit(3);
            }));
            TtyScreen screen = new TtyScreen(tty, ColorDepth.ANSI16);
            screen.startScreen();
            new TtyDemo(screen).run(tty, keys);
        }
        System.out.println("bye");
        System.exit(0);
    }

    private void run(Tty tty, BlockingQueue<Key> keys) throws IOException, InterruptedException {
        draw();
        tty.listen(keys::add);
        while (running) {
            keys.take().deliverTo(new Keys());
            if (suspended) {
                suspend(tty, keys);
            }
            draw();
        }
    }

    private void suspend(Tty tty, BlockingQueue<Key> keys) throws IOException {
        suspended = false;
        Optional<TerminalSize> size = tty.suspend(keys::add);
        lines.add(size.isPresent() ? "back" : "nobody could continue us");
        size.ifPresent(now -> screen.resize(now.getRows(), now.getColumns()));
        if (size.isPresent()) {
            screen.startScreen();
        }
    }

    private void draw() throws IOException {
        Canvas canvas = Canvas.of(screen, CellWidth.AMBIGUOUS_NARROW);
        canvas.fill(Style.PLAIN);
        canvas.clearRow(0, 0, BAR);
        canvas.put(0, 1, "demo " + canvas.columns() + "x" + canvas.rows(), BAR);
        Canvas side = canvas.area(1, 0, canvas.rows() - 2, 17);
        side.put(0, 0, "ROOMS", NAME);
        Canvas pane = canvas.area(1, 17, canvas.rows() - 2, canvas.columns() - 17);
        int first = Math.max(0, lines.size() - pane.rows());
        for (int row = 0; row < pane.rows(); row++) {
            pane.put(row, 0, "│", Style.PLAIN);
            pane.put(row, 1, first + row < lines.size() ? lines.get(first + row) : "", Style.PLAIN);
        }
        canvas.put(canvas.rows() - 1, 0, "> " + input, Style.PLAIN);
        canvas.cursor(canvas.rows() - 1, 2 + canvas.width().ofText(input));
        screen.refresh();
    }

    private final class Keys implements Key.Handler {
        @Override
        public void typed(Key.Typed typed) {
            input.append(typed.text());
        }

        @Override
        public void chord(Key.Chord chord) {
            lines.add(chord.toString());
            running = !chord.equals(new Key.Chord("q", true, false));
            suspended = chord.equals(new Key.Chord("z", true, false));
            if (chord.equals(new Key.Chord("x", true, false))) {
                throw new IllegalStateException("as asked");
            }
        }

        @Override
        public void special(Key.Special special) {
            lines.add(special.toString());
        }

        @Override
        public void pasted(Key.Paste paste) {
            lines.add("pasted " + paste.text().length());
        }

        @Override
        public void focused(Key.Focus focus) {
            lines.add(focus.toString());
        }

        @Override
        public void mouse(Key.Mouse mouse) {
            lines.add(mouse.toString());
        }

        @Override
        public void resized(Key.Resized size) {
            screen.resize(size.rows(), size.columns());
        }

        @Override
        public void continued(Key.Continued continued) {
            try {
                screen.startScreen();
                screen.resize(continued.rows(), continued.columns());
            } catch (IOException gone) {
                running = false;
            }
        }

        @Override
        public void ended(Key.Ended ended) {
            running = false;
        }
    }
}
