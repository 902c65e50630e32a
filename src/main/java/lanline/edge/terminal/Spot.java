package lanline.edge.terminal;

import lanline.core.event.StorageEvent.Stored;
import lanline.core.model.ChatMessage;
import lanline.core.model.ConversationId;
import lanline.core.model.Preferences;
import lanline.core.screen.Line;
import lanline.core.screen.Lines;
import lanline.core.screen.Transcript;

/** A message that one wants to see in its conversation; {@code number} is its place in the history. */
record Spot(ChatMessage message, long number) {
    static Spot of(Stored stored) {
        return new Spot(stored.message(), stored.number());
    }

    ConversationId conversation() {
        return message.conversation();
    }

    /** What an ignored person writes is shown in the history only. */
    boolean isHidden(Preferences preferences) {
        return !message.isOwn()
                && preferences.ignoredIds().contains(message.with().id());
    }

    /** The key of its line; {@link Transcript#NOTHING_NEW} where it is not loaded. */
    long keyIn(Transcript transcript) {
        Lines lines = transcript.lines();
        for (int i = 0; i < lines.size(); i++) {
            if (isIn(lines.get(i))) {
                return lines.firstKey() + i;
            }
        }
        return Transcript.NOTHING_NEW;
    }

    /** A peer may use the id of an own message for another one. */
    private boolean isIn(Line line) {
        return line.chatMessage()
                .filter(shown -> shown.id().equals(message.id()) && shown.direction() == message.direction())
                .isPresent();
    }
}
