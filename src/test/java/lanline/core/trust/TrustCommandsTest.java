package lanline.core.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lanline.core.event.ChatEvent.Answered;
import lanline.core.event.ChatEvent.CommandRefused;
import lanline.core.event.StorageEvent.PinsDecided;
import lanline.core.event.UserCommand.AllowPlain;
import lanline.core.event.UserCommand.Block;
import lanline.core.event.UserCommand.ShowFingerprint;
import lanline.core.event.UserCommand.TrustKey;
import lanline.core.event.UserCommand.Unblock;
import lanline.core.model.Peer;
import lanline.core.model.PeerId;
import lanline.core.model.Pin;
import lanline.core.model.Tag;
import lanline.core.model.Trust;
import lanline.core.secure.Fingerprint;
import lanline.core.text.SafeText;
import lanline.testing.Samples;
import org.junit.jupiter.api.Test;

class TrustCommandsTest {
    private static final Tag TAG = new Tag("t");

    private final TrustCase here = new TrustCase();

    private String answer() {
        Answered answered = here.told.one(Answered.class);
        here.told.forget();
        return answered.sentences().stream().map(SafeText::value).collect(Collectors.joining("\n"));
    }

    private String refusal() {
        CommandRefused refused = here.told.one(CommandRefused.class);
        here.told.forget();
        return refused.sentence().value();
    }

    @Test
    void theDigitsOfTwoPeopleAreTheSameOnBothScreens() {
        here.up('2', "Ali", "10.0.0.2");
        here.say(new ShowFingerprint(TAG, "ali"));
        String digits = Fingerprint.between(Samples.id('2'), Samples.id('1'));
        assertTrue(answer().startsWith("you and Ali: " + digits));
    }

    @Test
    void onesOwnKeyIsShownWithHowItBegins() {
        here.say(new ShowFingerprint(TAG, ""));
        String answer = answer();
        assertTrue(answer.contains(Fingerprint.of(Samples.id('1'))));
        assertTrue(answer.contains(Samples.id('1').hint()));
    }

    @Test
    void aChangedKeyIsTakenByItsFirstSigns() {
        here.load(here.pin('2', "Ali", Trust.KNOWN, "10.0.0.2"));
        here.up('3', "Ali", "10.0.0.3");
        here.say(new TrustKey(TAG, "ali", Samples.id('2').hint()));
        assertTrue(refusal().startsWith("nothing was changed: the new key of Ali does not begin with"));
        assertEquals(Trust.CHANGED, here.trust('3'));
        here.say(new TrustKey(TAG, "ali", Samples.id('3').hint()));
        assertTrue(answer().startsWith("from now on this key counts as that of Ali"));
        assertEquals(Trust.KNOWN, here.trust('3'));
        assertEquals(Optional.empty(), here.downgrades.hindrance(here.peer('3')));
    }

    @Test
    void aHintTellsTwoOfOneNameApart() {
        here.load(here.pin('2', "Ali", Trust.VERIFIED, "10.0.0.2"));
        here.up('2', "Ali", "10.0.0.2");
        here.up('3', "Ali", "10.0.0.3");
        here.say(new TrustKey(TAG, "ali", Samples.id('3').hint()));
        answer();
        assertEquals(Trust.KNOWN, here.trust('3'));
        assertTrue(here.isSuspect('3'), "the name stays that of the verified one");
    }

    @Test
    void aKeyThatHasNotChangedNeedsNoTrust() {
        here.up('2', "Ali", "10.0.0.2");
        here.say(new TrustKey(TAG, "ali", Samples.id('2').hint()));
        assertEquals("nothing to do: the key of Ali has not changed", refusal());
    }

