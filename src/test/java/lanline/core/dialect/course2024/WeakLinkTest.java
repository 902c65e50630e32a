package lanline.core.dialect.course2024;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lanline.core.dialect.Manner;
import lanline.core.dialect.Output;
import lanline.core.dialect.PeerProtocol;
import lanline.core.dialect.SelfDescription;
import lanline.core.dialect.Utterance;
import lanline.core.model.Bytes;
import lanline.core.model.Habits;
import lanline.core.model.Habits.Exchange;
import lanline.core.model.Habits.KeyForm;
import lanline.core.model.Habits.Spelling;
import lanline.core.model.Security;
import lanline.core.model.SenderClaim;
import lanline.core.secure.weak.CipherRow;
import lanline.core.text.SafeText;
import lanline.testing.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The old secure mode as the side that dials, byte for byte as in {@code wire.md} section 1. */
class WeakLinkTest {
    private static final SelfDescription ALI = Samples.self("Ali");
    private static final Habits SAME_LINK = Habits.UNKNOWN.withExchange(Exchange.SAME_LINK);
    private static final String SEALED =
            CipherRow.USUAL.encrypt(1, "secret çay").orElseThrow();

    private static final Output KEY = transmit("{\"key\": \"1\"}");
    private static final Output LITERAL = transmit("{\"key\": \"b'1'\"}");
    private static final Output WAIT = new Output.Withheld(WeakLink.ANSWER_MILLIS);
    private static final Output MESSAGE = transmit("{\"encrypted_message\": \"" + SEALED
            + "\", \"encrypted message\": \"" + SEALED + "\", \"encryptedmessage\": \"" + SEALED + "\"}");

