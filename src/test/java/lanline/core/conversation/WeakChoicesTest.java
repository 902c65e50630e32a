package lanline.core.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lanline.core.event.ChatEvent.Answered;
import lanline.core.event.ChatEvent.CommandRefused;
import lanline.core.event.ChatEvent.MessageQueued;
import lanline.core.event.ChatEvent.PeerChanged;
import lanline.core.event.ChatEvent.ProtectionChosen;
import lanline.core.event.UserCommand.ChooseWeak;
import lanline.core.event.UserCommand.OpenConversation;
import lanline.core.event.UserCommand.Retry;
import lanline.core.event.UserCommand.SendText;
import lanline.core.model.Peer;
import lanline.core.model.Security;
import lanline.core.model.Speaks;
import lanline.core.model.Tag;
import lanline.core.text.SafeText;
import org.junit.jupiter.api.Test;

/** The old course encryption is used where a person wants it, to whom it can be used, and nowhere else. */
class WeakChoicesTest extends SendingCase {
    @Test
    void nothingGoesInTheOldEncryptionUnlessItIsChosen() {
        appear(BOB);
        sent("bob", "selam");
        assertEquals(Security.NONE, queued());
    }

    @Test
    void whoIsChosenForGetsItUntilItIsTakenBack() {
        appear(BOB);
        choose("bob", true);
        assertEquals(new ProtectionChosen(BOB.id(), Security.WEAK), told.one(ProtectionChosen.class));
        assertTrue(answer().contains("NOT PRIVATE"));
        sent("bob", "selam");
        assertEquals(Security.WEAK, queued());
        told.forget();
        choose("bob", false);
        assertTrue(answer().contains("unencrypted"));
        sent("bob", "again");
        assertEquals(Security.NONE, queued());
    }

    @Test
    void withoutANameItIsTheConversationOnScreen() {
        appear(BOB);
        ask(new ChooseWeak(Tag.NONE, "", Optional.of(true)));
        assertTrue(told.one(CommandRefused.class).sentence().value().contains("no conversation is open"));
        ask(new OpenConversation(Tag.NONE, "bob"));
        ask(new ChooseWeak(Tag.NONE, "", Optional.of(true)));
        assertEquals(Security.WEAK, told.one(ProtectionChosen.class).security());
    }

    @Test
    void askingChangesNothing() {
        appear(BOB);
        ask(new ChooseWeak(Tag.NONE, "bob", Optional.empty()));
        assertTrue(answer().contains("unencrypted"));
        assertTrue(told.all(ProtectionChosen.class).isEmpty());
    }

    @Test
    void aLanlineAndAStrangerCantBeChosenFor() {
        appear(ECE);
        choose("ece", true);
        assertTrue(told.one(CommandRefused.class).sentence().value().contains("Ece has Lanline"));
        told.forget();
        choose("nobody", true);
        assertEquals(
                CommandRefused.Code.UNKNOWN_PEER, told.one(CommandRefused.class).code());
    }

    @Test
    void oneMessageMaySayForItselfHowItGoes() {
        appear(BOB);
        choose("bob", true);
        ask(new SendText(Tag.NONE, "bob", SafeText.line("plain"), Optional.of(Security.NONE)));
        history.commit();
        assertEquals(Security.NONE, queued());
    }

    @Test
    void whatFailedIsNotSentOtherwiseWhenItGoesAgain() {
        appear(BOB);
        choose("bob", true);
        sent("bob", "selam");
        opened(1);
        closed(1, RESET);
        wakesUntil(1_800);
        closed(2, REFUSED);
        wakesUntil(3_600);
        closed(3, REFUSED);
        Peer without = new Peer(BOB.id(), BOB.name(), BOB.presence(), Speaks.COURSE_2019, BOB.routes(), Instant.EPOCH);
        raise(new PeerChanged(BOB, without));
        told.forget();
        dials();
        ask(new Retry(Tag.NONE, ""));
        assertEquals(
                List.of(
                        "selam: QUEUED",
                        "selam: FAILED the program of bob has no old course encryption"
                                + " (after /weak bob off what you write goes plainly)"),
                states());
        assertEquals(List.of(), dials());
    }

    @Test
    void whatGoesPlainlyIsTriedAlthoughTheProgramTakesNoPartInTheOldEncryption() {
        appear(BOB);
        choose("bob", true);
        sent("bob", "weak");
        sent("bob", "weak too");
        choose("bob", false);
        sent("bob", "plain");
        opened(1);
        wakesUntil(3_000);
        told.forget();
        taken(2);
        assertEquals(List.of("plain: SENT"), states());
    }

    @Test
    void whatCanNoLongerGoSoIsNotSentOtherwise() {
        appear(BOB);
        choose("bob", true);
        Peer without = new Peer(BOB.id(), BOB.name(), BOB.presence(), Speaks.COURSE_2019, BOB.routes(), Instant.EPOCH);
        raise(new PeerChanged(BOB, without));
        send("bob", "selam");
        assertEquals(List.of(), states());
        assertTrue(told.one(CommandRefused.class).sentence().value().startsWith("not sent: "));
    }

    private void choose(String name, boolean on) {
        ask(new ChooseWeak(Tag.NONE, name, Optional.of(on)));
    }

    private String answer() {
        return told.one(Answered.class).sentences().get(0).value();
    }

    private Security queued() {
        List<MessageQueued> all = told.all(MessageQueued.class);
        return all.get(all.size() - 1).message().security();
    }
}
