package lanline.core.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lanline.testing.ManualTime;
import org.junit.jupiter.api.Test;

class AlarmTest {
    private final ManualTime time = new ManualTime();
    private final Alarm alarm = new Alarm(time);

    @Test
    void ringsOnceForTheEarliest() {
        alarm.setFor(2_000);
        alarm.setFor(1_000);
        alarm.setFor(3_000);
        time.pass(999);
        assertFalse(alarm.rings());
        time.pass(1);
        assertTrue(alarm.rings());
        assertFalse(alarm.rings());
    }

    @Test
    void asksToBeWokenOnlyForWhatIsEarlier() {
        alarm.setFor(2_000);
        alarm.setFor(3_000);
        assertEquals(2_000, time.nextWake());
        time.pass(2_000);
        assertEquals(Alarm.NEVER, time.nextWake());
    }

    @Test
    void restsAfterItHasRung() {
        alarm.setFor(1_000);
        time.pass(1_000);
        assertTrue(alarm.rings());
        alarm.setFor(1_001);
        assertEquals(1_250, time.nextWake());
        time.pass(249);
        assertFalse(alarm.rings());
        time.pass(1);
        assertTrue(alarm.rings());
    }

    @Test
    void whatNeverFallsDueSetsNothing() {
        alarm.setFor(Alarm.NEVER);
        assertEquals(Alarm.NEVER, time.nextWake());
        assertFalse(alarm.rings());
    }
}
