package lanline.core.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lanline.core.event.ChatEvent.AccountProven;
import lanline.core.event.ChatEvent.AnnouncementHeard;
import lanline.core.event.ChatEvent.NewcomerHeard;
import lanline.core.event.ChatEvent.PeerAppeared;
import lanline.core.event.ChatEvent.PeerChanged;
import lanline.core.event.ChatEvent.PeerLeft;
import lanline.core.event.ChatEvent.SessionDown;
import lanline.core.event.ChatEvent.SessionDown.End;
import lanline.core.event.ChatEvent.SessionFailed;
import lanline.core.event.ChatEvent.SessionWanted;
import lanline.core.event.ChatEvent.TrustChanged;
import lanline.core.event.StorageEvent.PinsLoaded;
import lanline.core.model.Nickname;
import lanline.core.model.Party;
import lanline.core.model.Peer;
import lanline.core.model.PeerId;
import lanline.core.model.Pin;
import lanline.core.model.Presence;
import lanline.core.model.Status;
import lanline.core.model.Trust;
import lanline.core.text.SafeText;
import lanline.testing.Samples;
import lanline.testing.Samples.Announcement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LanlinesTest extends PresenceCase {
    private static final Announcement ALI = Samples.lanline('2', "Ali");
    private static final PeerId ALIS = PeerId.lanline(Samples.id('2'));
    private static final String AT = "10.0.0.2";
    private static final SafeText REFUSED = SafeText.line("connection refused");

    @Test
    void whoAnnouncesItselfIsWantedAndHereOnlyOnceASessionStands() {
        hear(AT, ALI);
        assertEquals(Presence.ANNOUNCED, only().presence());
        SessionWanted wanted = told.one(SessionWanted.class);
        assertEquals(new SessionWanted(Samples.id('2'), ALI.instance(), Samples.at(AT, 6001)), wanted);
        up(ALI, AT, 1);
        assertEquals(Presence.ONLINE, told.one(PeerChanged.class).peer().presence());
        told.forget();
        hear(AT, ALI.counted(2));
        assertEquals(List.of(), told.all(SessionWanted.class));
        assertEquals(List.of(), told.all(PeerChanged.class));
    }

    @Test
    void aSessionAloneMakesARowOfTheNameThatItProved() {
        up(ALI, AT, 1);
        Peer ali = told.one(PeerAppeared.class).peer();
        assertEquals("Ali", ali.name().toString());
        assertEquals(Presence.ONLINE, ali.presence());
        assertEquals(Samples.at(AT, 6001), ali.routes().get(0).best());
        assertEquals(ali, told.one(NewcomerHeard.class).peer());
    }

    @Test
    void whileASessionStandsNoSilenceMakesItAway() {
        hear(AT, ALI);
        up(ALI, AT, 1);
        told.forget();
        pass(3_600_000);
        assertEquals(List.of(), told.all(PeerChanged.class));
        assertEquals(Presence.ONLINE, only().presence());
    }

    @Test
    void aPulledCableMakesItAwayAndOnlyANewSessionBringsItBack() {
        hear(AT, ALI);
        Party party = up(ALI, AT, 1);
        told.forget();
        raise(new SessionDown(party, End.CUT));
        assertEquals(Presence.AWAY, told.one(PeerChanged.class).peer().presence());
        hear(AT, ALI.counted(2));
        raise(new SessionFailed(Samples.id('2'), Samples.at(AT, 6001), REFUSED));
        hear(AT, ALI.counted(3));
        assertEquals(Presence.AWAY, only().presence());
        assertEquals(2, told.all(SessionWanted.class).size());
        up(ALI, AT, 2);
        assertEquals(Presence.ONLINE, only().presence());
    }

    @Test
    void whoWasCutOffAndStaysSilentIsGoneAfterAQuarterOfAnHour() {
        raise(new SessionDown(up(ALI, AT, 1), End.CUT));
        pass(15 * 60_000);
        assertEquals(List.of(), told.all(PeerLeft.class));
        pass(1_000);
        assertFalse(told.one(PeerLeft.class).saidBye());
    }

    @Test
    void whoSaysByeInItsSessionIsGoneAtOnceAndWhatIsLateOfItIsNothing() {
        hear(AT, ALI);
        Party party = up(ALI, AT, 1);
        raise(new SessionDown(party, End.LEFT));
        assertTrue(told.one(PeerLeft.class).saidBye());
        told.forget();
        hear(AT, ALI.counted(99));
        assertEquals(List.of(), roster.peers());
        assertEquals(List.of(), told.all(SessionWanted.class));
        hear(AT, ALI.run('c', 2_000));
        assertEquals(1, roster.peers().size());
    }

    @Test
    void aSignedByeEndsItAlthoughItsSessionStillStands() {
        hear(AT, ALI);
        Party party = up(ALI, AT, 1);
        hear(AT, ALI.counted(2).saying(Status.BYE));
        assertTrue(told.one(PeerLeft.class).saidBye());
        raise(new SessionDown(party, End.CUT));
        told.one(PeerLeft.class);
        assertEquals(List.of(), roster.peers());
    }

    @Test
    void aSessionThatAnotherReplacesChangesNothing() {
        Party first = up(ALI, AT, 1);
        up(ALI, AT, 2);
        told.forget();
        raise(new SessionDown(first, End.REPLACED));
        assertEquals(List.of(), told.all(PeerChanged.class));
        assertEquals(Presence.ONLINE, only().presence());
    }

    @Test
    void aGhostVanishesWhenNobodyAnswersAndDoesNotComeAndGo() {
        hear(AT, ALI);
        raise(new SessionFailed(Samples.id('2'), Samples.at(AT, 6001), REFUSED));
        assertFalse(told.one(PeerLeft.class).saidBye());
        told.forget();
        for (int i = 2; i < 20; i++) {
            pass(8_000);
            hear(AT, ALI.counted(i));
        }
        assertEquals(List.of(), roster.peers());
        assertEquals(List.of(), told.all(PeerAppeared.class));
        assertEquals(18, told.all(SessionWanted.class).size());
        up(ALI, AT, 1);
        assertEquals(Presence.ONLINE, only().presence());
    }

    @Test
    void whileOneOfItsAddressesIsUntriedItStays() {
        hear(AT, ALI);
        hear("10.1.0.2", ALI.counted(2));
        raise(new SessionFailed(Samples.id('2'), Samples.at(AT, 6001), REFUSED));
        assertEquals(Presence.ANNOUNCED, only().presence());
        raise(new SessionFailed(Samples.id('2'), Samples.at("10.1.0.2", 6001), REFUSED));
        assertEquals(List.of(), roster.peers());
    }

    @ParameterizedTest
    @EnumSource(names = {"NEW", "CHANGED"})
    void aNewOneThatNobodyAnswersForIsTakenOffWhateverIsThoughtOfItsKey(Trust thought) {
        hear(AT, ALI);
        raise(new TrustChanged(ALIS, thought, false));
        assertEquals(thought, only().trust());
        raise(new SessionFailed(Samples.id('2'), Samples.at(AT, 6001), REFUSED));
        assertEquals(List.of(), roster.peers());
    }

    @Test
    void somebodyKnownThatNobodyAnswersForIsAway() {
        put(pinned(Trust.KNOWN, 900));
        hear(AT, ALI);
        assertEquals(Trust.KNOWN, only().trust());
        assertEquals(Presence.ANNOUNCED, only().presence());
        raise(new SessionFailed(Samples.id('2'), Samples.at(AT, 6001), REFUSED));
        assertEquals(Presence.AWAY, only().presence());
        told.forget();
        hear(AT, ALI.counted(2));
        assertEquals(List.of(), told.all(PeerChanged.class));
    }

    @Test
    void whatWasRecordedBeforeTheLastRunIsRefusedUnlessASessionShowsThatItRuns() {
        put(pinned(Trust.KNOWN, 5_000));
        hear(AT, ALI.run('c', 4_999));
        assertEquals(List.of(), roster.peers());
        assertEquals("it is from an earlier run of somebody known", problem());
        up(ALI.run('c', 4_999), AT, 1);
        hear(AT, ALI.run('c', 4_999).saying(Status.BUSY));
        assertEquals(Presence.BUSY, only().presence());
    }

    @Test
    void aClockMoreThanADayAheadIsBelievedOnlyOfWhomASessionProves() {
        long tomorrow = time.now().toEpochMilli() + 24 * 3_600_000L;
        hear(AT, ALI.run('b', tomorrow));
        assertEquals(1, roster.peers().size());
        hear("10.0.0.3", Samples.lanline('3', "Ece").run('c', tomorrow + 1));
        assertEquals(1, roster.peers().size());
        assertEquals("its clock is more than a day ahead of this one", problem());
        up(Samples.lanline('3', "Ece").run('c', tomorrow + 1), "10.0.0.3", 1);
        hear("10.0.0.3", Samples.lanline('3', "Ece").run('c', tomorrow + 1));
        assertEquals(2, roster.peers().size());
    }

    @Test
    void trustAndAccountAreToldWithThePerson() {
        up(ALI, AT, 1);
        raise(new TrustChanged(ALIS, Trust.VERIFIED, false));
        assertEquals(Trust.VERIFIED, told.one(PeerChanged.class).peer().trust());
        told.forget();
        raise(new AccountProven(ALIS, SafeText.line("ali")));
        assertEquals(
                Optional.of(SafeText.line("ali")),
                told.one(PeerChanged.class).peer().persona().account());
        told.forget();
        raise(new TrustChanged(ALIS, Trust.CHANGED, true));
        assertTrue(told.one(PeerChanged.class).peer().persona().isSuspect());
    }

    @Test
    void anOlderProgramCanBeSuspect() {
        hear("10.0.0.5", Samples.older("ali"));
        raise(new TrustChanged(new PeerId("ali@10.0.0.5"), Trust.NONE, true));
        assertTrue(told.one(PeerChanged.class).peer().persona().isSuspect());
    }

    @Test
    void whoIsBlockedIsNotDialled() {
        put(pinned(Trust.BLOCKED, 0));
        hear(AT, ALI);
        assertEquals(List.of(), told.all(SessionWanted.class));
    }

    @Test
    void severalRunsAreReachedAndEachEndsForItself() {
        Party home = up(ALI, AT, 1);
        Party office = up(ALI.run('c', 2_000), "10.0.0.3", 2);
        assertEquals(2, only().routes().size());
        raise(new SessionDown(office, End.LEFT));
        assertEquals(List.of(), told.all(PeerLeft.class));
        assertEquals(Samples.at(AT, 6001), only().routes().get(0).best());
        raise(new SessionDown(home, End.CUT));
        assertEquals(Presence.AWAY, only().presence());
    }

    @Test
    void whoLeavesTheDoorOpenForAStrangerAtItsAddressIsNotDisplacedWhileItsSessionStands() {
        up(ALI, AT, 1);
        pass(60_000);
        hear(AT, Samples.lanline('3', "Eve"));
        hear(AT, Samples.lanline('3', "Eve").counted(2));
        assertEquals(2, roster.peers().size());
        assertEquals(List.of(), told.all(PeerLeft.class));
    }

    private void put(PinsLoaded pins) {
        bus.answer(pins);
        bus.runPending();
    }

    private static PinsLoaded pinned(Trust trust, long epoch) {
        Pin.Seen seen = new Pin.Seen(Instant.EPOCH, Instant.EPOCH, 2, epoch);
        return new PinsLoaded(
                List.of(new Pin(Samples.id('2'), Nickname.fromPeer("Ali"), trust, seen, Samples.at(AT, 6001))));
    }

    private String problem() {
        List<AnnouncementHeard> heard = told.all(AnnouncementHeard.class);
        return heard.get(heard.size() - 1).problem().value();
    }

    private Peer only() {
        assertEquals(1, roster.peers().size());
        return roster.peers().get(0);
    }
}
