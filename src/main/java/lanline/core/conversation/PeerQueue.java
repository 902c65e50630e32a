package lanline.core.conversation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import lanline.core.model.Delivery;
import lanline.core.model.Peer;
import lanline.core.text.SafeText;

/** What waits to go to one peer, in order, one at a time: several older programs serve one connection. Lives on the bus thread. */
final class PeerQueue {
    private final Deque<Sending> waiting = new ArrayDeque<>();

    void add(Sending sending) {
        waiting.add(sending);
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    int size() {
        return waiting.size();
    }

    Optional<Sending> first() {
        return Optional.ofNullable(waiting.peek());
    }

    boolean isFirst(Sending sending) {
        return waiting.peek() == sending;
    }

    /** Moves the first one on; returns the uptime of its next attempt if it waits for one. */
    long run(Peer peer, long now) {
        Sending first = waiting.peek();
        if (first == null) {
            return Long.MAX_VALUE;
        }
        first.tryIfDue(peer, now);
        return first.isWaiting() ? first.nextAt() : Long.MAX_VALUE;
    }

    /** The first one is over. If it failed, all behind it fail for the same reason: they would wait their 5 s each to learn the same. */
    void firstIsOver(Delivery how) {
        waiting.poll();
        if (how.state() != Delivery.State.FAILED) {
            return;
        }
        List<Sending> behind = new ArrayList<>(waiting);
        waiting.clear();
        SafeText reason = how.reason();
        behind.forEach(sending -> sending.failWith(reason));
    }
}
