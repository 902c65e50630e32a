package lanline.edge.terminal.tty;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.function.Consumer;

/**
 * The thread that reads the tty: it waits in a blocking read, hands bytes to the decoder, which it owns, and keys to
 * their taker. It ends with the terminal, or when the channel is closed.
 */
final class KeyReader implements Runnable {
    private static final int READ_BYTES = 4_096;

    /** How long the rest of a key may take; over a network its bytes come apart ("terminal.md", pitfall 6). */
    private static final int LOCAL_MILLIS = 25;

    private static final int REMOTE_MILLIS = 100;
    /** How long a paste or an answer of the terminal may pause before it is taken as ended. */
    private static final int STRING_MILLIS = 1_000;

    private final FileInputStream input;
    private final KeyDecoder decoder = new KeyDecoder();
    private final int keyMillis;
    private final Consumer<Key> keys;
    private final Pause millisecond;
    private final ByteBuffer buffer = ByteBuffer.allocate(READ_BYTES);

    KeyReader(FileInputStream input, boolean remote, Consumer<Key> keys) {
        this(input, remote, keys, () -> Thread.sleep(1));
    }

    KeyReader(FileInputStream input, boolean remote, Consumer<Key> keys, Pause millisecond) {
        this.input = input;
        this.keyMillis = remote ? REMOTE_MILLIS : LOCAL_MILLIS;
        this.keys = keys;
        this.millisecond = millisecond;
    }

    /** A while in which nothing is done. */
    interface Pause {
        void await() throws InterruptedException;
    }

    /** A platform thread: a virtual one would not wake when the channel closes ("decisions.md" 5). */
    void start() {
        Thread thread = new Thread(this, "tty");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void run() {
        try {
            while (read()) {
                awaitRest();
            }
            keys.accept(new Key.Ended());
        } catch (ClosedChannelException e) {
            // Our own side closed it: the screen is going down and waits for no key.
        } catch (IOException e) {
            keys.accept(new Key.Ended());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean read() throws IOException {
        buffer.clear();
        int count = input.getChannel().read(buffer);
        if (count > 0) {
            decoder.feed(buffer.array(), count, keys);
        }
        return count >= 0;
    }

    /** A key may have come in half: looks for the rest each millisecond while the patience lasts, then settles it. */
    private void awaitRest() throws IOException, InterruptedException {
        int waited = 0;
        while (decoder.expects() != KeyDecoder.Rest.NOTHING && input.available() == 0) {
            int patience = decoder.expects() == KeyDecoder.Rest.STRING ? STRING_MILLIS : keyMillis;
            if (waited >= patience) {
                decoder.settle(keys);
                return;
            }
            millisecond.await();
            waited++;
        }
    }
}
