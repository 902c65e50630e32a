package lanline.edge.text;

import lanline.core.event.ChatEvent.PeerAppeared;
import lanline.core.event.ChatEvent.PeerChanged;
import lanline.core.event.ChatEvent.PeerLeft;
import lanline.core.event.EventBus;
import lanline.core.model.Peer;

/** Makes lines of who comes, goes and changes. Lives on the bus thread. */
final class PlainPresence {
    private final PlainLines lines;
    private final PeerBook book;

    PlainPresence(PlainLines lines, PeerBook book) {
        this.lines = lines;
        this.book = book;
    }

    void subscribe(EventBus bus) {
        bus.subscribe(PeerAppeared.class, event -> tellState(event.peer()));
        bus.subscribe(PeerChanged.class, this::onChanged);
        bus.subscribe(PeerLeft.class, this::onLeft);
    }

    private void tellState(Peer peer) {
        lines.tell(book.label(peer) + " is " + Words.presence(peer.presence()) + " (" + peer.address() + ")"
                + Words.doubt(peer));
    }

    private void onChanged(PeerChanged event) {
        Peer before = event.before();
        Peer now = event.peer();
        if (!before.name().equals(now.name())) {
            lines.tell(book.label(before) + " is called " + book.label(now) + " now (" + now.address() + ")");
        }
        if (before.presence() != now.presence() || !before.address().equals(now.address()) || isInDoubt(before, now)) {
            tellState(now);
        }
    }

    /** It is now and was not. */
    private static boolean isInDoubt(Peer before, Peer now) {
        return !Words.doubt(now).isEmpty() && Words.doubt(before).isEmpty();
    }

    private void onLeft(PeerLeft event) {
        String how = event.saidBye() ? " has left" : " is gone: not heard any more";
        lines.tell(book.label(event.peer()) + how + " (" + event.peer().address() + ")");
    }
}
