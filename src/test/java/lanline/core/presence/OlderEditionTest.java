package lanline.core.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lanline.core.event.ChatEvent.AnnouncementHeard;
import lanline.core.event.ChatEvent.GreetingWanted;
import lanline.core.event.ChatEvent.MessageHeard;
import lanline.core.event.ChatEvent.PeerAppeared;
import lanline.core.event.ChatEvent.PeerLeft;
import lanline.core.event.ChatEvent.SenderIntroduced;
import lanline.core.event.ChatEvent.SenderLeft;
import lanline.core.event.ChatEvent.SenderStillThere;
import lanline.core.event.NetworkEvent.FixedTcpOpened;
import lanline.core.event.NetworkEvent.InterfacesChanged;
import lanline.core.event.NetworkEvent.UdpOpened;
import lanline.core.event.UserCommand.ChangeName;
import lanline.core.model.Bytes;
import lanline.core.model.Nickname;
import lanline.core.model.Peer;
import lanline.core.model.PeerId;
import lanline.core.model.Presence;
import lanline.core.model.SenderClaim;
import lanline.core.model.Speaks;
import lanline.core.model.Status;
import lanline.core.model.Tag;
import lanline.testing.Samples;
import lanline.testing.Samples.Announcement;
import org.junit.jupiter.api.Test;

/** People of the 2019 edition and the lab program on the list, beside Lanlines that announce themselves there, too. */
class OlderEditionTest extends PresenceCase {
    private static final Announcement ALI = Samples.lanline('2', "Ali");
    private static final Bytes HELLO = Bytes.utf8("\u0002\0\0\0\u0003ali");

    @Test
    void aPersonOf2019AppearsWithinASecondAndStaysOnlineThrough150Seconds() {
        hearOlder("10.0.0.2", Samples.older("bob"));
        assertEquals(List.of(), told.all(PeerAppeared.class));
        pass(1_000);
        Peer bob = told.one(PeerAppeared.class).peer();
        assertEquals(new PeerId("bob@10.0.0.2"), bob.id());
        assertEquals(Speaks.COURSE_2019, bob.speaks());
        assertEquals(Samples.at("10.0.0.2", 5001), bob.routes().get(0).best());
        pass(148_000);
        assertEquals(Presence.ONLINE, only().presence());
        pass(4_000);
        assertEquals(Presence.AWAY, only().presence());
    }

    @Test
    void aLanlinesAnnouncementOf2019IsNobodyElseWhicheverComesFirst() {
        hear("10.0.0.2", ALI);
        hearOlder("10.0.0.2", Samples.older("ali"));
        hearOlder("10.0.0.3", Samples.older("eve"));
        hear("10.0.0.3", Samples.lanline('3', "Eve"));
        pass(Shadows.HOLD_MILLIS + 1_000);
        assertEquals(2, told.all(PeerAppeared.class).size());
        assertTrue(roster.peers().stream().allMatch(peer -> peer.speaks() == Speaks.LANLINE));
        assertEquals(List.of(), told.all(PeerLeft.class));
    }

    @Test
    void whoTurnsOutToBeALanlineMuchLaterIsNotTwoPeople() {
        hearOlder("10.0.0.2", Samples.older("ali"));
        pass(10_000);
        assertEquals(Speaks.COURSE_2019, only().speaks());
        hear("10.0.0.2", ALI);
        assertEquals(Speaks.LANLINE, only().speaks());
        assertEquals(1, told.all(PeerLeft.class).size());
        hearOlder("10.0.0.2", Samples.older("ali"));
        pass(10_000);
        assertEquals(Speaks.LANLINE, only().speaks());
    }

    @Test
    void severalLanlinesAndOlderProgramsOnOneHostAreThatManyPeople() {
        hear("10.0.0.2", ALI);
        hear("10.0.0.2", Samples.lanline('3', "Eve").on(7_001));
        hearOlder("10.0.0.2", Samples.older("ali"));
        hearOlder("10.0.0.2", Samples.older("bob"));
        hear("10.0.0.2", Samples.older("bob"));
        pass(5_000);
        assertEquals(3, roster.peers().size());
        assertEquals(
                2,
                roster.peers().stream()
                        .filter(peer -> peer.speaks() == Speaks.LANLINE)
                        .count());
    }

