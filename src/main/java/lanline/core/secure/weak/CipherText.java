package lanline.core.secure.weak;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** How encrypted bytes are written as text. Reading is tolerant: blanks, missing padding, a Python bytes literal, either alphabet. */
enum CipherText {
    BASE64 {
        @Override
        String write(byte[] bytes) {
            return Base64.getEncoder().encodeToString(bytes);
        }

        @Override
        int length(int bytes) {
            return (bytes + 2) / 3 * 4;
        }

        @Override
        byte[] decode(String text) {
            int end = text.length();
            while (end > 0 && text.charAt(end - 1) == '=') {
                end--;
            }
            return Base64.getDecoder()
                    .decode(text.substring(0, end).replace('-', '+').replace('_', '/'));
        }
    },
    HEX {
        @Override
        String write(byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        }

        @Override
        int length(int bytes) {
            return 2 * bytes;
        }

        @Override
        byte[] decode(String text) {
            return HexFormat.of().parseHex(text);
        }
    };

    abstract String write(byte[] bytes);

    /** How many characters {@link #write} makes of so many bytes. */
    abstract int length(int bytes);

    /** Throws an {@link IllegalArgumentException} for other text. */
    abstract byte[] decode(String text);

    /** Empty if {@code text} is not written so. */
    Optional<byte[]> read(String text) {
        try {
            return Optional.of(decode(bare(text)));
        } catch (IllegalArgumentException notWrittenSo) {
            return Optional.empty();
        }
    }

    private static String bare(String text) {
        StringBuilder bare = new StringBuilder(text.length());
        text.chars().filter(character -> character > ' ').forEach(character -> bare.append((char) character));
        boolean isLiteral =
                bare.length() > 3 && bare.charAt(0) == 'b' && (bare.charAt(1) == '\'' || bare.charAt(1) == '"');
        return isLiteral && bare.charAt(1) == bare.charAt(bare.length() - 1)
                ? bare.substring(2, bare.length() - 1)
                : bare.toString();
    }
}
