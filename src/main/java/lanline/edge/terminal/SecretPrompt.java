package lanline.edge.terminal;

import com.googlecode.lanterna.input.KeyType;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import lanline.core.secure.Passphrase;
import lanline.core.text.SafeText;
import lanline.edge.terminal.input.SecretLine;
import lanline.edge.terminal.tty.Key;
import lanline.edge.terminal.tty.Tty;
import lanline.edge.terminal.tty.TtySettings;

/**
 * Questions at the controlling terminal, whatever the standard streams are, whose answers are not shown. Before any other thread
 * reads or writes there; on its owner's thread.
 */
public final class SecretPrompt implements Prompt {
    /** Keys that may wait; then the reader of the terminal waits too. */
    private static final int MOST_KEYS = 1_024;

    private final Tty tty;
    private final OutputStream device;
    private final BlockingQueue<Key> keys = new ArrayBlockingQueue<>(MOST_KEYS);

    private SecretPrompt(Tty tty, OutputStream device) {
        this.tty = tty;
        this.device = device;
        tty.listen(this::hand);
    }

    private void hand(Key key) {
        try {
            keys.put(key);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    /** Throws, and says why, where there is no terminal. */
    public static SecretPrompt open(TtySettings settings) throws IOException {
        Tty tty = Tty.openForQuestion(Tty.CONTROLLING, settings);
        return new SecretPrompt(tty, new FileOutputStream(Tty.CONTROLLING));
    }

    @Override
    public Optional<Passphrase> ask(SafeText question) throws IOException, InterruptedException {
        write(question + " ");
        SecretLine line = new SecretLine();
        Asking asking = new Asking(line);
        while (asking.wish == Wish.MORE) {
            keys.take().deliverTo(asking);
        }
        write("\n");
        if (asking.wish == Wish.ENTER) {
            return Optional.of(line.take());
        }
        line.clear();
        return Optional.empty();
    }

    @Override
    public void say(SafeText sentence) throws IOException {
        write(sentence + "\n");
    }

    private void write(String text) throws IOException {
        device.write(text.getBytes(StandardCharsets.UTF_8));
        device.flush();
    }

    @Override
    public void close() {
        tty.close();
        try {
            device.close();
        } catch (IOException gone) {
            // The terminal is gone, and with it all that could be lost.
        }
    }

    private enum Wish {
        MORE,
        ENTER,
        LEAVE
    }

    /** What the keys do, by their names. */
    private static final class Asking implements Key.Handler {
        private final SecretLine line;
        private Wish wish = Wish.MORE;

        Asking(SecretLine line) {
            this.line = line;
        }

        @Override
        public void typed(Key.Typed typed) {
            line.type(typed.text());
        }

        @Override
        public void pasted(Key.Paste paste) {
            line.type(paste.text());
        }

        @Override
        public void chord(Key.Chord chord) {
            switch (KeyName.of(chord)) {
                case "Ctrl-C", "Ctrl-D", "Ctrl-Q", "Ctrl-\\" -> wish = Wish.LEAVE;
                case "Ctrl-J", "Ctrl-M" -> wish = Wish.ENTER;
                case "Ctrl-H" -> line.backspace();
                case "Ctrl-U", "Ctrl-W" -> line.clear();
                default -> {
                    // Nothing that is typed in a text that nobody sees.
                }
            }
        }

        @Override
        public void special(Key.Special special) {
            if (special.key() == KeyType.Enter) {
                wish = Wish.ENTER;
            } else if (special.key() == KeyType.Backspace) {
                line.backspace();
            }
        }

        @Override
        public void ended(Key.Ended ended) {
            wish = Wish.LEAVE;
        }

        /** Never switched on here. */
        @Override
        public void focused(Key.Focus focus) {}

        /** As {@link #focused}. */
        @Override
        public void mouse(Key.Mouse mouse) {}

        /** The question has one row. */
        @Override
        public void resized(Key.Resized resized) {}

        /** The question still stands. */
        @Override
        public void continued(Key.Continued continued) {}
    }
}
