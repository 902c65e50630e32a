package lanline.core.conversation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What waits to go to one peer, in order, one at a time: several older programs serve one connection. Lives on the bus thread. */
final class PeerQueue {
    private final Deque<Sending> waiting = new ArrayDeque<>();

    void add(Sending sending) {
        waiting.add(sending);
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    Stream<Sending> all() {
        return waiting.stream();
    }

    Optional<Sending> first() {
        return Optional.ofNullable(waiting.peek());
    }

    boolean isFirst(Sending sending) {
        return waiting.peek() == sending;
    }

    /** True while all of it waits for the peer to be here. */
    boolean isParked() {
        return first().filter(Sending::isParked).isPresent();
    }

    /** Nobody is there for any of them. */
    void parkAll(String why) {
        waiting.stream().filter(sending -> !sending.isParked()).toList().forEach(sending -> sending.park(why));
    }

    void remove(Sending sending) {
        waiting.remove(sending);
    }

    /** The first one is over. If it failed, so do those behind it that would wait their 5 s each to learn the same. */
    void removeFirst() {
        Sending first = waiting.remove();
        if (first.hasFailed()) {
            List<Sending> behind = waiting.stream().filter(first::speaksFor).toList();
            waiting.removeAll(behind);
            behind.forEach(Sending::failUntried);
        }
    }
}
