package lanline.core.dialect;

import lanline.core.model.Bytes;
import lanline.core.model.Endpoint;
import lanline.core.model.Habits;
import lanline.core.model.Speaks;

/**
 * The dialects of UDP 5000 and TCP 5001, told apart by the first bytes ({@code wire.md} section 2): <code>{</code> begins JSON; 1 to 5
 * and a length that a message may have, in four bytes, begin a frame of the lab program; all else is raw text. Immutable.
 */
public final class SharedPort implements Listening {
    private static final int HEADER_BYTES = 5;
    private static final int LAST_FRAME_TYPE = 5;

    /** Longer is no message of anybody. Raw text holds no zero bytes, so any limit below 16 MiB tells the two apart. */
    private static final int LONGEST_FRAME = 65_536;

    /** Blanks that may stand before JSON; more of them are text. */
    private static final int MOST_BLANKS = 64;

    private final LinkDialect text;
    private final LinkDialect json;
    private final LinkDialect frames;

    /** {@code text}: what most say here, and announce in JSON; {@code json}: how a message in JSON is read; {@code frames}: the lab program's. */
    public SharedPort(LinkDialect text, LinkDialect json, LinkDialect frames) {
        this.text = text;
        this.json = json;
        this.frames = frames;
    }

    @Override
    public Speaks speaks() {
        return text.speaks();
    }

    /** Who can read a datagram. */
    public Dialect ofDatagram(Bytes datagram) {
        return First.of(datagram) == First.FRAME ? frames : text;
    }

    /** Listens on a link that somebody dialled, until the first bytes say in which dialect. */
    @Override
    public PeerProtocol accept(Endpoint from, Habits known) {
        return new ChoosingLink(this, from, known);
    }

    PeerProtocol choose(First first, Endpoint from, Habits known) {
        return switch (first) {
            case JSON -> json.accept(from, known);
            case FRAME -> frames.accept(from, known);
            case TEXT, UNDECIDED -> text.accept(from, known);
        };
    }

    /** A message in JSON on this port comes from a program that is answered here, so it counts as one of the others. */
    Speaks spoken(First first) {
        return first == First.FRAME ? frames.speaks() : text.speaks();
    }

    /** What the first bytes tell. */
    enum First {
        JSON,
        FRAME,
        TEXT,
        UNDECIDED;

        static First of(Bytes begun) {
            int at = afterBlanks(begun);
            if (at == begun.length()) {
                return UNDECIDED;
            }
            int first = begun.at(at);
            if (first == '{') {
                return JSON;
            }
            boolean mayBeFrame = at == 0 && first >= 1 && first <= LAST_FRAME_TYPE;
            if (mayBeFrame && begun.length() < HEADER_BYTES) {
                return UNDECIDED;
            }
            return mayBeFrame && isPlausible(begun) ? FRAME : TEXT;
        }

        private static int afterBlanks(Bytes begun) {
            int at = 0;
            while (at < begun.length() && at < MOST_BLANKS && isBlank(begun.at(at))) {
                at++;
            }
            return at;
        }

        private static boolean isBlank(byte next) {
            return next == ' ' || next == '\n' || next == '\r' || next == '\t';
        }

        private static boolean isPlausible(Bytes begun) {
            long length = 0;
            for (int i = 1; i < HEADER_BYTES; i++) {
                length = length << 8 | begun.at(i) & 0xff;
            }
            return length <= LONGEST_FRAME;
        }
    }
}
