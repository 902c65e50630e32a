package lanline.core.screen;

import java.util.HashMap;
import java.util.Map;
import lanline.core.event.ChatEvent.ConversationForgotten;
import lanline.core.event.ChatEvent.ConversationsChanged;
import lanline.core.event.ChatEvent.MessageArrived;
import lanline.core.event.ChatEvent.SettingChanged;
import lanline.core.event.EventBus;
import lanline.core.event.UserCommand.ViewMoved;
import lanline.core.model.ConversationId;
import lanline.core.model.PeerId;
import lanline.core.model.Preferences;

/** What came and was not in sight: read is what is shown, in the current conversation, at its end. Lives on the bus thread. */
final class UnreadCounts {
    /** Messages of a conversation that were not in sight, and whether one of them calls the reader. */
    record Count(int messages, boolean mentions) {
        static final Count NONE = new Count(0, false);
    }

    private final Transcripts transcripts;
    private final Map<ConversationId, Count> counts = new HashMap<>();
    private final Mentions mentions;
    private long changes;

    UnreadCounts(EventBus bus, Transcripts transcripts, Mentions mentions) {
        this.transcripts = transcripts;
        this.mentions = mentions;
        bus.subscribe(MessageArrived.class, this::onArrived);
        bus.subscribe(ConversationForgotten.class, event -> counts.remove(event.conversation()));
        bus.subscribe(SettingChanged.class, event -> forget(event.preferences()));
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
            boolean called = before.mentions() || mentions.in(event.message().text());
            counts.put(conversation, new Count(before.messages() + 1, called));
            changes++;
        }
    }

    /** What an ignored person wrote before is not counted any more either. */
    private void forget(Preferences preferences) {
        for (PeerId id : preferences.ignoredIds()) {
            changes += counts.remove(ConversationId.with(id)) == null ? 0 : 1;
        }
    }

    private void readIfInSight() {
        if (transcripts.isInSight(transcripts.current())) {
            changes += counts.remove(transcripts.current()) == null ? 0 : 1;
        }
    }
}
