package lanline.core.screen;

import lanline.core.model.ConversationId;
import lanline.core.text.SafeText;

/**
 * The conversation on screen. {@code newFrom}: key of the first line that was not in sight when it came (the "new" line stands
 * before it), {@link #NOTHING_NEW} if none. {@code hasOlder}: the history holds more before the first line.
 */
public record Transcript(ConversationId conversation, Title title, Lines lines, long newFrom, boolean hasOlder) {
    public static final long NOTHING_NEW = Long.MAX_VALUE;

    /** Who it is with, where, and how safe it is, in words ({@code ux.md}, "Security in words"). */
    public record Title(SafeText name, SafeText address, SafeText security) {}

    static Transcript empty() {
        Title title = new Title(SafeText.line("Lanline"), SafeText.EMPTY, SafeText.EMPTY);
        return new Transcript(ConversationId.HOME, title, Lines.NONE, NOTHING_NEW, false);
    }
}
