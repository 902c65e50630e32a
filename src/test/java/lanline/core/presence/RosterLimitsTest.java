package lanline.core.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lanline.core.event.ChatEvent.PeerAppeared;
import lanline.core.event.ChatEvent.PeerLeft;
import lanline.core.event.ChatEvent.SessionDown;
import lanline.core.event.ChatEvent.TrustChanged;
import lanline.core.model.PeerId;
import lanline.core.model.Speaks;
import lanline.core.model.Trust;
import lanline.testing.Samples;
import lanline.testing.Samples.Announcement;
import org.junit.jupiter.api.Test;

class RosterLimitsTest extends PresenceCase {
    private static final Announcement ALI = Samples.lanline('2', "Ali");

    @Test
    void aFloodFromOneAddressIsCutOffAndOthersAreHeard() {
        for (int i = 0; i < 5_000; i++) {
            hear("10.0.0.2", Samples.older("fake" + i));
        }
        hear("10.0.0.3", ALI);
        assertEquals(61, roster.peers().size());
        pass(1_000);
        for (int i = 0; i < 5_000; i++) {
            hear("10.0.0.2", Samples.older("more" + i));
        }
        assertEquals(71, roster.peers().size());
    }

    /** In each period everyone announces once for itself and once for those who came: all at the same moment first, then spread. */
    @Test
    void ofThirtyPeopleOfOneAddressNothingIsLostFromTheFirstMomentOn() {
        for (int round = 1; round <= 50; round++) {
            for (int i = 0; i < 30; i++) {
                Announcement one = numbered(i).on(7_000 + i);
                hear("10.0.0.2", one.counted(2 * round));
                hear("10.0.0.2", one.counted(2 * round + 1).named("round " + round + " of " + i));
                pass(round == 1 ? 0 : 8_000 / 30);
            }
            pass(round == 1 ? 7_000 : 0);
            String heard = "round " + round + " ";
            assertEquals(
                    30,
                    roster.peers().stream()
                            .filter(peer -> peer.name().toString().startsWith(heard))
                            .count(),
                    heard);
        }
    }

    @Test
    void fiveThousandLanlinesAndFiveThousandOlderOnesAreTheMost() {
        for (int i = 0; i < 5_001; i++) {
            String address = "10." + i / 2_500 + "." + i / 10 % 250 + "." + (i % 10 + 1);
            hear(address, Samples.older("old" + i));
            up(numbered(i), address, i);
        }
        assertEquals(10_000, roster.peers().size());
        assertEquals(5_000, lanlines());
        hear("10.9.0.1", ALI);
        assertEquals(5_000, lanlines());
        assertEquals(
                List.of(),
                told.all(PeerAppeared.class).stream()
                        .filter(event -> event.peer().name().toString().equals("Ali"))
                        .toList());
        pass(1_000);
        told.forget();
        raise(new SessionDown(numbered(7).party("10.0.0.8", 7), SessionDown.End.CUT));
        hear("10.9.0.1", ALI.counted(2));
        assertEquals("Ali", told.one(PeerAppeared.class).peer().name().toString());
        assertEquals("P7", told.one(PeerLeft.class).peer().name().toString());
        assertEquals(5_000, lanlines());
    }

    @Test
    void whoWasVerifiedIsKeptBeforeAllWhoOnlyAnnounceThemselves() {
        hear("10.9.0.1", ALI);
        raise(new TrustChanged(PeerId.lanline(Samples.id('2')), Trust.VERIFIED, false));
        pass(10_000);
        for (int i = 0; i < 5_100; i++) {
            pass(10);
            hear("10." + i / 2_500 + "." + i / 10 % 250 + "." + (i % 10 + 1), numbered(i));
        }
        assertEquals(5_000, lanlines());
        assertTrue(
                roster.peers().stream().anyMatch(peer -> peer.name().toString().equals("Ali")));
    }

    private long lanlines() {
        return roster.peers().stream()
                .filter(peer -> peer.speaks() == Speaks.LANLINE)
                .count();
    }

    private static Announcement numbered(int i) {
        return Samples.lanline('4', "P" + i).by(Samples.numberedKey(i + 1_000));
    }
}
