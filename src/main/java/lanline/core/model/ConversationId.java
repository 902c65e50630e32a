package lanline.core.model;

import org.jspecify.annotations.Nullable;

/** Names a conversation: one-to-one by the peer's id; rooms, when they come, by {@code #name}. */
public record ConversationId(String text) {
    /** Where the program itself speaks: notices and answers that belong to no conversation. Nothing can be sent to it. */
    public static final ConversationId HOME = new ConversationId("*");

    public static ConversationId with(PeerId peer) {
        return new ConversationId(peer.text());
    }

    @Override
    public String toString() {
        return text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ConversationId that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
