package lanline.core.link;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lanline.core.model.Endpoint;
import lanline.core.model.LinkId;
import lanline.core.port.Alarm;
import lanline.core.port.Network;
import lanline.core.port.TimeSource;

/** Links that were dialled ahead of what is to be said. Lives on the bus thread. */
final class LinksAhead {
    /** Storing a message takes milliseconds; a link that was dialled ahead for it and is not used in so long is closed. */
    static final long UNUSED_MILLIS = 1_000;

    private final Network network;
    private final TimeSource time;
    private final Alarm alarm;
    private final Map<LinkId, Ahead> links = new HashMap<>();

    private record Ahead(Endpoint to, long since, boolean isOpen) {}

    /** One that is taken into use. */
    record Ready(LinkId id, boolean isOpen) {}

    /** {@code alarm}: whose owner calls {@link #lookThrough} when it rings. */
    LinksAhead(Network network, TimeSource time, Alarm alarm) {
        this.network = network;
        this.time = time;
        this.alarm = alarm;
    }

    void dial(Endpoint to, int timeoutMillis) {
        if (idTo(to).isEmpty()) {
            links.put(network.dial(to, timeoutMillis), new Ahead(to, time.uptimeMillis(), false));
            alarm.setFor(time.uptimeMillis() + UNUSED_MILLIS);
        }
    }

    Optional<Ready> take(Endpoint to) {
        return idTo(to).flatMap(id -> Optional.ofNullable(links.remove(id)).map(link -> new Ready(id, link.isOpen())));
    }

    private Optional<LinkId> idTo(Endpoint to) {
        for (Map.Entry<LinkId, Ahead> link : links.entrySet()) {
            if (link.getValue().to().equals(to)) {
                return Optional.of(link.getKey());
            }
        }
        return Optional.empty();
    }

    void opened(LinkId id) {
        links.computeIfPresent(id, (same, link) -> new Ahead(link.to(), link.since(), true));
    }

    void closed(LinkId id) {
        links.remove(id);
    }

    /** Whoever speaks before anything was said is not somebody to say it to on this link. */
    void giveUp(LinkId id) {
        if (links.remove(id) != null) {
            network.close(id);
        }
    }

    void lookThrough(long now) {
        List<LinkId> unused = links.entrySet().stream()
                .filter(link -> now - link.getValue().since() >= UNUSED_MILLIS)
                .map(Map.Entry::getKey)
                .toList();
        unused.forEach(this::giveUp);
        links.values().forEach(link -> alarm.setFor(link.since() + UNUSED_MILLIS));
    }
}
