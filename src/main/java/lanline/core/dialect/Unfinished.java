package lanline.core.dialect;

import java.util.Arrays;
import lanline.core.model.Bytes;

/** What has come in and is not whole yet; grows by doubling, so that single bytes cost no more than others. Lives with its protocol. */
public final class Unfinished {
    /** Room for most messages. */
    private static final int FIRST_ROOM = 256;

    private byte[] bytes = new byte[0];
    private int length;

    public int length() {
        return length;
    }

    /** Index from 0 on. */
    public byte at(int index) {
        return bytes[index];
    }

    public void append(Bytes more) {
        int needed = length + more.length();
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(FIRST_ROOM, Math.max(needed, 2 * bytes.length)));
        }
        more.copyTo(bytes, length);
        length = needed;
    }

    public Bytes slice(int from, int to) {
        return Bytes.copyOf(bytes, from, to);
    }

    /** Takes the first {@code count} bytes away. */
    public void drop(int count) {
        length -= count;
        bytes = length == 0 ? new byte[0] : Arrays.copyOfRange(bytes, count, bytes.length);
    }
}
