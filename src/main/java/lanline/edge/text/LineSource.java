package lanline.edge.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import lanline.core.model.Bytes;

/** Cuts a stream into lines, none longer than it should be. Lives on one thread at a time. */
final class LineSource {
    /** Bytes of a line: far more than a message may have. Of a longer one nothing is kept, and it says so. */
    static final int LONGEST = 65_536;

    private static final int BUFFER = 8_192;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;

    LineSource(InputStream in) {
        this.in = in;
    }

    /** A line without its end (LF or CR LF); empty and {@code tooLong} if it was longer than {@link #LONGEST}. */
    record Line(Bytes bytes, boolean tooLong) {}

    /** Waits for the next line; empty at the end of the input. A last line needs no end. */
    Optional<Line> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean begun = false;
        boolean tooLong = false;
        while (hasMore()) {
            int from = at;
            boolean ends = skipToEnd();
            begun = true;
            tooLong |= line.size() + at - from > LONGEST;
            if (!tooLong) {
                line.write(buffer, from, at - from);
            }
            if (ends) {
                at++;
                break;
            }
        }
        return begun ? Optional.of(tooLong ? new Line(Bytes.EMPTY, true) : kept(line)) : Optional.empty();
    }

    private boolean hasMore() throws IOException {
        while (at == end) {
            int read = in.read(buffer);
            if (read < 0) {
                return false;
            }
            at = 0;
            end = read;
        }
        return true;
    }

    /** Moves to the line feed or the end of what is there; true at a line feed. */
    private boolean skipToEnd() {
        while (at < end && buffer[at] != '\n') {
            at++;
        }
        return at < end;
    }

    private static Line kept(ByteArrayOutputStream line) {
        byte[] bytes = line.toByteArray();
        boolean hasReturn = bytes.length > 0 && bytes[bytes.length - 1] == '\r';
        return new Line(Bytes.copyOf(bytes, 0, bytes.length - (hasReturn ? 1 : 0)), false);
    }
}
