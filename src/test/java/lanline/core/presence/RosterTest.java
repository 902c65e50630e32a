package lanline.core.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import lanline.core.event.ChatEvent.AnnouncementHeard;
import lanline.core.event.ChatEvent.NewcomerHeard;
import lanline.core.event.ChatEvent.PeerAppeared;
import lanline.core.event.ChatEvent.PeerChanged;
import lanline.core.event.ChatEvent.PeerLeft;
import lanline.core.event.ChatEvent.SessionWanted;
import lanline.core.event.ChatEvent.UnicastWanted;
import lanline.core.model.Bytes;
import lanline.core.model.Endpoint;
import lanline.core.model.Peer;
import lanline.core.model.PeerId;
import lanline.core.model.Presence;
import lanline.core.model.Speaks;
import lanline.core.model.Status;
import lanline.testing.Samples;
import lanline.testing.Samples.Announcement;
import org.junit.jupiter.api.Test;

class RosterTest extends PresenceCase {
    private static final Announcement ALI = Samples.lanline('2', "Ali");
    private static final int AWAY_MILLIS = 20_000;
    private static final int GONE_MILLIS = 15 * 60_000;

    @Test
    void whoIsHeardForTheFirstTimeAppears() {
        hear("10.0.0.2", ALI);
        Peer ali = told.one(PeerAppeared.class).peer();
        assertEquals("Ali", ali.name().toString());
        assertEquals(PeerId.lanline(Samples.id('2')), ali.id());
        assertEquals(Presence.ANNOUNCED, ali.presence());
        assertEquals(Speaks.LANLINE, ali.speaks());
        assertEquals(List.of(Samples.at("10.0.0.2", 6001)), endpoints(ali));
        assertEquals(ali, told.one(NewcomerHeard.class).peer());
    }

    @Test
    void anOlderProgramIsItsNameAtItsAddress() {
        hear("10.0.0.2", Samples.older("Bob Bey"));
        Peer bob = told.one(PeerAppeared.class).peer();
        assertEquals(new PeerId("bob_bey@10.0.0.2"), bob.id());
        assertEquals(Speaks.COURSE_2024, bob.speaks());
    }

    @Test
    void whoIsHeardAgainIsNoNews() {
        hear("10.0.0.2", ALI);
        for (int i = 2; i < 100; i++) {
            pass(8_000);
            hear("10.0.0.2", ALI.counted(i));
        }
        told.one(PeerAppeared.class);
        assertEquals(List.of(), told.all(PeerChanged.class));
    }

    @Test
    void twoAndAHalfSilentPeriodsMakeSomebodyAwayAndAQuarterOfAnHourGone() {
        hear("10.0.0.2", ALI);
        pass(AWAY_MILLIS);
        assertEquals(List.of(), told.all(PeerChanged.class));
        pass(1_000);
        assertEquals(Presence.AWAY, told.one(PeerChanged.class).peer().presence());
        pass(GONE_MILLIS - AWAY_MILLIS - 1_000);
        assertEquals(List.of(), told.all(PeerLeft.class));
        pass(1_000);
        assertFalse(told.one(PeerLeft.class).saidBye());
        assertEquals(List.of(), roster.peers());
    }

    @Test
    void theRhythmIsTheSpeakersOwn() {
        hear("10.0.0.2", ALI.every(60));
        hear("10.0.0.3", Samples.older("bob"));
        pass(21_000);
        assertEquals("bob", told.one(PeerChanged.class).peer().name().toString());
        pass(129_000);
        assertEquals(1, told.all(PeerChanged.class).size());
        pass(1_000);
        assertEquals(2, told.all(PeerChanged.class).size());
    }

    @Test
    void whoIsAwayComesBackWhenHeard() {
        hear("10.0.0.2", ALI);
        pass(60_000);
        told.forget();
        hear("10.0.0.2", ALI.counted(2));
        assertEquals(Presence.ANNOUNCED, told.one(PeerChanged.class).peer().presence());
        assertEquals(List.of(), told.all(NewcomerHeard.class));
    }

