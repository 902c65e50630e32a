package lanline.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Ece's Lanline beside Bob's program of the course, 2019 edition, that is a process of its own: {@code wire.md} section 2. One Lanline meets
 * them all; in each test Bob has another name and machine.
 */
@InNamespaces
class Edition2019Test {
    private static final String EVERYBODY = "10.88.0.255:5000";

    @RegisterExtension
    static final Lab LAB = Lab.withHosts(2);

    private static Program ece;
    private static String eceAt;

    private RawPeer bob;
    private String name;
    private String bobAt;

    @BeforeAll
    static void eceIsThere() throws Exception {
        eceAt = LAB.lan().address(1);
        ece = LAB.start(1, "Ece Gül");
    }

    @BeforeEach
    void bobComes() throws Exception {
        ece.beginAnew();
        name = "bob" + LAB.lan().move(2);
        bobAt = LAB.lan().address(2);
        bob = LAB.raw(2);
    }

    @Test
    @DisplayName("B3: our message is its text and nothing else, on a connection of its own, and then our side ends")
    void ourMessageIsItsText() throws Exception {
        appear();
        bob.take(5_001);
        String id = ece.send(name, "naber \"bob\"? çay");
        RawPeer.Received message = bob.nextMessage();
        assertEquals("naber \"bob\"? çay", message.text());
        assertEquals(0, message.number());
        ece.awaitState(id, "sent");
        String again = ece.send(name, "bir daha");
        assertEquals("bir daha", bob.nextMessage().text());
        ece.awaitState(again, "sent");
    }

    @Test
    @DisplayName("B3: a long text goes in parts of at most 1,024 bytes, in order, cut between words")
    void aLongTextGoesInParts() throws Exception {
        appear();
        bob.take(5_001);
        String text = "çok uzun bir yazı ".repeat(200).strip();
        ece.awaitState(ece.send(name, text), "sent");
        StringBuilder joined = new StringBuilder(bob.nextMessage().text());
        while (joined.length() < text.length()) {
            RawPeer.Received part = bob.nextMessage();
            assertEquals(0, part.number(), "bytes that recv(1024) does not see");
            joined.append(' ').append(part.text());
        }
        assertEquals(text, joined.toString());
    }

    @Test
    @DisplayName("B9: a message that nobody takes is told as failed, with the reason")
    void aMessageThatNobodyTakesFails() throws Exception {
        appear();
        JsonNode failed = ece.awaitState(ece.send(name, "orada mısın?"), "failed");
        assertTrue(failed.path("reason").asText().contains("refused"), failed.toString());
    }

    @Test
    @DisplayName("B4: his raw text is a message of his, shown under his name")
    void hisTextIsShownUnderHisName() throws Exception {
        appear();
        bob.say("a", eceAt + ":5001", "selam çay \uD83D\uDE00");
        JsonNode message = ece.awaitMessage("selam çay \uD83D\uDE00");
        assertEquals(name, message.path("from").asText());
        assertEquals("none", message.path("security").asText());
        assertEquals("", bob.awaitEnd("a"));
    }

    @Test
    @DisplayName("B1: a name in front names a sender who never announced himself, and is no part of the text")
    void aNameInFrontNamesTheSender() throws Exception {
        bob.say("a", eceAt + ":5001", "ata >> selam");
        JsonNode message = ece.awaitMessage("selam");
        assertEquals("ata", message.path("from").asText());
        assertEquals("ata@" + bobAt, message.path("peer").asText());
    }

    @Test
    @DisplayName("B1: idle and empty connections are normal, and what comes later on one is heard")
    void idleAndEmptyConnectionsAreNormal() throws Exception {
        appear();
        String port = eceAt + ":5001";
        bob.dial("idle", port);
        bob.dial("empty", port);
        bob.end("empty");
        assertEquals("", bob.awaitEnd("empty"));
        bob.dial("cut", port);
        bob.reset("cut");
        bob.say("a", port, "first");
        ece.awaitMessage("first");
        bob.write("idle", "after a while");
        ece.awaitMessage("after a while");
    }

    @Test
    @DisplayName("B1: many messages on one connection are that many, each shown while it stays open")
    void manyOnOneConnection() throws Exception {
        appear();
        bob.dial("many", eceAt + ":5001");
        for (int i = 0; i < 5; i++) {
            bob.write("many", "number " + i);
            assertEquals(name, ece.awaitMessage("number " + i).path("from").asText());
        }
        bob.end("many");
        assertEquals("", bob.awaitEnd("many"));
    }

    @Test
    @DisplayName("B1: JSON on 5001 is a message like the others")
    void jsonOn5001IsAMessage() throws Exception {
        appear();
        bob.say("a", eceAt + ":5001", "{\"unencrypted_message\": \"in json\"}");
        assertEquals(name, ece.awaitMessage("in json").path("from").asText());
    }

    @Test
    @DisplayName("B1: exit alone takes him off the list")
    void exitTakesHimOffTheList() throws Exception {
        bob.datagram(EVERYBODY, announcement(name));
        ece.awaitPeer(name, "online");
        bob.say("a", eceAt + ":5001", "exit");
        ece.awaitPeer(name, "gone");
    }

    private void appear() throws Exception {
        bob.announce(bobAt, EVERYBODY, "{\"username\": \"" + name + "\", \"ip_address\": \"192.168.1.255\"}");
        JsonNode peer = ece.awaitPeer(name, "online");
        assertEquals("course-2019", peer.path("speaks").asText());
        assertEquals(name + "@" + bobAt, peer.path("peer").asText());
    }

    private static byte[] announcement(String person) {
        return ("{\"username\": \"" + person + "\"}").getBytes(StandardCharsets.UTF_8);
    }
}
