package lanline.sim;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lanline.core.model.Bytes;

/** Reads everything on the wires, and remembers which texts of people stood there for all to read. */
final class Wiretap {
    /** Begins each word of a text; long enough to never come about by chance in what is encrypted. */
    static final String MARK = "word-";

    private static final Pattern TEXT = Pattern.compile(MARK + "(\\d{1,6})\\.");

    private final BitSet read = new BitSet();

    void hear(Bytes bytes) {
        String signs = new String(bytes.toArray(), StandardCharsets.ISO_8859_1);
        if (!signs.contains(MARK)) {
            return;
        }
        Matcher matcher = TEXT.matcher(signs);
        while (matcher.find()) {
            read.set(Integer.parseInt(matcher.group(1)));
        }
    }

    /** True if the text in which {@code words} are was to be read on a wire. */
    boolean hasRead(String words) {
        Matcher matcher = TEXT.matcher(words);
        return matcher.find() && read.get(Integer.parseInt(matcher.group(1)));
    }
}