    @Test
    void aWrongOrJumpingClockOfOursChangesNobodysPresence() {
        hear("10.0.0.2", ALI);
        time.jump(-3_600_000);
        pass(1_000);
        time.jump(7_200_000);
        pass(1_000);
        assertEquals(List.of(), told.all(PeerChanged.class));
    }

    @Test
    void statusAndNameAreToldWhenTheyChange() {
        up(ALI, "10.0.0.2", 1);
        hear("10.0.0.2", ALI.counted(2).saying(Status.BUSY));
        assertEquals(Presence.BUSY, told.one(PeerChanged.class).peer().presence());
        told.forget();
        hear("10.0.0.2", ALI.counted(3).saying(Status.AWAY).named("Ali Bey"));
        PeerChanged changed = told.one(PeerChanged.class);
        assertEquals("Ali", changed.before().name().toString());
        assertEquals("Ali Bey", changed.peer().name().toString());
        assertEquals(Presence.AWAY, changed.peer().presence());
    }

    @Test
    void whoSaysByeLeavesAtOnceAndLateWordsDoNotBringItBack() {
        hear("10.0.0.2", ALI.counted(5));
        hear("10.0.0.2", ALI.counted(7).saying(Status.BYE));
        assertTrue(told.one(PeerLeft.class).saidBye());
        told.forget();
        hear("10.0.0.2", ALI.counted(6));
        hear("10.0.0.2", ALI.counted(7).saying(Status.BYE));
        hear("10.0.0.2", ALI.counted(8).saying(Status.BYE));
        assertEquals(List.of(), told.all(PeerAppeared.class));
        assertEquals(List.of(), roster.peers());
    }

    @Test
    void aStrangersByeIsNothing() {
        hear("10.0.0.2", ALI.saying(Status.BYE));
        assertEquals(List.of(), told.all(PeerAppeared.class));
        assertEquals(List.of(), told.all(PeerLeft.class));
    }

    @Test
    void doubledAndOvertakenAnnouncementsAreIgnored() {
        hear("10.0.0.2", ALI.counted(5).saying(Status.BUSY));
        hear("10.0.0.2", ALI.counted(4));
        hear("10.0.0.2", ALI.counted(5).saying(Status.BUSY));
        assertEquals(List.of(), told.all(PeerChanged.class));
    }

    @Test
    void twoPeopleOfOneNameAreTwo() {
        hear("10.0.0.2", ALI);
        hear("10.0.0.3", Samples.lanline('3', "Ali"));
        hear("10.0.0.4", Samples.older("ali"));
        hear("10.0.0.5", Samples.older("ali"));
        assertEquals(4, roster.peers().size());
    }

    @Test
    void ownAnnouncementsAreKnownByTheirIdFromWhereverTheyCome() {
        Announcement own = Samples.lanline('1', "Me").run('a', 1_000);
        hear("10.0.0.1", own);
        hear("127.0.0.1", own.counted(2));
        hear("10.7.7.7", own.counted(3));
        assertEquals(List.of(), roster.peers());
        assertEquals(List.of(), told.all(AnnouncementHeard.class));
        assertEquals(List.of(), told.all(SessionWanted.class));
    }

    @Test
    void oneselfOnAnotherMachineIsNotListedButASessionWithItIsWanted() {
        Announcement twin = Samples.lanline('1', "Me");
        hear("10.0.0.5", twin);
        assertEquals(twin.instance(), told.one(SessionWanted.class).instance());
        up(twin, "10.0.0.5", 1);
        assertEquals(List.of(), roster.peers());
    }

    @Test
    void aPeerHeardOnSeveralNetworksIsOneAndLoopbackIsItsLastAddress() {
        hear("127.0.0.1", ALI);
        hear("10.0.0.2", ALI.counted(2));
        hear("10.1.0.2", ALI.counted(3));
        Peer ali = onlyPeer();
        List<Endpoint> expected =
                List.of(Samples.at("10.0.0.2", 6001), Samples.at("10.1.0.2", 6001), Samples.at("127.0.0.1", 6001));
        assertEquals(expected, endpoints(ali));
        assertEquals(1, ali.routes().size());
    }

