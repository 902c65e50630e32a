package lanline.core.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import lanline.core.dialect.course2024.Course2024Dialect;
import lanline.core.event.ChatEvent.SessionOffered;
import lanline.core.event.ChatEvent.TextHeard;
import lanline.core.event.Event;
import lanline.core.event.EventBus;
import lanline.core.event.NetworkEvent;
import lanline.core.event.Tick;
import lanline.core.model.Bytes;
import lanline.core.model.Endpoint;
import lanline.core.model.Habits;
import lanline.core.model.LinkId;
import lanline.core.session.Session;
import lanline.core.text.SafeText;
import lanline.testing.ManualTime;
import lanline.testing.Samples;
import lanline.testing.Told;
import lanline.testing.WrittenNetwork;
import org.junit.jupiter.api.Test;

/** Which of the links that others dial begin a session, and what the listener has to do with those. */
class OfferedSessionTest {
    private static final Endpoint FROM = Samples.at("10.0.0.2", 40_000);
    private static final LinkId LINK = new LinkId(1);
    private static final Bytes BEGUN = Bytes.copyOf(new byte[] {Session.FIRST_BYTE, 'L', 'L', '1'});

    private final EventBus bus = new EventBus();
    private final ManualTime time = new ManualTime();
    private final WrittenNetwork network = new WrittenNetwork();
    private final Told told = new Told(bus);

    OfferedSessionTest() {
        Course2024Dialect course = new Course2024Dialect(6_001);
        new AcceptedLinks(bus, network, time, port -> course, port -> port == 6_001, from -> Habits.UNKNOWN);
    }

    @Test
    void aLinkThatBeginsSoIsOfferedWithAllThatItHasSaid() {
        accept(6_001);
        say(BEGUN);
        assertEquals(new SessionOffered(LINK, FROM, BEGUN), told.one(SessionOffered.class));
    }

    @Test
    void theFirstByteIsEnough() {
        accept(6_001);
        say(BEGUN.slice(0, 1));
        say(BEGUN.slice(1, 4));
        assertEquals(BEGUN.slice(0, 1), told.one(SessionOffered.class).begun());
    }

    @Test
    void theListenerHasNothingMoreToDoWithIt() {
        accept(6_001);
        say(BEGUN);
        say(Bytes.utf8("{\"message\": \"hi\"}"));
        time.pass(AcceptedLinks.IDLE_MILLIS + 1_000, () -> happens(new Tick()));
        happens(new NetworkEvent.InputEnded(LINK));
        happens(new NetworkEvent.LinkClosed(LINK, SafeText.EMPTY));
        assertEquals(List.of(), network.asked());
        assertEquals(List.of(), told.all(TextHeard.class));
    }

    @Test
    void onThePortOfAnOlderEditionItIsNoSession() {
        accept(5_001);
        say(BEGUN);
        assertEquals(List.of(), told.all(SessionOffered.class));
    }

    @Test
    void inTheMiddleOfSomethingElseItIsNoSession() {
        accept(6_001);
        say(Bytes.utf8("{"));
        say(BEGUN);
        assertEquals(List.of(), told.all(SessionOffered.class));
    }

    private void accept(int port) {
        happens(new NetworkEvent.LinkAccepted(LINK, FROM, port));
    }

    private void say(Bytes bytes) {
        happens(new NetworkEvent.BytesReceived(LINK, bytes));
    }

    private void happens(Event event) {
        bus.offer(event);
        bus.runPending();
    }
}