    @Test
    void oneOfTheSameNameElsewhereIsAnother() {
        hear("10.0.0.2", ALI);
        hearOlder("10.0.0.3", Samples.older("ali"));
        pass(5_000);
        assertEquals(2, roster.peers().size());
    }

    @Test
    void aRenamedLanlinesLateAnnouncementIsStillItsOwn() {
        hear("10.0.0.2", ALI);
        hear("10.0.0.2", ALI.named("Veli").counted(2));
        hearOlder("10.0.0.2", Samples.older("ali"));
        hearOlder("10.0.0.2", Samples.older("veli"));
        pass(5_000);
        assertEquals("Veli", only().name().toString());
    }

    @Test
    void aLanlineIsNobodyElseOnTheSlowerOfItsNetworksEither() {
        hear("10.0.0.2", ALI.counted(2));
        hear("10.1.0.2", ALI);
        hearOlder("10.1.0.2", Samples.older("ali"));
        pass(5_000);
        assertEquals(Speaks.LANLINE, only().speaks());
        pass(150_000);
        hear("10.1.0.2", ALI);
        hearOlder("10.1.0.2", Samples.older("ali"));
        pass(5_000);
        assertEquals(2, roster.peers().size());
    }

    @Test
    void whatCameLateNamesNobodyAnew() {
        hear("10.0.0.2", ALI.named("Veli").counted(2));
        hear("10.1.0.2", ALI);
        assertEquals("Veli", only().name().toString());
    }

    @Test
    void aLanlineThatSaidGoodByeLeavesNoGhostButMakesWayForAnOlderProgram() {
        hear("10.0.0.2", ALI);
        hear("10.0.0.2", ALI.counted(2).saying(Status.BYE));
        hearOlder("10.0.0.2", Samples.older("ali"));
        pass(5_000);
        assertEquals(List.of(), roster.peers());
        hearOlder("10.0.0.2", Samples.older("ali"));
        pass(5_000);
        assertEquals(Speaks.COURSE_2019, only().speaks());
    }

    @Test
    void aLanlineThatFellSilentMakesWayToo() {
        hear("10.0.0.2", ALI);
        pass(151_000);
        hearOlder("10.0.0.2", Samples.older("ali"));
        pass(5_000);
        assertEquals(2, roster.peers().size());
    }

    @Test
    void aTwinOfOneselfIsNotHeardAsAnOlderProgram() {
        hear("10.0.0.9", Samples.lanline('1', "Me").run('c', 5));
        hearOlder("10.0.0.9", Samples.older("me"));
        pass(5_000);
        assertEquals(List.of(), roster.peers());
    }

    @Test
    void ownAnnouncementsComeBackAndSayNothing() {
        put(new InterfacesChanged(List.of(Samples.ETH0)));
        put(new FixedTcpOpened(5001));
        assertEquals(List.of("broadcast 10.0.0.255:5000"), network.asked());
        assertEquals(
                "{\"username\": \"me\", \"ip_address\": \"10.0.0.1\"}",
                network.datagrams().get(0).toText());
        hearOlder("10.0.0.1", Samples.older("me"));
        ask(new ChangeName(Tag.NONE, Nickname.fromPeer("Zoe")));
        hearOlder("10.0.0.1", Samples.older("zoe"));
        hearOlder("10.0.0.1", Samples.older("me"));
        pass(5_000);
        assertEquals(List.of(), roster.peers());
        assertEquals(List.of(), told.all(AnnouncementHeard.class));
    }

