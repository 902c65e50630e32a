package lanline.core.screen;

import lanline.core.model.ConversationId;
import lanline.core.text.SafeText;
import org.jspecify.annotations.Nullable;

/**
 * The conversation on screen. {@code newFrom}: key of the first line that was not in sight when it came (the "new" line stands
 * before it), {@link #NOTHING_NEW} if none. {@code hasOlder}: the history holds more before the first line.
 */
public record Transcript(ConversationId conversation, Title title, Lines lines, long newFrom, boolean hasOlder) {
    public static final long NOTHING_NEW = Long.MAX_VALUE;

    /** Lines that a transcript holds at most, for one who reads far back; then the oldest go. Some ten megabytes. */
    public static final int MOST_LINES = 50_000;

    /** Who it is with, where, and how safe it is, in words ({@code ux.md}, "Security in words"). */
    public record Title(SafeText name, SafeText address, SafeText security) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Title that
                    && name.equals(that.name)
                    && address.equals(that.address)
                    && security.equals(that.security);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * security.hashCode() + address.hashCode()) + name.hashCode();
        }
    }

    static Transcript empty() {
        Title title = new Title(SafeText.line("Lanline"), SafeText.EMPTY, SafeText.EMPTY);
        return new Transcript(ConversationId.HOME, title, Lines.NONE, NOTHING_NEW, false);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Transcript that
                && newFrom == that.newFrom
                && hasOlder == that.hasOlder
                && lines.equals(that.lines)
                && conversation.equals(that.conversation)
                && title.equals(that.title);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * (31 * title.hashCode() + conversation.hashCode()) + lines.hashCode())
                + Boolean.hashCode(hasOlder);
    }
}
