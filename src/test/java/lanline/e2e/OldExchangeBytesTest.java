package lanline.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import lanline.core.secure.weak.CipherRow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The old secure mode in all the ways in which bytes can come, and not come; Alice is a program that a test drives byte by byte, in each with another name and machine. */
@InNamespaces
class OldExchangeBytesTest {
    private static final String KEY = "{\"key\": \"10\"}";
    private static final String OURS = "{\"key\": \"1\"}";

    @RegisterExtension
    static final Lab LAB = Lab.withHosts(2);

    private static Program ece;
    private static String eceAt;

    private RawPeer alice;
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
        alice = LAB.raw(2);
        alice.announce(LAB.lan().address(2), "10.88.0.255", "{\"username\": \"" + name + "\"}");
        ece.awaitPeer(name, "online");
    }

    @Test
    @DisplayName("A10: key and message in one segment, and cut anywhere, are read")
    void segmentsDoNotMatter() throws Exception {
        alice.say("joined", eceAt, KEY + sealed("joined"));
        assertWeak("joined");
        assertEquals(OURS, alice.awaitEnd("joined"));
        alice.dial("split", eceAt);
        for (String part : (KEY + sealed("in pieces")).split("(?<=[\":])")) {
            alice.write("split", part);
        }
        assertWeak("in pieces");
    }

    @Test
    @DisplayName("A10: a second message on the same connection is read after our side has ended, too")
    void whatFollowsIsReadAsWell() throws Exception {
        alice.dial("a", eceAt);
        alice.write("a", KEY);
        alice.write("a", sealed("first"));
        assertWeak("first");
        assertEquals(OURS, alice.awaitEnd("a"));
        alice.write("a", sealed("second") + "{\"unencrypted_message\": \"third\"}");
        assertWeak("second");
        assertEquals("none", ece.awaitMessage("third").path("security").asText());
    }

    @Test
    @DisplayName("A10: who ends its side after the key is answered, and heard on another connection")
    void theEndMayComeBeforeTheMessage() throws Exception {
        alice.say("key", eceAt, KEY);
        assertEquals(OURS, alice.awaitEnd("key"));
        alice.say("message", eceAt, sealed("on its own"));
        assertWeak("on its own");
    }

    @Test
    @DisplayName("A10: a connection that is reset after the key, or within the message, does no harm")
    void resetConnectionsDoNoHarm() throws Exception {
        alice.dial("key", eceAt);
        alice.write("key", KEY);
        alice.reset("key");
        alice.dial("half", eceAt);
        alice.write("half", KEY + "{\"encrypted_message\": \"NFUN");
        alice.reset("half");
        alice.say("good", eceAt, sealed("still here"));
        assertWeak("still here");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"user\": 7, \"key\": 0, \"unencrypted_message\": \"plain all the same\"}|plain all the same|none",
                "{\"encrypted_message\": \"NFUNNFrr7Q0=\"}|enc efe|weak",
                "{\"encrypted_message\": \"AOttYnBRtkty7P9DnkoK7w==\"}|gizli mesaj ç|weak",
                "{\"encrypted_message\": \"AAAAAAAAAAA=\"}|[a message in the old course encryption that can't be read:"
                        + " none of the keys that older programs use fits] AAAAAAAAAAA=|weak",
                "{\"key\": \"ten\"}|[a key of the old course encryption that is no whole number] ten|none",
                "{\"key\": 0}|[a key of the old course encryption that is not above zero] 0|none",
            })
    @DisplayName("A10: what is no exchange is shown as what it is, and answered by nothing")
    void whatIsNoExchangeIsShown(String sent, String shown, String security) throws Exception {
        alice.say("a", eceAt, sent);
        assertEquals(security, ece.awaitMessage(shown).path("security").asText());
        assertEquals("", alice.awaitEnd("a"));
    }

    @Test
    @DisplayName("A9: a program that never answers the key has surely not got the message, and says so")
    void noAnswerToTheKeyIsAFailureForSure() throws Exception {
        alice.takeAndIgnore();
        JsonNode failed = ece.awaitState(sendWeakly("never read"), "failed");
        assertEquals(
                "its program did not answer the key of the old encryption" + " (after /weak " + name
                        + " off what you write goes plainly)",
                failed.path("reason").asText());
    }

    private void assertWeak(String text) throws InterruptedException {
        assertEquals("weak", ece.awaitMessage(text).path("security").asText());
    }

    private String sendWeakly(String text) throws InterruptedException {
        return ece.ask("send", "to", name, "text", text, "security", "weak")
                .path("id")
                .asText();
    }

    private static String sealed(String text) {
        return "{\"encrypted_message\": \"" + CipherRow.USUAL.encrypt(1, text).orElseThrow() + "\"}";
    }
}
