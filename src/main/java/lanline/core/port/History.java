package lanline.core.port;

import java.time.Instant;
import lanline.core.model.ChatMessage;
import lanline.core.model.ConversationId;
import lanline.core.model.Delivery;
import lanline.core.model.MessageId;
import lanline.core.model.Tag;

/**
 * The history, as the core uses it. No method waits or throws; answers are StorageEvents on the bus. Called on the bus thread only.
 */
public interface History {
    /** MessageStored after the commit, or MessageKnown, later MessagesDurable; or MessageNotStored. */
    void store(ChatMessage message);

    /** Changes the state of a stored message. Ordered with the stores. */
    void update(MessageId id, Delivery delivery);

    /** Reads the newest {@code limit} messages of {@code conversation} (HOME: of all) that are older than {@code before}. */
    void read(Tag tag, ConversationId conversation, Before before, int limit);

    /**
     * Finds the newest {@code limit} messages with all the words of {@code text} (the last one may be a beginning). A search that a
     * newer one with the same tag overtakes, while it waits or runs, is not answered; without a tag each one is.
     */
    void search(Tag tag, ConversationId conversation, String text, Before before, int limit);

    /**
     * Writes the messages that a search for {@code text} (empty: any) finds, oldest first, to {@code file} in the current folder,
     * never over an existing file.
     */
    void export(Tag tag, ConversationId conversation, String text, String file);

    /** Where a page ends: by time and by number, both exclusive. */
    record Before(Instant time, long number) {
        public static final Before NOW = new Before(Instant.MAX, Long.MAX_VALUE);

        public static Before time(Instant time) {
            return new Before(time, Long.MAX_VALUE);
        }

        public static Before number(long number) {
            return new Before(Instant.MAX, number);
        }
    }
}