    @Test
    void firstOnlyTheKeyLeaves() {
        PeerProtocol link = new WeakLink(ALI, Habits.UNKNOWN);
        assertEquals(List.of(), link.opened());
        assertEquals(List.of(KEY, WAIT), link.say(text("secret çay")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"key\": \"7\"}",
                "{\"key\": 7}",
                "{\"key\": \"b'7'\"}",
                "{\"public_key\": \"7\"}",
                "{\"public_key\": 7}\n",
                "7",
                "18\n",
            })
    void onTheirKeyInAnyFormTheMessageLeavesAndOurSideEnds(String answer) {
        PeerProtocol link = asked(SAME_LINK);
        assertEquals(List.of(MESSAGE, new Output.Finish(), new Output.Released()), link.receive(Bytes.utf8(answer)));
        assertEquals(List.of(new Output.Sent(Samples.message(1))), link.inputEnded());
    }

    @Test
    void theirKeyMayComeInPieces() {
        PeerProtocol link = asked(SAME_LINK);
        assertEquals(List.of(), link.receive(Bytes.utf8("{\"ke")));
        assertEquals(3, link.receive(Bytes.utf8("y\": \"7\"}")).size());
    }

    @Test
    void aProgramOfWhichNothingIsKnownIsGivenAMomentToClose() {
        PeerProtocol link = asked(Habits.UNKNOWN);
        assertEquals(List.of(new Output.Withheld(WeakLink.PAUSE_MILLIS)), link.receive(Bytes.utf8("{\"key\": \"7\"}")));
        assertEquals(
                List.of(MESSAGE, new Output.Finish(), new Output.Released()),
                link.quiet(),
                "a slow program is not taken for one that reads here");
        assertEquals(List.of(new Output.Learned(SAME_LINK), new Output.Sent(Samples.message(1))), link.inputEnded());
        assertEquals(List.of(new Output.Sent(Samples.message(1))), link.inputEnded());
    }

    @Test
    void whoClosesAfterItsKeyGetsTheMessageOnALinkOfItsOwn() {
        PeerProtocol link = asked(Habits.UNKNOWN);
        link.receive(Bytes.utf8("{\"key\": \"7\"}"));
        assertEquals(
                List.of(new Output.Learned(Habits.UNKNOWN.withExchange(Exchange.NEXT_LINK)), new Output.Redial()),
                link.inputEnded());
        link.opened();
        assertEquals(List.of(MESSAGE, new Output.Finish(), new Output.Released()), link.say(text("secret çay")));
        assertEquals(List.of(new Output.Sent(Samples.message(1))), link.inputEnded());
    }

    @Test
    void whoIsKnownToDoSoGetsItThereAtOnce() {
        PeerProtocol link = asked(Habits.UNKNOWN.withExchange(Exchange.NEXT_LINK));
        assertEquals(List.of(new Output.Redial()), link.receive(Bytes.utf8("{\"key\": \"7\"}")));
        link.opened();
        assertEquals(MESSAGE, link.say(text("secret çay")).get(0));
    }

    @Test
    void whoClosesWithoutAnAnswerIsAskedOnceMoreAsABytesLiteral() {
        PeerProtocol link = asked(SAME_LINK);
        assertEquals(List.of(new Output.Redial()), link.inputEnded());
        link.opened();
        assertEquals(List.of(LITERAL, WAIT), link.say(text("secret çay")));
        assertEquals(
                List.of(
                        new Output.Learned(Habits.UNKNOWN.withKeyForm(KeyForm.BYTES_LITERAL)),
                        MESSAGE,
                        new Output.Finish(),
                        new Output.Released()),
                link.receive(Bytes.utf8("{\"key\": \"b'8'\"}")));
    }

    @Test
    void whoClosesTwiceIsNotAskedAgain() {
        PeerProtocol link = asked(SAME_LINK);
        link.inputEnded();
        link.opened();
        link.say(text("secret çay"));
        assertEquals(
                List.of(unsaid("its program closed the connection without an answer to the key of the old encryption")),
                link.inputEnded());
    }

    @Test
    void whoIsKnownForTheLiteralIsAskedWithItAndElseInDecimal() {
        PeerProtocol link = new WeakLink(ALI, SAME_LINK.withKeyForm(KeyForm.BYTES_LITERAL));
        link.opened();
        assertEquals(List.of(LITERAL, WAIT), link.say(text("secret çay")));
        link.inputEnded();
        link.opened();
        assertEquals(List.of(KEY, WAIT), link.say(text("secret çay")));
    }

    @Test
    void aBareKeyIsNeverSent() {
        PeerProtocol link = new WeakLink(ALI, Habits.UNKNOWN.withKeyForm(KeyForm.BARE));
        link.opened();
        assertEquals(List.of(KEY, WAIT), link.say(text("secret çay")));
    }

    @Test
    void silenceMeansThatNothingWasSaid() {
        assertEquals(
                List.of(unsaid("its program did not answer the key of the old encryption")),
                asked(Habits.UNKNOWN).quiet());
    }

    @Test
    void aKeyThatIsNoneMeansThatNothingWasSaid() {
        assertEquals(
                List.of(unsaid("its key of the old encryption is no whole number")),
                asked(Habits.UNKNOWN).receive(Bytes.utf8("{\"key\": \"seven\"}")));
    }

    @Test
    void whatIsSaidInsteadOfAKeyIsHeardAndTheAnswerStillAwaited() {
        PeerProtocol link = asked(SAME_LINK);
        assertTrue(link.receive(Bytes.utf8("{\"unencrypted_message\": \"busy\"}"))
                .contains(new Output.Heard(SenderClaim.NOTHING, SafeText.message("busy"), Security.NONE)));
        assertEquals(MESSAGE, link.receive(Bytes.utf8("{\"key\": \"7\"}")).get(0));
    }

    @Test
    void aSecondKeyChangesNothing() {
        PeerProtocol link = asked(SAME_LINK);
        assertEquals(
                3, link.receive(Bytes.utf8("{\"key\": \"7\"}{\"key\": \"7\"}")).size());
        assertEquals(List.of(), link.receive(Bytes.utf8("{\"key\": \"7\"}")));
    }

    @Test
    void thePeersOwnSpellingAndRowAreUsed() {
        PeerProtocol link = asked(SAME_LINK.withSpelling(Spelling.BLANK).withCipher("3des-zeros-right"));
        PeerProtocol other = asked(SAME_LINK.withSpelling(Spelling.UNDERSCORE).withCipher("of another day"));
        String zeros = CipherRow.named("3des-zeros-right")
                .orElseThrow()
                .encrypt(1, "secret çay")
                .orElseThrow();
        assertEquals(
                transmit("{\"encrypted message\": \"" + zeros + "\"}"),
                link.receive(Bytes.utf8("{\"key\": \"7\"}")).get(0));
        assertEquals(
                transmit("{\"encrypted_message\": \"" + SEALED + "\"}"),
                other.receive(Bytes.utf8("{\"key\": \"7\"}")).get(0));
    }

    @Test
    void aLongTextIsCutSoThatEachPartFitsInEveryRow() {
        Course2024Dialect dialect = new Course2024Dialect(6001);
        SafeText text = SafeText.message("çok uzun bir yazı ".repeat(200).strip());
        List<SafeText> parts = dialect.parts(ALI, new Manner(Habits.UNKNOWN, Security.WEAK), text);
        assertEquals(
                text.value(),
                String.join(" ", parts.stream().map(SafeText::value).toList()));
        for (CipherRow row : CipherRow.TABLE) {
            for (SafeText part : parts) {
                Bytes written = EncryptedMessage.write(part, Habits.UNKNOWN.withCipher(row.name()))
                        .orElseThrow();
                assertTrue(written.length() <= 1_024, row.name());
            }
        }
    }

    private static PeerProtocol asked(Habits known) {
        PeerProtocol link = new WeakLink(ALI, known);
        link.opened();
        link.say(text("secret çay"));
        return link;
    }

    private static Utterance.Text text(String text) {
        return new Utterance.Text(Samples.message(1), SafeText.message(text));
    }

    private static Output transmit(String text) {
        return new Output.Transmit(Bytes.utf8(text));
    }

    private static Output unsaid(String why) {
        return new Output.Unsaid(SafeText.line(why));
    }
}
