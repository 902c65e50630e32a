package lanline.edge.terminal.tty;

/** Where characters end in UTF-8 that comes in pieces, RFC 3629. Pure. */
final class Utf8 {
    private Utf8() {}

    /** How many bytes a character has that begins with {@code first}; 1 for what begins none. */
    static int length(int first) {
        if (first < 0xC2 || first > 0xF4) {
            return 1;
        }
        return first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    }

    /** The end of the last character in the range that is not cut off by {@code to}. */
    static int wholeUntil(byte[] bytes, int from, int to) {
        for (int i = to - 1; i >= Math.max(from, to - 3); i--) {
            int value = bytes[i] & 0xFF;
            if (value >= 0xC0) {
                return i + length(value) > to ? i : to;
            }
        }
        return to;
    }
}
