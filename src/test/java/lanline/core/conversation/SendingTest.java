package lanline.core.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lanline.core.event.ChatEvent.MessageQueued;
import lanline.core.event.NetworkEvent;
import lanline.core.model.LinkId;
import lanline.core.model.Peer;
import lanline.core.model.Route;
import lanline.core.model.Tag;
import lanline.core.text.SafeText;
import lanline.testing.Samples;
import org.junit.jupiter.api.Test;

class SendingTest extends SendingCase {
    private static final Peer CAN = Samples.olderPeer("can", "10.0.0.4");
    private static final String PERHAPS = "; it may have arrived all the same";

    @Test
    void aMessageIsStoredThenToldThenSent() {
        appear(BOB);
        send("bob", "selam");
        assertEquals(List.of(), states());
        assertEquals(1, history.waiting().size());
        history.commit();
        assertEquals(List.of("selam: QUEUED"), states());
        assertEquals(new Tag("t"), told.one(MessageQueued.class).tag());
        assertEquals(List.of("dial 1 10.0.0.3:6001"), dials());
        taken(1);
        assertEquals(List.of("selam: QUEUED", "selam: SENT"), states());
        assertEquals(List.of("update SENT "), history.asked());
    }

    @Test
    void theLinkIsDialledWhileItIsStoredAndNothingIsSaidBefore() {
        appear(BOB);
        send("bob", "selam");
        assertEquals(List.of("dial 1 10.0.0.3:6001"), network.asked());
        put(new NetworkEvent.LinkOpened(new LinkId(1)));
        assertEquals(List.of(), network.asked());
        history.commit();
        assertTrue(network.asked().get(0).startsWith("transmit 1 "));
    }

    @Test
    void whatCanNotBeStoredIsSentAllTheSame() {
        appear(BOB);
        send("bob", "selam");
        history.fail();
        taken(1);
        assertEquals(List.of("selam: QUEUED", "selam: SENT"), states());
    }

    @Test
    void threeTriesWithinFiveSecondsThenItHasFailedWithTheReason() {
        appear(BOB);
        sent("bob", "selam");
        for (int attempt = 1; attempt <= 3; attempt++) {
            closed(attempt, REFUSED);
            wakesUntil(attempt * 1_800L);
        }
        assertEquals(List.of("dial 1 10.0.0.3:6001", "dial 2 10.0.0.3:6001", "dial 3 10.0.0.3:6001"), dials());
        assertEquals(List.of("selam: QUEUED", "selam: FAILED connection refused"), states());
        wakesUntil(60_000);
        assertEquals(List.of(), dials());
    }

    @Test
    void theLastTryEndsBeforeFiveSecondsAreOver() {
        appear(BOB);
        sent("bob", "selam");
        for (int attempt = 1; attempt <= 3; attempt++) {
            wakesUntil((attempt - 1) * 1_800L + Sending.ATTEMPT_MILLIS);
            closed(attempt, SafeText.line("no answer in 1.3 s"));
            wakesUntil(attempt * 1_800L);
        }
        assertEquals(List.of("selam: QUEUED", "selam: FAILED no answer in 1.3 s"), states());
        assertTrue(2 * 1_800 + Sending.ATTEMPT_MILLIS <= 5_000);
    }

    @Test
    void aLateRefusalIsNotFollowedByATryThatWouldTakeLonger() {
        appear(BOB);
        sent("bob", "selam");
        time.pass(2_900);
        closed(1, REFUSED);
        wakesUntil(2_901);
        time.pass(2_900);
        closed(2, REFUSED);
        wakesUntil(60_000);
        assertEquals(2, dials().size());
        assertEquals(List.of("selam: QUEUED", "selam: FAILED connection refused"), states());
    }

    @Test
    void whatMayHaveArrivedIsNotSentTwiceToAnOlderProgram() {
        appear(BOB);
        sent("bob", "selam");
        opened(1);
        closed(1, RESET);
        wakesUntil(10_000);
        assertEquals(1, dials().size());
        assertEquals(List.of("selam: QUEUED", "selam: FAILED the connection was reset" + PERHAPS), states());
    }

    @Test
    void aMessageThatWasTakenAndThenLostHasFailed() {
        appear(BOB);
        sent("bob", "selam");
        opened(1);
        wakesUntil(3_000);
        closed(1, RESET);
        assertEquals("selam: FAILED the connection was reset before it was read" + PERHAPS, states().get(2));
    }

    @Test
    void messagesToOnePeerGoOneAtATimeInTheirOrderAndToTwoSideBySide() {
        appear(CAN);
        appear(BOB);
        send("can", "one");
        send("can", "two");
        send("bob", "other");
        history.commit();
        assertEquals(List.of("dial 1 10.0.0.4:6001", "dial 2 10.0.0.3:6001"), dials());
        taken(1);
        assertEquals(List.of("dial 3 10.0.0.4:6001"), dials());
    }

    @Test
    void aLongTextGoesInPartsInTheirOrder() {
        appear(BOB);
        sent("bob", "kelime ".repeat(400));
        int parts = told.all(MessageQueued.class).size();
        assertTrue(parts > 2);
        StringBuilder arrived = new StringBuilder();
        for (int part = 1; part <= parts; part++) {
            assertEquals(1, dials().size());
            taken(part);
        }
        told.all(MessageQueued.class)
                .forEach(queued -> arrived.append(queued.message().text()).append(' '));
        assertEquals("kelime ".repeat(400).strip(), arrived.toString().strip());
        assertEquals(
                parts, states().stream().filter(state -> state.endsWith("SENT")).count());
    }

    @Test
    void whatWaitsBehindAFailureIsNotTriedAndSaysSo() {
        appear(BOB);
        send("bob", "one");
        send("bob", "two");
        history.commit();
        opened(1);
        closed(1, RESET);
        assertEquals(
                List.of(
                        "one: QUEUED",
                        "two: QUEUED",
                        "one: FAILED the connection was reset" + PERHAPS,
                        "two: FAILED the message before it failed, so this was not tried"),
                states());
        assertEquals(1, dials().size());
    }

    @Test
    void everyInstanceOfAPeerGetsItAndOneThatTakesItIsEnough() {
        appear(reachedAt(
                new Route(List.of(Samples.at("10.0.0.3", 6001))), new Route(List.of(Samples.at("10.0.0.5", 6001)))));
        send("bob", "one");
        send("bob", "two");
        history.commit();
        assertEquals(List.of("dial 1 10.0.0.3:6001", "dial 2 10.0.0.5:6001"), dials());
        taken(2);
        assertEquals(List.of("one: QUEUED", "two: QUEUED", "one: SENT"), states());
        assertEquals(List.of(), dials(), "the next could overtake this one on its way to the other instance");
        closed(1, REFUSED);
        assertEquals(2, dials().size());
        closed(3, REFUSED);
        closed(4, REFUSED);
        assertEquals(3, states().size());
        wakesUntil(1_800);
        taken(5);
        assertEquals("two: SENT", states().get(3));
    }

    private static Peer reachedAt(Route... routes) {
        return new Peer(BOB.id(), BOB.name(), BOB.presence(), BOB.speaks(), List.of(routes), BOB.lastHeard());
    }

    @Test
    void anotherAddressOfAPeerIsTriedNext() {
        appear(reachedAt(new Route(List.of(Samples.at("10.0.0.3", 6001), Samples.at("10.1.0.2", 6001)))));
        sent("bob", "selam");
        closed(1, REFUSED);
        wakesUntil(1_800);
        assertEquals(List.of("dial 1 10.0.0.3:6001", "dial 2 10.1.0.2:6001"), dials());
    }
}
