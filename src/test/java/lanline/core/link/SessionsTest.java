package lanline.core.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import lanline.core.event.ChatEvent.ComparisonHeard;
import lanline.core.event.ChatEvent.OutboxEmptied;
import lanline.core.event.ChatEvent.PrivateTextHeard;
import lanline.core.event.ChatEvent.ReceiptHeard;
import lanline.core.event.ChatEvent.SessionDown;
import lanline.core.event.ChatEvent.SessionDown.End;
import lanline.core.event.ChatEvent.SessionFailed;
import lanline.core.event.ChatEvent.SessionUp;
import lanline.core.model.Bytes;
import lanline.core.model.ComparisonStep;
import lanline.core.model.Endpoint;
import lanline.core.model.LinkId;
import lanline.core.model.Party;
import lanline.core.session.Frame;
import lanline.core.text.SafeText;
import lanline.testing.Samples;
import lanline.testing.WiredLan;
import lanline.testing.WiredNode;
import org.junit.jupiter.api.Test;

/** Two programs that meet, speak and part. */
class SessionsTest {
    private static final Endpoint ALI_AT = Samples.at("10.0.0.2", 6_001);

    private final WiredLan lan = new WiredLan();
    private final WiredNode ece = lan.node("Ece", Samples.at("10.0.0.1", 6_001));
    private final WiredNode ali = lan.node("Ali", ALI_AT);

    @Test
    void whoAnnouncesItselfIsMetWithinTheJitter() {
        ece.hears(ali);
        lan.pass(Dialler.JITTER_MILLIS_EACH);
        SessionUp up = ece.told.one(SessionUp.class);
        assertEquals(ece.with(ali), up.party());
        assertEquals(ali.id(), up.party().id());
        assertEquals(ALI_AT, up.party().reach());
        assertEquals("Ali", up.party().name().toString());
        assertEquals(up.channelBinding(), ali.told.one(SessionUp.class).channelBinding());
        assertEquals(Samples.at("10.0.0.1", 6_001), ali.with(ece).reach());
    }

    @Test
    void whoIsWrittenToIsDialledAtOnce() {
        ece.sessions.want(ali.id(), List.of(ALI_AT));
        assertEquals(List.of(ALI_AT), ece.dialled);
        lan.settle();
        assertEquals(1, ece.sessions.with(ali.id()).size());
        ece.sessions.want(ali.id(), List.of(ALI_AT));
        assertEquals(1, ece.dialled.size());
    }

    @Test
    void whatIsSaidIsTold() {
        meet();
        Party toAli = ece.with(ali);
        assertTrue(ece.sessions.say(toAli.link(), new Frame.Text(Samples.message(1), SafeText.line("hi"))));
        assertTrue(ece.sessions.say(toAli.link(), new Frame.Receipt(List.of(Samples.message(2)))));
        assertTrue(ece.sessions.say(toAli.link(), new Frame.Compare(ComparisonStep.values()[0], Bytes.utf8("words"))));
        lan.settle();
        Party fromEce = ali.with(ece);
        assertEquals(
                new PrivateTextHeard(fromEce, Samples.message(1), SafeText.line("hi")),
                ali.told.one(PrivateTextHeard.class));
        assertEquals(new ReceiptHeard(fromEce, List.of(Samples.message(2))), ali.told.one(ReceiptHeard.class));
        assertEquals(Bytes.utf8("words"), ali.told.one(ComparisonHeard.class).content());
    }

    @Test
    void nothingIsSaidWhereNoSessionStands() {
        assertFalse(ece.sessions.say(new LinkId(1), new Frame.Receipt(List.of(Samples.message(2)))));
        assertEquals(List.of(), ece.sessions.with(ali.id()));
    }

    @Test
    void whoLeavesSaysSoAndAllItsLinksEnd() {
        meet();
        ece.raise(new OutboxEmptied(0));
        lan.settle();
        assertEquals(End.LEFT, ali.told.one(SessionDown.class).end());
        assertEquals(List.of(), ece.told.all(SessionDown.class));
        assertEquals(0, ece.openLinks());
        assertEquals(0, ali.openLinks());
    }

    @Test
    void whoHasLeftNeitherDialsNorTakesASession() {
        ece.raise(new OutboxEmptied(0));
        ece.hears(ali);
        ece.sessions.want(ali.id(), List.of(ALI_AT));
        ali.hears(ece);
        lan.pass(5_000);
        assertEquals(List.of(), ece.dialled);
        assertEquals(1, ali.told.all(SessionFailed.class).size());
    }

