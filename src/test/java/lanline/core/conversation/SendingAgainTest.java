package lanline.core.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import lanline.core.event.ChatEvent.CommandRefused;
import lanline.core.event.ChatEvent.OutboxEmptied;
import lanline.core.event.ChatEvent.PeerLeft;
import lanline.core.event.StorageEvent.HistoryOpened;
import lanline.core.event.UserCommand.OpenConversation;
import lanline.core.event.UserCommand.Quit;
import lanline.core.event.UserCommand.Retry;
import lanline.core.model.ChatMessage;
import lanline.core.model.Delivery;
import lanline.core.model.Direction;
import lanline.core.model.Peer;
import lanline.core.model.Presence;
import lanline.core.model.Tag;
import lanline.core.text.SafeText;
import lanline.testing.Samples;
import org.junit.jupiter.api.Test;

/** What becomes of messages that failed or were left, and of leaving itself. */
class SendingAgainTest extends SendingCase {
    private static final Peer CAN = Samples.olderPeer("can", "10.0.0.4");
    private static final String PERHAPS = "; it may have arrived all the same";

    @Test
    void aFailedMessageGoesAgainWithOneCommand() {
        appear(BOB);
        sent("bob", "selam");
        opened(1);
        closed(1, RESET);
        ask(new Retry(Tag.NONE, ""));
        closed(2, REFUSED);
        wakesUntil(1_800);
        closed(3, REFUSED);
        wakesUntil(3_600);
        closed(4, REFUSED);
        assertEquals(
                "selam: FAILED connection refused" + PERHAPS, states().get(3), "the first sending may have arrived");
        ask(new Retry(Tag.NONE, ""));
        taken(5);
        assertEquals("selam: SENT", states().get(5));
        ask(new Retry(Tag.NONE, ""));
        assertEquals(
                CommandRefused.Code.NOTHING_TO_RETRY,
                told.one(CommandRefused.class).code());
    }

    @Test
    void retryMeansTheConversationOnScreenOrOneMessage() {
        appear(BOB);
        appear(CAN);
        send("can", "to can");
        send("bob", "to bob");
        history.commit();
        opened(1);
        opened(2);
        for (int link = 1; link <= 2; link++) {
            closed(link, RESET);
        }
        ask(new OpenConversation(Tag.NONE, "bob"));
        told.forget();
        ask(new Retry(Tag.NONE, ""));
        assertEquals(List.of("to bob: QUEUED"), states());
        String id = "ffff".repeat(8);
        ask(new Retry(Tag.NONE, id));
        assertEquals(
                "no message of that id failed since the start",
                told.one(CommandRefused.class).sentence().value());
    }

    @Test
    void aQuitWaitsForWhatIsOnItsWayAndOneAtOnceDoesNot() {
        appear(BOB);
        send("bob", "selam");
        ask(new Quit(Tag.NONE, false));
        assertEquals(List.of(), told.all(OutboxEmptied.class));
        history.commit();
        assertEquals(List.of(), told.all(OutboxEmptied.class));
        taken(1);
        assertEquals(0, told.one(OutboxEmptied.class).undelivered());
    }

    @Test
    void aQuitCountsWhatFailed() {
        appear(BOB);
        sent("bob", "selam");
        opened(1);
        ask(new Quit(Tag.NONE, false));
        closed(1, RESET);
        assertEquals(1, told.one(OutboxEmptied.class).undelivered());
    }

    @Test
    void somebodyWhoLeftCanStillBeWrittenTo() {
        appear(BOB);
        raise(new PeerLeft(BOB, true));
        sent("bob", "selam");
        assertEquals(List.of("dial 1 10.0.0.3:6001"), dials());
    }

