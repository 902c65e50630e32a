package lanline.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Ece's Lanline learns how Alice's older program writes, and writes so to it: {@code wire.md} section 1, "Messages". One Lanline meets them
 * all; in each test Alice has another name and machine, and so habits that are not known yet.
 */
@InNamespaces
class OlderHabitsTest {
    /** Too long for all three spellings in one object. */
    private static final String LONG = "uzun ".repeat(100).strip();

    @RegisterExtension
    static final Lab LAB = Lab.withHosts(2);

    private static Program ece;
    private static String eceAt;
    private static String own;

    private RawPeer alice;
    private String name;

    @BeforeAll
    static void eceIsThere() throws Exception {
        eceAt = LAB.lan().address(1);
        ece = LAB.launch(1, "Ece");
        own = ece.awaitReady().path("peer").asText();
    }

    @BeforeEach
    void aliceComes() throws Exception {
        ece.beginAnew();
        name = "alice" + LAB.lan().move(2);
        alice = LAB.raw(2);
    }

    @Test
    @DisplayName("A10: who announces a uuid of its own writes base64, and gets base64")
    void aProgramWithAUuidIsSpokenToInBase64() throws Exception {
        alice.take();
        appear("{\"username\": \"" + name + "\", \"uuid\": \"6ba7b810-9dad-41d1-80b4-00c04fd430c8\"}");
        alice.say("hers", eceAt, "{\"unencrypted_message\": \"" + base64("selam çay") + "\"}");
        assertEquals(name, ece.awaitMessage("selam çay").path("from").asText());
        String id = ece.send(name, "naber \"alice\"?");
        String text = base64("naber \"alice\"?");
        assertEquals(
                "{\"unencrypted_message\": \"" + text + "\", \"unencrypted message\": \"" + text
                        + "\", \"unencryptedmessage\": \"" + text + "\", \"username\": \"Ece\", \"ll\": {\"id\": \""
                        + own
                        + "\", \"m\": \"" + id + "\", \"port\": 6001}}",
                alice.nextMessage().text());
        ece.awaitState(id, "sent");
    }

    @Test
    @DisplayName("A10: what is no base64 is shown as it is, and answered in clear from then on")
    void whoHasAUuidAndWritesClearGetsClear() throws Exception {
        alice.take();
        appear("{\"username\": \"" + name + "\", \"uuid\": \"6ba7b810-9dad-41d1-80b4-00c04fd430c8\"}");
        alice.say("hers", eceAt, "{\"unencrypted_message\": \"selam, çay?\"}");
        ece.awaitMessage("selam, çay?");
        ece.send(name, "olur");
        assertTrue(alice.nextMessage().text().startsWith("{\"unencrypted_message\": \"olur\","));
    }

    @Test
    @DisplayName(
            "A7: what does not fit in three spellings goes in the one that she uses, with the name where she puts hers")
    void aLongTextIsSpelledAsSheSpells() throws Exception {
        alice.take();
        appear("{\"username\": \"" + name + "\"}");
        String first = ece.send(name, LONG);
        assertEquals(
                object("unencrypted_message", "username", first),
                alice.nextMessage().text());
        alice.say("hers", eceAt, "{\"user\": \"" + name + "\", \"unencrypted message\": \"spelled with a blank\"}");
        ece.awaitMessage("spelled with a blank");
        String second = ece.send(name, LONG);
        assertEquals(
                object("unencrypted message", "user", second),
                alice.nextMessage().text());
    }

    private String object(String key, String person, String id) {
        return "{\"" + key + "\": \"" + LONG + "\", \"" + person + "\": \"Ece\", \"ll\": {\"id\": \"" + own
                + "\", \"m\": \"" + id + "\", \"port\": 6001}}";
    }

    @Test
    @DisplayName("A10: an initiator that waits for our side to end goes on after its first message, and is still read")
    void ourSideEndsAfterAMessageAndGoesOnReading() throws Exception {
        appear("{\"username\": \"" + name + "\"}");
        alice.dial("open", eceAt);
        alice.write("open", "{\"unencrypted_message\": \"first\"}");
        assertEquals("", alice.awaitEnd("open"));
        ece.awaitMessage("first");
        alice.write("open", "{\"unencrypted_message\": \"second on the same\"}");
        ece.awaitMessage("second on the same");
    }

    @Test
    @DisplayName(
            "B9: an automatic answer on our connection is the state 'answered', no message, and nothing answers it")
    void anAutomaticAnswerOnOurConnectionIsAState() throws Exception {
        alice.takeAndAnswer("{\"unencrypted_message\": \"Message received ✔️\"}");
        appear("{\"username\": \"" + name + "\"}");
        String id = ece.send(name, "orada mısın?");
        alice.nextMessage();
        JsonNode state = ece.awaitState(id, "answered");
        assertEquals("Message received ✔️", state.path("reason").asText());
        assertNothingFollows();
    }

    @Test
    @DisplayName("B9: the same on a connection of its own")
    void anAutomaticAnswerOnItsOwnConnectionIsAState() throws Exception {
        alice.take();
        appear("{\"username\": \"" + name + "\"}");
        String id = ece.send(name, "orada mısın?");
        alice.nextMessage();
        ece.awaitState(id, "sent");
        alice.say("answer", eceAt, "{\"unencrypted_message\": \"Message received ✔️\"}");
        ece.awaitState(id, "answered");
        assertNothingFollows();
    }

    /** What Ece would have sent of herself would have come before what she is told to send. */
    private void assertNothingFollows() throws Exception {
        ece.send(name, "the next of hers");
        assertTrue(alice.nextMessage().text().contains("the next of hers"));
    }

    private void appear(String announcement) throws Exception {
        alice.announce(LAB.lan().address(2), "10.88.0.255", announcement);
        ece.awaitPeer(name, "online");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
