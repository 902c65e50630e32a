package lanline.edge.terminal;

import java.util.LinkedHashMap;
import java.util.Map;
import lanline.core.model.ConversationId;

/** The Talk of each conversation that was on screen. Screen thread only. */
final class Talks {
    /** Conversations kept; of more, the one longest not on screen is forgotten, but never one with a text begun in it. */
    private static final int MOST = 200;

    private final Map<ConversationId, Talk> talks = new LinkedHashMap<>(16, 0.75f, true);

    Talk of(ConversationId conversation) {
        Talk known = talks.get(conversation);
        if (known != null) {
            return known;
        }
        forgetOne();
        Talk made = new Talk();
        talks.put(conversation, made);
        return made;
    }

    private void forgetOne() {
        if (talks.size() < MOST) {
            return;
        }
        talks.entrySet().stream()
                .filter(talk -> talk.getValue().editor().isEmpty())
                .map(Map.Entry::getKey)
                .findFirst()
                .ifPresent(talks::remove);
    }
}
