package lanline.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Ece's Lanline beside Bob's program of the course, 2019 edition, that is a process of its own: {@code wire.md} section 2. */
@InNamespaces
class Edition2019Test {
    private static final String EVERYBODY = "10.88.0.255:5000";

    @RegisterExtension
    static final Lab LAB = Lab.withHosts(3);

    private Program ece;
    private RawPeer bob;
    private String eceAt;
    private String bobAt;

    @BeforeEach
    void eceAndBob() throws Exception {
        eceAt = LAB.lan().address(1);
        bobAt = LAB.lan().address(2);
        bob = LAB.raw(2);
        bob.hear(5_000);
        ece = LAB.start(1, "Ece Gül");
    }

    @Test
    @DisplayName("B1 B2: our announcement on 5000 is byte for byte that of the edition, to the real broadcast address")
    void ourAnnouncementIsThatOfTheEdition() throws Exception {
        String said = bob.awaitDatagram(eceAt, text -> true).text();
        assertEquals("{\"username\": \"ece_gül\", \"ip_address\": \"10.88.0.1\"}", said);
    }

    @Test
    @DisplayName("B3: our message is its text and nothing else, on a connection of its own, and then our side ends")
    void ourMessageIsItsText() throws Exception {
        appear();
        bob.take(5_001);
        String id = ece.send("bob", "naber \"bob\"? çay");
        RawPeer.Received message = bob.nextMessage();
        assertEquals("naber \"bob\"? çay", message.text());
        assertEquals(0, message.number());
        ece.awaitState(id, "sent");
        String again = ece.send("bob", "bir daha");
        assertEquals("bir daha", bob.nextMessage().text());
        ece.awaitState(again, "sent");
    }

    @Test
    @DisplayName("B3: a long text goes in parts of at most 1,024 bytes, in order, cut between words")
    void aLongTextGoesInParts() throws Exception {
        appear();
        bob.take(5_001);
        String text = "çok uzun bir yazı ".repeat(200).strip();
        ece.awaitState(ece.send("bob", text), "sent");
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
        JsonNode failed = ece.awaitState(ece.send("bob", "orada mısın?"), "failed");
        assertTrue(failed.path("reason").asText().contains("refused"), failed.toString());
    }

    @Test
    @DisplayName("B4: his raw text is a message of his, shown under his name")
    void hisTextIsShownUnderHisName() throws Exception {
        appear();
        bob.say("a", eceAt + ":5001", "selam çay \uD83D\uDE00");
        JsonNode message = ece.awaitMessage("selam çay \uD83D\uDE00");
        assertEquals("bob", message.path("from").asText());
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
            assertEquals("bob", ece.awaitMessage("number " + i).path("from").asText());
        }
        bob.end("many");
        assertEquals("", bob.awaitEnd("many"));
    }

    @Test
    @DisplayName("B1: JSON on 5001 is a message like the others")
    void jsonOn5001IsAMessage() throws Exception {
        appear();
        bob.say("a", eceAt + ":5001", "{\"unencrypted_message\": \"in json\"}");
        assertEquals("bob", ece.awaitMessage("in json").path("from").asText());
    }

    @Test
    @DisplayName("B1: exit alone takes him off the list")
    void exitTakesHimOffTheList() throws Exception {
        bob.datagram(EVERYBODY, announcement("bob"));
        ece.awaitPeer("bob", "online");
        bob.say("a", eceAt + ":5001", "exit");
        ece.awaitPeer("bob", "gone");
    }

    @Test
    @DisplayName("B1: who speaks both editions from one address under one name is one person, reached the better way")
    void whoSpeaksBothEditionsIsOnePerson() throws Exception {
        appear();
        bob.announce(bobAt, "10.88.0.255", "{\"username\": \"Bob\"}");
        ece.awaitEvent("peer", event -> Program.has(event, "speaks", "course-2024"));
        JsonNode items = ece.ask("whois", "to", "bob").path("items");
        assertEquals(1, items.size());
        assertEquals(
                "[\"course-2024\",\"course-2019\"]",
                items.path(0).path("editions").toString());
        assertEquals("[\"" + bobAt + ":6001\"]", items.path(0).path("reachedAt").toString());
        assertEquals(1, ece.ask("users").path("items").size());
        bob.take();
        ece.send("bob", "hangisi?");
        assertTrue(bob.nextMessage().text().startsWith("{\"unencrypted_message\": \"hangisi?\""));
    }

    @Test
    @DisplayName("B1: two Lanlines are one row each to the other, though both announce in this edition, too")
    void aLanlineIsNoOlderProgram() throws Exception {
        Program ali = LAB.start(3, "Ali");
        String aliAt = LAB.lan().address(3);
        bob.awaitDatagram(aliAt, text -> text.equals("{\"username\": \"ali\", \"ip_address\": \"" + aliAt + "\"}"));
        ece.awaitPeer("Ali", "online");
        ali.awaitPeer("Ece Gül", "online");
        // Bob's second announcement comes after Ali's first, and is held back as long.
        appear();
        ali.awaitPeer("bob", "online");
        List<String> speaks = ece.ask("users").path("items").findValuesAsText("speaks");
        assertEquals(List.of("lanline", "course-2019"), speaks);
        assertEquals(2, ali.ask("users").path("items").size());
    }

    @Test
    @DisplayName("B1: with --no-edition-2019 neither port is opened, and nothing is said there")
    void theEditionCanBeLeftOut() throws Exception {
        Program ali = LAB.start(3, "Ali", "--no-edition-2019");
        RawPeer beside = LAB.raw(3);
        beside.keepUdpPort(5_000);
        beside.take(5_001);
        ece.awaitPeer("Ali", "online");
        assertEquals(0, ali.quit());
    }

    @Test
    @DisplayName("B1: where 5001 is taken all else works, it is said once, and nothing is announced there")
    void aTakenPortIsSaidOnceAndAllElseWorks() throws Exception {
        RawPeer beside = LAB.raw(3);
        beside.take(5_001);
        Program ali = LAB.start(3, "Ali");
        JsonNode notice = ali.awaitNotice("5001");
        assertTrue(notice.path("text").asText().contains("2019"), notice.toString());
        ece.awaitPeer("Ali", "online");
        ece.awaitState(ece.send("Ali", "yine de"), "delivered");
        ali.awaitMessage("yine de");
        appear();
        ali.awaitPeer("bob", "online");
    }

    private void appear() throws Exception {
        bob.announce(bobAt, EVERYBODY, "{\"username\": \"bob\", \"ip_address\": \"192.168.1.255\"}");
        JsonNode peer = ece.awaitPeer("bob", "online");
        assertEquals("course-2019", peer.path("speaks").asText());
        assertEquals("bob@" + bobAt, peer.path("peer").asText());
    }

    private static byte[] announcement(String name) {
        return ("{\"username\": \"" + name + "\"}").getBytes(StandardCharsets.UTF_8);
    }
}
