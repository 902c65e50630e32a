package lanline.edge.terminal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lanline.core.model.ConversationId;
import lanline.edge.terminal.input.KeptInput;

/** The Talk of each conversation that was on screen. Screen thread only. */
final class Talks {
    /** Conversations kept; of more, the one longest not on screen is forgotten, but never one with a text begun in it. */
    private static final int MOST = 200;

    private final Map<ConversationId, Talk> talks = new LinkedHashMap<>(16, 0.75f, true);
    private Set<ConversationId> drafts = Set.of();

    Talk of(ConversationId conversation) {
        Talk known = talks.get(conversation);
        if (known != null) {
            return known;
        }
        forgetOne();
        Talk made = new Talk(conversation);
        talks.put(conversation, made);
        return made;
    }

    /** The conversation used last first, as {@link #kept} gives them. */
    void restore(List<KeptInput> earlier) {
        List<KeptInput> first = new ArrayList<>(earlier.subList(0, Math.min(MOST, earlier.size())));
        Collections.reverse(first);
        first.forEach(kept -> of(kept.conversation()).restore(kept));
    }

    boolean hasChanges() {
        return talks.values().stream().anyMatch(Talk::hasChanges);
    }

    /** Where something was typed, the conversation used last first. */
    List<KeptInput> kept() {
        List<KeptInput> all = new ArrayList<>();
        talks.values().forEach(talk -> all.add(talk.kept()));
        all.removeIf(KeptInput::isEmpty);
        Collections.reverse(all);
        return all;
    }

    /** Where a text was begun and waits, but for the conversation on screen; the same object until that is other. */
    Set<ConversationId> drafts(ConversationId current) {
        Set<ConversationId> now = new HashSet<>();
        for (Map.Entry<ConversationId, Talk> talk : talks.entrySet()) {
            if (!talk.getKey().equals(current)
                    && !talk.getValue().editor().text().isBlank()) {
                now.add(talk.getKey());
            }
        }
        if (!now.equals(drafts)) {
            drafts = Set.copyOf(now);
        }
        return drafts;
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
