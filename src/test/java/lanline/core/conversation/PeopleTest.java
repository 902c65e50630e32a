package lanline.core.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lanline.core.event.ChatEvent.PeerAppeared;
import lanline.core.event.ChatEvent.PeerLeft;
import lanline.core.event.EventBus;
import lanline.core.event.StorageEvent.PinsLoaded;
import lanline.core.event.Tick;
import lanline.core.model.Addressee;
import lanline.core.model.Nickname;
import lanline.core.model.Peer;
import lanline.core.model.PeerId;
import lanline.core.model.Pin;
import lanline.core.model.Trust;
import lanline.testing.Samples;
import org.junit.jupiter.api.Test;

/** Whom a name means. The Ali with the key 2 was known first, at 10.0.0.2; the one with the key 3 came later, at 10.0.0.3. */
class PeopleTest {
    private static final PeerId FIRST = PeerId.lanline(Samples.id('2'));
    private static final PeerId LATER = PeerId.lanline(Samples.id('3'));

    private final EventBus bus = new EventBus();
    private final Set<PeerId> succeeded = new HashSet<>();
    private final People people = new People(bus, succeeded::contains);

    @Test
    void twoOfOneNameWhoAreAwayHaveToBeToldApart() {
        load();
        assertEquals(List.of(FIRST, LATER), meant("ali"));
        assertEquals(List.of(LATER), meant("ali@10.0.0.3"));
    }

    @Test
    void aNameIsThatOfTheOneWhoWasTrustedUnderItAndTheOtherIsFoundInFull() {
        load();
        succeeded.add(FIRST);
        assertEquals(List.of(LATER), meant("Ali"));
        assertEquals(List.of(FIRST), meant("ali@10.0.0.2"));
        assertEquals(List.of(FIRST), meant(FIRST.text()));
    }

    @Test
    void soItIsOnceBothHaveBeenHereInThisRun() {
        succeeded.add(FIRST);
        for (char key : new char[] {'2', '3'}) {
            Peer here = Samples.lanlinePeer(key, "Ali", Samples.at("10.0.0." + key, 6_001));
            bus.raise(new PeerAppeared(here));
            bus.raise(new PeerLeft(here, true));
        }
        settle();
        assertEquals(List.of(LATER), meant("ali"));
    }

    @Test
    void whoIsHereIsMeantAllTheSame() {
        load();
        succeeded.add(FIRST);
        bus.raise(new PeerAppeared(Samples.lanlinePeer('2', "Ali", Samples.at("10.0.0.2", 6_001))));
        settle();
        assertEquals(List.of(FIRST), meant("ali"));
    }

    private void load() {
        bus.answer(new PinsLoaded(List.of(pin('2'), pin('3'))));
        settle();
    }

    private static Pin pin(char key) {
        Pin.Seen seen = new Pin.Seen(Instant.EPOCH, Instant.EPOCH, 2, 1);
        return new Pin(
                Samples.id(key), Nickname.fromPeer("Ali"), Trust.KNOWN, seen, Samples.at("10.0.0." + key, 6_001));
    }

    private void settle() {
        bus.offer(new Tick());
        bus.runPending();
    }

    private List<PeerId> meant(String typed) {
        Addressee found = people.find(typed);
        if (found instanceof Addressee.One one) {
            return List.of(one.peer().id());
        }
        return found instanceof Addressee.Several several
                ? several.peers().stream().map(Peer::id).toList()
                : List.of();
    }
}
