package lanline.edge.terminal.tty;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The keys that a terminal's bytes stand for, for tests of other packages. */
public final class DecodedKeys {
    private DecodedKeys() {}

    public static List<Key> of(String sent) {
        List<Key> keys = new ArrayList<>();
        KeyDecoder decoder = new KeyDecoder();
        byte[] bytes = sent.getBytes(StandardCharsets.UTF_8);
        decoder.feed(bytes, bytes.length, keys::add);
        decoder.settle(keys::add);
        return keys;
    }
}
