package lanline.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Stream;
import lanline.core.secure.weak.CipherRow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Ece's Lanline beside programs of the course, which speak the old secure mode: {@code wire.md} section 1. One Lanline meets them all; in
 * each test Alice has another name and another machine, and so habits that are not known yet.
 */
@InNamespaces
@WithPython
class OldEncryptionTest {
    private static final String USUAL = "3des-blanks";

    @RegisterExtension
    static final Lab LAB = Lab.withHosts(2);

    private static Program ece;
    private static String eceAt;

    private CoursePeer alice;
    private String name;

    @BeforeAll
    static void eceIsThere() throws Exception {
        eceAt = LAB.lan().address(1);
        ece = LAB.start(1, "Ece");
    }

    @BeforeEach
    void aliceComes() throws Exception {
        ece.beginAnew();
        name = "alice" + LAB.lan().move(2);
        alice = LAB.course(2);
        alice.announce(LAB.lan().address(2), "10.88.0.255", name);
        ece.awaitPeer(name, "online");
    }

    @ParameterizedTest
    @CsvSource({"decimal", "integer", "public", "bare"})
    @DisplayName("A8: her program answers the key in any form, and reads the message on the same connection")
    void anyFormOfAnswerIsUnderstood(String form) throws Exception {
        int mark = alice.mark();
        alice.respond(USUAL, form);
        String id = sendWeakly("çay içelim mi?");
        assertEquals("{\"key\": \"1\"}", alice.nextGot(mark, eceAt));
        alice.awaitMessage(eceAt, "çay içelim mi?");
        ece.awaitState(id, "sent");
    }

    @Test
    @DisplayName("A8: the bytes on the wire are the key, and then one object with the message")
    void theBytesAreThoseOfTheOlderPrograms() throws Exception {
        alice.respond(USUAL, "decimal");
        alice.say(eceAt, USUAL, "decimal", "same", 0, "selam");
        ece.awaitMessage("selam");
        int mark = alice.mark();
        sendWeakly("secret çay");
        assertEquals("{\"key\": \"1\"}", alice.nextGot(mark, eceAt));
        alice.awaitMessage(eceAt, "secret çay");
        String sealed = CipherRow.USUAL.encrypt(1, "secret çay").orElseThrow();
        assertTrue(alice.hasSaid("got " + eceAt + " " + hex("{\"encrypted_message\": \"" + sealed + "\"}")));
    }

    @Test
    @DisplayName(
            "A8: a program that takes keys only as Python bytes literals is asked again in that form, and then at once")
    void theLiteralIsTriedOnceHerProgramHasClosed() throws Exception {
        alice.respond(USUAL, "literal", "only");
        int mark = alice.mark();
        ece.awaitState(sendWeakly("first"), "sent");
        alice.awaitMessage(eceAt, "first");
        assertEquals("{\"key\": \"1\"}", alice.nextGot(mark, eceAt));
        mark = alice.mark();
        ece.awaitState(sendWeakly("second"), "sent");
        alice.awaitMessage(eceAt, "second");
        assertEquals("{\"key\": \"b'1'\"}", alice.nextGot(mark, eceAt));
    }

    @Test
    @DisplayName(
            "A9: a program that only closes has surely not got the message; once it shows its form of key, it gets the next")
    void whoOnlyClosesHasNotGotItUntilItsFormIsKnown() throws Exception {
        alice.respond(USUAL, "integer", "only");
        JsonNode failed = ece.awaitState(sendWeakly("not yet"), "failed");
        assertEquals(
                "its program closed the connection without an answer to the key of the old encryption"
                        + " (after /weak " + name + " off what you write goes plainly)",
                failed.path("reason").asText());
        alice.say(eceAt, USUAL, "integer", "same", 0, "like this");
        ece.awaitMessage("like this");
        ece.awaitState(sendWeakly("now"), "sent");
        alice.awaitMessage(eceAt, "now");
    }

    @Test
    @DisplayName("A8: a program that closes after its key gets the message on the next connection")
    void theMessageGoesOnTheNextConnection() throws Exception {
        alice.respond(USUAL, "decimal", "apart");
        for (String text : new String[] {"one", "two", "three"}) {
            ece.awaitState(sendWeakly(text), "sent");
            alice.awaitMessage(eceAt, text);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "decimal, same, 0, {\"key\": \"1\"}",
        "integer, same, 0, {\"key\": 1}",
        "literal, same, 0, {\"key\": \"b'1'\"}",
        "decimal, apart, 0, {\"key\": \"1\"}",
        "decimal, joined, 0, {\"key\": \"1\"}",
        "decimal, same, 3, {\"key\": \"1\"}",
        "integer, apart, 3, {\"key\": 1}",
    })
    @DisplayName("A10: her key is answered in its form, and her message is shown however she sends it, called weak")
    void herMessageIsShownAsWeak(String form, String pattern, double seconds, String answer) throws Exception {
        int mark = alice.mark();
        alice.say(eceAt, USUAL, form, pattern, seconds, "sır: çay \uD83D\uDE00");
        assertEquals(answer, alice.awaitAnswer(mark));
        JsonNode message = ece.awaitMessage("sır: çay \uD83D\uDE00");
        assertEquals(name, message.path("from").asText());
        assertEquals("weak", message.path("security").asText());
    }

    static Stream<String> rows() {
        return CipherRow.TABLE.stream().map(CipherRow::name);
    }

    @ParameterizedTest
    @MethodSource("rows")
    @DisplayName("A8 A10: what her program encrypts is read, and answered so that it reads the answer")
    void eachDerivationGoesBothWays(String row) throws Exception {
        alice.respond(row, "decimal");
        alice.say(eceAt, row, "decimal", "same", 0, "hello in " + row);
        assertEquals(
                "weak", ece.awaitMessage("hello in " + row).path("security").asText());
        ece.awaitState(sendWeakly("and back in " + row), "sent");
        alice.awaitMessage(eceAt, "and back in " + row);
    }

    @Test
    @DisplayName("A7: what is not chosen to be weak goes plainly, whatever she writes in")
    void nothingIsWeakUnlessItIsChosen() throws Exception {
        alice.respond(USUAL, "decimal");
        alice.say(eceAt, USUAL, "decimal", "same", 0, "psst");
        ece.awaitMessage("psst");
        ece.awaitState(ece.send(name, "out loud"), "sent");
        alice.awaitPlain(eceAt, "out loud");
    }

    @Test
    @DisplayName("A10: her plain message ends with our side at once, which she waits for")
    void ourSideEndsAfterAPlainMessage() throws Exception {
        alice.sayPlainly(eceAt, "over to you");
        alice.awaitEnd();
        assertEquals("none", ece.awaitMessage("over to you").path("security").asText());
    }

    @Test
    @DisplayName("A8: a long weak text goes in parts that each fit into one recv")
    void aLongTextGoesInParts() throws Exception {
        alice.respond(USUAL, "decimal");
        String text = "uzun bir yazı ".repeat(100).strip();
        sendWeakly(text);
        assertEquals(text, alice.awaitJoined(eceAt, text.length()));
    }

    private String sendWeakly(String text) throws InterruptedException {
        JsonNode answer = ece.ask("send", "to", name, "text", text, "security", "weak");
        assertEquals("weak", answer.path("security").asText(), answer.toString());
        return answer.path("id").asText();
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
