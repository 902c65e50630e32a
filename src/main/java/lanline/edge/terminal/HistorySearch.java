package lanline.edge.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lanline.core.event.StorageEvent.Stored;
import lanline.core.event.UserCommand;
import lanline.core.screen.HistoryPage;
import lanline.core.text.SafeText;
import org.jspecify.annotations.Nullable;

/**
 * What the history view asks for and what it has got: one request at a time, so that typing fast asks as fast as is answered.
 * Screen thread only.
 */
final class HistorySearch {
    /** Messages a request: some screens, read in a few milliseconds. */
    static final int PAGE = 200;

    /** Messages held at most, some megabytes; who looks for older ones narrows the search. */
    static final int MOST_HELD = 10_000;

    private final String with;
    private long seen;
    private String wanted;
    private boolean olderWanted;
    private @Nullable Request outstanding;
    private @Nullable String answered;
    private List<Stored> messages = List.of();
    private boolean hasOlder;
    private SafeText problem = SafeText.EMPTY;

    private record Request(String text, boolean older) {}

    /** What an answer has changed. {@code added}: older messages put before the others; -1: all are new. */
    record Change(int added) {
        static final int ALL = -1;
    }

    /** {@code page}: what the Screen holds now, which is no answer to us. */
    HistorySearch(String with, String text, HistoryPage page) {
        this.with = with;
        this.wanted = text;
        this.seen = page.request();
    }

    void want(String text) {
        wanted = text;
    }

    void wantOlder() {
        olderWanted = true;
    }

    /** The command to send now, if there is one. It counts as sent. */
    Optional<UserCommand> next() {
        if (outstanding != null) {
            return Optional.empty();
        }
        if (!wanted.equals(answered)) {
            olderWanted = false;
            return Optional.of(ask(new Request(wanted, false), Long.MAX_VALUE));
        }
        if (olderWanted && hasOlder && !messages.isEmpty() && messages.size() < MOST_HELD) {
            olderWanted = false;
            return Optional.of(ask(new Request(wanted, true), messages.get(0).number()));
        }
        return Optional.empty();
    }

    private UserCommand ask(Request request, long before) {
        outstanding = request;
        return new UserCommand.SearchHistory(HistoryPage.TAG, with, request.text, before, PAGE);
    }

    /** The core did not take the command that {@link #next} gave: it is asked again with the next key. */
    void notSent() {
        outstanding = null;
    }

    /** Takes in the answer, if {@code page} is one that was not seen yet. */
    Optional<Change> accept(HistoryPage page) {
        Request request = outstanding;
        if (page.request() == seen || request == null) {
            seen = page.request();
            return Optional.empty();
        }
        seen = page.request();
        outstanding = null;
        answered = request.text;
        problem = page.problem();
        if (!problem.isBlank()) {
            return Optional.empty();
        }
        hasOlder = page.page().hasOlder();
        List<Stored> found = page.page().messages();
        messages = request.older ? joined(found, messages) : found;
        return Optional.of(new Change(request.older ? found.size() : Change.ALL));
    }

    private static List<Stored> joined(List<Stored> older, List<Stored> newer) {
        List<Stored> all = new ArrayList<>(older.size() + newer.size());
        all.addAll(older);
        all.addAll(newer);
        return all;
    }

    boolean isWaiting() {
        return outstanding != null;
    }

    List<Stored> messages() {
        return messages;
    }

    boolean hasOlder() {
        return hasOlder;
    }

    SafeText problem() {
        return problem;
    }
}
