package lanline.core.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lanline.core.dialect.course2024.Course2024Dialect;
import lanline.core.dialect.lab.LabDialect;
import lanline.core.event.ChatEvent.OutboxEmptied;
import lanline.core.event.EventBus;
import lanline.core.event.UserCommand.Quit;
import lanline.core.link.DialledLinks;
import lanline.core.link.StandingLinks;
import lanline.core.model.Tag;
import lanline.core.port.History;
import lanline.core.port.TimeSource;
import lanline.testing.Samples;
import lanline.testing.WrittenNetwork;
import org.junit.jupiter.api.Test;

final class LeavingAtOnceTest {
    private final EventBus bus = new EventBus();
    private final List<Long> undelivered = new ArrayList<>();

    @Test
    void whatIsStillComingCountsAsUndelivered() {
        Outbox outbox = outbox();
        outbox.expectOne(Samples.olderPeer("Ali", "10.0.0.2"));
        bus.putFirst(new Quit(Tag.NONE, true));
        bus.runPending();
        assertEquals(List.of(1L), undelivered);
    }

    @Test
    void withoutHurryItIsWaitedFor() {
        Outbox outbox = outbox();
        outbox.expectOne(Samples.olderPeer("Ali", "10.0.0.2"));
        bus.putFirst(new Quit(Tag.NONE, false));
        bus.runPending();
        assertEquals(List.of(), undelivered);
    }

    private StandingLinks standing(TimeSource time) {
        LabDialect lab = new LabDialect(5001, () -> Samples.self("Me"), asker -> List.of());
        return new StandingLinks(bus, new WrittenNetwork(), time, lab, () -> Samples.self("Me"));
    }

    private Outbox outbox() {
        bus.subscribe(OutboxEmptied.class, event -> undelivered.add(event.undelivered()));
        TimeSource time = new StandingTime();
        DialledLinks links = new DialledLinks(bus, new WrittenNetwork(), time);
        Outbox.Older older = new Outbox.Older(links, standing(time), any -> new Course2024Dialect(6001), () -> {
            throw new AssertionError("nothing is sent");
        });
        Courier courier = unused(Courier.class);
        Outbox.World world = new Outbox.World(bus, unused(History.class), time, courier);
        return new Outbox(
                world, new Receipts(bus, courier), new People(bus, peer -> false), older, peer -> Optional.empty());
    }

    private static <T> T unused(Class<T> port) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (any, method, values) -> {
            throw new AssertionError(method + " is not asked for");
        }));
    }

    private static final class StandingTime implements TimeSource {
        @Override
        public Instant now() {
            return Instant.EPOCH;
        }

        @Override
        public long uptimeMillis() {
            return 0;
        }

        @Override
        public void wakeAt(long uptimeMillis) {
            // It never moves.
        }
    }
}
