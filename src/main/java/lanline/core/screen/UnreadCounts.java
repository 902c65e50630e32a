package lanline.core.screen;

import java.util.HashMap;
import java.util.Map;
import lanline.core.event.ChatEvent.ConversationForgotten;
import lanline.core.event.ChatEvent.ConversationsChanged;
import lanline.core.event.ChatEvent.MessageArrived;
import lanline.core.event.ChatEvent.OwnNameChanged;
import lanline.core.event.EventBus;
import lanline.core.event.UserCommand.ViewMoved;
import lanline.core.model.ConversationId;
import lanline.core.model.Nickname;

/** What came and was not in sight: read is what is shown, in the current conversation, at its end. Lives on the bus thread. */
final class UnreadCounts {
    /** Messages of a conversation that were not in sight, and whether one of them calls the reader. */
    record Count(int messages, boolean mentions) {
        static final Count NONE = new Count(0, false);
    }

    private final Transcripts transcripts;
    private final Map<ConversationId, Count> counts = new HashMap<>();
    private Nickname ownName;
    private long changes;

    UnreadCounts(EventBus bus, Transcripts transcripts, Nickname ownName) {
        this.transcripts = transcripts;
        this.ownName = ownName;
        bus.subscribe(OwnNameChanged.class, event -> this.ownName = event.name());
        bus.subscribe(MessageArrived.class, this::onArrived);
        bus.subscribe(ConversationForgotten.class, event -> counts.remove(event.conversation()));
        bus.subscribe(ConversationsChanged.class, event -> readIfInSight());
        bus.subscribe(ViewMoved.class, event -> readIfInSight());
    }

    Count of(ConversationId conversation) {
        return counts.getOrDefault(conversation, Count.NONE);
    }

    /** Rises with every change. */
    long changes() {
        return changes;
    }

    private void onArrived(MessageArrived event) {
        ConversationId conversation = event.message().conversation();
        if (!transcripts.isInSight(conversation)) {
            Count before = of(conversation);
            boolean mentions = before.mentions() || Mentions.in(event.message().text(), ownName);
            counts.put(conversation, new Count(before.messages() + 1, mentions));
            changes++;
        }
    }

    private void readIfInSight() {
        if (transcripts.isInSight(transcripts.current())) {
            changes += counts.remove(transcripts.current()) == null ? 0 : 1;
        }
    }
}
