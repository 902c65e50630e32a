package lanline.core.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import lanline.core.event.ChatEvent.Notice;
import lanline.core.event.ChatEvent.SessionUp;
import lanline.core.event.ChatEvent.TrustChanged;
import lanline.core.event.StorageEvent.PinsDecided;
import lanline.core.model.Bytes;
import lanline.core.model.ConversationId;
import lanline.core.model.InstanceId;
import lanline.core.model.LanlineId;
import lanline.core.model.LinkId;
import lanline.core.model.Nickname;
import lanline.core.model.Party;
import lanline.core.model.PeerId;
import lanline.core.model.Pin;
import lanline.core.model.Trust;
import lanline.core.session.Claim;
import lanline.core.session.Suite;
import lanline.testing.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownKeysTest {
    private final TrustCase here = new TrustCase();

    private static Claim claim(char id, String name) {
        Claim.Run run = new Claim.Run(new InstanceId("b".repeat(16)), 500, 1);
        return new Claim(Samples.id(id), Nickname.fromPeer(name), 6001, run);
    }

    @Test
    void whoIsMetForTheFirstTimeIsNewAndPinnedAtOnce() {
        here.up('2', "Ali", "10.0.0.2");
        assertEquals(Trust.NEW, here.trust('2'));
        Pin pin = here.saved.get(0);
        assertEquals(Samples.id('2'), pin.id());
        assertEquals(Suite.XX_HFS.number(), pin.seen().leastSuite());
        assertEquals(Samples.at("10.0.0.2", 6001), pin.lastAddress());
    }

    @Test
    void whoIsMetAgainInALaterRunOfOursIsKnown() {
        here.load(here.pin('2', "Ali", Trust.NEW, "10.0.0.2"));
        here.up('2', "Ali", "10.0.0.2");
        assertEquals(Trust.KNOWN, here.trust('2'));
    }

    @Test
    void whoIsMetAgainInALaterRunOfTheirsIsKnown() {
        here.down(here.up('2', "Ali", "10.0.0.2", 2_000, Suite.XX_HFS));
        here.up('2', "Ali", "10.0.0.2", 2_001, Suite.XX_HFS);
        assertEquals(Trust.KNOWN, here.trust('2'));
    }

    @Test
    void aSecondSessionOfTheSameRunMakesNobodyKnown() {
        here.down(here.up('2', "Ali", "10.0.0.2"));
        here.up('2', "Ali", "10.0.0.2");
        assertEquals(Trust.NEW, here.trust('2'));
    }

    @Test
    void aFileThatIsReadLateStillCounts() {
        here.up('2', "Ali", "10.0.0.2");
        here.load(here.pin('2', "Ali", Trust.VERIFIED, "10.0.0.2"));
        assertEquals(Trust.VERIFIED, here.trust('2'));
        assertEquals(Trust.VERIFIED, here.saved.get(here.saved.size() - 1).trust());
    }

    @Test
    void whatWasDecidedOnAnotherMachineHoldsHereAndWhatWasSeenHereStays() {
        here.up('2', "Ali", "10.0.0.9");
        Pin met = here.saved.get(0);
        Pin there = here.pin('2', "Ali at home", Trust.VERIFIED, "10.0.0.2");
        Pin unknown = here.pin('3', "Can", Trust.KNOWN, "10.0.0.3");
        here.bus.answer(new PinsDecided(List.of(there, unknown, here.pin('1', "Me", Trust.BLOCKED, "10.0.0.1"))));
        here.settle();
        assertEquals(Trust.VERIFIED, here.trust('2'));
        Pin now = here.keys.table().find(Samples.id('2')).orElseThrow();
        assertEquals(there.name(), now.name());
        assertEquals(met.seen(), now.seen());
        assertEquals(met.lastAddress(), now.lastAddress());
        assertEquals(Optional.of(unknown), here.keys.table().find(Samples.id('3')));
        assertEquals(Optional.empty(), here.keys.table().find(Samples.id('1')));
    }

    @Test
    void anotherKeyUnderTheNameOfSomebodyWhoIsNotHereHasChanged() {
        here.load(here.pin('2', "Ali", Trust.KNOWN, "10.0.0.2"));
        here.up('3', "ali", "10.0.0.3");
        assertEquals(Trust.CHANGED, here.trust('3'));
        Notice notice = here.told.one(Notice.class);
        assertEquals(ConversationId.with(PeerId.lanline(Samples.id('2'))), notice.about(), "where one writes to Ali");
        String said = notice.sentence().value();
        assertEquals(
                "ali uses another key than before. Either ali has a new computer or a new home folder, or somebody"
                        + " else uses the name. Ask ali in another way whether /fingerprint there begins with "
                        + Samples.id('3').hint() + "; if so: /trust ali "
                        + Samples.id('3').hint() + ". Nothing is sent until then.",
                said);
        assertEquals(Optional.of(said), here.downgrades.hindrance(here.peer('3')));
    }

    @Test
    void changedStaysChangedInTheNextRun() {
        here.load(here.pin('3', "Ali", Trust.CHANGED, "10.0.0.3"));
        here.up('3', "Ali", "10.0.0.3");
        assertEquals(Trust.CHANGED, here.trust('3'));
    }

    @Test
    void twoWhoAreHereAtTheSameTimeAreTwoPeopleOfOneName() {
        here.up('2', "Ali", "10.0.0.2");
        here.up('3', "Ali", "10.0.0.3");
        assertEquals(List.of(Trust.NEW, Trust.NEW), List.of(here.trust('2'), here.trust('3')));
        assertFalse(here.isSuspect('3'));
        assertEquals(Optional.empty(), here.downgrades.hindrance(here.peer('3')));
    }

    @Test
    void theNameOfSomebodyVerifiedIsTakenEvenWhileThatOneIsHere() {
        here.load(here.pin('2', "Ali", Trust.VERIFIED, "10.0.0.2"));
        here.up('2', "Ali", "10.0.0.2");
        here.up('3', "A\u04c0i", "10.0.0.3");
        assertEquals(Trust.CHANGED, here.trust('3'));
        assertTrue(here.isSuspect('3'));
        assertFalse(here.isSuspect('2'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada", "\u0410da", "Ada\u200b", "adA\u202e"})
    void nobodyElseIsDrawnLikeSomebodyVerifiedWithoutAMark(String name) {
        here.load(here.pin('2', "Ada", Trust.VERIFIED, "10.0.0.2"), here.pin('3', "Bob", Trust.KNOWN, "10.0.0.3"));
        here.up('3', "Bob", "10.0.0.3");
        assertFalse(here.isSuspect('3'));
        here.rename('3', name);
        assertTrue(here.isSuspect('3'));
    }

    @Test
    void whoRenamesItselfToSomebodyWhoIsNotHereHasChangedWhileItIsCalledSo() {
        here.load(here.pin('2', "Ali", Trust.KNOWN, "10.0.0.2"));
        here.up('3', "Bob", "10.0.0.3");
        here.rename('3', "Ali");
        assertEquals(Trust.CHANGED, here.trust('3'));
        here.rename('3', "Bob");
        assertEquals(Trust.NEW, here.trust('3'));
    }

    @Test
    void aStolenNameIsNotKeptForTheNextSession() {
        here.load(here.pin('2', "Ali", Trust.KNOWN, "10.0.0.2"));
        Party party = here.up('3', "Bob", "10.0.0.3");
        here.rename('3', "Ali");
        here.down(party);
        here.up('3', "Ali", "10.0.0.3", 9_000, Suite.XX_HFS);
        assertEquals(Trust.CHANGED, here.trust('3'));
    }

    @Test
    void whoTakesANewNameThatIsFreeIsWhoItWas() {
        here.up('2', "Ali", "10.0.0.2");
        here.rename('2', "Veli");
        assertEquals(Trust.NEW, here.trust('2'));
        assertEquals("Veli", here.saved.get(here.saved.size() - 1).name().toString());
    }

    @Test
    void somebodyVerifiedKeepsTheNameUnderWhichThatWas() {
        here.load(here.pin('2', "Ali", Trust.VERIFIED, "10.0.0.2"));
        here.up('2', "Veli", "10.0.0.2");
        assertEquals(
                "Ali",
                here.keys.table().find(Samples.id('2')).orElseThrow().name().toString());
        assertEquals(Trust.VERIFIED, here.trust('2'));
    }

    @Test
    void whoIsOnlyAnnouncedUnderAKnownNameIsShownAsChangedWithoutANotice() {
        here.load(here.pin('2', "Ali", Trust.KNOWN, "10.0.0.2"));
        here.appear(Samples.lanlinePeer('3', "Ali", Samples.at("10.0.0.3", 6001)));
        assertEquals(Trust.CHANGED, here.trust('3'));
        assertTrue(here.told.all(Notice.class).isEmpty());
        assertTrue(here.saved.isEmpty());
    }

    @Test
    void oneWarningANameIsEnoughForAWhile() {
        here.load(here.pin('2', "Ali", Trust.KNOWN, "10.0.0.2"));
        for (char id = '3'; id <= '9'; id++) {
            here.up(id, "Ali", "10.0.0.3");
        }
        assertEquals(1, here.told.all(Notice.class).size());
    }

    @Test
    void lessEncryptionThanBeforeIsRefused() {
        here.up('2', "Ali", "10.0.0.2", 2_000, Suite.XX);
        assertEquals(Optional.empty(), here.keys.refusal(claim('2', "Ali"), Suite.XX));
        here.up('2', "Ali", "10.0.0.2", 2_000, Suite.XX_HFS);
        assertTrue(here.keys.refusal(claim('2', "Ali"), Suite.XX).isPresent());
        assertEquals(Optional.empty(), here.keys.refusal(claim('2', "Ali"), Suite.XX_HFS));
        assertEquals(Optional.empty(), here.keys.refusal(claim('3', "Veli"), Suite.XX));
    }

    @Test
    void anOlderRunOfTheSamePersonOnAnotherMachineIsLetIn() {
        here.up('2', "Ali", "10.0.0.2", 2_000, Suite.XX_HFS);
        assertEquals(Optional.empty(), here.keys.refusal(claim('2', "Ali"), Suite.XX_HFS));
    }

    @Test
    void whoIsBlockedIsLetInNowhere() {
        here.load(here.pin('2', "Ali", Trust.BLOCKED, "10.0.0.2"));
        assertTrue(here.keys.refusal(claim('2', "Ali"), Suite.XX_HFS).isPresent());
    }

    @Test
    void whoIsBlockedIsSaidToBeSoBeforeItIsHeard() {
        here.load(here.pin('2', "Ali", Trust.BLOCKED, "10.0.0.2"), here.pin('3', "Can", Trust.KNOWN, "10.0.0.3"));
        assertEquals(
                new TrustChanged(PeerId.lanline(Samples.id('2')), Trust.BLOCKED, false),
                here.told.one(TrustChanged.class));
    }

    @Test
    void nothingIsThoughtOfOneself() {
        here.bus.raise(
                new SessionUp(here.party(here.own, "ece", "10.0.0.9", 3_000), 2, TrustCase.binding(new LinkId(9))));
        here.settle();
        assertTrue(here.saved.isEmpty());
    }

    @Test
    void ofTooManyKeysTheOneMetLongestAgoGoesUnlessItIsVerifiedOrHere() {
        PinTable table = new PinTable(id -> id.equals(Samples.id('3')));
        table.put(here.pin('2', "Ali", Trust.VERIFIED, "10.0.0.2"));
        table.put(here.pin('3', "Veli", Trust.NEW, "10.0.0.3"));
        table.put(here.pinSeen(
                here.pin('4', "Can", Trust.KNOWN, "10.0.0.4"), here.time.now().plusSeconds(1)));
        for (int i = 0; i <= PinTable.MOST - 3; i++) {
            table.put(strange(i));
        }
        assertEquals(PinTable.MOST, table.all().size());
        assertTrue(table.find(Samples.id('2')).isPresent());
        assertTrue(table.find(Samples.id('3')).isPresent());
        assertTrue(table.find(Samples.id('4')).isEmpty());
        assertTrue(table.alike(Nickname.fromPeer("Can")).isEmpty());
        assertTrue(table.at(Samples.address("10.0.0.4")).isEmpty());
    }

    private Pin strange(int number) {
        byte[] key = new byte[LanlineId.KEY_LENGTH];
        key[0] = (byte) number;
        key[1] = (byte) (number >> 8);
        Pin.Seen seen = new Pin.Seen(here.time.now(), here.time.now().plusSeconds(10), 2, 0);
        return new Pin(
                LanlineId.of(Bytes.copyOf(key)),
                Nickname.fromPeer("s" + number),
                Trust.NEW,
                seen,
                Samples.at("10.0.1.1", 6001));
    }
}
