package lanline.edge.terminal.tty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.input.KeyType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Bytes in, keys out; each dialect as its terminal sends it. */
class KeyDecoderTest {
    private final KeyDecoder decoder = new KeyDecoder();
    private final List<Key> keys = new ArrayList<>();

    @Test
    void textIsTypedClusterByCluster() {
        assertKeys("aş漢", typed("a"), typed("ş"), typed("漢"));
        assertKeys("👨‍👩‍👧e\u0301🇹🇷", typed("👨‍👩‍👧"), typed("e\u0301"), typed("🇹🇷"));
    }

    @Test
    void aCharacterInPiecesIsOneKey() {
        byte[] bytes = "漢😀".getBytes(StandardCharsets.UTF_8);
        for (byte one : bytes) {
            decoder.feed(new byte[] {one}, 1, keys::add);
        }
        assertEquals(List.of(typed("漢"), typed("😀")), keys);
        assertEquals(KeyDecoder.Rest.NOTHING, decoder.expects());
    }

    @Test
    void brokenUtf8IsAStandInAndLosesNothingElse() {
        feed(new byte[] {'a', (byte) 0xC3, 'b', (byte) 0xFF, 'c'});
        assertEquals(List.of(typed("a"), typed("\uFFFD"), typed("b"), typed("\uFFFD"), typed("c")), keys);
    }

    @Test
    void controlCharactersAreChordsWithCtrl() {
        assertKeys("\u0001\n\u001f\u0000\u001c", ctrl("a"), ctrl("j"), ctrl("_"), ctrl(" "), ctrl("\\"));
        assertKeys("\u0011\u0013\u001a\u0003", ctrl("q"), ctrl("s"), ctrl("z"), ctrl("c"));
    }

    @Test
    void enterTabAndBackspaceAreKeysOfTheirOwn() {
        assertKeys(
                "\r\t\u007f\b",
                special(KeyType.Enter),
                special(KeyType.Tab),
                special(KeyType.Backspace),
                special(KeyType.Backspace));
        assertKeys("\u001b[Z", special(KeyType.ReverseTab));
    }

    @Test
    void altIsAnEscapeBefore() {
        assertKeys("\u001b1\u001b/\u001bş", alt("1"), alt("/"), alt("ş"));
        assertKeys("\u001b\r", new Key.Special(KeyType.Enter, false, true, false));
        assertKeys("\u001b\n", new Key.Chord("j", true, true));
        assertKeys("\u001b\u007f", new Key.Special(KeyType.Backspace, false, true, false));
    }

    @Test
    void arrowsHomeAndEndInEveryDialect() {
        for (String home : new String[] {"\u001b[H", "\u001bOH", "\u001b[1~", "\u001b[7~"}) {
            assertKeys(home, special(KeyType.Home));
        }
        for (String end : new String[] {"\u001b[F", "\u001bOF", "\u001b[4~", "\u001b[8~"}) {
            assertKeys(end, special(KeyType.End));
        }
        for (String up : new String[] {"\u001b[A", "\u001bOA"}) {
            assertKeys(up, special(KeyType.ArrowUp));
        }
        assertKeys("\u001b[5~\u001b[6~", special(KeyType.PageUp), special(KeyType.PageDown));
        assertKeys("\u001b[2~\u001b[3~", special(KeyType.Insert), special(KeyType.Delete));
    }

    @Test
    void modifiersInTheDialectOfXterm() {
        assertKeys("\u001b[1;5D", new Key.Special(KeyType.ArrowLeft, true, false, false));
        assertKeys("\u001b[1;3A", new Key.Special(KeyType.ArrowUp, false, true, false));
        assertKeys("\u001b[1;2B", new Key.Special(KeyType.ArrowDown, false, false, true));
        assertKeys("\u001b[1;3H", new Key.Special(KeyType.Home, false, true, false));
        assertKeys("\u001b[1;8F", new Key.Special(KeyType.End, true, true, true));
        assertKeys("\u001b[5;5~", new Key.Special(KeyType.PageUp, true, false, false));
        assertKeys("\u001b[17;2~", new Key.Special(KeyType.F6, false, false, true));
        assertKeys("\u001b[1;2R", new Key.Special(KeyType.F3, false, false, true));
        assertKeys("\u001b[1;9A", new Key.Special(KeyType.ArrowUp, false, true, false));
    }

