package lanline.core.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import lanline.core.event.ChatEvent.MessageHeard;
import lanline.core.event.ChatEvent.NewcomerHeard;
import lanline.core.event.ChatEvent.PeerAppeared;
import lanline.core.event.ChatEvent.PeerChanged;
import lanline.core.event.NetworkEvent.InterfacesChanged;
import lanline.core.model.LanInterface;
import lanline.core.model.Peer;
import lanline.core.model.PeerId;
import lanline.core.model.SenderClaim;
import lanline.core.model.Speaks;
import lanline.testing.Samples;
import org.junit.jupiter.api.Test;

class AttributionTest extends PresenceCase {
    @Test
    void anOlderProgramIsKnownByItsAddress() {
        hear("10.0.0.2", Samples.older("bob"));
        say("10.0.0.2", SenderClaim.NOTHING, "hi");
        MessageHeard heard = told.one(MessageHeard.class);
        assertEquals("bob", heard.sender().name().toString());
        assertTrue(heard.announced());
        assertEquals(Optional.empty(), heard.id());
    }

    @Test
    void ofSeveralAtOneAddressTheNamedOneOrTheOneHeardLastIsMeant() {
        hear("10.0.0.2", Samples.older("bob"));
        pass(1_000);
        hear("10.0.0.2", Samples.older("eve"));
        assertEquals("bob", senderOf("10.0.0.2", named("Bob")));
        assertEquals("bob", senderOf("10.0.0.2", SenderClaim.NOTHING));
        pass(1_000);
        hear("10.0.0.2", Samples.older("eve"));
        assertEquals("eve", senderOf("10.0.0.2", SenderClaim.NOTHING));
        assertEquals("mallory", senderOf("10.0.0.2", named("mallory")));
    }

    @Test
    void theOnlyOneAtAnAddressMayCallItselfOtherwise() {
        hear("10.0.0.2", Samples.older("bob"));
        assertEquals("bob", senderOf("10.0.0.2", named("Robert")));
    }

    @Test
    void anAddressThatNeverAnnouncedItselfIsShownAsTheAddress() {
        say("10.0.0.2", SenderClaim.NOTHING, "hi");
        MessageHeard heard = told.one(MessageHeard.class);
        assertEquals("10.0.0.2", heard.sender().name().toString());
        assertEquals(
                List.of(Samples.at("10.0.0.2", 6001)),
                heard.sender().routes().get(0).endpoints());
        assertFalse(heard.announced());
        told.one(PeerAppeared.class);
        say("10.0.0.2", SenderClaim.NOTHING, "again");
        told.one(PeerAppeared.class);
    }

    @Test
    void aLanlineIsKnownByItsIdWhereItWasHeard() {
        hear("10.0.0.2", Samples.lanline('2', "Ali"));
        hear("10.0.0.2", Samples.lanline('3', "Ece").on(7_001));
        assertEquals("Ece", senderOf("10.0.0.2", lanline("Ece", '3', 7_001)));
        assertEquals("Ali", senderOf("10.0.0.2", lanline("whoever", '2', 6001)));
        assertEquals(
                Optional.of(Samples.message(7)),
                told.all(MessageHeard.class).get(0).id());
    }

    @Test
    void anIdFromAnotherAddressIsNotBelieved() {
        hear("10.0.0.2", Samples.lanline('2', "Ali"));
        say("10.0.0.9", lanline("Ali", '2', 6001), "send me money");
        Peer sender = told.one(MessageHeard.class).sender();
        assertEquals(new PeerId("ali@10.0.0.9"), sender.id());
        assertEquals(Speaks.COURSE_2024, sender.speaks());
    }

    @Test
    void nobodySpeaksInOurOwnName() {
        say("10.0.0.9", lanline("Me", '1', 6001), "I am you");
        assertEquals(
                new PeerId("me@10.0.0.9"), told.one(MessageHeard.class).sender().id());
    }

    @Test
    void aLanlineHeardByItsMessageFirstIsAnsweredAtItsPortAndBecomesOneWithItsAnnouncement() {
        say("10.0.0.2", lanline("Ece", '3', 7_001), "hi");
        Peer ece = told.one(MessageHeard.class).sender();
        assertEquals(PeerId.lanline(Samples.id('3')), ece.id());
        assertEquals(Samples.at("10.0.0.2", 7_001), ece.routes().get(0).best());
        assertFalse(told.one(MessageHeard.class).announced());
        told.one(NewcomerHeard.class);
        hear("10.0.0.2", Samples.lanline('3', "Ece").on(7_001));
        assertEquals(1, roster.peers().size());
        assertEquals(1, roster.peers().get(0).routes().size());
        told.forget();
        say("10.0.0.2", lanline("Ece", '3', 7_001), "again");
        assertTrue(told.one(MessageHeard.class).announced());
    }

    @Test
    void aNeighbourOnThisMachineMaySpeakFromAnyOfItsAddresses() {
        put(new InterfacesChanged(List.of(Samples.ETH0, LanInterface.LOOPBACK)));
        hear("127.0.0.1", Samples.lanline('2', "Ali").on(7_001));
        assertEquals("Ali", senderOf("10.0.0.1", lanline("Ali", '2', 7_001)));
        assertEquals(1, roster.peers().size());
        say("10.0.0.7", lanline("Ali", '2', 7_001), "not from here");
        assertEquals(2, roster.peers().size());
    }

    @Test
    void aMessageIsASignOfLife() {
        hear("10.0.0.2", Samples.older("bob"));
        pass(15_000);
        say("10.0.0.2", SenderClaim.NOTHING, "still here");
        pass(15_000);
        assertEquals(List.of(), told.all(PeerChanged.class));
    }

    @Test
    void aMessageFromOneWhoIsAwayBringsItBack() {
        hear("10.0.0.2", Samples.older("bob"));
        pass(60_000);
        told.forget();
        say("10.0.0.2", SenderClaim.NOTHING, "back");
        assertTrue(told.one(PeerChanged.class).peer().isHere());
        assertTrue(told.one(MessageHeard.class).sender().isHere());
    }

    private String senderOf(String from, SenderClaim claim) {
        told.forget();
        say(from, claim, "hi");
        String name = told.one(MessageHeard.class).sender().name().toString();
        return name;
    }
}