    @Test
    void anAddressThatIsNotHeardFromAnyMoreIsForgotten() {
        hear("10.0.0.2", ALI);
        for (int i = 2; i < 9; i++) {
            pass(8_000);
            hear("10.0.0.9", ALI.counted(i));
        }
        assertEquals(List.of(Samples.at("10.0.0.9", 6001)), endpoints(onlyPeer()));
    }

    @Test
    void aRestartAtTheSamePortTakesThePlaceOfTheRunBefore() {
        hear("10.0.0.2", ALI);
        hear("10.0.0.2", ALI.run('c', 2_000));
        assertEquals(1, onlyPeer().routes().size());
        told.forget();
        hear("10.0.0.2", ALI.counted(9).saying(Status.BUSY));
        assertEquals(List.of(), told.all(PeerChanged.class));
    }

    @Test
    void onePersonOnTwoMachinesIsOnePeerWithTwoRoutesAndTheLaterRunsName() {
        hear("10.0.0.2", ALI.run('b', 2_000).named("Later"));
        hear("10.0.0.3", ALI.run('c', 1_000).named("Earlier"));
        assertEquals(2, onlyPeer().routes().size());
        assertEquals("Later", onlyPeer().name().toString());
        told.forget();
        for (int i = 2; i < 10; i++) {
            hear("10.0.0.2", ALI.run('b', 2_000).counted(i).named("Later"));
            hear("10.0.0.3", ALI.run('c', 1_000).counted(i).named("Earlier"));
        }
        assertEquals(List.of(), told.all(PeerChanged.class));
        hear("10.0.0.2", ALI.run('b', 2_000).counted(99).saying(Status.BYE));
        assertEquals("Earlier", onlyPeer().name().toString());
        assertEquals(List.of(), told.all(PeerLeft.class));
    }

    @Test
    void ofManyRunsTheFirstIsForgotten() {
        for (char run = 'a'; run <= 'f'; run++) {
            hear("10.0.0.2", ALI.run(run, 1_000).on(7_000 + run));
        }
        assertEquals(4, onlyPeer().routes().size());
    }

    @Test
    void whoAnnouncesTheAddressAndPortOfASilentPeerTakesItsPlace() {
        hear("10.0.0.2", ALI);
        hear("10.0.0.2", Samples.lanline('3', "Eve"));
        assertEquals(2, roster.peers().size());
        pass(11_000);
        hear("10.0.0.2", Samples.lanline('3', "Eve").counted(2));
        assertEquals("Ali", told.one(PeerLeft.class).peer().name().toString());
    }

    @Test
    void malformedDatagramsAreToldOnceWithTheirReason() {
        hear("10.0.0.2", Bytes.utf8("hello"));
        assertTrue(told.one(AnnouncementHeard.class).problem().value().startsWith("no JSON that is accepted"));
    }

    @Test
    void whoAnnouncesByUnicastAloneIsAnsweredAndOthersAreNot() {
        String asking = "\"unicast\": true, ";
        hear("10.8.0.2", ALI.asking());
        assertEquals(Samples.address("10.8.0.2"), told.one(UnicastWanted.class).from());
        told.forget();
        hear("10.8.0.2", ALI.counted(2));
        hear("10.8.0.2", ALI.counted(3).asking());
        hear("10.8.0.3", Samples.lanline('3', "Ece").saying(Status.BYE).asking());
        hear("10.0.0.1", Samples.lanline('1', "Me").run('a', 1_000).asking());
        assertEquals(List.of(), told.all(UnicastWanted.class));
    }

    private Peer onlyPeer() {
        assertEquals(1, roster.peers().size());
        return roster.peers().get(0);
    }

    private static List<Endpoint> endpoints(Peer peer) {
        return peer.routes().stream()
                .flatMap(route -> Stream.of(route.endpoints()))
                .flatMap(List::stream)
                .toList();
    }
}