    @Test
    void modifiersInTheDialectOfRxvt() {
        assertKeys("\u001b[a", new Key.Special(KeyType.ArrowUp, false, false, true));
        assertKeys("\u001bOd", new Key.Special(KeyType.ArrowLeft, true, false, false));
        assertKeys("\u001b\u001b[A", new Key.Special(KeyType.ArrowUp, false, true, false));
        assertKeys("\u001b\u001bOH", new Key.Special(KeyType.Home, false, true, false));
        assertKeys("\u001b[7$", new Key.Special(KeyType.Home, false, false, true));
        assertKeys("\u001b[8^", new Key.Special(KeyType.End, true, false, false));
        assertKeys("\u001b[3@", new Key.Special(KeyType.Delete, true, false, true));
    }

    @Test
    void functionKeysInEveryDialect() {
        assertKeys(
                "\u001bOP\u001bOQ\u001bOR\u001bOS",
                special(KeyType.F1),
                special(KeyType.F2),
                special(KeyType.F3),
                special(KeyType.F4));
        assertKeys("\u001b[11~\u001b[13~\u001b[15~", special(KeyType.F1), special(KeyType.F3), special(KeyType.F5));
        assertKeys("\u001b[[A\u001b[[E", special(KeyType.F1), special(KeyType.F5));
        assertKeys("\u001b[17~\u001b[21~\u001b[24~", special(KeyType.F6), special(KeyType.F10), special(KeyType.F12));
    }

    @Test
    void keysToldByTheirCodePoint() {
        assertKeys("\u001b[13;3u", new Key.Special(KeyType.Enter, false, true, false));
        assertKeys("\u001b[27;5;9~", new Key.Special(KeyType.Tab, true, false, false));
        assertKeys("\u001b[97;5u\u001b[351u", ctrl("a"), typed("ş"));
        assertKeys("\u001b[1114112u\u001b[55296u\u001b[99999999999u");
    }

    @Test
    void aLoneEscapeIsAKeyOnlyAfterAPause() {
        feed("\u001b");
        assertEquals(List.of(), keys);
        assertEquals(KeyDecoder.Rest.KEY, decoder.expects());
        feed("[A");
        assertEquals(List.of(special(KeyType.ArrowUp)), keys);
        keys.clear();
        feed("\u001b");
        decoder.settle(keys::add);
        assertEquals(List.of(special(KeyType.Escape)), keys);
        assertEquals(KeyDecoder.Rest.NOTHING, decoder.expects());
    }

    @Test
    void whatBeginsASequenceIsAnAltKeyAfterAPause() {
        for (String first : new String[] {"[", "O", "]", "P", "_"}) {
            keys.clear();
            feed("\u001b" + first);
            decoder.settle(keys::add);
            assertEquals(List.of(alt(first)), keys);
        }
    }

    @Test
    void aPasteIsOneEventWhateverIsInIt() {
        String text = "line\r\nşğ\ttwo\r\u001b[31m\u0003end";
        assertKeys(
                "a\u001b[200~" + text + "\u001b[201~b",
                typed("a"),
                paste("line\nşğ\ttwo\n\u001b[31m\u0003end"),
                typed("b"));
        assertKeys("\u001b[200~\u001b[201~", paste(""));
    }

    @Test
    void aPasteInSingleBytesLosesNone() {
        byte[] bytes = "\u001b[200~x\u001b[201y\u001b[20\u001b[201~z".getBytes(StandardCharsets.UTF_8);
        for (byte one : bytes) {
            decoder.feed(new byte[] {one}, 1, keys::add);
        }
        assertEquals(List.of(paste("x\u001b[201y\u001b[20"), typed("z")), keys);
    }

