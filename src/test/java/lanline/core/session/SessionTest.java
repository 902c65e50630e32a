package lanline.core.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import lanline.core.model.Bytes;
import lanline.core.model.ComparisonStep;
import lanline.core.model.MessageId;
import lanline.core.text.SafeText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two sides that are who they say, on a link that changes nothing. */
class SessionTest {
    private static final MessageId ID = new MessageId("00112233445566778899aabbccddeeff");

    private final Person ece = Person.ece();
    private final Person ali = Person.ali();
    private final End dialling = End.dialling(ece, ali);
    private final End accepting = End.accepting(ali);

    @ParameterizedTest
    @EnumSource
    void bothComeUpAndKnowWhoIsThere(Suite suite) {
        End caller = End.dialling(ece.side(), ali, suite);
        End called = End.accepting(ali);
        End.exchange(caller, called);
        Bytes binding = caller.up.orElseThrow().channelBinding();
        assertEquals(new SessionOutput.Up(ali.claim(), suite, binding), caller.up.orElseThrow());
        assertEquals(new SessionOutput.Up(ece.claim(), suite, binding), called.up.orElseThrow());
        assertTrue(caller.session.isUp() && called.session.isUp());
    }

    @Test
    void whatIsSaidIsHeardOnTheOtherSideInOrder() {
        End.exchange(dialling, accepting);
        List<Frame> said = List.of(
                new Frame.Text(ID, SafeText.message("merhaba dünya 👋\nikinci satır")),
                new Frame.Receipt(List.of(ID, new MessageId("f".repeat(32)))),
                new Frame.Compare(ComparisonStep.REVEAL, Person.bytes(1, 2, 3)),
                new Frame.Compare(ComparisonStep.SAME, Bytes.EMPTY),
                new Frame.Bye(Frame.Bye.Reason.REPLACED));
        said.forEach(dialling::say);
        End.exchange(dialling, accepting);
        assertEquals(said, accepting.heard);
        assertEquals(Optional.empty(), accepting.broken);
    }

    @Test
    void aPingIsAnsweredAndNeitherIsHeard() {
        End.exchange(dialling, accepting);
        accepting.say(new Frame.Ping());
        dialling.receive(accepting.takeSent());
        assertEquals(1, dialling.sent.size());
        End.exchange(dialling, accepting);
        assertEquals(List.of(), dialling.heard);
        assertEquals(List.of(), accepting.heard);
    }

    @Test
    void whoDialledIsUpOnlyOnceTheOthersHelloHasCome() {
        accepting.receive(dialling.takeSent());
        dialling.receive(accepting.takeSent());
        assertFalse(dialling.session.isUp());
        assertThrows(IllegalStateException.class, () -> dialling.session.say(new Frame.Ping()));
        accepting.receive(dialling.takeSent());
        assertTrue(accepting.session.isUp());
        dialling.receive(accepting.takeSent());
        assertTrue(dialling.session.isUp());
    }

    @Test
    void whatIsSaidAboutSomethingHeardDoesNotOvertakeAnAnswerThatIsSealed() {
        accepting.receive(dialling.takeSent());
        dialling.receive(accepting.takeSent());
        accepting
                .receive(dialling.takeSent())
                .say(new Frame.Text(ID, SafeText.message("selam")))
                .say(new Frame.Ping());
        List<SessionOutput> outputs = dialling.session.receive(accepting.takeSent());
        assertEquals(3, outputs.size());
        for (SessionOutput output : outputs) {
            output.deliverTo(dialling);
            if (output instanceof SessionOutput.Up || output instanceof SessionOutput.Heard) {
                dialling.say(new Frame.Receipt(List.of(ID)));
            }
        }
        End.exchange(dialling, accepting);
        assertEquals(Optional.empty(), accepting.broken);
        assertEquals(2, accepting.heard.size());
    }

    @Test
    void aByeEndsBothSides() {
        End.exchange(dialling, accepting);
        dialling.say(new Frame.Bye(Frame.Bye.Reason.LEFT));
        assertFalse(dialling.session.isUp());
        End.exchange(dialling, accepting);
        assertFalse(accepting.session.isUp());
        assertEquals(List.of(new Frame.Bye(Frame.Bye.Reason.LEFT)), accepting.heard);
    }

    @Test
    void afterTheEndWhatComesIsForgottenWithoutAWord() {
        End.exchange(dialling, accepting);
        dialling.say(new Frame.Text(ID, SafeText.message("too late")));
        accepting.session.end();
        accepting.session.end();
        End.exchange(dialling, accepting);
        assertEquals(List.of(), accepting.heard);
        assertEquals(Optional.empty(), accepting.broken);
        assertThrows(IllegalStateException.class, () -> accepting.session.say(new Frame.Ping()));
    }

    @Test
    void whatWentThroughIsCountedOnBothSides() {
        End.exchange(dialling, accepting);
        assertEquals(2 * 80, dialling.session.sealedBytes());
        dialling.say(new Frame.Text(ID, SafeText.message("x".repeat(45))));
        End.exchange(dialling, accepting);
        assertEquals(2 * 80 + 144, dialling.session.sealedBytes());
        assertEquals(2 * 80 + 144, accepting.session.sealedBytes());
    }
}
