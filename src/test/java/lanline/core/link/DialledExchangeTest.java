package lanline.core.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import lanline.core.dialect.LinkDialect;
import lanline.core.dialect.Manner;
import lanline.core.dialect.Utterance;
import lanline.core.dialect.course2024.Course2024Dialect;
import lanline.core.event.ChatEvent.HabitsSeen;
import lanline.core.event.EventBus;
import lanline.core.event.NetworkEvent;
import lanline.core.event.Tick;
import lanline.core.model.Bytes;
import lanline.core.model.Habits;
import lanline.core.model.Habits.Exchange;
import lanline.core.model.Habits.KeyForm;
import lanline.core.model.LinkId;
import lanline.core.model.Security;
import lanline.core.text.SafeText;
import lanline.testing.ManualTime;
import lanline.testing.Samples;
import lanline.testing.Told;
import lanline.testing.WrittenNetwork;
import org.junit.jupiter.api.Test;

/** Links on which a message waits for the answer to a key. */
class DialledExchangeTest {
    private static final LinkId LINK = new LinkId(1);
    private static final Habits SAME_LINK = Habits.UNKNOWN.withExchange(Exchange.SAME_LINK);
    private static final SafeText RESET = SafeText.line("the connection was reset");

    private final EventBus bus = new EventBus();
    private final ManualTime time = new ManualTime();
    private final WrittenNetwork network = new WrittenNetwork();
    private final Told told = new Told(bus);
    private final DialledLinks links = new DialledLinks(bus, network, time);
    private final List<String> outcomes = new ArrayList<>();

    @Test
    void whatIsWithheldLeavesWithTheAnswer() throws InterruptedException {
        dial(SAME_LINK);
        put(new NetworkEvent.LinkOpened(LINK));
        assertEquals(List.of("dial 1 10.0.0.2:6001", "transmit 1 {\"key\": \"1\"}"), network.asked());
        put(new NetworkEvent.BytesReceived(LINK, Bytes.utf8("{\"key\": \"8\"}")));
        List<String> asked = network.asked();
        assertTrue(asked.get(0).startsWith("transmit 1 {\"encrypted_message\": "), asked.get(0));
        assertEquals("finish 1", asked.get(1));
        assertEquals(List.of(), outcomes);
        put(new NetworkEvent.InputEnded(LINK));
        assertEquals(List.of("taken"), outcomes);
    }

    @Test
    void aKeyWithoutAnAnswerIsNeverTakenForAMessageTaken() throws InterruptedException {
        dial(SAME_LINK);
        put(new NetworkEvent.LinkOpened(LINK));
        pass(2_999);
        assertEquals(List.of(), outcomes);
        pass(1);
        assertEquals(List.of("unsaid its program did not answer the key of the old encryption"), outcomes);
        assertTrue(network.asked().contains("close 1"));
        put(new NetworkEvent.LinkClosed(LINK, SafeText.EMPTY));
        assertEquals(1, outcomes.size());
    }

    @Test
    void aLinkThatBreaksBeforeTheAnswerHasSurelyNotCarriedTheMessage() throws InterruptedException {
        dial(SAME_LINK);
        put(new NetworkEvent.LinkOpened(LINK));
        put(new NetworkEvent.LinkClosed(LINK, RESET));
        assertEquals(List.of("failed false the connection was reset"), outcomes);
    }

    @Test
    void aLinkThatBreaksAfterTheAnswerMayHaveCarriedIt() throws InterruptedException {
        dial(SAME_LINK);
        put(new NetworkEvent.LinkOpened(LINK));
        put(new NetworkEvent.BytesReceived(LINK, Bytes.utf8("{\"key\": \"8\"}")));
        put(new NetworkEvent.LinkClosed(LINK, RESET));
        assertEquals(List.of("failed true the connection was reset"), outcomes);
    }

    @Test
    void theTimeForTheMessageBeginsWhenItLeaves() throws InterruptedException {
        dial(SAME_LINK);
        put(new NetworkEvent.LinkOpened(LINK));
        pass(2_900);
        put(new NetworkEvent.BytesReceived(LINK, Bytes.utf8("8")));
        pass(DialledLinks.SETTLE_MILLIS - 1);
        assertEquals(List.of(), outcomes);
        pass(1);
        assertEquals(List.of("taken"), outcomes);
    }

    @Test
    void anotherFormOfTheKeyIsTriedOnAnotherLink() throws InterruptedException {
        dial(SAME_LINK);
        put(new NetworkEvent.LinkOpened(LINK));
        network.asked();
        put(new NetworkEvent.InputEnded(LINK));
        assertEquals(List.of("close 1", "dial 2 10.0.0.2:6001"), network.asked());
        put(new NetworkEvent.LinkClosed(LINK, SafeText.EMPTY));
        LinkId second = new LinkId(2);
        put(new NetworkEvent.LinkOpened(second));
        assertEquals(List.of("transmit 2 {\"key\": \"b'1'\"}"), network.asked());
        put(new NetworkEvent.BytesReceived(second, Bytes.utf8("{\"key\": \"b'8'\"}")));
        put(new NetworkEvent.InputEnded(second));
        assertEquals(List.of("taken"), outcomes);
        assertEquals(
                Habits.UNKNOWN.withKeyForm(KeyForm.BYTES_LITERAL),
                told.one(HabitsSeen.class).seen());
    }

    @Test
    void aNewLinkThatCantBeDialledHasSurelyNotCarriedIt() throws InterruptedException {
        dial(Habits.UNKNOWN);
        put(new NetworkEvent.LinkOpened(LINK));
        put(new NetworkEvent.BytesReceived(LINK, Bytes.utf8("{\"key\": \"8\"}")));
        put(new NetworkEvent.InputEnded(LINK));
        put(new NetworkEvent.LinkClosed(new LinkId(2), SafeText.line("connection refused")));
        assertEquals(List.of("failed false connection refused"), outcomes);
    }

    private void dial(Habits known) {
        LinkDialect dialect = new Course2024Dialect(6001);
        links.say(
                Samples.at("10.0.0.2", 6001),
                1_300,
                dialect,
                dialect.dial(Samples.at("10.0.0.2", 6001), Samples.self("Ali"), new Manner(known, Security.WEAK)),
                new DialledLinks.Attempt(text(), new NotedOutcome(outcomes), DialledLinks.LINGER_MILLIS));
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
