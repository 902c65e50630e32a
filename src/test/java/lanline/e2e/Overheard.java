package lanline.e2e;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import lanline.core.model.Bytes;

/** All that left a program towards somebody who must not read it. Lives on the test's thread. */
final class Overheard {
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

    void add(Bytes bytes) {
        heard.writeBytes(bytes.toArray());
    }

    int length() {
        return heard.size();
    }

    /** True if {@code text} came in a form that anybody reads. */
    boolean has(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        String all = heard.toString(StandardCharsets.ISO_8859_1);
        return all.contains(new String(utf8, StandardCharsets.ISO_8859_1)) || hasBase64(all, utf8);
    }

    /** In base64 a text has three forms, by where it begins; what lies at its ends depends on what is beside it. */
    private static boolean hasBase64(String all, byte[] utf8) {
        for (int start = 0; start < 3 && start + 3 <= utf8.length; start++) {
            byte[] whole = Arrays.copyOfRange(utf8, start, start + (utf8.length - start) / 3 * 3);
            if (all.contains(Base64.getEncoder().encodeToString(whole))) {
                return true;
            }
        }
        return false;
    }
}
