package lanline.edge.terminal.tty;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.input.KeyDecodingProfile;
import com.googlecode.lanterna.terminal.ansi.ANSITerminal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Lanterna's terminal on our {@link Tty}: the size from the line discipline instead of a cursor query, a frame as one
 * write, and the modes that our keys need. Its input side is not used: keys come from the {@link KeyDecoder}. Screen
 * thread only.
 */
final class TtyTerminal extends ANSITerminal {
    /** The other screen, no wrapping at the last column, bracketed paste, focus reports. */
    private static final String ENTER = "\u001b[?1049h\u001b[?7l\u001b[?2004h\u001b[?1004h";

    private final Tty tty;
    private final boolean utf8;

    TtyTerminal(Tty tty) {
        super(InputStream.nullInputStream(), tty.output(), StandardCharsets.UTF_8);
        this.tty = tty;
        this.utf8 = tty.isUtf8();
    }

    boolean isUtf8() {
        return utf8;
    }

    @Override
    protected TerminalSize findTerminalSize() {
        return tty.size();
    }

    /** None: Lanterna's own decoder is never asked. */
    @Override
    protected KeyDecodingProfile getDefaultKeyDecodingProfile() {
        return List::of;
    }

    /** Possible again after each suspension, unlike Lanterna's own. */
    @Override
    public void enterPrivateMode() throws IOException {
        writeToTerminal(ENTER.getBytes(StandardCharsets.US_ASCII));
    }

    /** Leaves the terminal for good, as it was before. */
    @Override
    public void exitPrivateMode() {
        tty.restore();
    }

    /** Whole clusters in UTF-8; Lanterna sends one UTF-16 unit at a time, a pair of surrogates as {@code ??}. */
    @Override
    public void putString(String text) throws IOException {
        writeToTerminal(text.getBytes(utf8 ? StandardCharsets.UTF_8 : StandardCharsets.US_ASCII));
    }

    /** Hands a frame to the device; goes out with the next {@link #flush}. */
    void put(FrameBytes frame) throws IOException {
        tty.output().write(frame.array(), 0, frame.size());
    }
}