    @Test
    void aBlockedPersonIsCutOffAndNothingIsSentThere() {
        here.up('2', "Ali", "10.0.0.2");
        here.say(new Block(TAG, "ali"));
        assertTrue(answer().startsWith("Ali is blocked"));
        assertEquals(List.of(Samples.id('2')), here.ended);
        assertEquals(Trust.BLOCKED, here.trust('2'));
        assertTrue(here.downgrades.hindrance(here.peer('2')).orElseThrow().contains("/unblock Ali"));
        here.say(new Block(TAG, ""));
        assertTrue(answer().contains("Ali (" + Samples.id('2').hint() + ")"));
        here.say(new Block(TAG, "ali"));
        assertTrue(refusal().contains("blocked already"));
    }

    @Test
    void whoIsUnblockedIsWhoItWas() {
        here.load(here.pin('2', "Ali", Trust.VERIFIED, "10.0.0.2"));
        here.up('2', "Ali", "10.0.0.2");
        here.say(new Block(TAG, "ali"));
        here.say(new Unblock(TAG, "ali"));
        assertEquals(Trust.VERIFIED, here.trust('2'));
    }

    @Test
    void whoWasVerifiedAndBlockedInAnEarlierRunIsVerifiedAgain() {
        here.load(here.pin('2', "Ali", Trust.VERIFIED, "10.0.0.2"));
        here.appear(Samples.lanlinePeer('2', "Ali", Samples.at("10.0.0.2", 6_001)));
        here.say(new Block(TAG, "ali"));
        TrustCase later = new TrustCase();
        later.load(here.saved.get(0));
        later.say(new Unblock(TAG, "ali"));
        assertEquals(
                List.of(SafeText.line("Ali is no longer blocked")),
                later.told.one(Answered.class).sentences());
        assertEquals(Trust.VERIFIED, later.saved.get(0).trust());
    }

    @Test
    void whoIsBlockedOnAnotherMachineIsCutOffHereToo() {
        here.up('2', "Ali", "10.0.0.2");
        Pin met = here.saved.get(0);
        here.bus.answer(new PinsDecided(List.of(met.blocked())));
        here.settle();
        assertEquals(List.of(Samples.id('2')), here.ended);
        assertEquals(Trust.BLOCKED, here.trust('2'));
        here.bus.answer(new PinsDecided(List.of(met.blocked().unblocked())));
        here.settle();
        assertEquals(Trust.NEW, here.trust('2'));
        assertEquals(1, here.ended.size());
    }

    @Test
    void aNameIsThatOfTheKeyThatWasTrustedLastAndNoLongerOfTheOneBefore() {
        here.load(here.pin('2', "Ali", Trust.KNOWN, "10.0.0.2"));
        here.up('3', "Ali", "10.0.0.3");
        here.say(new TrustKey(TAG, "ali", Samples.id('3').hint()));
        assertTrue(here.keys.isSucceeded(PeerId.lanline(Samples.id('2'))));
        assertFalse(here.keys.isSucceeded(PeerId.lanline(Samples.id('3'))));
        assertFalse(here.keys.isSucceeded(Samples.olderPeer("Ali", "10.0.0.4").id()));
    }

    @Test
    void theNameOfSomebodyVerifiedOrHereStaysItsOwn() {
        here.load(here.pin('2', "Ali", Trust.VERIFIED, "10.0.0.2"), here.pin('4', "Ali", Trust.KNOWN, "10.0.0.4"));
        here.up('4', "Ali", "10.0.0.4");
        here.up('3', "Ali", "10.0.0.3");
        here.say(new TrustKey(TAG, "ali", Samples.id('3').hint()));
        assertEquals(Trust.KNOWN, here.trust('3'));
        assertFalse(here.keys.isSucceeded(PeerId.lanline(Samples.id('2'))));
        assertFalse(here.keys.isSucceeded(PeerId.lanline(Samples.id('4'))));
    }

    @Test
    void whoWasBlockedInAnEarlierRunIsKnownAgainEvenIfItIsNotHere() {
        here.load(here.pin('2', "Ali", Trust.BLOCKED, "10.0.0.2"));
        here.say(new Unblock(TAG, Samples.id('2').hint()));
        assertEquals("Ali is no longer blocked; /verify Ali makes sure who it is", answer());
        assertTrue(here.keys.blocked().isEmpty());
        assertEquals(Trust.KNOWN, here.saved.get(0).trust());
        here.say(new Unblock(TAG, "ali"));
        assertTrue(refusal().startsWith("nobody called ali is blocked"));
    }

