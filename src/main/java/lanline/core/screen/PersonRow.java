package lanline.core.screen;

import lanline.core.model.ConversationId;
import lanline.core.model.Presence;
import lanline.core.text.SafeText;
import org.jspecify.annotations.Nullable;

/**
 * A person in the sidebar. {@code number}: of the open conversation, 1 to 10 for the Alt keys, 0 for none; {@code label}: the name,
 * with the address while two bear it; {@code silentMinutes}: since last heard, for those away.
 */
public record PersonRow(
        ConversationId conversation, int number, SafeText label, State state, int unread, boolean mentions) {

    /** {@code SUSPECT}: bears the name of somebody else, or comes from where somebody else is known. {@code CHANGED}: has another key than before. {@code BLOCKED}: beyond doubt, and not wanted. */
    public enum Doubt {
        NONE,
        SUSPECT,
        CHANGED,
        BLOCKED
    }

    /**
     * {@code older}: speaks an older program's protocol. {@code current}: the conversation on screen. {@code ignored}: what comes
     * from there is not shown. {@code doubt}: whether it may be somebody else.
     */
    public record State(
            Presence presence, boolean older, int silentMinutes, boolean current, boolean ignored, Doubt doubt) {
        /** Of somebody who is listened to, and whom there is no reason to doubt. */
        public State(Presence presence, boolean older, int silentMinutes, boolean current) {
            this(presence, older, silentMinutes, current, false, Doubt.NONE);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof State that
                    && presence == that.presence
                    && older == that.older
                    && silentMinutes == that.silentMinutes
                    && current == that.current
                    && ignored == that.ignored
                    && doubt == that.doubt;
        }

        @Override
        public int hashCode() {
            return 31 * (31 * (31 * Boolean.hashCode(current) + silentMinutes) + Boolean.hashCode(older))
                    + presence.hashCode();
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PersonRow that
                && number == that.number
                && unread == that.unread
                && mentions == that.mentions
                && conversation.equals(that.conversation)
                && label.equals(that.label)
                && state.equals(that.state);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * (31 * state.hashCode() + label.hashCode()) + conversation.hashCode())
                + Boolean.hashCode(mentions);
    }
}
