package lanline.core.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import lanline.core.dialect.LinkDialect;
import lanline.core.dialect.Manner;
import lanline.core.dialect.Utterance;
import lanline.core.dialect.course2024.Course2024Dialect;
import lanline.core.event.EventBus;
import lanline.core.event.NetworkEvent;
import lanline.core.event.NetworkEvent.LinkClosed;
import lanline.core.event.NetworkEvent.LinkOpened;
import lanline.core.event.Tick;
import lanline.core.model.Bytes;
import lanline.core.model.Endpoint;
import lanline.core.model.LinkId;
import lanline.core.text.SafeText;
import lanline.testing.ManualTime;
import lanline.testing.Samples;
import lanline.testing.WrittenNetwork;
import org.junit.jupiter.api.Test;

/** Links that are dialled while what is to be said on them is being stored. */
class DialledAheadTest {
    private static final LinkId LINK = new LinkId(1);
    private static final Endpoint ALI = Samples.at("10.0.0.2", 6001);

    private final EventBus bus = new EventBus();
    private final ManualTime time = new ManualTime();
    private final WrittenNetwork network = new WrittenNetwork();
    private final DialledLinks links = new DialledLinks(bus, network, time);
    private final List<String> outcomes = new ArrayList<>();

    @Test
    void whatIsSaidGoesOutAtOnceOnALinkThatIsOpenAlready() throws InterruptedException {
        links.prepare(ALI, 1_300);
        assertEquals(List.of("dial 1 10.0.0.2:6001"), network.asked());
        put(new LinkOpened(LINK));
        assertEquals(List.of(), network.asked());
        say();
        assertSaidOnTheFirstLink();
    }

    @Test
    void whatIsSaidWaitsForALinkThatIsStillOpening() throws InterruptedException {
        links.prepare(ALI, 1_300);
        say();
        assertEquals(List.of("dial 1 10.0.0.2:6001"), network.asked());
        put(new LinkOpened(LINK));
        assertSaidOnTheFirstLink();
    }

    @Test
    void theSameIsNotDialledTwice() {
        links.prepare(ALI, 1_300);
        links.prepare(ALI, 1_300);
        assertEquals(List.of("dial 1 10.0.0.2:6001"), network.asked());
    }

    @Test
    void aLinkServesOneMessage() {
        links.prepare(ALI, 1_300);
        say();
        say();
        assertEquals(List.of("dial 1 10.0.0.2:6001", "dial 2 10.0.0.2:6001"), network.asked());
    }

    @Test
    void aDialThatFailedMeanwhileIsTriedAgainForTheMessage() throws InterruptedException {
        links.prepare(ALI, 1_300);
        put(new LinkClosed(LINK, SafeText.line("connection refused")));
        network.asked();
        say();
        assertEquals(List.of("dial 2 10.0.0.2:6001"), network.asked());
        assertEquals(List.of(), outcomes);
    }

    @Test
    void whoEndsItsSideBeforeAnythingWasSaidIsDialledAgain() throws InterruptedException {
        links.prepare(ALI, 1_300);
        put(new LinkOpened(LINK));
        put(new NetworkEvent.InputEnded(LINK));
        say();
        assertEquals(List.of("dial 1 10.0.0.2:6001", "close 1", "dial 2 10.0.0.2:6001"), network.asked());
        put(new LinkClosed(LINK, SafeText.EMPTY));
        assertEquals(List.of(), outcomes);
    }

    @Test
    void whoSpeaksBeforeAnythingWasSaidIsDialledAgain() throws InterruptedException {
        links.prepare(ALI, 1_300);
        put(new LinkOpened(LINK));
        put(new NetworkEvent.BytesReceived(LINK, Bytes.utf8("220 ready")));
        say();
        assertEquals(List.of("dial 1 10.0.0.2:6001", "close 1", "dial 2 10.0.0.2:6001"), network.asked());
    }

    @Test
    void aLinkThatNothingIsSaidOnIsClosedAfterASecond() throws InterruptedException {
        links.prepare(ALI, 1_300);
        put(new LinkOpened(LINK));
        network.asked();
        assertEquals(LinksAhead.UNUSED_MILLIS, time.nextWake());
        tickAfter(LinksAhead.UNUSED_MILLIS - 1);
        assertEquals(List.of(), network.asked());
        tickAfter(1);
        assertEquals(List.of("close 1"), network.asked());
        say();
        assertEquals(List.of("dial 2 10.0.0.2:6001"), network.asked());
    }

    private void assertSaidOnTheFirstLink() {
        List<String> asked = network.asked();
        assertTrue(asked.get(0).startsWith("transmit 1 {\"unencrypted_message\": \"selam\""), asked.toString());
        assertEquals("finish 1", asked.get(1));
        assertEquals(List.of(), outcomes);
    }

    private void say() {
        LinkDialect course = new Course2024Dialect(6001);
        Utterance.Text text = new Utterance.Text(Samples.message(1), SafeText.message("selam"));
        links.say(
                ALI,
                1_300,
                course,
                course.dial(ALI, Samples.self("Ece"), Manner.PLAIN),
                new DialledLinks.Attempt(text, new NotedOutcome(outcomes), DialledLinks.LINGER_MILLIS));
    }

    private void put(NetworkEvent event) throws InterruptedException {
        bus.put(event);
        bus.runPending();
    }

    private void tickAfter(long millis) {
        time.pass(millis);
        bus.offer(new Tick());
        bus.runPending();
    }
}
