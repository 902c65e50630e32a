package lanline.edge.terminal;

import java.util.Optional;
import lanline.core.event.UserCommand;
import lanline.core.model.Tag;
import lanline.core.screen.Transcript;

/**
 * The way to a message in its conversation: what lies between is loaded first, until it is there or another key is pressed. Screen
 * thread only.
 */
final class Arrival {
    /** Rows over the line that was gone to: what was said just before it. */
    static final int ROWS_ABOVE = 3;

    private final WindowState state;
    private final ChatView view;
    private Optional<Way> way = Optional.empty();

    /** {@code asked}: what lies between is on its way. */
    private record Way(Spot spot, boolean asked) {}

    Arrival(WindowState state, ChatView view) {
        this.state = state;
        this.view = view;
    }

    /** Goes there now, or as soon as it is loaded. */
    void goTo(Spot spot, Talk talk) {
        way = Optional.of(new Way(spot, false));
        news(talk);
    }

    /** Another key was pressed. */
    void stop() {
        way = Optional.empty();
    }

    /** A newer Screen is there. */
    void news(Talk talk) {
        Transcript shown = state.screen().transcript();
        way.filter(to -> to.spot.conversation().equals(shown.conversation())).ifPresent(to -> {
            long key = to.spot.keyIn(shown);
            if (key != Transcript.NOTHING_NEW) {
                stop();
                state.hush();
                view.showLine(talk, key, ROWS_ABOVE);
            } else {
                ask(to, shown);
            }
        });
    }

    private void ask(Way to, Transcript shown) {
        boolean mayCome = shown.hasOlder() || shown.lines().size() == 0;
        if (!mayCome || shown.lines().size() >= Transcript.MOST_LINES) {
            stop();
            state.say("That message is too far back for its conversation; the history (F2) has it.");
        } else if (!to.asked) {
            UserCommand load = new UserCommand.LoadBack(Tag.NONE, shown.conversation(), to.spot.number());
            way = Optional.of(new Way(to.spot, state.tell(load)));
            state.say("Going back to that message… (any key stops)");
        }
    }
}
