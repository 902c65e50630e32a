package lanline.core.model;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Identifiers as fixed-length lower-case hexadecimal text. */
final class Hex {
    private Hex() {}

    static boolean isHex(String text, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }

    static String require(String text, int length) {
        if (!isHex(text, length)) {
            throw new IllegalArgumentException("not " + length + " hexadecimal digits: " + text);
        }
        return text;
    }

    static String random(RandomGenerator random, int length) {
        byte[] bytes = new byte[length / 2];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
