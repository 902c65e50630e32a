package lanline.core.model;

import java.time.Instant;
import lanline.core.text.SafeText;

/**
 * One message, sent or received, as history and screen know it. {@code time} is this host's, in milliseconds; {@code security} is how
 * it travelled, or is to.
 */
public record ChatMessage(
        MessageId id,
        Direction direction,
        Correspondent with,
        SafeText text,
        Instant time,
        Delivery delivery,
        Security security) {
    /** One that anybody can read. */
    public ChatMessage(
            MessageId id, Direction direction, Correspondent with, SafeText text, Instant time, Delivery delivery) {
        this(id, direction, with, text, time, delivery, Security.NONE);
    }

    public ConversationId conversation() {
        return ConversationId.with(with.id());
    }

    public boolean isOwn() {
        return direction == Direction.SENT;
    }

    public ChatMessage withDelivery(Delivery changed) {
        return new ChatMessage(id, direction, with, text, time, changed, security);
    }
}
