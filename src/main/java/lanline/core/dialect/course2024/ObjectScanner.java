package lanline.core.dialect.course2024;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lanline.core.model.Bytes;

/**
 * Cuts a stream into what stands in it one after the other: objects, strings, or else raw text, however the segments were cut.
 *
 * <pre>
 *   BETWEEN -- '{' --> OBJECT -- matching '}' --> BETWEEN
 *   BETWEEN -- '"' --> STRING -- closing '"' ---> BETWEEN
 *   BETWEEN -- else -> RAW ---- only the end, or silence, ends it
 * </pre>
 */
final class ObjectScanner {
    /** More than this in one piece is nobody's message; what there is of it is shown, cut, and the link closed. In bytes. */
    static final int LONGEST = 65_536;

    /** Bytes that most messages fit into; a longer piece takes twice as much whenever it needs to. */
    private static final int FIRST_ROOM = 1_024;

    /** One thing found. {@code complete} is false where the stream ended, or the limit was met, in the middle of it. */
    record Piece(Bytes bytes, boolean isJson, boolean complete) {}

    private enum State {
        BETWEEN,
        OBJECT,
        STRING,
        RAW
    }

    private final List<Piece> found = new ArrayList<>();
    private byte[] piece = new byte[FIRST_ROOM];
    private int length;
    private int depth;
    private boolean inString;
    private boolean escaped;
    private boolean overfull;
    private State state = State.BETWEEN;

    /** Takes the next bytes and returns what they complete. */
    List<Piece> scan(Bytes bytes) {
        for (int i = 0; i < bytes.length() && !overfull; i++) {
            take(bytes.at(i));
        }
        return drain();
    }

    /** The stream ended or fell silent: an unfinished piece is all there is. With {@code keepJson} a begun object may still go on. */
    List<Piece> end(boolean keepJson) {
        if (length > 0 && (state == State.RAW || !keepJson)) {
            finishPiece(false, false);
        }
        return drain();
    }

    /** The room that the piece at hand takes, in bytes. */
    int unfinishedBytes() {
        return piece.length;
    }

    boolean isOverfull() {
        return overfull;
    }

    private List<Piece> drain() {
        List<Piece> result = List.copyOf(found);
        found.clear();
        return result;
    }

    private void take(byte next) {
        if (state == State.BETWEEN) {
            begin(next);
        }
        if (state == State.BETWEEN) {
            return;
        }
        append(next);
        if (state == State.OBJECT || state == State.STRING) {
            follow(next);
        }
        if (length >= LONGEST) {
            overfull = true;
            finishPiece(false, false);
        }
    }

    private void begin(byte next) {
        if (next == '{') {
            state = State.OBJECT;
        } else if (next == '"') {
            state = State.STRING;
        } else if (!isBlank(next)) {
            state = State.RAW;
        }
    }

    private void follow(byte next) {
        if (escaped) {
            escaped = false;
        } else if (inString && next == '\\') {
            escaped = true;
        } else if (next == '"') {
            inString = !inString;
            if (!inString && state == State.STRING) {
                finishPiece(true, true);
            }
        } else if (!inString && next == '{') {
            depth++;
        } else if (!inString && next == '}') {
            depth--;
            if (depth == 0) {
                finishPiece(true, true);
            }
        }
    }

    private void append(byte next) {
        if (length == piece.length) {
            piece = Arrays.copyOf(piece, 2 * length);
        }
        piece[length] = next;
        length++;
    }

    private void finishPiece(boolean isJson, boolean complete) {
        found.add(new Piece(Bytes.copyOf(piece, 0, length), isJson, complete));
        if (piece.length > FIRST_ROOM) {
            piece = new byte[FIRST_ROOM];
        }
        length = 0;
        depth = 0;
        inString = false;
        escaped = false;
        state = State.BETWEEN;
    }

    private static boolean isBlank(byte next) {
        return next == ' ' || next == '\n' || next == '\r' || next == '\t' || next == 0;
    }
}
