package lanline.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Ece's Lanline beside Alice's program of the course, 2024 edition, that is a process of its own: {@code wire.md} section 1. One Lanline
 * meets them all; in each test Alice has another name and machine.
 */
@InNamespaces
class OlderProgramTest {
    private static final String ID = "[a-z2-7]{52}";
    private static final String SIGNATURE = "[A-Za-z0-9_-]{86}";
    private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    @RegisterExtension
    static final Lab LAB = Lab.withHosts(2);

    private static Program ece;
    private static String eceAt;
    private static String own;

    private RawPeer alice;
    private String name;
    private String aliceAt;

    @BeforeAll
    static void eceIsThere() throws Exception {
        eceAt = LAB.lan().address(1);
        ece = LAB.launch(1, "Ece Gül");
        own = ece.awaitReady().path("peer").asText();
    }

    @BeforeEach
    void aliceComes() throws Exception {
        ece.beginAnew();
        name = "alice" + LAB.lan().move(2);
        aliceAt = LAB.lan().address(2);
        alice = LAB.raw(2);
    }

    @Test
    @DisplayName("A3 A4: her bare announcement from an ephemeral port puts her on the list")
    void herAnnouncementPutsHerOnTheList() throws Exception {
        alice.announce(aliceAt, "10.88.0.255", "{\"username\": \"" + name + "\"}");
        JsonNode peer = ece.awaitPeer(name, "online");
        assertEquals(name + "@" + aliceAt, peer.path("peer").asText());
        assertEquals("course-2024", peer.path("speaks").asText());
        assertEquals(aliceAt, peer.path("address").asText());
    }

    @Test
    @DisplayName("A3: the address is where the datagram came from, whatever its JSON claims")
    void theAddressIsWhereTheDatagramCameFrom() throws Exception {
        alice.announce(
                aliceAt,
                "10.88.0.255",
                "{\n  \"username\": \"" + name
                        + "\",\n  \"IP_ADDRESS\": \"10.88.0.255\",\n  \"timestamp\": 17.5,\n  \"id\": null\n}\n");
        assertEquals(aliceAt, ece.awaitPeer(name, "online").path("address").asText());
    }

    @Test
    @DisplayName("A2: our announcement is byte for byte what older programs understand")
    void ourAnnouncementIsWhatOlderProgramsUnderstand() throws Exception {
        alice.hear();
        String said = alice.awaitDatagram(eceAt, text -> true).text();
        String expected =
                "\\{\"username\": \"ece_gül\", \"ip\": \"10\\.88\\.0\\.1\", \"ip_address\": \"10\\.88\\.0\\.1\","
                        + " \"uuid\": \"" + UUID + "\", \"ll\": \\{\"v\": 1, \"id\": \"" + ID
                        + "\", \"name\": \"Ece Gül\","
                        + " \"port\": 6001, \"in\": \"[0-9a-f]{16}\", \"ep\": [0-9]{13}, \"n\": [0-9]+, \"per\": 8, \"st\": \"online\","
                        + " \"s\": \\[2, 1\\], \"sig\": \"" + SIGNATURE + "\"\\}\\}";
        assertTrue(said.matches(expected), said);
        assertTrue(said.getBytes(StandardCharsets.UTF_8).length <= 1_024, said);
    }

    @Test
    @DisplayName(
            "A7: our message is one object with all three spellings and the name, in one segment, and then our side ends")
    void ourMessageIsOneObjectThatEveryOlderProgramShows() throws Exception {
        alice.take();
        alice.announce(aliceAt, "10.88.0.255", "{\"username\": \"" + name + "\"}");
        ece.awaitPeer(name, "online");
        String id = ece.send(name, "naber \"alice\"? çay");
        RawPeer.Received message = alice.nextMessage();
        String text = "naber \\\"alice\\\"? çay";
        assertEquals(
                "{\"unencrypted_message\": \"" + text + "\", \"unencrypted message\": \"" + text
                        + "\", \"unencryptedmessage\": \"" + text + "\", \"username\": \"Ece Gül\", \"ll\": {\"id\": \""
                        + own
                        + "\", \"m\": \"" + id + "\", \"port\": 6001}}",
                message.text());
        assertEquals(0, message.number());
        ece.awaitState(id, "sent");
    }

