package lanline.edge.terminal;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import lanline.core.event.UserCommand;
import lanline.core.model.ConversationId;
import lanline.core.model.Tag;
import lanline.core.screen.Screen;

/**
 * The way through the conversations: the last one, and the round of those with activity, which ends where it began. Screen
 * thread only.
 */
final class Travel {
    private final WindowState state;
    private ConversationId here;
    private ConversationId last = ConversationId.HOME;
    private Round round;

    /** {@code at}: where the round has led so far; who goes elsewhere by other keys has left it. */
    private record Round(ConversationId from, ConversationId at, Set<Screen.Unread> seen) {}

    Travel(WindowState state) {
        this.state = state;
        this.here = state.screen().transcript().conversation();
        this.round = new Round(here, here, new HashSet<>());
    }

    /** A newer Screen is there. */
    void news() {
        ConversationId now = state.screen().transcript().conversation();
        if (!now.equals(here)) {
            last = here;
            here = now;
        }
    }

    /** {@code key}: of Alt-1 to Alt-0. */
    void toNumber(String key) {
        int digit = key.charAt(key.length() - 1) - '0';
        state.sendSwitch(new UserCommand.OpenNumber(Tag.NONE, digit == 0 ? 10 : digit));
    }

    void act(Action action) {
        switch (action) {
            case NEXT_CONVERSATION -> state.sendSwitch(new UserCommand.OpenNeighbour(Tag.NONE, 1));
            case PREVIOUS_CONVERSATION -> state.sendSwitch(new UserCommand.OpenNeighbour(Tag.NONE, -1));
            case LAST_CONVERSATION -> toLast();
            default -> toNextActivity();
        }
    }

    private void toLast() {
        if (last.equals(here)) {
            state.say("There is no other conversation yet: F6 and Enter on a name open one");
        } else {
            state.open(last);
        }
    }

    /** Mentions first; what the round has shown already counts again only where more has come. At the end back to where it began. */
    private void toNextActivity() {
        if (!round.at.equals(here)) {
            round = new Round(here, here, new HashSet<>());
        }
        Optional<Screen.Unread> next = state.screen().activity().unread().stream()
                .filter(unread -> !unread.conversation().equals(here) && !round.seen.contains(unread))
                .findFirst();
        if (next.isPresent()) {
            round.seen.add(next.get());
            go(next.get().conversation());
        } else if (!round.from.equals(here)) {
            go(round.from);
        } else {
            state.say("Nothing new in any other conversation.");
        }
    }

    private void go(ConversationId conversation) {
        if (state.open(conversation)) {
            round = new Round(round.from, conversation, round.seen);
        }
    }
}
