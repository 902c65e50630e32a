package lanline.edge.text;

import java.util.LinkedHashSet;
import java.util.Set;
import lanline.core.event.ChatEvent.MessageProgressed;
import lanline.core.event.ChatEvent.MessageQueued;
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
    /** Messages of which it is known that they were written now, or did not go at once; of earlier ones less is told. */
    private static final int REMEMBERED = 1_000;

    private final PlainLines lines;
    private final PeerBook book;
    private final Set<MessageId> ofThisRun = new LinkedHashSet<>();
    private final Set<MessageId> late = new LinkedHashSet<>();

    PlainSending(PlainLines lines, PeerBook book) {
        this.lines = lines;
        this.book = book;
    }

    void subscribe(EventBus bus) {
        bus.subscribe(
                MessageQueued.class,
                event -> remember(ofThisRun, event.message().id()));
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

    /** What an earlier run left is told by one notice for all. */
    private void onWaiting(ChatMessage message) {
        boolean isLong = !message.delivery().reason().isBlank();
        if (isLong && ofThisRun.contains(message.id()) && !late.contains(message.id())) {
            lines.tell("waiting for " + book.label(message.with()) + ": "
                    + message.delivery().reason() + "; /queue shows what waits");
        }
        if (isLong) {
            remember(late, message.id());
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
        remember(late, message.id());
    }

    private void onGone(ChatMessage message) {
        boolean isDelivered = message.delivery().state() == Delivery.State.DELIVERED;
        boolean isLast = isDelivered || message.with().speaks() != Speaks.LANLINE;
        if (isLast && late.remove(message.id())) {
            String what = isDelivered ? "delivered to " : "sent to ";
            lines.tell(what + book.label(message.with()) + " now: " + message.text());
        }
    }

    private static void remember(Set<MessageId> among, MessageId id) {
        among.add(id);
        if (among.size() > REMEMBERED) {
            among.remove(among.iterator().next());
        }
    }
}