    @Test
    @DisplayName("A7: a long text goes in parts of at most 1,024 bytes, in order, cut between words")
    void aLongTextGoesInPartsThatFit() throws Exception {
        alice.take();
        alice.announce(aliceAt, "10.88.0.255", "{\"username\": \"" + name + "\"}");
        ece.awaitPeer(name, "online");
        String text = "çok uzun bir yazı ".repeat(200).strip();
        ece.awaitState(ece.send(name, text), "sent");
        StringBuilder joined = new StringBuilder();
        while (joined.length() < text.length()) {
            int length = joined.length();
            RawPeer.Received part = alice.nextMessage();
            assertEquals(0, part.number(), "bytes that recv(1024) does not see");
            String said = part.text().replaceAll("^\\{\"unencrypted_message\": \"([^\"]*)\".*", "$1");
            joined.append(length == 0 ? "" : " ").append(said);
        }
        assertEquals(text, joined.toString());
    }

    @Test
    @DisplayName("A10: every spelling, raw text and JSON in JSON are plain messages of hers")
    void everySpellingIsAMessage() throws Exception {
        alice.announce(aliceAt, "10.88.0.255", "{\"username\": \"" + name + "\"}");
        ece.awaitPeer(name, "online");
        List<String> spellings = List.of(
                "{\"unencrypted_message\": \"text 0\"}",
                "{\"unencrypted message\": \"text 1\"}",
                "{\"unencryptedmessage\": \"text 2\"}",
                "{\"Unencrypted_Message\":\"text 3\"}\n",
                "{\"message\": \"text 4\"}",
                "text 5",
                "\"{\\\"unencrypted_message\\\": \\\"text 6\\\"}\"",
                "{\"user\": \"" + name + "\", \"key\": 0, \"unencrypted_message\": \"text 7\"}",
                "{\"username\": \"" + name + "\", \"unencrypted_message\": \"text 8\", \"extra\": [1, {\"a\": null}]}");
        for (int i = 0; i < spellings.size(); i++) {
            alice.say("spelling" + i, eceAt, spellings.get(i));
            JsonNode message = ece.awaitMessage("text " + i);
            assertEquals(name, message.path("from").asText(), spellings.get(i));
            assertEquals("none", message.path("security").asText());
            alice.awaitEnd("spelling" + i);
        }
    }

    @Test
    @DisplayName("A10: an object in two segments and two objects in one are one message and two")
    void segmentsDoNotMatter() throws Exception {
        alice.dial("split", eceAt);
        alice.write("split", "{\"unencrypted_");
        alice.write("split", "message\": \"in two ");
        alice.write("split", "segments\"}");
        ece.awaitMessage("in two segments");
        alice.write("split", "{\"unencrypted_message\": \"first\"}{\"unencrypted_message\": \"second\"}");
        ece.awaitMessage("first");
        ece.awaitMessage("second");
        alice.end("split");
        alice.awaitEnd("split");
    }

    @Test
    @DisplayName("A10: a connection that says nothing, and one that is reset, keep nothing from arriving")
    void silentAndResetConnectionsDoNoHarm() throws Exception {
        alice.dial("silent", eceAt);
        alice.dial("cut", eceAt);
        alice.write("cut", "{\"unencrypted_message\": \"cut off");
        alice.reset("cut");
        alice.say("good", eceAt, "{\"unencrypted_message\": \"still here\"}");
        ece.awaitMessage("still here");
        alice.write("silent", "{\"unencrypted_message\": \"after a while\"}");
        ece.awaitMessage("after a while");
    }

    @Test
    @DisplayName("A10: a message from an address that never announced is shown under the address")
    void aStrangersMessageIsShownUnderTheAddress() throws Exception {
        alice.say("a", eceAt, "{\"unencrypted_message\": \"guess who\"}");
        JsonNode message = ece.awaitMessage("guess who");
        assertEquals(aliceAt, message.path("from").asText());
        assertEquals(aliceAt, message.path("address").asText());
    }
}
