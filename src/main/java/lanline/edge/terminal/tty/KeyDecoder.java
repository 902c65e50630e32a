package lanline.edge.terminal.tty;

import com.googlecode.lanterna.input.KeyType;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import lanline.core.text.Graphemes;

/**
 * Keys out of the bytes of a terminal, in the dialects of xterm, rxvt, the Linux console, tmux and screen. Total: any
 * bytes give some keys, none throws. Belongs to the reading thread.
 *
 * <pre>
 *            ESC [ 200 ~                    ESC ] , P , _
 *   PASTE  &lt;-------------  KEYS  -------------&gt;  ANSWER (swallowed)
 *          -------------&gt;        &lt;-------------
 *           ESC [ 201 ~                     BEL, ESC \, or a pause
 * </pre>
 */
final class KeyDecoder {
    /** What is missing before the bytes so far make sense. */
    enum Rest {
        NOTHING,
        KEY,
        STRING
    }

    /** No control sequence of a key is as long; a longer one is dropped. */
    private static final int SEQUENCE_BYTES = 256;

    private static final int ESCAPE = 0x1B;
    private static final byte[] PASTE_END = "\u001b[201~".getBytes(StandardCharsets.US_ASCII);

    private enum State {
        KEYS,
        PASTE,
        ANSWER
    }

    private State state = State.KEYS;
    private byte[] pending = new byte[0];
    private int at;
    private final ByteArrayOutputStream paste = new ByteArrayOutputStream();
    private int dropped;
    private Consumer<Key> keys = key -> {};

    /** Takes the next {@code count} bytes and hands over each key that they complete. */
    void feed(byte[] bytes, int count, Consumer<Key> taker) {
        int before = pending.length;
        pending = Arrays.copyOf(pending, before + count);
        System.arraycopy(bytes, 0, pending, before, count);
        digest(taker, false);
    }

    /** Nothing more is coming for now: what is there means what it can mean alone. */
    void settle(Consumer<Key> taker) {
        if (state == State.PASTE) {
            collect(pending.length);
            pending = new byte[0];
            endPaste(taker);
        }
        state = State.KEYS;
        digest(taker, true);
    }

    Rest expects() {
        if (state != State.KEYS) {
            return Rest.STRING;
        }
        return pending.length == 0 ? Rest.NOTHING : Rest.KEY;
    }

    private void digest(Consumer<Key> taker, boolean alone) {
        keys = taker;
        boolean more = true;
        while (more && at < pending.length) {
            more = switch (state) {
                case PASTE -> paste();
                case ANSWER -> answer();
                case KEYS -> key(alone);
            };
        }
        pending = Arrays.copyOfRange(pending, at, pending.length);
        at = 0;
    }

    /** Whether one step was taken; if not, more bytes are needed. */
    private boolean key(boolean alone) {
        int first = byteAt(0);
        if (first == ESCAPE) {
            return escape(alone);
        }
        if (first < 0x20 || first == 0x7F) {
            keys.accept(KeyNames.control(first, false));
            at++;
            return true;
        }
        return text(alone);
    }

    private boolean text(boolean alone) {
        int end = at;
        while (end < pending.length && (pending[end] < 0 || (pending[end] >= 0x20 && pending[end] != 0x7F))) {
            end++;
        }
        int whole = alone || end < pending.length ? end : Utf8.wholeUntil(pending, at, end);
        String text = new String(pending, at, whole - at, StandardCharsets.UTF_8);
        for (String cluster : Graphemes.of(text)) {
            if (!Character.isISOControl(cluster.codePointAt(0))) {
                keys.accept(new Key.Typed(cluster));
            }
        }
        boolean moved = whole > at;
        at = whole;
        return moved;
    }

    private boolean escape(boolean alone) {
        if (have() == 1) {
            return alone && take(1, KeyNames.plain(KeyType.Escape));
        }
        return switch (byteAt(1)) {
            case '[' -> sequence(1, alone);
            case 'O' -> singleShift(1, alone);
            case ']', 'P', '_' -> beginAnswer(alone);
            case ESCAPE -> twoEscapes(alone);
            default -> withAlt(alone);
        };
    }

    /** rxvt and others put one more ESC before the sequence of a key with Alt. */
    private boolean twoEscapes(boolean alone) {
        if (have() == 2) {
            return alone && take(2, new Key.Special(KeyType.Escape, false, true, false));
        }
        return switch (byteAt(2)) {
            case '[' -> sequence(2, alone);
            case 'O' -> singleShift(2, alone);
            default -> take(1, KeyNames.plain(KeyType.Escape));
        };
    }

    private boolean withAlt(boolean alone) {
        int first = byteAt(1);
        if (first < 0x20 || first == 0x7F) {
            return take(2, KeyNames.control(first, true));
        }
        int length = Utf8.length(first);
        if (have() < 1 + length && !alone) {
            return false;
        }
        String character = new String(pending, at + 1, Math.min(length, have() - 1), StandardCharsets.UTF_8);
        return take(1 + Math.min(length, have() - 1), new Key.Chord(firstOf(character), false, true));
    }

