package lanline.core.conversation;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import lanline.core.model.ChatMessage;
import lanline.core.model.Delivery;
import lanline.core.model.LinkId;

/** One message to a Lanline that has not said yet that it stored it. Lives on the bus thread. */
final class ToLanline {
    final Queues.Item item;
    private final Set<LinkId> saidOn = new HashSet<>();
    private ChatMessage message;
    private boolean mayHaveArrived;
    private Optional<Place> onlyPlace = Optional.empty();

    /** Until which uptime the end of the program waits for it. */
    long heldUntil;

    private record Place(LinkId link, long end) {}

    ToLanline(Queues.Item item) {
        this.item = item;
        message = item.message();
        mayHaveArrived = item.mayHaveArrived();
    }

    ChatMessage message() {
        return message;
    }

    boolean isSaidOn(LinkId link) {
        return saidOn.contains(link);
    }

    boolean isWaiting() {
        return message.delivery().state() != Delivery.State.SENT;
    }

    /** The reason that it has been told to wait for begins so. */
    boolean isBecause(String why) {
        return message.delivery().reason().value().startsWith(why);
    }

    /** {@code end}: the bytes of that link up to its end. True if this made it sent. */
    boolean said(LinkId link, long end) {
        boolean isFirst = !mayHaveArrived && saidOn.isEmpty();
        onlyPlace = isFirst ? Optional.of(new Place(link, end)) : Optional.empty();
        saidOn.add(link);
        mayHaveArrived = true;
        return become(Delivery.SENT);
    }

    /** So many bytes of {@code link} has read whoever names this message there: all up to it, unless it could know of it from elsewhere. */
    long provenRead(LinkId link) {
        return onlyPlace
                .filter(place -> place.link().equals(link))
                .map(Place::end)
                .orElse(0L);
    }

    /** True if it was sent, and no session stands any more in which it was said. */
    boolean lost(LinkId link, String why) {
        return saidOn.remove(link) && saidOn.isEmpty() && become(Delivery.waitingPerhaps(why));
    }

    /** True if that was not known to be what it waits for. */
    boolean waitsFor(String why) {
        return become(mayHaveArrived ? Delivery.waitingPerhaps(why) : Delivery.waiting(why));
    }

    private boolean become(Delivery delivery) {
        boolean isNew = !message.delivery().equals(delivery);
        message = message.withDelivery(delivery);
        return isNew;
    }

    /** As it is now. */
    Queues.Item now() {
        return new Queues.Item(message, item.since(), mayHaveArrived, item.isKept(), item.isTyped());
    }
}
