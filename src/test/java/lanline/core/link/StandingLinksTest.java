package lanline.core.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import lanline.core.dialect.SelfDescription;
import lanline.core.dialect.Utterance;
import lanline.core.dialect.lab.LabDialect;
import lanline.core.event.ChatEvent.GreetingWanted;
import lanline.core.event.ChatEvent.SenderLeft;
import lanline.core.event.ChatEvent.SenderStillThere;
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

class StandingLinksTest {
    private static final Endpoint ALI = Samples.at("10.0.0.2", 5001);
    private static final String HELLO = "transmit 1 \u0002\0\0\0\u000cEce|10.0.0.1";
    private static final LinkId FIRST = new LinkId(1);

    private final EventBus bus = new EventBus();
    private final ManualTime time = new ManualTime();
    private final WrittenNetwork network = new WrittenNetwork();
    private final Told told = new Told(bus);
    private final List<String> outcomes = new ArrayList<>();
    private final StandingLinks links;

    StandingLinksTest() {
        SelfDescription ece = Samples.self("Ece").on(List.of(Samples.ETH0));
        LabDialect lab = new LabDialect(5001, () -> ece, asker -> List.of("12:00:00 Ece: çay?"));
        links = new StandingLinks(bus, network, time, lab, () -> ece);
    }

    @Test
    void whoSaysHelloIsDialledAndToldWhoIsHere() {
        greet();
        assertEquals(List.of("dial 1 10.0.0.2:5001"), network.asked());
        put(new NetworkEvent.LinkOpened(FIRST));
        assertEquals(List.of(HELLO), network.asked());
    }

    @Test
    void anAddressIsDialledForAHelloOnceInThirtySeconds() {
        greet();
        put(new NetworkEvent.LinkClosed(FIRST, SafeText.line("connection refused")));
        greet();
        assertEquals(List.of("dial 1 10.0.0.2:5001"), network.asked());
        time.pass(StandingLinks.GREETED_AGAIN_MILLIS);
        greet();
        assertEquals(List.of("dial 2 10.0.0.2:5001"), network.asked());
    }

    @Test
    void aFloodOfHellosIsAnsweredToSoManyAtATime() {
        for (int i = 0; i < 2 * StandingLinks.MOST_GREETED; i++) {
            bus.raise(new GreetingWanted(Samples.at("10.0." + i / 200 + "." + i % 200, 5001)));
        }
        tick();
        assertEquals(StandingLinks.MOST_GREETED, network.asked().size());
    }

    @Test
    void messagesGoOnTheLinkThatStands() {
        greet();
        put(new NetworkEvent.LinkOpened(FIRST));
        network.asked();
        say("çay");
        say("evet");
        assertEquals(
                List.of("transmit 1 \u0001\0\0\0\u0009Ece: çay", "transmit 1 \u0001\0\0\0\u0009Ece: evet"),
                network.asked());
        assertEquals(List.of("taken", "taken"), outcomes);
    }

    @Test
    void withoutALinkTheHelloComesFirst() {
        say("çay");
        assertEquals(List.of("dial 1 10.0.0.2:5001"), network.asked());
        put(new NetworkEvent.LinkOpened(FIRST));
        assertEquals(List.of(HELLO, "transmit 1 \u0001\0\0\0\u0009Ece: çay"), network.asked());
        assertEquals(List.of("taken"), outcomes);
    }

    @Test
    void whoIsNotThereIsToldAsSuch() {
        say("çay");
        put(new NetworkEvent.LinkClosed(FIRST, SafeText.line("connection refused")));
        assertEquals(List.of("failed false connection refused"), outcomes);
    }

    @Test
    void aLinkThatBreaksHasTakenAllWithItThatWentInTheLastMoment() {
        say("long ago");
        put(new NetworkEvent.LinkOpened(FIRST));
        time.pass(3_000);
        say("çay");
        say("evet");
        outcomes.clear();
        put(new NetworkEvent.LinkClosed(FIRST, SafeText.line("the connection was reset")));
        assertEquals(List.of("lost the connection was reset", "lost the connection was reset"), outcomes);
    }

    @Test
    void aLinkThatBreaksRightAfterAMessageHasTakenItWithIt() {
        say("çay");
        put(new NetworkEvent.LinkOpened(FIRST));
        put(new NetworkEvent.LinkClosed(FIRST, SafeText.line("the connection was reset")));
        assertEquals(List.of("taken", "lost the connection was reset"), outcomes);
    }

    @Test
    void itsHistoryRequestIsAnsweredAndItsTextsAndGoodByeAreHeard() {
        greet();
        put(new NetworkEvent.LinkOpened(FIRST));
        network.asked();
        put(new NetworkEvent.BytesReceived(FIRST, Bytes.utf8("\u0003\0\0\0\0")));
        assertEquals(List.of("transmit 1 \u0005\0\0\0\u001312:00:00 Ece: çay?"), network.asked());
        put(new NetworkEvent.BytesReceived(FIRST, Bytes.utf8("\u0001\0\0\0\u0007ali: hi\u0004\0\0\0\u0005ali|1")));
        assertEquals("hi", told.one(TextHeard.class).text().value());
        assertEquals(
                "ali", told.one(SenderLeft.class).claim().name().orElseThrow().toString());
    }

    @Test
    void theLinkItselfIsASignOfLifeOnceAMinute() {
        greet();
        put(new NetworkEvent.LinkOpened(FIRST));
        for (int second = 0; second < 300; second++) {
            time.pass(1_000);
            tick();
        }
        assertEquals(5, told.all(SenderStillThere.class).size());
        put(new NetworkEvent.InputEnded(FIRST));
        assertEquals(List.of(HELLO, "finish 1"), network.asked().subList(1, 3));
    }

    private void greet() {
        bus.raise(new GreetingWanted(ALI));
        tick();
    }

    private void say(String text) {
        Utterance.Text utterance = new Utterance.Text(Samples.message(1), SafeText.message(text));
        links.say(ALI, new DialledLinks.Attempt(utterance, new NotedOutcome(outcomes), 0));
    }

    private void tick() {
        bus.offer(new Tick());
        bus.runPending();
    }

    private void put(NetworkEvent event) {
        try {
            bus.put(event);
        } catch (InterruptedException impossible) {
            throw new IllegalStateException(impossible);
        }
        bus.runPending();
    }
}
