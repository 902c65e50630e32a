package lanline.core.screen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lanline.core.model.ChatMessage;
import lanline.core.model.ConversationId;
import lanline.core.model.MessageId;
import lanline.core.port.History.Before;

/** What is loaded of one conversation, while it grows at the end and, as one scrolls back, at the beginning. Lives on the bus thread. */
final class LiveTranscript {
    /** Lines that are kept while the end is in sight; older ones are read from the history again when one scrolls back. */
    static final int MOST_AT_END = 10_000;

    /** Lines that are kept for one who reads far back while more arrive; then the oldest go, whoever reads them. */
    static final int MOST = 50_000;

    private final Map<MessageId, Long> keyOfOwn = new HashMap<>();
    private Lines lines = Lines.NONE;
    private Before oldest = Before.NOW;
    private long weight;
    private boolean hasOlder;
    private boolean isLoading;
    private boolean isLoaded;
    private long newFrom;

    /** {@code isShown}: it is on screen from its first line on, so nothing in it is new. */
    LiveTranscript(boolean isShown) {
        newFrom = isShown ? Transcript.NOTHING_NEW : 0;
    }

    Transcript asShown(ConversationId conversation, Transcript.Title title) {
        return new Transcript(conversation, title, lines, newFrom, hasOlder);
    }

    int size() {
        return lines.size();
    }

    /** Of all lines, as {@link Line#weight} counts. */
    long weight() {
        return weight;
    }

    /** Forgets the older half. */
    void shrink() {
        forgetFirst(lines.size() / 2);
    }

    void add(Line line, boolean endInSight) {
        lines = lines.plus(line);
        weight += line.weight();
        int most = endInSight ? MOST_AT_END : MOST;
        if (lines.size() > most + most / 8) {
            forgetFirst(lines.size() - most);
        }
    }

    void addOwn(Line line, MessageId id, boolean endInSight) {
        add(line, endInSight);
        keyOfOwn.put(id, endKey() - 1);
    }

    /** Puts an own message's new state in its place; nothing happens if its line is not loaded. */
    void replaceOwn(MessageId id, Line line) {
        Long key = keyOfOwn.get(id);
        if (key != null && key >= lines.firstKey()) {
            int index = (int) (key - lines.firstKey());
            weight += line.weight() - lines.get(index).weight();
            lines = lines.with(index, line);
        }
    }

    /** One leaves it, or looks away: what comes from now on is new. */
    void leave() {
        newFrom = endKey();
    }

    void clear() {
        lines = Lines.NONE;
        weight = 0;
        keyOfOwn.clear();
        hasOlder = true;
        oldest = Before.NOW;
        newFrom = Transcript.NOTHING_NEW;
    }

    /** True if older lines should be asked for now; they are counted as asked for. */
    boolean beginLoading() {
        if (isLoading || (isLoaded && !hasOlder)) {
            return false;
        }
        isLoading = true;
        return true;
    }

    boolean isLoaded() {
        return isLoaded;
    }

    Before oldest() {
        return oldest;
    }

    /** Puts what was read before what is there; messages that are there already are left out. */
    void addOlder(List<Line.Message> older, Before next, boolean moreExist) {
        isLoading = false;
        isLoaded = true;
        hasOlder = moreExist;
        oldest = next;
        Set<MessageId> known = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            lines.get(i).chatMessage().ifPresent(message -> known.add(message.id()));
        }
        List<Line> fresh = new ArrayList<>();
        for (Line.Message line : older) {
            if (!known.contains(line.message().id())) {
                fresh.add(line);
            }
        }
        lines = lines.after(fresh);
        weight += fresh.stream().mapToInt(Line::weight).sum();
        for (int i = 0; i < fresh.size(); i++) {
            long key = lines.firstKey() + i;
            fresh.get(i).chatMessage().filter(ChatMessage::isOwn).ifPresent(own -> keyOfOwn.put(own.id(), key));
        }
    }

    void loadingFailed() {
        isLoading = false;
    }

    private long endKey() {
        return lines.firstKey() + lines.size();
    }

    private void forgetFirst(int count) {
        for (int i = 0; i < count; i++) {
            weight -= lines.get(i).weight();
        }
        lines = lines.withoutFirst(count);
        keyOfOwn.values().removeIf(key -> key < lines.firstKey());
        hasOlder = true;
        oldest = Before.time(lines.get(0).time().plusMillis(1));
    }
}
