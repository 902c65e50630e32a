package lanline.core.screen;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lanline.core.model.ConversationId;
import lanline.core.model.Direction;
import lanline.core.model.MessageId;
import lanline.core.port.History.Before;

/** What is loaded of one conversation, while it grows at the end and, as one scrolls back, at the beginning. Lives on the bus thread. */
final class LiveTranscript {
    /** Lines that are kept while the end is in sight; older ones are read from the history again when one scrolls back. */
    static final int MOST_AT_END = 10_000;

    /** Lines that are kept for one who reads far back while more arrive; then the oldest go, whoever reads them. */
    static final int MOST = Transcript.MOST_LINES;

    private final Map<Origin, Long> keys = new HashMap<>();
    private Lines lines = Lines.NONE;
    private Before oldest = Before.NOW;
    private long weight;
    private boolean hasOlder;
    private long wantedBack = Long.MAX_VALUE;
    private boolean isLoading;
    private boolean isLoaded;
    private boolean isOutdated;
    private long newFrom;
    /** The first one from others that was not in sight when it came, and has not been since. */
    private long unseenFrom = Transcript.NOTHING_NEW;

    private boolean isEndShown = true;

    /** What tells messages apart: a peer may use the id of an own one for another message. */
    private record Origin(Direction direction, MessageId id) {
        static Origin of(Line.Message line) {
            return new Origin(line.message().direction(), line.message().id());
        }
    }

    /** {@code isShown}: it is on screen from its first line on, so nothing in it is new. */
    LiveTranscript(boolean isShown) {
        newFrom = isShown ? Transcript.NOTHING_NEW : 0;
    }

    Transcript asShown(ConversationId conversation, Transcript.Title title) {
        boolean mayHaveOlder = hasOlder || (!isLoaded && !conversation.equals(ConversationId.HOME));
        return new Transcript(conversation, title, lines, newFrom, mayHaveOlder);
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

    /** Adds a message at the end; one that is there already, since the history answered first, stays in its place. */
    void add(Line.Message line, boolean endInSight) {
        if (replace(line)) {
            return;
        }
        boolean nothingNew = newFrom == endKey();
        append(line, endInSight);
        keys.put(Origin.of(line), endKey() - 1);
        if (!endInSight && !line.message().isOwn()) {
            unseenFrom = Math.min(unseenFrom, endKey() - 1);
        }
        if (nothingNew && line.message().isOwn()) {
            newFrom = endKey();
        }
    }

    void say(Line.Said line, boolean endInSight) {
        append(line, endInSight);
    }

    /** Puts a message's new state in its place; false, and nothing happens, if its line is not loaded. */
    boolean replace(Line.Message line) {
        Long key = keys.get(Origin.of(line));
        if (key == null) {
            return false;
        }
        int index = (int) (key - lines.firstKey());
        weight += line.weight() - lines.get(index).weight();
        lines = lines.with(index, line);
        return true;
    }

    /** One comes to it: where nothing came meanwhile, what follows comes in sight. */
    void enter() {
        newFrom = newFrom == endKey() ? Transcript.NOTHING_NEW : newFrom;
    }

    /** One leaves it: what comes from now on is new, and what came while one was scrolled back. */
    void leave() {
        newFrom = Math.min(unseenFrom, endKey());
    }

    /** Whether its end is on screen where it is the current one. */
    boolean isEndShown() {
        return isEndShown;
    }

    /** {@code isSeen}: by somebody who is there. */
    void showEnd(boolean isShown, boolean isSeen) {
        isEndShown = isShown;
        unseenFrom = isShown && isSeen ? Transcript.NOTHING_NEW : unseenFrom;
    }

    void clear() {
        lines = lines.withoutFirst(lines.size());
        weight = 0;
        keys.clear();
        readAgain(Before.NOW);
        newFrom = Transcript.NOTHING_NEW;
        unseenFrom = Transcript.NOTHING_NEW;
        isLoaded = true;
    }

    /** Other messages of it are to be shown from now on: it has to be read anew. */
    void startAnew() {
        clear();
        isLoaded = false;
    }

    /** True if older lines should be asked for now; they are counted as asked for. */
    boolean beginLoading() {
        if (isLoading || (isLoaded && !hasOlder)) {
            return false;
        }
        isLoading = true;
        return true;
    }

    /** From now on more is wanted until the message with this number is there. */
    void wantBack(long number) {
        wantedBack = Math.min(wantedBack, number);
    }

    /** Whether that message is still to come and there is room for it; if not, nothing more is wanted. */
    boolean wantsMore() {
        boolean comesStill = wantedBack < oldest.number() && (hasOlder || !isLoaded);
        if (!comesStill || lines.size() >= MOST) {
            wantedBack = Long.MAX_VALUE;
        }
        return wantedBack < Long.MAX_VALUE;
    }

    boolean isLoaded() {
        return isLoaded;
    }

    Before oldest() {
        return oldest;
    }

    /** Puts what was read before what is there; messages that are there already are left out. */
    void addOlder(List<Line.Message> older, Before next, boolean moreExist) {
        boolean fits = !isOutdated;
        loadingFailed();
        if (fits) {
            isLoaded = true;
            hasOlder = moreExist;
            oldest = next;
            putInFront(older.stream()
                    .filter(line -> !keys.containsKey(Origin.of(line)))
                    .toList());
        }
    }

    private void putInFront(List<Line.Message> fresh) {
        lines = lines.after(fresh);
        weight += fresh.stream().mapToInt(Line::weight).sum();
        for (int i = 0; i < fresh.size(); i++) {
            keys.put(Origin.of(fresh.get(i)), lines.firstKey() + i);
        }
    }

    /** The history can't be read now; nobody asks it again and again. */
    void giveUp() {
        wantedBack = Long.MAX_VALUE;
        loadingFailed();
    }

    private void loadingFailed() {
        isLoading = false;
        isOutdated = false;
    }

    private void append(Line line, boolean endInSight) {
        lines = lines.plus(line);
        weight += line.weight();
        int most = endInSight ? MOST_AT_END : MOST;
        if (lines.size() > most + most / 8) {
            forgetFirst(lines.size() - most);
        }
    }

    private long endKey() {
        return lines.firstKey() + lines.size();
    }

    private void forgetFirst(int count) {
        for (int i = 0; i < count; i++) {
            weight -= lines.get(i).weight();
        }
        lines = lines.withoutFirst(count);
        keys.values().removeIf(key -> key < lines.firstKey());
        readAgain(Before.time(lines.get(0).time().plusMillis(1)));
    }

    /** The history holds what was here; a page that is being read would leave a gap. */
    private void readAgain(Before end) {
        hasOlder = true;
        oldest = end;
        isOutdated = isLoading;
    }
}