    @Test
    void aPulledCableIsSeenWithin45SecondsOnBothSides() {
        meet();
        lan.pass(7_000);
        lan.cut();
        lan.pass(45_000);
        assertEquals(End.CUT, ece.told.one(SessionDown.class).end());
        assertEquals(End.CUT, ali.told.one(SessionDown.class).end());
        assertEquals(0, ece.openLinks());
    }

    @Test
    void aSessionInWhichNobodySpeaksStays() {
        meet();
        lan.pass(1_800_000);
        assertEquals(1, ece.sessions.with(ali.id()).size());
        assertEquals(List.of(), ali.told.all(SessionDown.class));
    }

    @Test
    void anIdleProgramWakesSomeFourTimesAMinute() {
        meet();
        long wakes = 0;
        for (long end = lan.time.uptimeMillis() + 600_000; lan.time.nextWake() < end; wakes++) {
            lan.pass(lan.time.nextWake() - lan.time.uptimeMillis());
        }
        // Of each side; the wakes of both are counted.
        assertTrue(wakes <= 2 * 5 * 10, "woke " + wakes + " times");
    }

    @Test
    void whoCutsAnInterruptedCableMeetsAgain() {
        meet();
        lan.cut();
        lan.pass(60_000);
        lan.mend();
        ece.hears(ali);
        lan.pass(1_000);
        assertEquals(1, ece.sessions.with(ali.id()).size());
        assertEquals(1, ali.sessions.with(ece.id()).size());
    }

    @Test
    void nobodyThereIsToldOnce() {
        lan.remove(ALI_AT);
        ece.hears(ali);
        lan.pass(1_000);
        SessionFailed failed = ece.told.one(SessionFailed.class);
        assertEquals(new SessionFailed(ali.id(), ALI_AT, SafeText.line("nobody listens there")), failed);
        ece.hears(ali);
        lan.pass(1_000);
        assertEquals(1, ece.dialled.size());
    }

    @Test
    void somebodyElseThereIsNoSession() {
        lan.remove(ALI_AT);
        WiredNode mallory = lan.node("Ali", ALI_AT);
        ece.hears(ali);
        lan.pass(1_000);
        assertEquals(ali.id(), ece.told.one(SessionFailed.class).id());
        assertEquals(List.of(), mallory.told.all(SessionUp.class));
        assertEquals(0, ece.openLinks());
    }

    @Test
    void whoIsNotAdmittedIsRefusedByEitherSide() {
        ece.admission = (claim, suite) -> Optional.of("blocked");
        ece.hears(ali);
        lan.pass(1_000);
        assertEquals(SafeText.line("blocked"), ece.told.one(SessionFailed.class).why());
        assertEquals(List.of(), ali.told.all(SessionUp.class));
        ali.hears(ece);
        lan.pass(1_000);
        assertEquals(1, ali.told.all(SessionFailed.class).size());
        assertEquals(List.of(), ece.sessions.with(ali.id()));
    }

    @Test
    void whoIsNoLongerWantedHearsAByeAndIsNotDialled() {
        meet();
        ece.sessions.refuse(ali.id());
        ece.sessions.want(ali.id(), List.of());
        lan.settle();
        assertEquals(End.BLOCKED, ece.told.one(SessionDown.class).end());
        assertEquals(End.BLOCKED, ali.told.one(SessionDown.class).end());
        assertEquals(0, ali.openLinks());
    }

    @Test
    void aDialThatIsNoLongerWantedIsGivenUp() {
        ece.sessions.want(ali.id(), List.of(ALI_AT));
        ece.sessions.refuse(ali.id());
        lan.settle();
        assertEquals(1, ece.told.all(SessionFailed.class).size());
        assertEquals(List.of(), ali.told.all(SessionUp.class));
    }

    @Test
    void nobodyDialsItself() {
        ece.hears(ece);
        lan.pass(2_000);
        assertEquals(List.of(), ece.dialled);
        ece.sessions.want(ece.id(), List.of(ece.at()));
        lan.settle();
        assertEquals(1, ece.told.all(SessionFailed.class).size());
    }

    private void meet() {
        ece.hears(ali);
        lan.pass(Dialler.JITTER_MILLIS_EACH);
        assertEquals(1, ece.sessions.with(ali.id()).size());
        ece.told.forget();
        ali.told.forget();
    }
}
