package lanline.edge.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineSourceTest {
    private static final String LONGEST = "x".repeat(LineSource.LONGEST);

    /** The same lines whatever the pieces are in which the input comes. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 100_000})
    void theInputIsCutAtLineEnds(int piece) throws IOException {
        assertEquals(List.of(), read("", piece));
        assertEquals(List.of(""), read("\n", piece));
        assertEquals(List.of("a", "b"), read("a\nb", piece));
        assertEquals(List.of("a", "", "çay 😀"), read("a\r\n\r\nçay 😀\n", piece));
        assertEquals(List.of("a\rb"), read("a\rb\n", piece));
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 100_000})
    void ofTooLongALineNothingIsKept(int piece) throws IOException {
        assertEquals(List.of(LONGEST, "b"), read(LONGEST + "\nb\n", piece));
        assertEquals(List.of("too long", "b"), read(LONGEST + "y\nb\n", piece));
        assertEquals(List.of("a", "too long"), read("a\n" + LONGEST + LONGEST, piece));
    }

    private static List<String> read(String input, int piece) throws IOException {
        LineSource source = new LineSource(inPieces(input, piece));
        List<String> lines = new ArrayList<>();
        Optional<LineSource.Line> line = source.next();
        while (line.isPresent()) {
            lines.add(line.get().tooLong() ? "too long" : line.get().bytes().toText());
            line = source.next();
        }
        return lines;
    }

    private static InputStream inPieces(String input, int piece) {
        return new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, piece));
            }

            @Override
            public int read(byte[] target) {
                return read(target, 0, target.length);
            }
        };
    }
}
