package lanline.core.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lanline.core.event.ChatEvent.PeerAppeared;
import lanline.core.model.Peer;
import lanline.core.model.Speaks;
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

    @Test
    void fiveThousandLanlinesAndFiveThousandOlderOnesAreTheMost() {
        hear("10.9.0.1", ALI);
        pass(30_000);
        for (int i = 0; i < 10_000; i++) {
            String address = "10." + i / 2_500 + "." + i / 10 % 250 + "." + (i % 10 + 1);
            hear(address, Samples.older("old" + i));
            hear(address, numbered(i));
        }
        List<Peer> peers = roster.peers();
        assertEquals(10_000, peers.size());
        assertEquals(
                5_000,
                peers.stream().filter(peer -> peer.speaks() == Speaks.LANLINE).count());
        assertTrue(peers.stream().noneMatch(peer -> peer.name().toString().equals("Ali")), "the one away had to go");
        pass(30_000);
        told.forget();
        hear("10.9.0.1", ALI.counted(9));
        assertEquals("Ali", told.one(PeerAppeared.class).peer().name().toString());
        assertEquals(10_000, roster.peers().size());
    }

    private static Announcement numbered(int i) {
        return Samples.lanline('4', "P" + i).by(Samples.numberedKey(i));
    }
}
