package lanline.edge.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import lanline.core.model.Endpoint;
import lanline.core.model.HostAddress;
import lanline.core.model.Nickname;
import lanline.core.model.Pin;
import lanline.core.model.Trust;
import lanline.testing.Samples;
import org.junit.jupiter.api.Test;

/** What holds where two machines know different things of one key. */
class KeptPinTest {
    private static final Instant MONDAY = Instant.parse("2026-11-16T09:00:00Z");

    @Test
    void theStricterSuiteAndTheHigherEpochHoldAndTheLastAddress() {
        KeptPin merged = merged(
                row(Trust.KNOWN, 0, new Pin.Seen(MONDAY, MONDAY, 2, 900), "10.0.0.2"),
                row(Trust.KNOWN, 0, new Pin.Seen(MONDAY.plusSeconds(9), MONDAY.plusSeconds(9), 1, 5), "10.0.0.3"));
        assertEquals(row(Trust.KNOWN, 0, new Pin.Seen(MONDAY, MONDAY.plusSeconds(9), 2, 900), "10.0.0.3"), merged);
    }

    @Test
    void theLaterDecisionHolds() {
        assertEquals(
                Trust.KNOWN,
                merged(row(Trust.BLOCKED, 1), row(Trust.KNOWN, 2)).pin().trust());
        assertEquals(
                Trust.BLOCKED,
                merged(row(Trust.BLOCKED, 3), row(Trust.KNOWN, 2)).pin().trust());
    }

    @Test
    void withoutADecisionTheOneThatSaysMoreHolds() {
        assertEquals(
                Trust.KNOWN,
                merged(row(Trust.NEW, 0), row(Trust.KNOWN, 0)).pin().trust());
    }

    @Test
    void meetingSomebodyAgainIsNoDecision() {
        assertEquals(
                0,
                KeptPin.after(row(Trust.NEW, 0), row(Trust.KNOWN, 0).pin(), 50).decidedMillis());
        assertEquals(
                7,
                KeptPin.after(row(Trust.VERIFIED, 7), row(Trust.VERIFIED, 0).pin(), 50)
                        .decidedMillis());
    }

    @Test
    void aDecisionIsLaterThanTheOneBeforeWhateverTheClockSays() {
        assertEquals(
                50,
                KeptPin.after(row(Trust.KNOWN, 7), row(Trust.VERIFIED, 0).pin(), 50)
                        .decidedMillis());
        assertEquals(
                8,
                KeptPin.after(row(Trust.KNOWN, 7), row(Trust.BLOCKED, 0).pin(), 3)
                        .decidedMillis());
    }

    @Test
    void whatBelongsToADecisionComesWithIt() {
        Pin verified = row(Trust.VERIFIED, 0).pin();
        KeptPin blocked = KeptPin.after(row(Trust.VERIFIED, 1), verified.blocked(), 5);
        assertEquals(
                Trust.VERIFIED,
                merged(blocked, row(Trust.VERIFIED, 1)).pin().unblocked().trust());
        KeptPin succeeded =
                KeptPin.after(row(Trust.KNOWN, 0), row(Trust.KNOWN, 0).pin().succeeded(true), 5);
        assertEquals(5, succeeded.decidedMillis());
        assertEquals(succeeded, merged(succeeded, row(Trust.KNOWN, 0)));
    }

    private static KeptPin merged(KeptPin one, KeptPin other) {
        assertEquals(one.mergedWith(other), other.mergedWith(one));
        return one.mergedWith(other);
    }

    private static KeptPin row(Trust trust, long decidedMillis) {
        return row(trust, decidedMillis, new Pin.Seen(MONDAY, MONDAY, 2, 1), "10.0.0.2");
    }

    private static KeptPin row(Trust trust, long decidedMillis, Pin.Seen seen, String address) {
        Endpoint at = new Endpoint(new HostAddress(address), 6_001);
        return new KeptPin(new Pin(Samples.id('a'), Nickname.fromPeer("Ali"), trust, seen, at), decidedMillis);
    }
}
