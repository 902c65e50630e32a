package lanline.edge.text;

import java.io.InputStream;
import java.io.OutputStream;

/**
 * Where lines come from and go to. {@code out} should be raw (no PrintStream, which hides that nobody reads any more) and needs
 * no buffer. Not immutable: the reading side belongs to one thread at a time, first who asks for the name, then {@code in}.
 */
public final class Streams {
    private final LineSource in;
    private final OutputStream out;

    public Streams(InputStream in, OutputStream out) {
        this.in = new LineSource(in);
        this.out = out;
    }

    LineSource in() {
        return in;
    }

    OutputStream out() {
        return out;
    }
}
