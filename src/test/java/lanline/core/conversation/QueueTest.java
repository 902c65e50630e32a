package lanline.core.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import lanline.core.event.ChatEvent.CommandRefused;
import lanline.core.event.ChatEvent.OutboxEmptied;
import lanline.core.event.ChatEvent.QueueListed;
import lanline.core.event.ChatEvent.ReceiptHeard;
import lanline.core.event.ChatEvent.SessionDown;
import lanline.core.event.ChatEvent.SessionUp;
import lanline.core.event.ChatEvent.SettingChanged;
import lanline.core.event.UserCommand.Quit;
import lanline.core.event.UserCommand.Retry;
import lanline.core.event.UserCommand.ShowQueue;
import lanline.core.event.UserCommand.TakeBack;
import lanline.core.model.Bytes;
import lanline.core.model.Party;
import lanline.core.model.Peer;
import lanline.core.model.Preferences;
import lanline.core.model.Presence;
import lanline.core.model.Setting;
import lanline.core.model.Tag;
import org.junit.jupiter.api.Test;

/** What waits: listed, taken back, and given up after a while. */
class QueueTest extends SendingCase {
    private static final Peer AWAY = ECE.withPresence(Presence.AWAY, Instant.EPOCH);
    private static final long DAY = 24 * 3_600_000L;

    private String last() {
        return states().get(states().size() - 1);
    }

    @Test
    void whatWaitsIsListedLongestFirst() {
        appear(AWAY);
        sent("ece", "one");
        wakesUntil(61_000);
        sent("ece", "two");
        ask(new ShowQueue(new Tag("q")));
        QueueListed listed = told.one(QueueListed.class);
        assertEquals(
                List.of("one 61", "two 0"),
                listed.waiting().stream()
                        .map(one -> one.message().text() + " " + one.seconds())
                        .toList());
    }

    @Test
    void oneIsTakenBackByTheNumberThatWasShown() {
        appear(AWAY);
        sent("ece", "one");
        sent("ece", "two");
        ask(new ShowQueue(Tag.NONE));
        ask(new TakeBack(Tag.NONE, "1"));
        assertEquals("one: FAILED taken back", last());
        ask(new TakeBack(Tag.NONE, "2"));
        assertEquals("two: FAILED taken back", last());
        ask(new TakeBack(Tag.NONE, "2"));
        assertTrue(told.one(CommandRefused.class).sentence().value().startsWith("there is no message 2 that waits"));
        courier.asked();
        raise(new SessionUp(courier.up(ECE, 1), 2, Bytes.EMPTY));
        assertEquals(List.of(), courier.asked());
    }

    @Test
    void whatWasTakenBackIsNeitherSentAgainNorCountedAsUndelivered() {
        appear(AWAY);
        sent("ece", "one");
        ask(new TakeBack(Tag.NONE, "all"));
        ask(new Retry(Tag.NONE, ""));
        assertEquals(
                CommandRefused.Code.NOTHING_TO_RETRY,
                told.one(CommandRefused.class).code());
        ask(new Quit(Tag.NONE, false));
        assertEquals(0, told.one(OutboxEmptied.class).undelivered());
    }

    @Test
    void oneThatWasSentMayHaveArrivedAndSaysSo() {
        appear(ECE);
        raise(new SessionUp(courier.up(ECE, 1), 2, Bytes.EMPTY));
        sent("ece", "one");
        ask(new TakeBack(Tag.NONE, courier.said().get(0).text()));
        assertEquals("one: FAILED taken back; it may have arrived all the same", last());
    }

    @Test
    void oneThatIsJustGoingToAnOlderProgramIsNotTakenBack() {
        appear(BOB);
        sent("bob", "one");
        ask(new TakeBack(Tag.NONE, "1"));
        told.one(CommandRefused.class);
        assertEquals(List.of("one: QUEUED"), states());
    }

    @Test
    void oneThatWaitsForAnOlderProgramIsTakenBack() {
        Peer away = BOB.withPresence(Presence.AWAY, Instant.EPOCH);
        appear(away);
        sent("bob", "one");
        for (int attempt = 1; attempt <= 3; attempt++) {
            closed(attempt, REFUSED);
            wakesUntil(attempt * 1_800L);
        }
        ask(new TakeBack(Tag.NONE, "1"));
        assertEquals("one: FAILED taken back", last());
        dials();
        change(away, BOB);
        assertEquals(List.of(), dials());
    }

    @Test
    void afterSevenDaysItIsGivenUpAndNotAMomentBefore() {
        appear(AWAY);
        sent("ece", "one");
        wakesUntil(7 * DAY - 1);
        assertEquals(2, states().size());
        wakesUntil(7 * DAY);
        assertEquals("one: FAILED it waited 7 days and Ece was not here", last());
        ask(new Retry(Tag.NONE, ""));
        assertEquals("one: QUEUED Ece is not here; it goes out when Ece is back", last());
    }

    @Test
    void howLongItWaitsCanBeSet() {
        appear(AWAY);
        sent("ece", "one");
        wakesUntil(2 * 3_600_000L);
        raise(new SettingChanged(Tag.NONE, Setting.EXPIRE, Preferences.USUAL.with(Setting.EXPIRE, "1h")));
        assertEquals("one: FAILED it waited an hour and Ece was not here", last());
        raise(new SettingChanged(Tag.NONE, Setting.EXPIRE, Preferences.USUAL.with(Setting.EXPIRE, "never")));
        sent("ece", "two");
        wakesUntil(400 * DAY);
        assertEquals("two: QUEUED Ece is not here; it goes out when Ece is back", last());
    }

    @Test
    void aReceiptForOneThatWasGivenUpMakesItDelivered() {
        appear(ECE);
        Party ece = courier.up(ECE, 1);
        raise(new SessionUp(ece, 2, Bytes.EMPTY));
        sent("ece", "one");
        courier.down(ece);
        raise(new SessionDown(ece, SessionDown.End.CUT));
        wakesUntil(7 * DAY);
        assertTrue(last().startsWith("one: FAILED"), last());
        raise(new ReceiptHeard(ece, List.of(courier.said().get(0))));
        assertEquals("one: DELIVERED", last());
    }
}
