package lanline.core.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lanline.core.event.ChatEvent.CommandRefused;
import lanline.core.event.ChatEvent.MessageQueued;
import lanline.core.event.ChatEvent.OutboxEmptied;
import lanline.core.event.ChatEvent.ReceiptHeard;
import lanline.core.event.ChatEvent.SessionDown;
import lanline.core.event.ChatEvent.SessionFailed;
import lanline.core.event.ChatEvent.SessionUp;
import lanline.core.event.StorageEvent.HistoryOpened;
import lanline.core.event.UserCommand.Quit;
import lanline.core.event.UserCommand.SendText;
import lanline.core.model.Bytes;
import lanline.core.model.ChatMessage;
import lanline.core.model.Delivery;
import lanline.core.model.Direction;
import lanline.core.model.MessageId;
import lanline.core.model.Party;
import lanline.core.model.Peer;
import lanline.core.model.Presence;
import lanline.core.model.Security;
import lanline.core.model.Tag;
import lanline.core.model.Trust;
import lanline.core.text.SafeText;
import lanline.testing.Samples;
import org.junit.jupiter.api.Test;

/** Messages to other Lanlines: each in a true state, in order, once. */
class SendingToLanlineTest extends SendingCase {
    private static final Peer AWAY = ECE.withPresence(Presence.AWAY, Instant.EPOCH);
    private static final Peer ANNOUNCED = ECE.withPresence(Presence.ANNOUNCED, Instant.EPOCH);
    private static final String NOT_HERE = "Ece is not here; it goes out when Ece is back";
    private static final String CUT = "the connection ended before Ece said that it is stored; it goes again";
    private static final String PERHAPS = "; it may have arrived all the same";

    private Party up(Peer peer, int link) {
        Party party = courier.up(peer, link);
        raise(new SessionUp(party, 2, Bytes.EMPTY));
        return party;
    }

    private void down(Party party, SessionDown.End end) {
        courier.down(party);
        raise(new SessionDown(party, end));
    }

    private void receipt(Party from, int... said) {
        List<MessageId> ids = new ArrayList<>();
        for (int index : said) {
            ids.add(courier.said().get(index));
        }
        raise(new ReceiptHeard(from, ids));
    }

    private List<String> says() {
        return courier.asked().stream().filter(line -> line.startsWith("say")).toList();
    }

    @Test
    void withALiveSessionItIsStoredThenSentThenDelivered() {
        appear(ECE);
        Party ece = up(ECE, 1);
        send("ece", "selam");
        assertEquals(List.of(), says(), "it is not stored yet");
        history.commit();
        assertEquals(List.of("say 1 selam"), says());
        receipt(ece, 0);
        assertEquals(List.of("selam: QUEUED", "selam: SENT", "selam: DELIVERED"), states());
        assertEquals(List.of("update SENT ", "update DELIVERED "), history.asked());
        assertEquals(List.of(), dials(), "no older dialect is spoken");
        assertEquals(Security.ENCRYPTED, told.one(MessageQueued.class).message().security());
    }

    @Test
    void whatTheReplacedOfTwoSessionsTookWithItIsSaidInTheOneThatStays() {
        appear(ECE);
        Party first = up(ECE, 1);
        Party second = courier.crossing(first, 2);
        raise(new SessionUp(second, 2, Bytes.EMPTY));
        sent("ece", "selam");
        assertEquals(List.of("say 1 selam"), says());
        down(first, SessionDown.End.REPLACED);
        assertEquals(List.of("say 2 selam"), says());
        receipt(second, 1);
        assertEquals("selam: DELIVERED", states().get(states().size() - 1));
    }

    @Test
    void whoNamesAMessageThatWasSaidNowhereElseHasReadTheLinkUpToIt() {
        appear(ECE);
        Party ece = up(ECE, 1);
        sent("ece", "one");
        sent("ece", "two");
        receipt(ece, 1);
        assertEquals(List.of("1: 200"), courier.read());
        receipt(ece, 0);
        assertEquals(List.of("1: 200", "1: 100"), courier.read());
    }

    @Test
    void whoMayKnowAMessageFromElsewhereProvesNothing() {
        appear(ECE);
        Party first = up(ECE, 1);
        Party second = up(ECE, 2);
        sent("ece", "said to two");
        receipt(first, 0);
        sent("ece", "said again");
        down(first, SessionDown.End.CUT);
        down(second, SessionDown.End.CUT);
        Party third = up(ECE, 3);
        receipt(third, 4);
        assertEquals(List.of("1: 0", "3: 0"), courier.read());
    }

    @Test
    void toSomebodyVerifiedItIsSaidSo() {
        appear(new Peer(
                ECE.id(),
                ECE.persona().withTrust(Trust.VERIFIED, false),
                ECE.presence(),
                ECE.speech(),
                ECE.routes(),
                ECE.lastHeard()));
        sent("ece", "selam");
        assertEquals(Security.VERIFIED, told.one(MessageQueued.class).message().security());
    }

