package lanline.core.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lanline.core.event.ChatEvent.MessageArrived;
import lanline.core.event.ChatEvent.MessageHeard;
import lanline.core.event.ChatEvent.OutboxEmptied;
import lanline.core.event.ChatEvent.PrivateTextHeard;
import lanline.core.event.ChatEvent.SessionDown;
import lanline.core.event.StorageEvent.MessagesDurable;
import lanline.core.event.UserCommand.Quit;
import lanline.core.model.MessageId;
import lanline.core.model.Party;
import lanline.core.model.Security;
import lanline.core.model.Tag;
import lanline.core.text.SafeText;
import lanline.testing.Samples;
import org.junit.jupiter.api.Test;

/** A receipt says that a message is stored for good, and goes out only then. */
class ReceiptsTest extends SendingCase {
    private static final SafeText TEXT = SafeText.line("selam");

    private void heard(Party from, int id) {
        raise(new PrivateTextHeard(from, Samples.message(id), TEXT));
    }

    private void durable(MessageId... ids) {
        bus.answer(new MessagesDurable(List.of(ids)));
        bus.runPending();
    }

    @Test
    void nothingIsConfirmedBeforeItIsOnTheDisk() {
        Party ece = courier.up(ECE, 1);
        heard(ece, 5);
        assertEquals(List.of(), courier.asked());
        durable(Samples.message(5));
        assertEquals(List.of("acknowledge 1 1"), courier.asked());
        durable(Samples.message(5));
        assertEquals(List.of(), courier.asked());
    }

    @Test
    void whatBecameDurableTogetherIsConfirmedTogetherSixtyFourAtATime() {
        Party ece = courier.up(ECE, 1);
        Party other = courier.up(ECE, 2);
        List<MessageId> all = new ArrayList<>();
        for (int id = 1; id <= 65; id++) {
            heard(ece, id);
            all.add(Samples.message(id));
        }
        heard(other, 66);
        all.add(Samples.message(66));
        durable(all.toArray(MessageId[]::new));
        assertEquals(List.of("acknowledge 1 64", "acknowledge 1 1", "acknowledge 2 1"), courier.asked());
    }

    @Test
    void leavingWaitsUntilTheSendersOfWhatWasHeardAreTold() {
        heard(courier.up(ECE, 1), 5);
        ask(new Quit(Tag.NONE, false));
        assertEquals(List.of(), told.all(OutboxEmptied.class));
        durable(Samples.message(5));
        assertEquals(List.of("acknowledge 1 1"), courier.asked());
        assertEquals(1, told.all(OutboxEmptied.class).size());
    }

    @Test
    void leavingDoesNotWaitForADiskThatHangs() {
        heard(courier.up(ECE, 1), 5);
        ask(new Quit(Tag.NONE, false));
        wakesUntil(Outbox.RECEIPT_MILLIS - 1);
        assertEquals(List.of(), told.all(OutboxEmptied.class));
        wakesUntil(Outbox.RECEIPT_MILLIS);
        assertEquals(1, told.all(OutboxEmptied.class).size());
    }

    @Test
    void ownMessagesAreConfirmedToNobody() {
        durable(Samples.message(9));
        assertEquals(List.of(), courier.asked());
    }

    @Test
    void whereTheSessionHasEndedNothingIsConfirmed() {
        Party ece = courier.up(ECE, 1);
        heard(ece, 5);
        courier.down(ece);
        raise(new SessionDown(ece, SessionDown.End.CUT));
        durable(Samples.message(5));
        assertEquals(List.of(), courier.asked());
    }

    @Test
    void aDoubleIsConfirmedInTheSessionInWhichItCame() {
        Party ece = courier.up(ECE, 1);
        heard(ece, 5);
        Party again = courier.up(ECE, 2);
        heard(again, 5);
        durable(Samples.message(5));
        assertEquals(List.of("acknowledge 1 1", "acknowledge 2 1"), courier.asked());
    }

    @Test
    void theEarliestOfTooManyIsNotConfirmedSoThatItComesAgain() {
        Party ece = courier.up(ECE, 1);
        for (int id = 0; id <= Receipts.MOST_OPEN; id++) {
            heard(ece, id);
        }
        durable(Samples.message(0));
        assertEquals(List.of(), courier.asked());
        durable(Samples.message(1));
        assertEquals(List.of("acknowledge 1 1"), courier.asked());
    }

    @Test
    void whatCanNotBeStoredIsShownOnceThoughItComesAgain() {
        for (int time = 0; time < 3; time++) {
            raise(new MessageHeard(ECE, Optional.of(Samples.message(5)), TEXT, Security.ENCRYPTED, true));
            history.fail();
        }
        assertEquals(false, told.one(MessageArrived.class).kept());
    }
}
