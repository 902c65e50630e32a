package lanline.core.conversation;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import lanline.core.event.ChatEvent.MessageArrived;
import lanline.core.event.ChatEvent.MessageProgressed;
import lanline.core.event.EventBus;
import lanline.core.model.ChatMessage;
import lanline.core.model.Delivery;
import lanline.core.model.HostAddress;
import lanline.core.model.Nickname;
import lanline.core.model.Speaks;

/**
 * What a lab program is told when it asks for the history: the lines of this run that went between its own address and us, and never
 * a word that somebody else said or was told. Lives on the bus thread.
 */
public final class RoomLines {
    /** As much as a person reads on; the earliest is forgotten first. */
    private static final int MOST_OF_ONE = 200;

    /** The same in characters, two hundred lines of the usual length; a single longer text is not kept. */
    private static final int MOST_CHARACTERS_OF_ONE = 16_384;

    /** Addresses that lines are kept of; the one that began earliest is forgotten first. */
    private static final int MOST_ADDRESSES = 256;

    private final Supplier<Nickname> own;
    private final Supplier<ZoneId> zone;
    private final Map<HostAddress, Deque<Said>> lines = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<HostAddress, Deque<Said>> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    private record Said(Instant time, Nickname by, String text) {}

    /** {@code own}: our name; {@code zone}: of this host's clock, asked for when it is needed. */
    public RoomLines(EventBus bus, Supplier<Nickname> own, Supplier<ZoneId> zone) {
        this.own = own;
        this.zone = zone;
        bus.subscribe(MessageArrived.class, event -> keep(event.message()));
        bus.subscribe(MessageProgressed.class, event -> {
            if (event.message().delivery().state() == Delivery.State.SENT) {
                keep(event.message());
            }
        });
    }

    private void keep(ChatMessage message) {
        if (message.with().speaks() != Speaks.LAB) {
            return;
        }
        Nickname by = message.isOwn() ? own.get() : message.with().name();
        Deque<Said> said = lines.computeIfAbsent(message.with().address(), any -> new ArrayDeque<>());
        said.add(new Said(message.time(), by, message.text().value()));
        while (said.size() > MOST_OF_ONE || characters(said) > MOST_CHARACTERS_OF_ONE) {
            said.remove();
        }
    }

    private static int characters(Deque<Said> said) {
        return said.stream().mapToInt(line -> line.text().length()).sum();
    }

    /** Made when the first one asks: not a part of every start. */
    private static final class Clock {
        static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    }

    /** {@code HH:mm:ss name: text}, the earliest first; a line break would begin another line, so it is none. */
    public List<String> toldTo(HostAddress asker) {
        ZoneId here = zone.get();
        return lines.getOrDefault(asker, new ArrayDeque<>()).stream()
                .map(said -> Clock.TIME.format(said.time().atZone(here)) + " " + said.by() + ": "
                        + said.text().replace('\n', ' '))
                .toList();
    }
}
