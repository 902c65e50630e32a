package lanline.core.dialect.lab;

import java.nio.charset.StandardCharsets;
import lanline.core.model.Bytes;

/** One frame of the lab program: a byte that says what it is, the length of the rest in four bytes, text in UTF-8. */
record Frame(int type, String text) {
    static final int TEXT = 1;
    static final int HELLO = 2;
    static final int HISTORY_REQUEST = 3;
    static final int GONE = 4;
    static final int HISTORY_LINE = 5;

    static final int HEADER_BYTES = 5;

    /** No name, line or message is longer; a larger number is no length, in bytes. */
    static final int LONGEST_TEXT = 65_536;

    Bytes bytes() {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[HEADER_BYTES + payload.length];
        all[0] = (byte) type;
        for (int i = 1; i < HEADER_BYTES; i++) {
            all[i] = (byte) (payload.length >>> 8 * (HEADER_BYTES - 1 - i));
        }
        System.arraycopy(payload, 0, all, HEADER_BYTES, payload.length);
        return Bytes.copyOf(all);
    }

    static boolean isType(int first) {
        return first >= TEXT && first <= HISTORY_LINE;
    }

    /** The length that stands behind the first byte; more than {@link #LONGEST_TEXT}, or less than nothing, where none stands there. */
    static int lengthIn(Bytes header) {
        int length = 0;
        for (int i = 1; i < HEADER_BYTES; i++) {
            length = length << 8 | header.at(i) & 0xff;
        }
        return length;
    }

    static boolean isPlausible(int length) {
        return length >= 0 && length <= LONGEST_TEXT;
    }
}
