package lanline.core.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import lanline.core.event.ChatEvent.MessageArrived;
import lanline.core.event.ChatEvent.MessageHeard;
import lanline.core.event.ChatEvent.Notice;
import lanline.core.event.StorageEvent.MessageKnown;
import lanline.core.model.ChatMessage;
import lanline.core.model.Delivery;
import lanline.core.model.Direction;
import lanline.core.model.Security;
import lanline.core.text.SafeText;
import lanline.testing.Samples;
import org.junit.jupiter.api.Test;

class InboxTest extends SendingCase {
    private static final SafeText HALF_A_MEGABYTE = SafeText.message("x".repeat(1 << 19));

    @Test
    void whatIsHeardIsStoredFirstAndThenArrives() {
        raise(new MessageHeard(ECE, Optional.of(Samples.message(5)), SafeText.message("selam"), Security.NONE, true));
        assertEquals(List.of(), told.all(MessageArrived.class));
        ChatMessage stored = history.waiting().get(0);
        assertEquals(Samples.message(5), stored.id());
        assertEquals(Direction.RECEIVED, stored.direction());
        assertEquals(Delivery.RECEIVED, stored.delivery());
        history.commit();
        assertEquals(new MessageArrived(stored, true), told.one(MessageArrived.class));
    }

    @Test
    void whatCanNotBeStoredIsShownAndMarked() {
        raise(new MessageHeard(ECE, Optional.empty(), SafeText.message("selam"), Security.NONE, true));
        history.fail();
        assertFalse(told.one(MessageArrived.class).kept());
    }

    @Test
    void aMessageThatComesTwiceIsShownOnce() {
        raise(new MessageHeard(ECE, Optional.of(Samples.message(5)), SafeText.message("selam"), Security.NONE, true));
        history.commit();
        raise(new MessageHeard(ECE, Optional.of(Samples.message(5)), SafeText.message("selam"), Security.NONE, true));
        bus.answer(new MessageKnown(history.waiting().get(0)));
        bus.runPending();
        told.one(MessageArrived.class);
    }

    @Test
    void theSameWordsSaidTwiceAreTwoMessages() {
        raise(new MessageHeard(BOB, Optional.empty(), SafeText.message("hi"), Security.NONE, true));
        raise(new MessageHeard(BOB, Optional.empty(), SafeText.message("hi"), Security.NONE, true));
        history.commit();
        assertEquals(2, told.all(MessageArrived.class).size());
    }

    @Test
    void ofAStrangerSixtyFourMebibytesADayAreKeptAndTheRestIsShown() {
        for (int i = 0; i < 127; i++) {
            raise(new MessageHeard(BOB, Optional.empty(), HALF_A_MEGABYTE, Security.NONE, false));
        }
        assertEquals(127, history.waiting().size());
        for (int i = 0; i < 3; i++) {
            raise(new MessageHeard(BOB, Optional.empty(), HALF_A_MEGABYTE, Security.NONE, false));
        }
        assertEquals(127, history.waiting().size());
        assertEquals(3, told.all(MessageArrived.class).size());
        assertTrue(told.one(Notice.class).sentence().value().startsWith("10.0.0.3 sent more than 64 MiB today"));
        time.pass(24 * 3_600_000L);
        raise(new MessageHeard(BOB, Optional.empty(), HALF_A_MEGABYTE, Security.NONE, false));
        assertEquals(128, history.waiting().size());
    }
}
