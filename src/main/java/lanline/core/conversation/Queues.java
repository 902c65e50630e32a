package lanline.core.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lanline.core.model.ChatMessage;
import lanline.core.model.MessageId;
import lanline.core.model.Peer;

/** Own messages that are not yet where they are to go, by one way. Lives on the bus thread. */
interface Queues {
    /** A message to {@code peer} is being stored, and nothing stands before it: the way is prepared meanwhile. */
    void expect(Peer peer);

    /** Takes one that is stored, and sends it as soon as it can. */
    void take(Item item);

    /** All that are here, those to one peer in their order, in the states last told. */
    List<ChatMessage> all();

    /** How many are here. */
    int size();

    /** Takes one out that is not just being sent; empty if there is none such. */
    Optional<Item> remove(MessageId id);

    /** Takes those out that have waited since {@code limit} or before. */
    List<Item> removeUntil(Instant limit);

    /** Since when the longest waiting one has waited; {@link Instant#MAX} if none does. */
    Instant earliest();

    /** Until which uptime the program may not end, since something is just going; in the past if nothing is; Long.MAX_VALUE if that can't be said. */
    long heldUntil();

    /** Those that no later run would send by itself. */
    int left();

    /**
     * A message as it comes.
     *
     * @param since when it began to wait
     * @param mayHaveArrived an earlier sending of it is not certain to have failed
     * @param isKept it stands on the disk, so that a later run can send it
     * @param isTyped a person has just written it, or wants it to go again
     */
    record Item(ChatMessage message, Instant since, boolean mayHaveArrived, boolean isKept, boolean isTyped) {}
}