    private static String firstOf(String text) {
        return text.substring(0, text.offsetByCodePoints(0, 1));
    }

    /** SS3: keypad and function keys; {@code introducer} is the index of the O. */
    private boolean singleShift(int introducer, boolean alone) {
        int digits = introducer + 1;
        while (digits < have() && byteAt(digits) >= '0' && byteAt(digits) <= '9' && digits - introducer < 3) {
            digits++;
        }
        if (digits >= have()) {
            return alone && take(have(), new Key.Chord("O", false, true));
        }
        String modifier = ascii(introducer + 1, digits);
        KeyNames.singleShift(modifier, (char) byteAt(digits), introducer == 2).ifPresent(keys);
        at += digits + 1;
        return true;
    }

    /** CSI, ECMA-48 5.4: parameters, intermediates, a final byte; {@code introducer} is the index of the bracket. */
    private boolean sequence(int introducer, boolean alone) {
        int end = introducer + 1;
        if (end < have() && byteAt(end) == '[') {
            end++; // the Linux console's F1 to F5
        }
        while (end < have() && byteAt(end) >= 0x20 && byteAt(end) < 0x40 && end < SEQUENCE_BYTES) {
            if (byteAt(end) == '$' && KeyNames.isRxvtShift(ascii(introducer + 1, end))) {
                break;
            }
            end++;
        }
        if (end >= have()) {
            return alone && take(have(), new Key.Chord("[", false, true), have() == introducer + 1);
        }
        return finished(introducer, end);
    }

    private boolean finished(int introducer, int end) {
        String parameters = ascii(introducer + 1, end);
        int last = byteAt(end);
        boolean malformed = last < 0x20 || last >= 0x7F || end >= SEQUENCE_BYTES;
        at += malformed ? end : end + 1;
        if (malformed) {
            return true;
        }
        if (last == '~' && parameters.equals("200")) {
            state = State.PASTE;
        } else if (last == 'M' && parameters.isEmpty()) {
            at = Math.min(pending.length, at + 3); // a mouse report in the old form, never asked for
        } else {
            KeyNames.sequence(parameters, (char) last, introducer == 2).ifPresent(keys);
        }
        return true;
    }

    private boolean beginAnswer(boolean alone) {
        if (have() == 2) {
            return alone && take(2, new Key.Chord(String.valueOf((char) byteAt(1)), false, true));
        }
        at += 2;
        state = State.ANSWER;
        return true;
    }

    /** An answer of the terminal that nobody asked for, up to BEL or ST; an ESC that is no ST begins a key. */
    private boolean answer() {
        int first = byteAt(0);
        if (first == ESCAPE && have() == 1) {
            return false;
        }
        boolean ended = first == 0x07 || first == ESCAPE;
        boolean terminator = first == ESCAPE && byteAt(1) == '\\';
        state = ended ? State.KEYS : State.ANSWER;
        at += first == ESCAPE && !terminator ? 0 : terminator ? 2 : 1;
        return true;
    }

    private boolean paste() {
        int end = indexOfPasteEnd();
        if (end >= 0) {
            collect(end);
            at = end + PASTE_END.length;
            state = State.KEYS;
            endPaste(keys);
            return true;
        }
        int sure = Math.max(at, pending.length - PASTE_END.length + 1);
        collect(sure);
        at = sure;
        return false;
    }

    private int indexOfPasteEnd() {
        for (int i = at; i + PASTE_END.length <= pending.length; i++) {
            if (Arrays.equals(pending, i, i + PASTE_END.length, PASTE_END, 0, PASTE_END.length)) {
                return i;
            }
        }
        return -1;
    }

    private void collect(int until) {
        int kept = Math.min(until - at, Key.Paste.MOST_BYTES - paste.size());
        paste.write(pending, at, kept);
        dropped += until - at - kept;
    }

    private void endPaste(Consumer<Key> taker) {
        String text =
                paste.toString(StandardCharsets.UTF_8).replace("\r\n", "\n").replace('\r', '\n');
        taker.accept(new Key.Paste(text, dropped));
        paste.reset();
        dropped = 0;
    }

    private boolean take(int bytes, Key key) {
        return take(bytes, key, true);
    }

    private boolean take(int bytes, Key key, boolean meant) {
        at += bytes;
        if (meant) {
            keys.accept(key);
        }
        return true;
    }

    private int have() {
        return pending.length - at;
    }

    private int byteAt(int offset) {
        return pending[at + offset] & 0xFF;
    }

    private String ascii(int from, int to) {
        return new String(pending, at + from, to - from, StandardCharsets.ISO_8859_1);
    }
}
