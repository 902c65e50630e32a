package lanline.edge.terminal.tty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bytes that draw nothing, as they reach the terminal. */
class ControlSequenceTest {
    @TempDir
    private Path folder;

    private static String sent(ControlSequence sequence, boolean inTmux) {
        return new String(sequence.bytes(inTmux), StandardCharsets.UTF_8);
    }

    @Test
    void aCommandEndsWithTheStringTerminator() {
        assertEquals("\u001b]9;ali: köprü\u001b\\", sent(ControlSequence.command("9;ali: köprü"), false));
    }

    @Test
    void throughTmuxItIsWrappedWithEveryEscapeDoubled() {
        assertEquals(
                "\u001bPtmux;\u001b\u001b]9;hi\u001b\u001b\\\u001b\\", sent(ControlSequence.command("9;hi"), true));
    }

    @Test
    void theBellAndTheMouseAreForTmuxItself() {
        assertEquals("\u0007", sent(ControlSequence.BELL, true));
        assertEquals("\u001b[?1000h\u001b[?1006h", sent(ControlSequence.MOUSE_ON, true));
    }

    @Test
    void textThatWouldEndItEarlyIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> ControlSequence.command("9;a\u0007b"));
        assertThrows(IllegalArgumentException.class, () -> ControlSequence.command("9;a\u001b\\b"));
        assertThrows(IllegalArgumentException.class, () -> ControlSequence.command("9;a\u009cb"));
    }

    @Test
    void theTerminalGetsItAtOnce() throws IOException {
        TtyFile file = new TtyFile(folder, 5, 20, true);
        file.tty().send(ControlSequence.BELL);
        assertEquals("\u0007", file.written());
    }
}
