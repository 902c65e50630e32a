package lanline.edge.terminal.tty;

import java.nio.charset.StandardCharsets;

/**
 * Something for the terminal that draws no cell: the bell, a notification, a text for its clipboard, a mode of its own. Immutable;
 * whatever text is in it can't end it early.
 *
 * @param text the whole sequence
 * @param beyondTmux tmux keeps it to itself unless it is wrapped
 */
public record ControlSequence(String text, boolean beyondTmux) {
    public static final ControlSequence BELL = new ControlSequence("\u0007", false);

    /** Reports of pressed buttons and the wheel, in xterm's SGR form. */
    public static final ControlSequence MOUSE_ON = new ControlSequence("\u001b[?1000h\u001b[?1006h", false);

    public static final ControlSequence MOUSE_OFF = new ControlSequence("\u001b[?1006l\u001b[?1000l", false);

    /** All that we ever switch, switched back: marks, reports, mouse, margins, style, wrapping, cursor, other screen. */
    static final ControlSequence LEAVE = new ControlSequence(
            "\u001b[?2026l\u001b[?1004l\u001b[?2004l\u001b[?1006l\u001b[?1002l\u001b[?1000l"
                    + "\u001b[r\u001b[m\u001b[?7h\u001b[?25h\u001b[?1049l",
            false);

    private static final String ESCAPE = "\u001b";
    private static final String TERMINATOR = ESCAPE + "\\";

    /**
     * An operating system command, ECMA-48 8.3.89.
     *
     * @param content number and text, such as {@code 9;ali: hello}
     * @throws IllegalArgumentException where a control character is in it: foreign text has to be cleaned before
     */
    public static ControlSequence command(String content) {
        if (content.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a control character would end the command early");
        }
        return new ControlSequence(ESCAPE + "]" + content + TERMINATOR, true);
    }

    /** {@code inTmux}: it has to reach the terminal that tmux runs in, which {@code allow-passthrough on} must permit. */
    byte[] bytes(boolean inTmux) {
        String wrapped =
                inTmux && beyondTmux ? ESCAPE + "Ptmux;" + text.replace(ESCAPE, ESCAPE + ESCAPE) + TERMINATOR : text;
        return wrapped.getBytes(StandardCharsets.UTF_8);
    }
}
