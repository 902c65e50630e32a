package lanline.core.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import lanline.core.model.Tag;
import lanline.core.text.SafeText;
import lanline.testing.Samples;
import org.junit.jupiter.api.Test;

/** What becomes of messages that failed or were left, and of leaving itself. */
class SendingAgainTest extends SendingCase {
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
        appear(ECE);
        send("ece", "to ece");
        send("bob", "to bob");
        history.commit();
        opened(1);
        opened(2);
        for (int link = 1; link <= 2; link++) {
            closed(link, RESET);
        }
        wakesUntil(1_800);
        closed(3, REFUSED);
        wakesUntil(3_600);
        closed(4, REFUSED);
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
        appear(ECE);
        send("ece", "selam");
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
        appear(ECE);
        raise(new PeerLeft(ECE, true));
        sent("ece", "selam");
        assertEquals(List.of("dial 1 10.0.0.2:6001"), dials());
    }

    @Test
    void whatAnEarlierRunLeftMayHaveArrivedAndGoesAgainOnCommand() {
        ChatMessage left = new ChatMessage(
                Samples.message(3),
                Direction.SENT,
                BOB.asCorrespondent(),
                SafeText.line("yarım"),
                time.now(),
                Delivery.QUEUED);
        bus.answer(new HistoryOpened(1, List.of(left)));
        bus.runPending();
        assertTrue(history.asked().get(0).endsWith(PERHAPS));
        ask(new Retry(Tag.NONE, ""));
        assertEquals("yarım: FAILED nobody of that name has been heard since the start" + PERHAPS, states().get(1));
        appear(BOB);
        ask(new Retry(Tag.NONE, ""));
        taken(1);
        assertEquals("yarım: SENT", states().get(3));
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
