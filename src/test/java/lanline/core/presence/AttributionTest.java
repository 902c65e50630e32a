package lanline.core.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import lanline.core.event.ChatEvent.MessageHeard;
import lanline.core.event.ChatEvent.PeerAppeared;
import lanline.core.event.ChatEvent.PeerChanged;
import lanline.core.event.ChatEvent.PrivateTextHeard;
import lanline.core.event.ChatEvent.TrustChanged;
import lanline.core.model.Party;
import lanline.core.model.PeerId;
import lanline.core.model.Security;
import lanline.core.model.SenderClaim;
import lanline.core.model.Speaks;
import lanline.core.model.Trust;
import lanline.core.text.SafeText;
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
    void whatIsSaidInASessionIsItsOtherSides() {
        Party ece = up(Samples.lanline('3', "Ece"), "10.0.0.2", 1);
        raise(new PrivateTextHeard(ece, Samples.message(7), SafeText.message("hi")));
        MessageHeard heard = told.one(MessageHeard.class);
        assertEquals(PeerId.lanline(Samples.id('3')), heard.sender().id());
        assertEquals(Optional.of(Samples.message(7)), heard.id());
        assertEquals(Security.ENCRYPTED, heard.security());
        assertTrue(heard.announced());
    }

    @Test
    void onlyAfterComparingIsItVerified() {
        Party ece = up(Samples.lanline('3', "Ece"), "10.0.0.2", 1);
        raise(new TrustChanged(ece.peer(), Trust.VERIFIED, false));
        raise(new PrivateTextHeard(ece, Samples.message(7), SafeText.message("hi")));
        assertEquals(Security.VERIFIED, told.one(MessageHeard.class).security());
        assertEquals(Trust.VERIFIED, told.one(MessageHeard.class).sender().trust());
    }

    @Test
    void withoutASessionNobodyIsALanlineWhereverItsIdIsSaid() {
        hear("10.0.0.2", Samples.lanline('2', "Ali"));
        up(Samples.lanline('2', "Ali"), "10.0.0.2", 1);
        for (String from : List.of("10.0.0.2", "10.0.0.9")) {
            told.forget();
            say(from, named("Ali"), "send me money");
            MessageHeard heard = told.one(MessageHeard.class);
            assertEquals(new PeerId("ali@" + from), heard.sender().id());
            assertEquals(Speaks.COURSE_2024, heard.sender().speaks());
            assertEquals(Security.NONE, heard.security());
        }
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
