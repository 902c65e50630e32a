package lanline.core.screen;

import java.util.List;
import java.util.Optional;
import lanline.core.event.ChatEvent.CommandRefused;
import lanline.core.event.ChatEvent.ComparisonMoved;
import lanline.core.event.EventBus;
import lanline.core.model.ComparisonStage;
import lanline.core.model.ConversationId;
import lanline.core.text.SafeText;

/** How far comparing words has come, for the window that shows it. Lives on the bus thread. */
final class Comparing {
    private Optional<Screen.Comparison> last = Optional.empty();

    Comparing(EventBus bus) {
        bus.subscribe(ComparisonMoved.class, this::onMoved);
        bus.subscribe(CommandRefused.class, this::onRefused);
    }

    /** Empty until there was one in this run. */
    Optional<Screen.Comparison> last() {
        return last;
    }

    private void onMoved(ComparisonMoved event) {
        last = Optional.of(new Screen.Comparison(
                ConversationId.with(event.peer().id()),
                event.peer().name().shown(),
                event.stage(),
                event.words(),
                event.sentence()));
    }

    /** Only what the window itself has asked for is its business. */
    private void onRefused(CommandRefused event) {
        if (event.tag().equals(Screen.Comparison.TAG)) {
            last = Optional.of(new Screen.Comparison(
                    ConversationId.HOME, SafeText.EMPTY, ComparisonStage.STOPPED, List.of(), event.sentence()));
        }
    }
}
