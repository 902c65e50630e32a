package lanline.core.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import lanline.core.model.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Before anybody is proven, little is read, and nothing but the one form is taken. */
class UnprovenTest {
    private final Person ece = Person.ece();
    private final Person ali = Person.ali();

    @Test
    void anAnswerInOldJsonEndsItAndNothingFollows() {
        End dialling = End.dialling(ece, ali);
        dialling.takeSent();
        dialling.receive(Bytes.utf8("{\"username\":\"ali\",\"unencrypted_message\":\"selam\"}\n"));
        assertEquals(
                Optional.of("a message of 31522 bytes, where at most 4094 may come"), dialling.broken, "0x7b22 bytes");
        assertEquals(List.of(), dialling.sent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "f54c4c31 02 02 00 00",
                "f54c4c31 00 02 00 00",
                "f54c4c31 01 00 00 00",
                "f54c4c31 01 03 00 00",
                "f54c4c31 01 02 01 00",
                "f54c4c31 01 02 00 01",
                "f54c4c32 01 02 00 00",
                "f54c4d31 01 02 00 00",
                "7b4c4c31 01 02 00 00"
            })
    void anotherPreambleIsBrokenAndGetsNoAnswer(String hex) {
        End accepting = End.accepting(ali);
        accepting.receive(Golden.hex(hex.replace(" ", "")));
        assertTrue(accepting.broken.isPresent());
        assertEquals(List.of(), accepting.sent);
    }

    @Test
    void whatIsDialledAnnouncesItsSuite() {
        assertEquals(Golden.hex("f54c4c3101010000"), new Preamble(Suite.XX).bytes());
        assertEquals(
                Golden.hex("f54c4c3101020000"),
                End.dialling(ece, ali).takeSent().slice(0, Preamble.LENGTH));
    }

    @Test
    void theFirstMessageMayEndAtByte4096AndNotBehindIt() {
        int most = Session.MOST_UNPROVEN_BYTES - Preamble.LENGTH - Incoming.PREFIX;
        assertWaits(greeted(most));
        assertEnds(greeted(most + 1), "a message of 4087 bytes, where at most 4086 may come");
    }

    @Test
    void theThirdMessageCountsTogetherWithTheFirst() {
        End dialling = End.dialling(ece.side(), ali, Suite.XX);
        Bytes greeting = dialling.takeSent();
        int most = Session.MOST_UNPROVEN_BYTES - greeting.length() - Incoming.PREFIX;
        assertWaits(End.accepting(ali).receive(greeting).receive(length(most)));
        assertEnds(
                End.accepting(ali).receive(greeting).receive(length(most + 1)),
                "a message of 4053 bytes, where at most 4052 may come");
    }

    @Test
    void theSecondMessageMayEndAtByte4096AndNotBehindIt() {
        assertWaits(End.dialling(ece, ali).receive(length(4_094)));
        assertEnds(
                End.dialling(ece, ali).receive(length(4_095)), "a message of 4095 bytes, where at most 4094 may come");
    }

    @Test
    void theLengthAloneIsEnoughToRefuse() {
        End accepting = End.accepting(ali).receive(new Preamble(Suite.XX_HFS).bytes());
        accepting.receive(Person.bytes(0xFF));
        assertWaits(accepting);
        accepting.receive(Person.bytes(0xFF));
        assertEnds(accepting, "a message of 65535 bytes, where at most 4086 may come");
    }

    @Test
    void aWholeHandshakeOfTheLongestNameStaysFarBelowTheLimit() {
        Person longest = Person.of("\uD83D\uDC4B".repeat(32), 9);
        End dialling = End.dialling(longest, ali);
        End accepting = End.accepting(ali);
        Bytes first = dialling.takeSent();
        Bytes second = accepting.receive(first).takeSent();
        Bytes third = dialling.receive(second).takeSent();
        assertTrue(accepting.receive(third).session.isUp());
        assertEquals(1_226, first.length());
        assertTrue(first.length() + third.length() < Session.MOST_UNPROVEN_BYTES / 2);
        assertEquals(longest.claim(), accepting.up.orElseThrow().other());
    }

    private End greeted(int length) {
        return End.accepting(ali).receive(new Preamble(Suite.XX_HFS).bytes()).receive(length(length));
    }

    private static Bytes length(int length) {
        return Person.bytes(length >> 8, length);
    }

    private static void assertWaits(End end) {
        assertEquals(Optional.empty(), end.broken);
        assertFalse(end.session.isUp());
    }

    private static void assertEnds(End end, String why) {
        assertEquals(Optional.of(why), end.broken);
    }
}
