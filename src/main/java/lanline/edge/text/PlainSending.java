package lanline.edge.text;

import java.util.LinkedHashSet;
import java.util.Set;
import lanline.core.event.ChatEvent.MessageProgressed;
import lanline.core.event.EventBus;
import lanline.core.model.ChatMessage;
import lanline.core.model.Delivery;
import lanline.core.model.MessageId;
import lanline.core.model.Speaks;

/**
 * Says what becomes of own messages, as quietly as is true: a failure and a long wait always, success only where one of these was said
 * before. Lives on the bus thread.
 */
final class PlainSending {
    /** Messages that did not go at once, and whose later success is told; of earlier ones it is not. */
    private static final int REMEMBERED = 1_000;

    private final PlainLines lines;
    private final PeerBook book;
    private final Set<MessageId> late = new LinkedHashSet<>();

    PlainSending(PlainLines lines, PeerBook book) {
        this.lines = lines;
        this.book = book;
    }

    void subscribe(EventBus bus) {
        bus.subscribe(MessageProgressed.class, event -> onProgress(event.message()));
    }

    private void onProgress(ChatMessage message) {
        Delivery delivery = message.delivery();
        switch (delivery.state()) {
            case QUEUED -> onWaiting(message);
            case FAILED -> onFailed(message);
            case ANSWERED ->
                lines.tell(
                        "the program of " + book.label(message.with()) + " answered by itself: " + delivery.reason());
            case SENT, DELIVERED, RECEIVED -> onGone(message);
        }
    }

    private void onWaiting(ChatMessage message) {
        boolean isLong = !message.delivery().reason().isBlank();
        if (isLong && !late.contains(message.id())) {
            lines.tell("waiting for " + book.label(message.with()) + ": "
                    + message.delivery().reason() + "; /queue shows what waits");
            remember(message.id());
        }
    }

    private void onFailed(ChatMessage message) {
        String who = book.label(message.with());
        Delivery delivery = message.delivery();
        if (delivery.isTakenBack()) {
            String doubt = delivery.mayHaveArrived() ? ", but may have arrived" : "";
            lines.tell("taken back" + doubt + ", to " + who + ": " + message.text());
            late.remove(message.id());
            return;
        }
        lines.warn("could not reach " + who + ": " + delivery.reason()
                + (delivery.mayHaveArrived()
                        ? "; it may have arrived or not, /retry sends it again"
                        : "; not sent, /retry sends it again"));
        remember(message.id());
    }

    private void onGone(ChatMessage message) {
        boolean isDelivered = message.delivery().state() == Delivery.State.DELIVERED;
        boolean isLast = isDelivered || message.with().speaks() != Speaks.LANLINE;
        if (isLast && late.remove(message.id())) {
            String what = isDelivered ? "delivered to " : "sent to ";
            lines.tell(what + book.label(message.with()) + " now: " + message.text());
        }
    }

    private void remember(MessageId id) {
        late.add(id);
        if (late.size() > REMEMBERED) {
            late.remove(late.iterator().next());
        }
    }
}
