package lanline.edge.terminal;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The lines that were typed, as a stream of UTF-8: put by one thread, read by another. */
final class TypedLines extends InputStream {
    private static final byte[] END = {};

    private final BlockingQueue<byte[]> lines = new LinkedBlockingQueue<>();
    /** Of the reading thread alone. */
    private byte[] line = {};

    private int at;
    private boolean ended;

    void put(String typed) {
        lines.add((typed + "\n").getBytes(StandardCharsets.UTF_8));
    }

    void end() {
        lines.add(END);
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        if (at == line.length && !next()) {
            return -1;
        }
        int count = Math.min(length, line.length - at);
        System.arraycopy(line, at, bytes, offset, count);
        at += count;
        return count;
    }

    private boolean next() {
        try {
            line = ended ? END : lines.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            line = END;
        }
        at = 0;
        ended = line == END;
        return !ended;
    }
}