    @Test
    void theOlderWaysAreNotForALanline() {
        appear(ECE);
        ask(new SendText(Tag.NONE, "ece", SafeText.line("x"), java.util.Optional.of(Security.NONE)));
        assertEquals(0, history.waiting().size());
        assertTrue(told.one(CommandRefused.class).sentence().value().contains("always encrypted"));
    }

    @Test
    void severalGoAtOnceInTheirOrderWithoutWaitingForReceipts() {
        appear(ECE);
        up(ECE, 1);
        send("ece", "one");
        send("ece", "two");
        send("ece", "three");
        history.commit();
        assertEquals(List.of("say 1 one", "say 1 two", "say 1 three"), says());
    }

    @Test
    void moreThanAWindowWaitForReceipts() {
        appear(ECE);
        Party ece = up(ECE, 1);
        for (int i = 0; i < LanlineQueues.WINDOW + 2; i++) {
            send("ece", "number " + i);
        }
        history.commit();
        assertEquals(LanlineQueues.WINDOW, says().size());
        receipt(ece, 0);
        assertEquals(List.of("say 1 number 64"), says());
        receipt(ece, 2, 1, 3);
        assertEquals(List.of("say 1 number 65"), says());
    }

    @Test
    void withoutASessionOneIsWantedAtOnceAndItGoesWhenItStands() {
        appear(ANNOUNCED);
        send("ece", "selam");
        assertEquals(
                "want " + ECE.id().text().substring(0, 8) + " [10.0.0.2:6001]",
                courier.asked().get(0));
        history.commit();
        assertEquals(List.of("selam: QUEUED"), states());
        up(ECE, 1);
        assertEquals(List.of("selam: QUEUED", "selam: SENT"), states());
    }

    @Test
    void toSomebodyWhoIsNotHereItWaitsAndSaysSo() {
        appear(AWAY);
        sent("ece", "one");
        sent("ece", "two");
        assertEquals(
                List.of("one: QUEUED", "one: QUEUED " + NOT_HERE, "two: QUEUED", "two: QUEUED " + NOT_HERE), states());
        courier.asked();
        change(AWAY, ANNOUNCED);
        assertTrue(courier.asked().get(0).startsWith("want"));
        up(ECE, 1);
        assertEquals(List.of("say 1 one", "say 1 two"), says());
    }

    @Test
    void aDialThatFailsIsTheReasonForWaiting() {
        appear(ANNOUNCED);
        sent("ece", "selam");
        raise(new SessionFailed(Samples.id('2'), Samples.at("10.0.0.2", 6001), SafeText.line("connection refused")));
        assertEquals("selam: QUEUED no connection with Ece (connection refused); it is tried again", states().get(1));
    }

    @Test
    void whatWasNotConfirmedWhenTheSessionIsCutWaitsAgainAndGoesAgainUnderTheSameId() {
        appear(ECE);
        Party ece = up(ECE, 1);
        send("ece", "one");
        send("ece", "two");
        history.commit();
        receipt(ece, 0);
        down(ece, SessionDown.End.CUT);
        assertEquals("two: QUEUED " + CUT + PERHAPS, states().get(5));
        says();
        Party again = up(ECE, 2);
        assertEquals(List.of("say 2 two"), says());
        assertEquals(courier.said().get(1), courier.said().get(2));
        receipt(again, 2);
        assertEquals("two: DELIVERED", states().get(7));
    }

    @Test
    void aSessionThatIsReplacedLosesNothingAndNoStateGoesBack() {
        appear(ECE);
        Party loser = up(ECE, 1);
        sent("ece", "selam");
        Party survivor = up(ECE, 2);
        down(loser, SessionDown.End.REPLACED);
        assertEquals(List.of("say 1 selam", "say 2 selam"), says());
        assertEquals(List.of("selam: QUEUED", "selam: SENT"), states());
        receipt(survivor, 0);
        assertEquals("selam: DELIVERED", states().get(2));
    }

    @Test
    void everyInstanceGetsItAndOneReceiptIsEnough() {
        appear(ECE);
        Party one = up(ECE, 1);
        up(ECE, 2);
        sent("ece", "selam");
        assertEquals(List.of("say 1 selam", "say 2 selam"), says());
        receipt(one, 0);
        assertEquals(3, states().size());
        up(ECE, 3);
        assertEquals(List.of(), says(), "what is delivered is not repeated to another instance");
    }

    @Test
    void oneInstanceThatGoesLeavesItWithTheOther() {
        appear(ECE);
        Party one = up(ECE, 1);
        Party other = up(ECE, 2);
        sent("ece", "selam");
        down(one, SessionDown.End.LEFT);
        assertEquals(List.of("selam: QUEUED", "selam: SENT"), states());
        down(other, SessionDown.End.CUT);
        assertEquals(3, states().size());
    }

