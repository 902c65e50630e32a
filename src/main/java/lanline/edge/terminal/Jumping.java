package lanline.edge.terminal;

import java.util.Optional;
import lanline.core.screen.Line;
import lanline.core.screen.Lines;
import lanline.core.screen.PersonRow;
import lanline.core.screen.Transcript;

/**
 * The keys that go to a line of the conversation that matters: the first unread one, the mention before or after. What is not
 * loaded yet is loaded page by page, until a line is found or another key is pressed. Screen thread only.
 */
final class Jumping {
    private final WindowState state;
    private final ChatView view;
    private Optional<Back> searching = Optional.empty();

    /** A search backwards that goes on with the next older page; lines with keys below {@code below} are still to be looked at. */
    private record Back(Transcript in, long below) {}

    Jumping(WindowState state, ChatView view) {
        this.state = state;
        this.view = view;
    }

    /** Does what the action says; false if it is none of this. */
    boolean act(Action action, Talk talk) {
        switch (action) {
            case FIRST_UNREAD -> toFirstUnread(talk);
            case PREVIOUS_MENTION -> backFrom(talk, below(talk));
            case NEXT_MENTION -> toNextMention(talk);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Another key was pressed. */
    void stop() {
        searching = Optional.empty();
    }

    /** Goes on where older lines have come. */
    void news(Talk talk) {
        Transcript now = state.screen().transcript();
        searching.filter(back -> hasMore(back.in, now)).ifPresent(back -> {
            state.hush();
            backFrom(talk, back.below);
        });
    }

    private static boolean hasMore(Transcript before, Transcript now) {
        boolean isOther = !before.conversation().equals(now.conversation());
        return isOther || now.lines().firstKey() < before.lines().firstKey() || !now.hasOlder();
    }

    private void toFirstUnread(Talk talk) {
        Transcript shown = state.screen().transcript();
        long first = firstUnread(shown);
        Lines lines = shown.lines();
        if (first >= lines.firstKey() + lines.size()) {
            state.say("Nothing is new in this conversation.");
        } else {
            view.showLine(talk, Math.max(first, lines.firstKey()), 0);
        }
    }

    /** What came while one was scrolled back is unread; else what the "new" line stands before. */
    private long firstUnread(Transcript shown) {
        int unread = state.screen().sidebar().people().stream()
                .filter(person -> person.state().current())
                .mapToInt(PersonRow::unread)
                .findFirst()
                .orElse(0);
        Lines lines = shown.lines();
        int index = lines.size();
        for (int left = unread; left > 0 && index > 0; ) {
            index--;
            left -= isReceived(lines.get(index)) ? 1 : 0;
        }
        return unread > 0 ? lines.firstKey() + index : shown.newFrom();
    }

    private static boolean isReceived(Line line) {
        return line.chatMessage().filter(message -> !message.isOwn()).isPresent();
    }

    /** The line jumped to last, while it is marked, or what lies just below the view. */
    private long below(Talk talk) {
        long marked = talk.scroll().marked();
        return marked == Transcript.NOTHING_NEW ? view.bottomKey(talk) + 1 : marked;
    }

    private void backFrom(Talk talk, long below) {
        Transcript shown = state.screen().transcript();
        Lines lines = shown.lines();
        searching = Optional.empty();
        for (long key = Math.min(below, lines.firstKey() + lines.size()) - 1; key >= lines.firstKey(); key--) {
            if (isMention(lines.get((int) (key - lines.firstKey())))) {
                view.showLine(talk, key, Arrival.ROWS_ABOVE);
                return;
            }
        }
        if (shown.hasOlder()) {
            searching = Optional.of(new Back(shown, lines.firstKey()));
            view.askForOlder(shown);
            state.say("Looking for a mention in older messages… (any key stops)");
        } else {
            state.say("Nobody mentioned you before this.");
        }
    }

    private void toNextMention(Talk talk) {
        Lines lines = state.screen().transcript().lines();
        for (long key = Math.max(below(talk) + markedStep(talk), lines.firstKey());
                key < lines.firstKey() + lines.size();
                key++) {
            if (isMention(lines.get((int) (key - lines.firstKey())))) {
                view.showLine(talk, key, Arrival.ROWS_ABOVE);
                return;
            }
        }
        state.say("Nobody mentioned you after this.");
    }

    private static int markedStep(Talk talk) {
        return talk.scroll().marked() == Transcript.NOTHING_NEW ? 0 : 1;
    }

    private static boolean isMention(Line line) {
        return line.deliverTo(MENTION);
    }

    private static final Line.Handler<Boolean> MENTION = new Line.Handler<>() {
        @Override
        public Boolean message(Line.Message message) {
            return message.mentions();
        }

        @Override
        public Boolean said(Line.Said said) {
            return false;
        }
    };
}
