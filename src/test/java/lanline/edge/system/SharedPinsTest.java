package lanline.edge.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lanline.core.event.EventBus;
import lanline.core.event.StorageEvent.PinsDecided;
import lanline.core.model.LanlineId;
import lanline.core.model.Nickname;
import lanline.core.model.Pin;
import lanline.core.model.Trust;
import lanline.testing.ManualTime;
import lanline.testing.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two machines that share a home and both run: what is decided on one holds on the other. */
@Timeout(60)
class SharedPinsTest {
    private static final Instant MONDAY = Instant.parse("2026-11-16T09:00:00Z");
    private static final LanlineId ALI = Samples.id('a');

    @TempDir
    private Path folder;

    private final SharedPins here = started(Trust.KNOWN);
    private final SharedPins there = started(Trust.KNOWN);

    private static SharedPins started(Trust trust) {
        Map<LanlineId, KeptPin> rows = new LinkedHashMap<>();
        rows.put(ALI, new KeptPin(pin(trust, 0), 0));
        return new SharedPins(rows);
    }

    @Test
    void theOtherIsToldOnceWhatWasDecided() {
        assertTrue(here.save(pin(Trust.VERIFIED, 0), 1_000));
        assertEquals(List.of(pin(Trust.VERIFIED, 0)), there.merge(rows(here)));
        assertEquals(List.of(), there.merge(rows(here)));
        assertEquals(List.of(), here.merge(rows(there)));
    }

    @Test
    void whatWasOnlySeenIsNoNews() {
        assertTrue(here.save(pin(Trust.KNOWN, 50), 1_000));
        assertEquals(List.of(), there.merge(rows(here)));
        assertEquals(pin(Trust.KNOWN, 50), only(there));
    }

    @Test
    void whoWasMetThereIsKnownHere() {
        Pin zoe = new Pin(Samples.id('z'), Nickname.fromPeer("Zoe"), Trust.NEW, seen(3), Samples.at("10.0.0.9", 6_001));
        assertTrue(here.save(zoe, 1_000));
        assertEquals(List.of(zoe), there.merge(rows(here)));
    }

    @Test
    void aProgramThatWasNotToldYetDecidesNothingByWhatItStillThinks() {
        here.save(pin(Trust.BLOCKED, 0), 1_000);
        there.merge(rows(here));
        there.save(pin(Trust.KNOWN, 20), 2_000);
        assertEquals(Trust.BLOCKED, only(there).trust());
        assertEquals(MONDAY.plusSeconds(20), only(there).seen().last());
        assertEquals(List.of(), here.merge(rows(there)));
    }

    @Test
    void whoSaysAgainWhatItWasToldHasNothingToWrite() {
        here.save(pin(Trust.BLOCKED, 0), 1_000);
        there.merge(rows(here));
        assertFalse(there.save(pin(Trust.BLOCKED, 0), 2_000));
        assertEquals(List.of(), here.merge(rows(there)));
    }

    @Test
    void whatIsDecidedInKnowledgeOfTheOtherHoldsWhateverTheClocksSay() {
        here.save(pin(Trust.BLOCKED, 0), 9_000_000);
        there.merge(rows(here));
        there.save(pin(Trust.BLOCKED, 0), 1_000);
        assertTrue(there.save(pin(Trust.KNOWN, 0), 1_001));
        assertEquals(List.of(pin(Trust.KNOWN, 0)), here.merge(rows(there)));
    }

    @Test
    void ofTwoDecisionsOfTheSameMomentTheStricterHoldsOnBoth() {
        here.save(pin(Trust.VERIFIED, 0), 1_000);
        there.save(pin(Trust.BLOCKED, 0), 1_000);
        assertEquals(List.of(), there.merge(rows(here)));
        assertEquals(List.of(pin(Trust.BLOCKED, 0)), here.merge(rows(there)));
        assertEquals(Trust.BLOCKED, only(there).trust());
    }

    @Test
    void aRunningProgramIsToldWhatAnotherHasWritten() throws InterruptedException {
        ManualTime time = new ManualTime();
        EventBus bus = new EventBus();
        List<Pin> told = new ArrayList<>();
        bus.subscribe(PinsDecided.class, event -> told.addAll(event.pins()));
        HomeFolder home = new HomeFolder(folder, folder, true);
        try (PinsFile running = new PinsFile(home, bus, time, 1)) {
            running.start();
            try (PinsFile another = new PinsFile(home, new EventBus(), time, 1)) {
                another.start();
                another.save(pin(Trust.VERIFIED, 0));
                while (told.isEmpty()) {
                    bus.runNext();
                }
            }
        }
        assertEquals(List.of(pin(Trust.VERIFIED, 0)), told);
    }

    private static Map<LanlineId, KeptPin> rows(SharedPins pins) {
        Map<LanlineId, KeptPin> rows = new LinkedHashMap<>();
        pins.rows().forEach(row -> rows.put(row.pin().id(), row));
        return rows;
    }

    private static Pin only(SharedPins pins) {
        return pins.rows().iterator().next().pin();
    }

    private static Pin pin(Trust trust, int seconds) {
        return new Pin(ALI, Nickname.fromPeer("Ali"), trust, seen(seconds), Samples.at("10.0.0.2", 6_001));
    }

    private static Pin.Seen seen(int seconds) {
        return new Pin.Seen(MONDAY, MONDAY.plusSeconds(seconds), 2, 1);
    }
}