    @Test
    void aPersonHeardOnBothPortsIsOneRowWithTheBetterWay() {
        hearOlder("10.0.0.2", Samples.older("Bob"));
        pass(5_000);
        hear("10.0.0.2", Samples.older("bob"));
        assertEquals(1, told.all(PeerAppeared.class).size());
        assertEquals(Speaks.COURSE_2024, only().speaks());
        assertEquals(
                List.of(Speaks.COURSE_2024, Speaks.COURSE_2019), only().speech().editions());
        assertEquals(Samples.at("10.0.0.2", 6001), only().routes().get(0).best());
    }

    @Test
    void whoGoesSilentInTheBetterWayIsReachedByTheOtherOne() {
        hear("10.0.0.2", Samples.older("bob"));
        hearOlder("10.0.0.2", Samples.older("bob"));
        pass(30_000);
        assertEquals(Speaks.COURSE_2019, only().speaks());
        assertEquals(Presence.ONLINE, only().presence());
        assertEquals(Samples.at("10.0.0.2", 5001), only().routes().get(0).best());
    }

    @Test
    void aMessageOf2019IsTheirsWhoAnnouncedThere() {
        hear("10.0.0.2", Samples.older("zed"));
        hearOlder("10.0.0.2", Samples.older("bob"));
        say("10.0.0.2", SenderClaim.NOTHING, "selam", Speaks.COURSE_2019);
        assertEquals("bob", told.one(MessageHeard.class).sender().name().toString());
        assertEquals(Speaks.COURSE_2019, told.one(MessageHeard.class).sender().speaks());
    }

    @Test
    void aNameInFrontNamesAStranger() {
        say("10.0.0.2", named("ata"), "selam", Speaks.COURSE_2019);
        Peer ata = told.one(MessageHeard.class).sender();
        assertEquals(new PeerId("ata@10.0.0.2"), ata.id());
        assertEquals(Samples.at("10.0.0.2", 5001), ata.routes().get(0).best());
    }

    @Test
    void exitTakesThatEditionAndWhoHasNoOtherIsGone() {
        hearOlder("10.0.0.2", Samples.older("bob"));
        pass(5_000);
        leave("10.0.0.2", Speaks.COURSE_2019);
        assertTrue(told.one(PeerLeft.class).saidBye());
        hear("10.0.0.3", Samples.older("eve"));
        hearOlder("10.0.0.3", Samples.older("eve"));
        leave("10.0.0.3", Speaks.COURSE_2019);
        assertEquals(List.of(Speaks.COURSE_2024), only().speech().editions());
    }

    @Test
    void whoLeavesWhileHeldBackNeverAppears() {
        hearOlder("10.0.0.2", Samples.older("bob"));
        leave("10.0.0.2", Speaks.COURSE_2019);
        pass(5_000);
        assertEquals(List.of(), told.all(PeerAppeared.class));
    }

    @Test
    void aLabProgramsHelloAsksForAGreeting() {
        hearOlder("10.0.0.2", HELLO);
        assertEquals(Speaks.LAB, told.one(PeerAppeared.class).peer().speaks());
        assertEquals(
                Samples.at("10.0.0.2", 5001), told.one(GreetingWanted.class).at());
    }

    @Test
    void aLabProgramIsHereForAsLongAsItsLinkStands() {
        bus.raise(new SenderIntroduced(Samples.at("10.0.0.2", 40_000), Nickname.fromPeer("ali"), Speaks.LAB));
        put(new UdpOpened(6000));
        assertEquals("ali", told.one(PeerAppeared.class).peer().name().toString());
        for (int i = 0; i < 10; i++) {
            pass(60_000);
            bus.raise(new SenderStillThere(Samples.at("10.0.0.2", 5001), Speaks.LAB));
            put(new UdpOpened(6000));
        }
        assertEquals(Presence.ONLINE, only().presence());
        leave("10.0.0.2", Speaks.LAB);
        assertFalse(told.all(PeerLeft.class).isEmpty());
    }

    private void leave(String from, Speaks speaks) {
        bus.raise(new SenderLeft(Samples.at(from, 40_000), SenderClaim.NOTHING, speaks));
        put(new UdpOpened(6000));
    }

    private Peer only() {
        assertEquals(1, roster.peers().size());
        return roster.peers().get(0);
    }
}
