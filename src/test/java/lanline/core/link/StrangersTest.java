package lanline.core.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import lanline.core.event.ChatEvent.SessionOffered;
import lanline.core.event.ChatEvent.SessionUp;
import lanline.core.event.EventBus;
import lanline.core.event.NetworkEvent;
import lanline.core.event.Tick;
import lanline.core.model.Bytes;
import lanline.core.model.Endpoint;
import lanline.core.model.LinkId;
import lanline.core.session.Session;
import lanline.core.text.SafeText;
import lanline.testing.ManualTime;
import lanline.testing.OwnSides;
import lanline.testing.Samples;
import lanline.testing.WiredLan;
import lanline.testing.WiredNode;
import lanline.testing.WrittenNetwork;
import org.junit.jupiter.api.Test;

/** Those who begin a session and have not proven yet who they are. */
class StrangersTest {
    private static final Bytes BEGUN = Bytes.copyOf(new byte[] {Session.FIRST_BYTE});

    private final EventBus bus = new EventBus();
    private final ManualTime time = new ManualTime();
    private final WrittenNetwork network = new WrittenNetwork();
    private final Sessions sessions = new Sessions(
            new Sessions.World(bus, network, time, new Random(1)),
            OwnSides.of("Ece", 6_001, 1, 1, (claim, suite) -> Optional.empty()));
    private int links;

    @Test
    void ofOneAddressSomeMayBeginAtATimeAndSomeMoreWait() {
        for (int i = 0; i < HalfOpen.MOST_OF_ADDRESS + Waiting.MOST_OF_ADDRESS; i++) {
            assertEquals(List.of(), offeredFrom("10.0.0.2"));
        }
        assertEquals(List.of("close 37"), offeredFrom("10.0.0.2"));
        assertEquals(List.of(), offeredFrom("10.0.0.3"));
        assertEquals(1, sessions.refused());
    }

    @Test
    void whoWaitsHasItsTurnWhenOneOfItsAddressIsDone() {
        for (int i = 0; i < HalfOpen.MOST_OF_ADDRESS + 2; i++) {
            offeredFrom("10.0.0.2");
        }
        say(5, new byte[64]);
        say(6, new byte[64]);
        assertEquals(List.of(), network.asked());
        happens(new NetworkEvent.LinkClosed(new LinkId(1), SafeText.EMPTY));
        // What 5 has said meanwhile is wrong, and makes room for 6.
        assertEquals(List.of("close 1", "close 5", "close 6"), network.asked());
    }

    @Test
    void whoWaitsHasNoMoreTimeThanOthersAndNoMoreToSay() {
        for (int i = 0; i < HalfOpen.MOST_OF_ADDRESS + 2; i++) {
            offeredFrom("10.0.0.2");
        }
        say(5, new byte[Session.MOST_UNPROVEN_BYTES - 1]);
        assertEquals(List.of(), network.asked());
        say(6, new byte[Session.MOST_UNPROVEN_BYTES]);
        assertEquals(List.of("close 6"), network.asked());
        pass(HalfOpen.DEADLINE_MILLIS);
        assertEquals(List.of("close 1", "close 2", "close 3", "close 4", "close 5"), network.asked());
    }

    @Test
    void whoWaitsAndGoesIsForgotten() {
        for (int i = 0; i < HalfOpen.MOST_OF_ADDRESS; i++) {
            offeredFrom("10.0.0.2");
        }
        for (int i = 0; i < 2 * Waiting.MOST_OF_ADDRESS; i++) {
            assertEquals(List.of(), offeredFrom("10.0.0.2"));
            ended(links);
        }
    }

    @Test
    void thoseWhoWaitAreLimitedInAll() {
        int hosts = Waiting.MOST / Waiting.MOST_OF_ADDRESS + 1;
        for (int host = 1; host <= hosts; host++) {
            for (int i = 0; i < HalfOpen.MOST_OF_ADDRESS + Waiting.MOST_OF_ADDRESS; i++) {
                offeredFrom("10.0.0." + host);
            }
        }
        assertEquals(Waiting.MOST_OF_ADDRESS, sessions.refused());
    }

    @Test
    void inAllSomeMoreMayBeginAtATime() {
        for (int i = 0; i < HalfOpen.MOST; i++) {
            assertEquals(List.of(), offeredFrom("10.0.0." + i));
        }
        assertEquals(List.of("close 33"), offeredFrom("10.0.1.1"));
        ended(1);
        assertEquals(List.of(), offeredFrom("10.0.1.1"));
    }

    @Test
    void whereTheRoomIsFullTheSlowestMakesRoomForWhoHasNotFailedLately() {
        for (int i = 0; i < HalfOpen.MOST; i++) {
            offeredFrom("10.0.0." + i);
        }
        assertEquals(List.of("close 33"), offeredFrom("10.0.1.1"));
        pass(HalfOpen.PATIENCE_MILLIS);
        assertEquals(List.of("close 1"), offeredFrom("10.0.1.1"));
        assertEquals(List.of("close 35"), offeredFrom("10.0.0.0"));
    }