    @Test
    void whatAnEarlierRunLeftMayHaveArrivedAndGoesAgainOnCommand() {
        bus.answer(new HistoryOpened(1, List.of(left(Delivery.QUEUED))));
        bus.runPending();
        assertTrue(history.asked().get(0).endsWith(PERHAPS));
        appear(BOB);
        assertEquals(List.of(), dials());
        ask(new Retry(Tag.NONE, ""));
        taken(1);
        assertEquals("yarım: SENT", states().get(1));
    }

    @Test
    void whatWaitedInAnEarlierRunGoesOnWaitingAndGoesWhenTheyAreHeard() {
        bus.answer(new HistoryOpened(1, List.of(left(Delivery.waiting("bob is not here")))));
        bus.runPending();
        assertEquals(List.of("yarım: QUEUED bob is not here"), states());
        appear(BOB);
        assertEquals(List.of("dial 1 10.0.0.3:6001"), dials());
        taken(1);
        assertEquals("yarım: SENT", states().get(2));
    }

    private ChatMessage left(Delivery delivery) {
        return new ChatMessage(
                Samples.message(3),
                Direction.SENT,
                BOB.asCorrespondent(),
                SafeText.line("yarım"),
                time.now(),
                delivery);
    }

    @Test
    void toSomebodyWhoDoesNotTakeItAndIsNotHereItWaitsWithAllBehindIt() {
        Peer away = BOB.withPresence(Presence.AWAY, Instant.EPOCH);
        appear(away);
        send("bob", "one");
        send("bob", "two");
        history.commit();
        for (int attempt = 1; attempt <= 3; attempt++) {
            closed(attempt, REFUSED);
            wakesUntil(attempt * 1_800L);
        }
        assertEquals(
                List.of(
                        "one: QUEUED",
                        "two: QUEUED",
                        "one: QUEUED bob is not here (connection refused); it goes out when bob is heard again",
                        "two: QUEUED bob is not here (so is not the one before it); it goes out when bob is heard again"),
                states());
        wakesUntil(60_000);
        assertEquals(3, dials().size(), "it is not tried for nothing");
        change(away, BOB);
        taken(4);
        taken(5);
        assertEquals(List.of("one: QUEUED", "one: SENT", "two: QUEUED", "two: SENT"), states().subList(4, 8));
    }

    @Test
    void aNewMessageToSomebodyNotHereTriesAgainFromTheFirst() {
        appear(BOB.withPresence(Presence.AWAY, Instant.EPOCH));
        sent("bob", "one");
        for (int attempt = 1; attempt <= 3; attempt++) {
            closed(attempt, REFUSED);
            wakesUntil(attempt * 1_800L);
        }
        dials();
        sent("bob", "two");
        taken(4);
        taken(5);
        assertEquals(List.of("one: SENT", "two: SENT"), List.of(states().get(4), states().get(5)));
    }

    @Test
    void leavingDoesNotWaitForWhatWaitsOnTheDisk() {
        bus.answer(new HistoryOpened(1, List.of(left(Delivery.waiting("bob is not here")))));
        ask(new Quit(Tag.NONE, false));
        assertEquals(0, told.one(OutboxEmptied.class).undelivered());
    }

    @Test
    void nothingIsSentToNobodyToSeveralOrEmpty() {
        appear(ECE);
        appear(Samples.lanlinePeer('3', "Ece", Samples.at("10.0.0.9", 6001)));
        send("veli", "x");
        send("ece", "x");
        send("", "x");
        send("ece@10.0.0.9", " \n ");
        assertEquals(
                List.of(
                        CommandRefused.Code.UNKNOWN_PEER,
                        CommandRefused.Code.AMBIGUOUS_PEER,
                        CommandRefused.Code.BAD_COMMAND,
                        CommandRefused.Code.BAD_COMMAND),
                told.all(CommandRefused.class).stream()
                        .map(CommandRefused::code)
                        .toList());
        assertEquals(
                List.of("Ece@10.0.0.2", "Ece@10.0.0.9"),
                told.all(CommandRefused.class).get(1).alternatives());
        assertEquals(0, history.waiting().size());
    }
}