    @Test
    void aReceiptOfSomebodyElseChangesNothing() {
        appear(ECE);
        Peer veli = Samples.lanlinePeer('3', "Veli", Samples.at("10.0.0.4", 6001));
        appear(veli);
        up(ECE, 1);
        Party other = up(veli, 2);
        sent("ece", "selam");
        receipt(other, 0);
        assertEquals(List.of("selam: QUEUED", "selam: SENT"), states());
    }

    @Test
    void nothingGoesWhileItMayNotAndThenItDoes() {
        appear(ECE);
        sent("ece", "early");
        hindrances.put(ECE.id(), "Ece uses another key than before");
        up(ECE, 1);
        assertEquals(List.of(), says());
        assertEquals("early: QUEUED Ece uses another key than before", states().get(1));
        send("ece", "late");
        assertEquals(
                "not sent: Ece uses another key than before",
                told.one(CommandRefused.class).sentence().value());
        hindrances.clear();
        change(ECE, ECE);
        assertEquals(List.of("say 1 early"), says());
    }

    @Test
    void whatAnEarlierRunLeftGoesInItsOrderWhenTheyAreThere() {
        List<ChatMessage> left = List.of(
                left(3, "was on its way", Delivery.SENT),
                left(4, "waited", Delivery.waiting(NOT_HERE)),
                left(5, "was just written", Delivery.QUEUED));
        bus.answer(new HistoryOpened(3, left));
        bus.runPending();
        assertEquals("was on its way: QUEUED it was not confirmed in an earlier run" + PERHAPS, states().get(0));
        assertEquals("waited: QUEUED it could not go in an earlier run", states().get(1));
        appear(ANNOUNCED);
        Party ece = up(ECE, 1);
        assertEquals(List.of("say 1 was on its way", "say 1 waited", "say 1 was just written"), says());
        assertEquals(List.of(Samples.message(3), Samples.message(4), Samples.message(5)), courier.said());
        receipt(ece, 0, 1, 2);
        assertEquals(
                3,
                states().stream().filter(state -> state.endsWith("DELIVERED")).count());
    }

    private ChatMessage left(int id, String text, Delivery delivery) {
        return new ChatMessage(
                Samples.message(id),
                Direction.SENT,
                ECE.asCorrespondent(),
                SafeText.line(text),
                time.now(),
                delivery,
                Security.ENCRYPTED);
    }

    @Test
    void aLongTextGoesInPartsOfEightThousandBytes() {
        appear(ECE);
        up(ECE, 1);
        sent("ece", "ş".repeat(4_096));
        assertEquals(1, says().size());
        sent("ece", "ş".repeat(4_097));
        assertEquals(2, says().size());
    }

    @Test
    void leavingDoesNotWaitForSomebodyWhoIsNotHere() {
        appear(AWAY);
        sent("ece", "selam");
        ask(new Quit(Tag.NONE, false));
        assertEquals(0, told.one(OutboxEmptied.class).undelivered(), "it is kept for the next run");
    }

    @Test
    void leavingWaitsForASessionThatIsJustComing() {
        appear(ANNOUNCED);
        send("ece", "selam");
        ask(new Quit(Tag.NONE, false));
        history.commit();
        wakesUntil(LanlineQueues.SESSION_MILLIS - 1);
        assertEquals(List.of(), told.all(OutboxEmptied.class));
        Party ece = up(ECE, 1);
        assertEquals(List.of(), told.all(OutboxEmptied.class));
        receipt(ece, 0);
        assertEquals(0, told.one(OutboxEmptied.class).undelivered());
    }

    @Test
    void leavingWaitsNoLongerThanThat() {
        appear(ANNOUNCED);
        sent("ece", "selam");
        ask(new Quit(Tag.NONE, false));
        wakesUntil(LanlineQueues.SESSION_MILLIS - 1);
        assertEquals(List.of(), told.all(OutboxEmptied.class));
        wakesUntil(LanlineQueues.SESSION_MILLIS);
        told.one(OutboxEmptied.class);
    }

    @Test
    void leavingWaitsTwoSecondsForAReceipt() {
        appear(ECE);
        up(ECE, 1);
        sent("ece", "selam");
        ask(new Quit(Tag.NONE, false));
        wakesUntil(LanlineQueues.RECEIPT_MILLIS - 1);
        assertEquals(List.of(), told.all(OutboxEmptied.class));
        wakesUntil(LanlineQueues.RECEIPT_MILLIS);
        assertEquals(0, told.one(OutboxEmptied.class).undelivered());
    }

    @Test
    void leavingAtOnceWaitsForNothing() {
        appear(ECE);
        up(ECE, 1);
        sent("ece", "selam");
        ask(new Quit(Tag.NONE, true));
        assertEquals(0, told.one(OutboxEmptied.class).undelivered());
    }

    @Test
    void whatTheDiskDoesNotHaveIsLostAndCounted() {
        appear(AWAY);
        send("ece", "selam");
        history.fail();
        ask(new Quit(Tag.NONE, false));
        assertEquals(1, told.one(OutboxEmptied.class).undelivered());
    }
}