    @Test
    void halfOfAllHandshakesAreKeptForThoseWhoHaveNotFailed() {
        for (int i = 1; i <= HalfOpen.MOST_A_SECOND / 2; i++) {
            assertEquals(List.of(), offeredFrom("10.0.1." + i));
            ended(i);
        }
        assertEquals(List.of("close 51"), offeredFrom("10.0.1.1"));
        assertEquals(List.of(), offeredFrom("10.0.2.1"));
    }

    @Test
    void whoDoesNotProveItselfInTimeIsClosedHoweverItGoesOnSpeaking() {
        offeredFrom("10.0.0.2");
        for (int i = 0; i < 4; i++) {
            passSecond();
            say(1, new byte[] {"LL1".getBytes(StandardCharsets.US_ASCII)[Math.min(i, 2)]});
        }
        passSecond();
        assertEquals(List.of("close 1"), network.asked());
    }

    @Test
    void whoSaysSomethingElseIsClosed() {
        offeredFrom("10.0.0.2");
        say(1, new byte[64]);
        assertEquals(List.of("close 1"), network.asked());
        say(1, new byte[64]);
        assertEquals(List.of(), network.asked());
    }

    @Test
    void whoGoesBeforeItHasProvenAnythingIsForgotten() {
        for (int i = 1; i <= 2 * HalfOpen.MOST_OF_ADDRESS; i++) {
            assertEquals(List.of(), offeredFrom("10.0.0.2"));
            ended(i);
        }
    }

    @Test
    void anAddressThatAlwaysFailsIsLetInOnceASecond() {
        for (int i = 1; i <= HalfOpen.MOST_FAILURES; i++) {
            assertEquals(List.of(), offeredFrom("10.0.0.2"));
            ended(i);
        }
        assertEquals(List.of("close 21"), offeredFrom("10.0.0.2"));
        passSecond();
        assertEquals(List.of(), offeredFrom("10.0.0.2"));
        ended(22);
        assertEquals(List.of("close 23"), offeredFrom("10.0.0.2"));
    }

    @Test
    void aFloodFromEverywhereIsLetInSoOftenASecond() {
        for (int i = 1; i <= HalfOpen.MOST_A_SECOND; i++) {
            assertEquals(List.of(), offeredFrom("10.0.1." + i));
            ended(i);
        }
        assertEquals(List.of("close 101"), offeredFrom("10.0.2.1"));
        passSecond();
        assertEquals(List.of(), offeredFrom("10.0.2.1"));
    }

    @Test
    void whoIsTurnedAwayInAFloodHasNotFailed() {
        for (int i = 1; i <= HalfOpen.MOST_A_SECOND; i++) {
            offeredFrom("10.0.1." + i);
            ended(i);
        }
        for (int i = 0; i < HalfOpen.MOST_FAILURES; i++) {
            assertEquals(List.of("close " + (links + 1)), offeredFrom("10.0.2.1"));
        }
        passSecond();
        assertEquals(List.of(), offeredFrom("10.0.2.1"));
        assertEquals(List.of(), offeredFrom("10.0.2.1"));
    }

    @Test
    void besideTwoThousandSlowOnesAGoodOneIsMetAtOnce() {
        WiredLan lan = new WiredLan();
        WiredNode ece = lan.node("Ece", Samples.at("10.0.0.1", 6_001));
        WiredNode ali = lan.node("Ali", Samples.at("10.0.0.2", 6_001));
        for (int i = 0; i < 2_000; i++) {
            ece.raise(new SessionOffered(new LinkId(1_000_000 + i), Samples.at("10.0.0.9", 1_024 + i), BEGUN));
        }
        ali.hears(ece);
        lan.pass(Dialler.JITTER_MILLIS_EACH);
        assertEquals(ali.id(), ece.told.one(SessionUp.class).party().id());
        assertEquals(2_000 - HalfOpen.MOST_OF_ADDRESS - Waiting.MOST_OF_ADDRESS, ece.sessions.refused());
    }

    /** What is asked of the network then. */
    private List<String> offeredFrom(String host) {
        Endpoint from = Samples.at(host, 40_000);
        bus.raise(new SessionOffered(new LinkId(++links), from, BEGUN));
        bus.offer(new Tick());
        bus.runPending();
        return network.asked();
    }

    private void say(int link, byte[] bytes) {
        happens(new NetworkEvent.BytesReceived(new LinkId(link), Bytes.copyOf(bytes)));
    }

    private void ended(int link) {
        happens(new NetworkEvent.LinkClosed(new LinkId(link), SafeText.EMPTY));
        network.asked();
    }

    private void happens(NetworkEvent event) {
        bus.offer(event);
        bus.runPending();
    }

    private void passSecond() {
        pass(1_000);
    }

    private void pass(long millis) {
        time.pass(millis, () -> {
            bus.offer(new Tick());
            bus.runPending();
        });
    }
}