    @Test
    void anOlderProgramUnderAKnownNameGetsNothingUntilThatIsAllowed() {
        here.load(here.pin('2', "Ali", Trust.KNOWN, "10.0.0.2"));
        Peer older = here.older("\u0410li", "10.0.0.7");
        assertTrue(older.persona().isSuspect());
        assertTrue(here.downgrades.hindrance(older).orElseThrow().contains("/insecure"));
        here.say(new AllowPlain(TAG, older.id().text()));
        assertTrue(answer().startsWith("until Lanline ends"));
        assertEquals(Optional.empty(), here.downgrades.hindrance(older));
        assertTrue(here.list.get(older.id()).persona().isSuspect(), "it is drawn as before");
    }

    @Test
    void anOlderProgramWhereSomebodyHasEncryptedIsSuspectForThirtyDays() {
        here.load(
                here.pinSeen(
                        here.pin('2', "Ali", Trust.KNOWN, "10.0.0.2"),
                        here.time.now().minus(Duration.ofDays(30)).plusSeconds(1)),
                here.pinSeen(
                        here.pin('3', "Veli", Trust.KNOWN, "10.0.0.3"),
                        here.time.now().minus(Duration.ofDays(30))));
        assertTrue(here.older("can", "10.0.0.2").persona().isSuspect());
        assertFalse(here.older("efe", "10.0.0.3").persona().isSuspect());
    }

    @Test
    void anOlderProgramBecomesSuspectWhenSomebodyOfItsNameIsMet() {
        Peer older = here.older("ali", "10.0.0.7");
        assertFalse(older.persona().isSuspect());
        here.up('2', "Ali", "10.0.0.2");
        assertTrue(here.list.get(older.id()).persona().isSuspect());
    }

    @Test
    void anOlderProgramIsNoLongerSuspectOnceWhoseNameItBearsHasAnother() {
        here.up('2', "Ali", "10.0.0.2");
        PeerId older = here.older("Ali", "10.0.0.9").id();
        assertTrue(here.list.get(older).persona().isSuspect());
        here.rename('2', "Bob");
        assertFalse(here.list.get(older).persona().isSuspect());
        assertEquals(Optional.empty(), here.downgrades.hindrance(here.list.get(older)));
    }

    @Test
    void anOlderProgramIsNoLongerSuspectOnceWhoWasThereIsElsewhere() {
        here.up('2', "Ali", "10.0.0.2");
        PeerId older = here.older("Cem", "10.0.0.2").id();
        assertTrue(here.list.get(older).persona().isSuspect());
        here.up('2', "Ali", "10.0.0.7");
        assertFalse(here.list.get(older).persona().isSuspect());
    }

    @Test
    void whatHasNoKeyCanBeNeitherBlockedNorAllowedTwice() {
        here.older("can", "10.0.0.7");
        here.say(new Block(TAG, "can"));
        assertTrue(refusal().contains("/ignore can"));
        here.say(new AllowPlain(TAG, "can"));
        assertEquals("what you write to can goes unencrypted already", answer());
        here.up('2', "Ali", "10.0.0.2");
        here.say(new AllowPlain(TAG, "ali"));
        assertTrue(refusal().contains("is encrypted"));
    }

    @Test
    void nobodyAndSeveralAreRefused() {
        here.say(new Block(TAG, "nobody"));
        assertTrue(refusal().startsWith("nobody called nobody was heard"));
        here.up('2', "Ali", "10.0.0.2");
        here.up('3', "Ali", "10.0.0.3");
        here.say(new Block(TAG, "ali"));
        assertTrue(refusal().contains("say which: Ali@10.0.0.2, Ali@10.0.0.3"));
    }
}
