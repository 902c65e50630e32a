package lanline.edge.terminal.tty;

import java.util.Arrays;

/** The bytes of one frame while they are put together; grows once and is used again. Screen thread only. */
final class FrameBytes {
    private static final char ESCAPE = 0x1B;

    private byte[] bytes = new byte[8_192];
    private int size;

    byte[] array() {
        return bytes;
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    FrameBytes ascii(char character) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * size);
        }
        bytes[size++] = (byte) character;
        return this;
    }

    FrameBytes ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            ascii(text.charAt(i));
        }
        return this;
    }

    FrameBytes number(int value) {
        if (value >= 10) {
            number(value / 10);
        }
        return ascii((char) ('0' + value % 10));
    }

    /** The control sequence introducer, ECMA-48 5.4. */
    FrameBytes csi() {
        return ascii(ESCAPE).ascii('[');
    }

    /** {@code CSI value final}, without the number where it is 1, its default. */
    FrameBytes csi(int value, char last) {
        csi();
        return value == 1 ? ascii(last) : number(value).ascii(last);
    }

    /** {@code ESC final}. */
    FrameBytes escape(char last) {
        return ascii(ESCAPE).ascii(last);
    }

    FrameBytes utf8(String text) {
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            utf8(codePoint);
            i += Character.charCount(codePoint);
        }
        return this;
    }

    private void utf8(int codePoint) {
        if (codePoint < 0x80) {
            ascii((char) codePoint);
        } else if (codePoint < 0x800) {
            ascii((char) (0xC0 | (codePoint >> 6)));
            tail(codePoint, 0);
        } else if (codePoint < 0x10000) {
            ascii((char) (0xE0 | (codePoint >> 12)));
            tail(codePoint, 6);
            tail(codePoint, 0);
        } else {
            ascii((char) (0xF0 | (codePoint >> 18)));
            tail(codePoint, 12);
            tail(codePoint, 6);
            tail(codePoint, 0);
        }
    }

    private void tail(int codePoint, int shift) {
        ascii((char) (0x80 | ((codePoint >> shift) & 0x3F)));
    }
}
