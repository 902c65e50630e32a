package lanline.core.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lanline.core.model.Bytes;
import lanline.core.model.MessageId;
import lanline.core.text.SafeText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A session that is up, and what somebody on the way can do to it. */
class EstablishedTest {
    private static final String UNFIT =
            "an encrypted part does not fit its key: changed on the way, out of order, or not from the other side";

    private final End ece = End.dialling(Person.ece(), Person.ali());
    private final End ali = End.accepting(Person.ali());

    @BeforeEach
    void up() {
        End.exchange(ece, ali);
    }

    @Test
    void aFrameThatComesTwiceIsHeardOnceAndEndsIt() {
        Bytes sent = sealed("selam");
        ali.receive(sent).receive(sent);
        assertEquals(1, ali.heard.size());
        assertEnded(UNFIT);
    }

    @Test
    void framesInAnotherOrderEndIt() {
        Bytes first = sealed("one");
        Bytes second = sealed("two");
        ali.receive(second).receive(first);
        assertEquals(List.of(), ali.heard);
        assertEnded(UNFIT);
    }

    @Test
    void aFrameLeftOutEndsIt() {
        sealed("one");
        ali.receive(sealed("two"));
        assertEquals(List.of(), ali.heard);
        assertEnded(UNFIT);
    }

    @Test
    void aFlippedBitAnywhereIsNeverHeard() {
        Bytes sent = sealed("selam");
        for (int bit = 0; bit < sent.length() * Byte.SIZE; bit++) {
            End other = End.accepting(Person.ali());
            End dialling = End.dialling(Person.ece(), Person.ali());
            End.exchange(dialling, other);
            other.receive(DamagedSessionTest.flipped(sent, bit));
            assertEquals(List.of(), other.heard, "bit " + bit);
        }
    }

    @Test
    void aFrameOfMineSentBackToMeEndsIt() {
        ece.receive(sealed("selam"));
        assertEquals(Optional.of(UNFIT), ece.broken);
        assertEquals(List.of(), ece.heard);
    }

    @Test
    void aLengthThatNoFrameHasEndsItBeforeTheFrameIsThere() {
        int most = Channel.MOST_SEALED_BYTES;
        assertEquals(8_256 + 16, most);
        ali.receive(Person.bytes(most >> 8, most));
        assertEquals(Optional.empty(), ali.broken);
        ece.receive(Person.bytes(most + 1 >> 8, most + 1));
        assertEquals(Optional.of("a message of 8273 bytes, where at most 8272 may come"), ece.broken);
    }

    @Test
    void aSecondHelloEndsIt() {
        ece.say(new Frame.Hello());
        ali.receive(ece.takeSent());
        assertEnded("a second HELLO");
    }

    @Test
    void theLongestTextGoesThroughAndALongerOneIsOurBug() {
        ali.receive(sealed("x".repeat(Frame.MOST_TEXT_BYTES)));
        assertEquals(1, ali.heard.size());
        assertThrows(IllegalArgumentException.class, () -> sealed("x".repeat(Frame.MOST_TEXT_BYTES + 1)));
    }

    @Test
    void threeThousandMessagesEachWayGoThroughAllChangesOfKeys() {
        List<Frame> saidByEce = new ArrayList<>();
        List<Frame> saidByAli = new ArrayList<>();
        for (int i = 0; i < 3 * Channel.MESSAGES_A_KEY; i++) {
            saidByEce.add(text("e" + i));
            ece.say(saidByEce.get(i));
            // At another pace, so that the two directions don't change keys at the same time.
            if (i % 3 == 0) {
                saidByAli.add(text("a" + i));
                ali.say(saidByAli.get(i / 3));
                End.exchange(ece, ali);
            }
        }
        for (int i = saidByAli.size(); i < 3 * Channel.MESSAGES_A_KEY; i++) {
            saidByAli.add(text("a" + i));
            ali.say(saidByAli.get(i));
        }
        End.exchange(ece, ali);
        assertEquals(saidByEce, ali.heard);
        assertEquals(saidByAli, ece.heard);
        assertTrue(ece.session.isUp() && ali.session.isUp());
    }

    private Bytes sealed(String text) {
        return ece.say(text(text)).takeSent();
    }

    private static Frame text(String text) {
        return new Frame.Text(new MessageId("0123456789abcdef0123456789abcdef"), SafeText.message(text));
    }

    private void assertEnded(String why) {
        assertEquals(Optional.of(why), ali.broken);
        assertFalse(ali.session.isUp());
    }
}
