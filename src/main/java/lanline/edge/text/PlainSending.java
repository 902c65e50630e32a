package lanline.edge.text;

import java.util.LinkedHashSet;
import java.util.Set;
import lanline.core.event.ChatEvent.MessageProgressed;
import lanline.core.event.EventBus;
import lanline.core.model.ChatMessage;
import lanline.core.model.Delivery;
import lanline.core.model.MessageId;

/**
 * Says what becomes of own messages, as quietly as is true: a failure always, success only where a failure was said before. Lives on
 * the bus thread.
 */
final class PlainSending {
    /** Failed messages whose later success is told; of earlier ones it is not. */
    private static final int REMEMBERED = 1_000;

    private final PlainLines lines;
    private final PeerBook book;
    private final Set<MessageId> failed = new LinkedHashSet<>();

    PlainSending(PlainLines lines, PeerBook book) {
        this.lines = lines;
        this.book = book;
    }

    void subscribe(EventBus bus) {
        bus.subscribe(MessageProgressed.class, event -> onProgress(event.message()));
    }

    private void onProgress(ChatMessage message) {
        String who = book.label(message.with());
        Delivery.State state = message.delivery().state();
        if (state == Delivery.State.FAILED) {
            boolean isCertain = !message.delivery().mayHaveArrived();
            lines.warn("could not reach " + who + ": " + message.delivery().reason()
                    + (isCertain
                            ? "; not sent, /retry sends it again"
                            : "; it may have arrived or not, /retry sends it again"));
            remember(message.id());
        } else if (state == Delivery.State.ANSWERED) {
            lines.tell("the program of " + who + " answered by itself: "
                    + message.delivery().reason());
        } else if (state != Delivery.State.QUEUED && failed.remove(message.id())) {
            lines.tell("sent to " + who + " now: " + message.text());
        }
    }

    private void remember(MessageId id) {
        failed.add(id);
        if (failed.size() > REMEMBERED) {
            failed.remove(failed.iterator().next());
        }
    }
}
