package lanline.core.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import lanline.core.model.Bytes;
import lanline.core.model.InstanceId;
import lanline.core.model.LanlineId;
import lanline.core.secure.noise.Payload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody else is there, or what is shown is not theirs: it ends, and before message 3 if we dialled. */
class ImpostorTest {
    private static final String UNSIGNED = "it could not sign for the identity that it shows";

    private final Person ece = Person.ece();
    private final Person ali = Person.ali();
    private final Person mallory = Person.mallory();
    private final Stranger stranger = new Stranger();

    @ParameterizedTest
    @EnumSource
    void somebodyElseWhoAnswersLearnsNothingOfWhoCalled(Suite suite) {
        End dialling = End.dialling(ece.side(), ali, suite);
        End accepting = End.accepting(mallory);
        accepting.receive(dialling.takeSent());
        dialling.receive(accepting.takeSent());
        assertEquals(Optional.of("somebody else answers than who was dialled"), dialling.broken);
        assertEquals(List.of(), dialling.sent);
    }

    @Test
    void aMiddleManWhoPassesTheAnswerOnUnderItsOwnKeyIsFoundOut() {
        End dialling = End.dialling(ece.side(), ali, Suite.XX);
        Bytes greeting = dialling.takeSent();
        stranger.dial(End.accepting(ali), hash -> Bytes.EMPTY);
        assertEnded(dialling.receive(stranger.answer(greeting, hash -> stranger.heard)), UNSIGNED);
    }

    @Test
    void aMiddleManWhoPassesTheProofOnUnderItsOwnKeyIsFoundOut() {
        End toMallory = End.dialling(ece.side(), mallory, Suite.XX);
        toMallory.receive(stranger.answer(toMallory.takeSent(), signedAs(Side.DIALLED, mallory)));
        stranger.hearProof(toMallory.takeSent());
        Bytes shownByEce = stranger.heard;
        End accepting = End.accepting(ali);
        stranger.dial(accepting, hash -> shownByEce);
        assertEnded(accepting, UNSIGNED);
    }

    @Test
    void aSignatureOfTheOtherSideIsNotTaken() {
        End accepting = End.accepting(ali);
        stranger.dial(accepting, signedAs(Side.DIALLED, mallory));
        assertEnded(accepting, UNSIGNED);
        End dialling = End.dialling(ece.side(), mallory, Suite.XX);
        assertEnded(dialling.receive(stranger.answer(dialling.takeSent(), signedAs(Side.DIALLING, mallory))), UNSIGNED);
    }

    @Test
    void theSameByTheBookIsTaken() {
        End accepting = End.accepting(ali);
        stranger.dial(accepting, signedAs(Side.DIALLING, mallory));
        assertEquals(Optional.empty(), accepting.broken);
        assertEquals(1, accepting.sent.size());
    }

    @Test
    void aFirstFrameThatIsNoHelloEndsIt() {
        End accepting = End.accepting(ali);
        Channel channel = stranger.dial(accepting, signedAs(Side.DIALLING, mallory));
        accepting.receive(Stranger.prefixed(channel.seal(new Frame.Ping())));
        assertEnded(accepting, "its first frame was no HELLO");
    }

    @Test
    void anotherIdOverAGoodSignatureIsNotTaken() {
        Person namedEce = mallory.claiming(ece.claim());
        End accepting = End.accepting(ali);
        stranger.dial(accepting, signedAs(Side.DIALLING, namedEce));
        assertEnded(accepting, UNSIGNED);
    }

    private Payload signedAs(Side side, Person person) {
        return hash -> new Credential(
                        person.claim(), person.identity().sign(side.statement(hash, stranger.key.publicKey())))
                .bytes();
    }

    @Test
    void anIdentityOfSmallOrderForWhichAnybodyCanSignIsNotTaken() {
        // The neutral element, and a signature that holds for any message where this isn't looked at: R neutral, S
        // zero.
        String neutral = "01" + "00".repeat(31);
        LanlineId id = LanlineId.of(Bytes.copyOf(HexFormat.of().parseHex(neutral)));
        Claim claim = new Claim(id, ece.claim().name(), 6_001, ece.claim().run());
        Bytes signature = Bytes.copyOf(HexFormat.of().parseHex(neutral + "00".repeat(32)));
        End accepting = End.accepting(ali);
        stranger.dial(accepting, hash -> new Credential(claim, signature).bytes());
        assertEnded(accepting, "its identity is a key that anybody could sign for");
    }

    @Test
    void aMirrorThatLeadsUsToOurselvesIsRefused() {
        End dialling = End.dialling(ece, ece);
        End accepting = End.accepting(ece);
        accepting.receive(dialling.takeSent());
        assertEnded(dialling.receive(accepting.takeSent()), "this very program is at the other end");
        assertEquals(List.of(), dialling.sent);
    }

    @ParameterizedTest
    @EnumSource
    void ourOwnBytesComingBackBringNothingUp(Suite suite) {
        End dialling = End.dialling(ece.side(), ali, suite);
        dialling.receive(dialling.takeSent());
        assertFalse(dialling.session.isUp());
        assertTrue(dialling.broken.isPresent());
        assertEquals(List.of(), dialling.sent);
    }

    @Test
    void anotherRunOfTheSameIdentityOnAnotherHostIsSomebodyToTalkTo() {
        Claim.Run elsewhere = new Claim.Run(new InstanceId("00000000000000aa"), 5, 6);
        Person onTheOtherHost = ece.claiming(new Claim(ece.id(), ece.claim().name(), 6_002, elsewhere));
        End dialling = End.dialling(ece, ece);
        End accepting = End.accepting(onTheOtherHost);
        End.exchange(dialling, accepting);
        assertTrue(dialling.session.isUp() && accepting.session.isUp());
    }

    @ParameterizedTest
    @EnumSource
    void whoIsNotAdmittedGetsNoMessageThree(Suite suite) {
        List<String> asked = new ArrayList<>();
        Admission nobody = (claim, used) -> {
            asked.add(claim.name() + " " + used);
            return Optional.of("blocked");
        };
        End dialling = End.dialling(ece.side(nobody), ali, suite);
        End accepting = End.accepting(ali);
        accepting.receive(dialling.takeSent());
        assertEnded(dialling.receive(accepting.takeSent()), "blocked");
        assertEquals(List.of(), dialling.sent);
        assertEquals(List.of("Ali " + suite), asked);
    }

    @ParameterizedTest
    @EnumSource
    void whoIsNotAdmittedAfterItsProofHearsNothingMore(Suite suite) {
        End dialling = End.dialling(ece.side(), ali, suite);
        End accepting = End.accepting(ali.side((claim, used) -> Optional.of("blocked")));
        End.exchange(dialling, accepting);
        assertEnded(accepting, "blocked");
        assertFalse(dialling.session.isUp());
    }

    private static void assertEnded(End end, String why) {
        assertEquals(Optional.of(why), end.broken);
        assertFalse(end.session.isUp());
        assertEquals(Optional.empty(), end.up);
    }
}
