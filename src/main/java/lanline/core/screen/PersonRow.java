package lanline.core.screen;

import lanline.core.model.ConversationId;
import lanline.core.model.Presence;
import lanline.core.text.SafeText;

/**
 * A person in the sidebar. {@code number}: of the open conversation, 1 to 10 for the Alt keys, 0 for none; {@code label}: the name,
 * with the address while two bear it; {@code silentMinutes}: since last heard, for those away.
 */
public record PersonRow(
        ConversationId conversation, int number, SafeText label, State state, int unread, boolean mentions) {

    /** {@code older}: speaks an older program's protocol. {@code current}: the conversation on screen. */
    public record State(Presence presence, boolean older, int silentMinutes, boolean current) {}
}
