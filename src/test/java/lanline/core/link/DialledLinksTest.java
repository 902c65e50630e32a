package lanline.core.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import lanline.core.dialect.LinkDialect;
import lanline.core.dialect.Manner;
import lanline.core.dialect.Utterance;
import lanline.core.dialect.course2024.Course2024Dialect;
import lanline.core.event.ChatEvent.TextHeard;
import lanline.core.event.EventBus;
import lanline.core.event.NetworkEvent;
import lanline.core.event.Tick;
import lanline.core.model.Bytes;
import lanline.core.model.Endpoint;
import lanline.core.model.LinkId;
import lanline.core.text.SafeText;
import lanline.testing.ManualTime;
import lanline.testing.Samples;
import lanline.testing.Told;
import lanline.testing.WrittenNetwork;
import org.junit.jupiter.api.Test;

class DialledLinksTest {
    private static final Endpoint ALI = Samples.at("10.0.0.2", 6001);
    private static final LinkId LINK = new LinkId(1);
    private static final SafeText RESET = SafeText.line("the connection was reset");

    private final EventBus bus = new EventBus();
    private final ManualTime time = new ManualTime();
    private final WrittenNetwork network = new WrittenNetwork();
    private final Told told = new Told(bus);
    private final DialledLinks links = new DialledLinks(bus, network, time);
    private final List<String> outcomes = new ArrayList<>();

    @Test
    void aMessageIsSaidOnceTheLinkIsOpenThenOurSideEnds() throws InterruptedException {
        dial();
        assertEquals(List.of("dial 1 10.0.0.2:6001"), network.asked());
        put(new NetworkEvent.LinkOpened(LINK));
        List<String> asked = network.asked();
        assertTrue(asked.get(0).startsWith("transmit 1 {\"unencrypted_message\": \"selam\""));
        assertEquals("finish 1", asked.get(1));
        assertEquals(List.of(), outcomes);
    }

    @Test
    void theirEndMakesItTaken() throws InterruptedException {
        say();
        put(new NetworkEvent.InputEnded(LINK));
        put(new NetworkEvent.LinkClosed(LINK, SafeText.EMPTY));
        assertEquals(List.of("taken"), outcomes);
    }

    @Test
    void aDialThatFailsHasSurelyNotArrived() throws InterruptedException {
        dial();
        put(new NetworkEvent.LinkClosed(LINK, SafeText.line("connection refused")));
        assertEquals(List.of("failed false connection refused"), outcomes);
    }

    @Test
    void aLinkThatBreaksBeforeTheirEndMayHaveCarriedIt() throws InterruptedException {
        say();
        put(new NetworkEvent.LinkClosed(LINK, RESET));
        assertEquals(List.of("failed true the connection was reset"), outcomes);
    }

    @Test
    void aFailureAlwaysHasAReason() throws InterruptedException {
        say();
        put(new NetworkEvent.BytesReceived(LINK, Bytes.utf8("x".repeat(70_000))));
        put(new NetworkEvent.LinkClosed(LINK, SafeText.EMPTY));
        assertEquals(List.of("failed true the connection ended early"), outcomes);
    }

    @Test
    void whoKeepsItsSideOpenForThreeSecondsHasTakenIt() throws InterruptedException {
        say();
        pass(DialledLinks.SETTLE_MILLIS - 1);
        assertEquals(List.of(), outcomes);
        pass(1);
        assertEquals(List.of("taken"), outcomes);
    }

    @Test
    void aLinkThatBreaksAfterThatHasLostIt() throws InterruptedException {
        say();
        pass(DialledLinks.SETTLE_MILLIS);
        put(new NetworkEvent.LinkClosed(LINK, RESET));
        assertEquals(List.of("taken", "lost the connection was reset"), outcomes);
    }

    @Test
    void anAnswerIsHeardForAMinuteThenTheLinkIsClosed() throws InterruptedException {
        say();
        pass(DialledLinks.SETTLE_MILLIS);
        network.asked();
        pass(30_000);
        put(new NetworkEvent.BytesReceived(LINK, Bytes.utf8("{\"message\": \"sana da\"}")));
        assertEquals("sana da", told.one(TextHeard.class).text().value());
        pass(DialledLinks.LINGER_MILLIS - 30_000 - DialledLinks.SETTLE_MILLIS);
        assertEquals(List.of("close 1"), network.asked());
        put(new NetworkEvent.LinkClosed(LINK, SafeText.EMPTY));
        assertEquals(List.of("taken"), outcomes);
    }

    @Test
    void anAnswerThatWasCutOffIsShownAndProvesNothing() throws InterruptedException {
        say();
        put(new NetworkEvent.BytesReceived(LINK, Bytes.utf8("sana d")));
        put(new NetworkEvent.LinkClosed(LINK, RESET));
        assertEquals("sana d", told.one(TextHeard.class).text().value());
        assertEquals(List.of("failed true the connection was reset"), outcomes);
    }

    @Test
    void whatIsTakenMayLeadToTheNextDialAtOnce() throws InterruptedException {
        LinkDialect dialect = new Course2024Dialect(6001);
        for (int i = 0; i < 3; i++) {
            links.say(
                    ALI,
                    1_300,
                    dialect,
                    dialect.dial(ALI, Samples.self("Ali"), Manner.PLAIN),
                    new DialledLinks.Attempt(
                            text(), new NotedOutcome(outcomes, this::dial), DialledLinks.LINGER_MILLIS));
            put(new NetworkEvent.LinkOpened(new LinkId(i + 1)));
        }
        pass(DialledLinks.SETTLE_MILLIS);
        assertEquals(List.of("taken", "taken", "taken"), outcomes);
    }

    private void say() throws InterruptedException {
        dial();
        put(new NetworkEvent.LinkOpened(LINK));
        network.asked();
    }

    private void dial() {
        LinkDialect dialect = new Course2024Dialect(6001);
        links.say(
                ALI,
                1_300,
                dialect,
                dialect.dial(ALI, Samples.self("Ali"), Manner.PLAIN),
                new DialledLinks.Attempt(text(), new NotedOutcome(outcomes, () -> {}), DialledLinks.LINGER_MILLIS));
    }

    private static Utterance.Text text() {
        return new Utterance.Text(Samples.message(1), SafeText.message("selam"));
    }

    private void put(NetworkEvent event) throws InterruptedException {
        bus.put(event);
        bus.runPending();
    }

    private void pass(long millis) {
        time.pass(millis, () -> {
            bus.offer(new Tick());
            bus.runPending();
        });
    }
}