    @Test
    void aPasteThatIsTooLongSaysWhatItLacks() {
        assertKeys(
                "\u001b[200~" + "x".repeat(Key.Paste.MOST_BYTES) + "\u001b[201~",
                paste("x".repeat(Key.Paste.MOST_BYTES)));
        assertKeys(
                "\u001b[200~" + "x".repeat(Key.Paste.MOST_BYTES + 3) + "\u001b[201~k",
                new Key.Paste("x".repeat(Key.Paste.MOST_BYTES), 3),
                typed("k"));
    }

    @Test
    void aPasteWithoutAnEndIsDeliveredAfterAPause() {
        feed("\u001b[200~half\u001b");
        assertEquals(KeyDecoder.Rest.STRING, decoder.expects());
        decoder.settle(keys::add);
        feed("k");
        assertEquals(List.of(paste("half\u001b"), typed("k")), keys);
    }

    @Test
    void focusAndMouseAreReports() {
        assertKeys("\u001b[I\u001b[O", new Key.Focus(true), new Key.Focus(false));
        assertKeys("\u001b[<0;5;3M", new Key.Mouse(Key.Mouse.Action.PRESS, 0, 2, 4));
        assertKeys("\u001b[<2;5;3m", new Key.Mouse(Key.Mouse.Action.RELEASE, 2, 2, 4));
        assertKeys("\u001b[<65;1;1M", new Key.Mouse(Key.Mouse.Action.WHEEL_DOWN, 0, 0, 0));
        assertKeys("\u001b[<35;1;1M", new Key.Mouse(Key.Mouse.Action.MOVE, 3, 0, 0));
        assertKeys("\u001b[<0;5M\u001b[<0;1;1;1M");
    }

    @Test
    void answersOfTheTerminalAreSwallowed() {
        assertKeys("\u001b[?62;22c\u001b[>1;95;0c\u001b[24;80R\u001b[0n\u001b[?2026;2$y\u001b[8;24;80t");
        assertKeys("\u001b]11;rgb:0000/0000/0000\u0007\u001b]10;rgb:ff\u001b\\x", typed("x"));
        assertKeys("\u001bP1+r544e=787465726d\u001b\\\u001b_Gi=1;OK\u001b\\y", typed("y"));
    }

    @Test
    void anAnswerThatStopsHalfwayDoesNotEatTheKeysAfterAPause() {
        feed("\u001b]11;rgb:00");
        assertEquals(KeyDecoder.Rest.STRING, decoder.expects());
        decoder.settle(keys::add);
        feed("a");
        assertEquals(List.of(typed("a")), keys);
    }

    @Test
    void anyBytesGiveKeysAndNeverThrow() {
        Random random = new Random(6000);
        byte[] likely = "\u001b[]OP_;<~0129$u\u0007\r\\MR?".getBytes(StandardCharsets.US_ASCII);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[1 + random.nextInt(24)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = random.nextInt(3) == 0 ? (byte) random.nextInt() : likely[random.nextInt(likely.length)];
            }
            feed(bytes);
        }
        decoder.settle(keys::add);
        assertEquals(KeyDecoder.Rest.NOTHING, decoder.expects());
        assertTrue(keys.size() > 20_000);
        for (Key key : keys) {
            if (key instanceof Key.Typed typed) {
                assertTrue(typed.text().codePoints().noneMatch(Character::isISOControl));
            }
        }
    }

    private void assertKeys(String bytes, Key... expected) {
        keys.clear();
        feed(bytes);
        assertEquals(List.of(expected), keys);
        assertEquals(KeyDecoder.Rest.NOTHING, decoder.expects());
    }

    private void feed(String bytes) {
        feed(bytes.getBytes(StandardCharsets.UTF_8));
    }

    private void feed(byte[] bytes) {
        decoder.feed(bytes, bytes.length, keys::add);
    }

    private static Key typed(String text) {
        return new Key.Typed(text);
    }

    private static Key ctrl(String character) {
        return new Key.Chord(character, true, false);
    }

    private static Key alt(String character) {
        return new Key.Chord(character, false, true);
    }

    private static Key special(KeyType type) {
        return new Key.Special(type, false, false, false);
    }

    private static Key paste(String text) {
        return new Key.Paste(text, 0);
    }
}
