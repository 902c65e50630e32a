package lanline.edge.terminal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import lanline.core.event.StorageEvent.Page;
import lanline.core.event.StorageEvent.Stored;
import lanline.core.event.UserCommand;
import lanline.core.screen.HistoryPage;
import lanline.core.text.SafeText;
import org.jspecify.annotations.Nullable;

/**
 * What the history view asks for and what it has got, an unbroken stretch of what was found: one request at a time, so that
 * typing fast asks as fast as is answered. Screen thread only.
 */
final class HistorySearch {
    /** Messages a request: some screens, read in a few milliseconds. */
    static final int PAGE = 200;

    /** Messages held at most, some megabytes; who looks for others narrows the search, or goes to another day. */
    static final int MOST_HELD = 10_000;

    private final String with;
    private long seen;
    private String wanted;
    private boolean olderWanted;
    private boolean newerWanted;
    private Optional<Instant> dayWanted = Optional.empty();
    /** The last number before the day that was asked for, while what lies around it is being read; -1 for none. */
    private long dayAfter = -1;

    private boolean beforeDayWanted;

    private @Nullable Request outstanding;
    private @Nullable String answered;
    private List<Stored> messages = List.of();
    private boolean hasOlder;
    private NewerWindow newer = new NewerWindow(0, 0);
    private SafeText problem = SafeText.EMPTY;

    /** What a request is for; the day's are followed by that for what came before it, and by that for what came then. */
    private enum Aim {
        NEWEST,
        OLDER,
        NEWER,
        DAY,
        BEFORE_DAY
    }

    private record Request(String text, Aim aim) {}

    /** What an answer has changed: all messages, or {@code count} at one end; for a day, {@code count} is the place to go to. */
    record Change(Kind kind, int count) {
        enum Kind {
            ALL,
            OLDER,
            NEWER,
            DAY
        }
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
        olderWanted = hasOlder;
    }

    void wantNewer() {
        newerWanted = newer.isOpen();
    }

    /**
     * Looks for the first message that is not older than {@code start}; its place, or that of the last one if all are older. Empty
     * where it has to be read first: a {@link Change} brings it.
     */
    OptionalInt wantDay(Instant start) {
        boolean covers = !hasOlder || isBefore(start, 0);
        for (int i = 0; covers && i < messages.size(); i++) {
            if (!isBefore(start, i)) {
                return OptionalInt.of(i);
            }
        }
        if (messages.isEmpty() || covers && !newer.isOpen()) {
            return OptionalInt.of(messages.size() - 1);
        }
        forgetWishes();
        dayWanted = Optional.of(start);
        return OptionalInt.empty();
    }

    private boolean isBefore(Instant start, int index) {
        return index < messages.size() && messages.get(index).message().time().isBefore(start);
    }

    /** The command to send now, if there is one. It counts as sent. */
    Optional<UserCommand> next() {
        if (outstanding != null) {
            return Optional.empty();
        }
        if (!wanted.equals(answered)) {
            forgetWishes();
            return Optional.of(search(Aim.NEWEST, Long.MAX_VALUE));
        }
        return nextOfThis();
    }

    private void forgetWishes() {
        olderWanted = false;
        newerWanted = false;
        dayWanted = Optional.empty();
        beforeDayWanted = false;
        dayAfter = -1;
    }

    private Optional<UserCommand> nextOfThis() {
        boolean hasRoom = messages.size() < MOST_HELD;
        if (dayWanted.isPresent()) {
            outstanding = new Request(wanted, Aim.DAY);
            return dayWanted.map(day -> new UserCommand.ReadHistory(HistoryPage.TAG, with, day, 1));
        }
        if (beforeDayWanted) {
            beforeDayWanted = false;
            return Optional.of(search(Aim.BEFORE_DAY, dayAfter + 1));
        }
        if (newerWanted && newer.isOpen() && hasRoom) {
            return Optional.of(search(Aim.NEWER, newer.before()));
        }
        if (olderWanted && hasOlder && hasRoom && !messages.isEmpty()) {
            olderWanted = false;
            return Optional.of(search(Aim.OLDER, messages.get(0).number()));
        }
        return Optional.empty();
    }

    private UserCommand search(Aim aim, long before) {
        outstanding = new Request(wanted, aim);
        return new UserCommand.SearchHistory(HistoryPage.TAG, with, wanted, before, PAGE);
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
            forgetWishes();
            return Optional.empty();
        }
        return accept(request.aim, page.page());
    }

    private Optional<Change> accept(Aim aim, Page page) {
        List<Stored> found = page.messages();
        return switch (aim) {
            case NEWEST -> {
                take(page);
                newer = new NewerWindow(lastNumber(found), lastNumber(found));
                yield Optional.of(new Change(Change.Kind.ALL, found.size()));
            }
            case OLDER -> {
                hasOlder = page.hasOlder();
                messages = joined(found, messages);
                yield Optional.of(new Change(Change.Kind.OLDER, found.size()));
            }
            case DAY -> {
                dayWanted = Optional.empty();
                dayAfter = lastNumber(found);
                beforeDayWanted = true;
                yield Optional.empty();
            }
            case BEFORE_DAY -> {
                take(page);
                newer = newer.from(dayAfter);
                newerWanted = newer.isOpen();
                yield newerWanted ? Optional.empty() : Optional.of(dayReached(0));
            }
            case NEWER -> acceptNewer(page);
        };
    }

    private void take(Page page) {
        messages = page.messages();
        hasOlder = page.hasOlder();
    }

    private Optional<Change> acceptNewer(Page page) {
        Optional<List<Stored>> fresh = newer.take(page);
        if (fresh.isEmpty() || fresh.get().isEmpty() && newer.isOpen()) {
            return Optional.empty();
        }
        newerWanted = false;
        messages = joined(messages, fresh.get());
        int count = fresh.get().size();
        return Optional.of(dayAfter < 0 ? new Change(Change.Kind.NEWER, count) : dayReached(count));
    }

    /** {@code since}: messages that are not older than the day; where there are none the last one is the nearest. */
    private Change dayReached(int since) {
        dayAfter = -1;
        return new Change(Change.Kind.DAY, messages.size() - Math.max(1, since));
    }

    private static long lastNumber(List<Stored> found) {
        return found.isEmpty() ? 0 : found.get(found.size() - 1).number();
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

    boolean hasNewer() {
        return newer.isOpen();
    }

    SafeText problem() {
        return problem;
    }
}
