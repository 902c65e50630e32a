package lanline.core.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import lanline.core.event.ChatEvent.OutboxEmptied;
import lanline.core.event.NetworkEvent.UdpOpened;
import lanline.core.event.StorageEvent.HistoryExported;
import lanline.core.event.UserCommand.OpenNumber;
import lanline.core.model.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EventBusTest {
    private final EventBus bus = new EventBus();
    private final List<String> told = new ArrayList<>();

    EventBusTest() {
        bus.subscribe(UdpOpened.class, event -> told.add("network " + event.port()));
        bus.subscribe(OpenNumber.class, event -> told.add("command " + event.number()));
        bus.subscribe(HistoryExported.class, event -> told.add("answer " + event.messages()));
        bus.subscribe(OutboxEmptied.class, event -> told.add("raised " + event.undelivered()));
        bus.subscribe(Tick.class, event -> told.add("tick"));
    }

    @Test
    void everyListenerOfAKindHearsItInTheOrderOfSubscription() throws InterruptedException {
        bus.subscribe(UdpOpened.class, event -> told.add("second " + event.port()));
        bus.put(new UdpOpened(1));
        bus.runPending();
        assertEquals(List.of("network 1", "second 1"), told);
    }

    @Test
    void anEventThatNobodyHearsHarmsNothing() throws InterruptedException {
        EventBus deaf = new EventBus();
        deaf.put(new UdpOpened(1));
        assertTrue(deaf.runOne());
        assertFalse(deaf.runOne());
    }

    @Test
    void allThatOneEventCausesIsDigestedBeforeTheNext() throws InterruptedException {
        bus.subscribe(UdpOpened.class, event -> bus.raise(new OutboxEmptied(event.port())));
        bus.subscribe(OutboxEmptied.class, event -> {
            if (event.undelivered() < 10) {
                bus.raise(new OutboxEmptied(event.undelivered() + 10));
            }
        });
        bus.put(new UdpOpened(1));
        bus.put(new UdpOpened(2));
        bus.runPending();
        assertEquals(List.of("network 1", "raised 1", "raised 11", "network 2", "raised 2", "raised 12"), told);
    }

    @Test
    void commandsAndNetworkTakeTurnsAndEachKeepsItsOrder() throws InterruptedException {
        for (int i = 1; i <= 3; i++) {
            bus.put(new UdpOpened(i));
            bus.put(new OpenNumber(Tag.NONE, i));
        }
        bus.runPending();
        assertEquals(List.of("network 1", "command 1", "network 2", "command 2", "network 3", "command 3"), told);
    }

    @Test
    void aFloodFromTheNetworkNeverStopsACommand() throws InterruptedException {
        for (int i = 1; i <= 1_000; i++) {
            bus.put(new UdpOpened(i));
        }
        bus.put(new OpenNumber(Tag.NONE, 7));
        bus.runOne();
        bus.runOne();
        assertTrue(told.contains("command 7"));
    }

    @Test
    void answersOfTheHistoryComeFirstAndAreNeverLost() throws InterruptedException {
        bus.put(new UdpOpened(1));
        for (int i = 0; i < 5_000; i++) {
            bus.answer(new HistoryExported(Tag.NONE, "", i));
        }
        bus.runPending();
        assertEquals("answer 0", told.get(0));
        assertEquals("network 1", told.get(5_000));
    }

    @Test
    void whatIsOfferedToAFullLaneIsDroppedAndCounted() {
        for (int i = 0; i < 2_048; i++) {
            bus.offer(new Tick());
        }
        assertEquals(0, bus.dropped());
        bus.offer(new Tick());
        bus.offer(new Tick());
        assertEquals(2, bus.dropped());
        bus.runPending();
        assertEquals(2_048, told.size());
    }

    @Test
    void aBacklogStopsTheNetworkFirstThenCommandsAndNeverAnswers() throws InterruptedException {
        AtomicInteger unwritten = new AtomicInteger(4_095);
        bus.heedBacklog(unwritten::get);
        bus.heedBacklog(() -> 1);
        bus.put(new UdpOpened(1));
        bus.put(new OpenNumber(Tag.NONE, 1));
        bus.runPending();
        assertEquals(List.of("command 1"), told);
        unwritten.set(8_191);
        bus.put(new OpenNumber(Tag.NONE, 2));
        bus.answer(new HistoryExported(Tag.NONE, "", 3));
        bus.runPending();
        assertEquals(List.of("command 1", "answer 3"), told);
        unwritten.set(0);
        bus.runPending();
        assertEquals(4, told.size());
    }

    @Test
    void whoPutsIntoAFullLaneWaitsUntilThereIsRoom() throws InterruptedException {
        for (int i = 0; i < 1_024; i++) {
            bus.put(new UdpOpened(i));
        }
        Thread writer = new Thread(() -> {
            try {
                bus.put(new UdpOpened(9_999));
            } catch (InterruptedException wanted) {
                Thread.currentThread().interrupt();
            }
        });
        writer.start();
        while (told.size() <= 1_024) {
            bus.runNext();
        }
        writer.join();
        assertEquals("network 9999", told.get(1_024));
        assertEquals(0, bus.dropped());
    }

    @Test
    void anEventFromAnotherThreadWakesTheBus() throws InterruptedException {
        Thread writer = new Thread(() -> bus.answer(new HistoryExported(Tag.NONE, "", 1)));
        writer.start();
        bus.runNext();
        writer.join();
        assertEquals(List.of("answer 1"), told);
    }
}
