package lanline.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Who is on the list where some speak the 2019 edition and others do as well. Ece's Lanline meets them all; in each test Bob and
 * whoever else comes have other names and machines.
 */
@InNamespaces
class Edition2019ListTest {
    private static final String EVERYBODY = "10.88.0.255:5000";

    @RegisterExtension
    static final Lab LAB = Lab.withHosts(4);

    /** Is there before Ece is: after her first minute little is announced in this edition. */
    private static RawPeer listener;

    private static Program ece;
    private static String eceAt;

    private int number;
    private RawPeer bob;
    private String bobAt;

    @BeforeAll
    static void eceIsThere() throws Exception {
        eceAt = LAB.lan().address(1);
        listener = LAB.raw(4);
        listener.hear(5_000);
        ece = LAB.start(1, "Ece Gül");
    }

    @BeforeEach
    void bobComes() throws Exception {
        ece.beginAnew();
        LAB.lan().move(3);
        number = LAB.lan().move(2);
        bobAt = LAB.lan().address(2);
        bob = LAB.raw(2);
        bob.hear(5_000);
    }

    @Test
    @DisplayName("B1 B2: our announcement on 5000 is byte for byte that of the edition, to the real broadcast address")
    void ourAnnouncementIsThatOfTheEdition() throws Exception {
        String said = listener.awaitDatagram(eceAt, text -> true).text();
        assertEquals("{\"username\": \"ece_gül\", \"ip_address\": \"10.88.0.1\"}", said);
    }

    @Test
    @DisplayName("B1: who speaks both editions from one address under one name is one person, reached the better way")
    void whoSpeaksBothEditionsIsOnePerson() throws Exception {
        appear();
        bob.announce(bobAt, "10.88.0.255", "{\"username\": \"Bob" + number + "\"}");
        ece.awaitEvent("peer", event -> Program.has(event, "speaks", "course-2024"));
        JsonNode items = ece.ask("whois", "to", "bob" + number).path("items");
        assertEquals(1, items.size());
        assertEquals(
                "[\"course-2024\",\"course-2019\"]",
                items.path(0).path("editions").toString());
        assertEquals("[\"" + bobAt + ":6001\"]", items.path(0).path("reachedAt").toString());
        assertEquals(List.of("course-2024"), spokenAt(bobAt));
        bob.take();
        ece.send("bob" + number, "hangisi?");
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
        ali.awaitPeer("bob" + number, "online");
        assertEquals(List.of("lanline", "course-2019"), spokenAt(aliAt, bobAt));
        assertEquals(2, ali.ask("users").path("items").size());
    }

    @Test
    @DisplayName("B1: with --no-edition-2019 neither port is opened, and nothing is said there")
    void theEditionCanBeLeftOut() throws Exception {
        Program can = LAB.start(3, "Can", "--no-edition-2019");
        RawPeer beside = LAB.raw(3);
        beside.keepUdpPort(5_000);
        beside.take(5_001);
        ece.awaitPeer("Can", "online");
        assertEquals(0, can.quit());
    }

    @Test
    @DisplayName("B1: where 5001 is taken all else works, it is said once, and nothing is announced there")
    void aTakenPortIsSaidOnceAndAllElseWorks() throws Exception {
        RawPeer beside = LAB.raw(3);
        beside.take(5_001);
        Program nur = LAB.start(3, "Nur");
        JsonNode notice = nur.awaitNotice("5001");
        assertTrue(notice.path("text").asText().contains("2019"), notice.toString());
        ece.awaitPeer("Nur", "online");
        ece.awaitState(ece.send("Nur", "yine de"), "delivered");
        nur.awaitMessage("yine de");
        appear();
        nur.awaitPeer("bob" + number, "online");
    }

    /** What is spoken by those on Ece's list who are at these addresses. */
    private static List<String> spokenAt(String... addresses) throws InterruptedException {
        List<String> spoken = new ArrayList<>();
        for (JsonNode row : ece.ask("users").path("items")) {
            if (List.of(addresses).contains(row.path("address").asText())) {
                spoken.add(row.path("speaks").asText());
            }
        }
        return spoken;
    }

    private void appear() throws Exception {
        bob.announce(bobAt, EVERYBODY, "{\"username\": \"bob" + number + "\", \"ip_address\": \"192.168.1.255\"}");
        JsonNode peer = ece.awaitPeer("bob" + number, "online");
        assertEquals("course-2019", peer.path("speaks").asText());
        assertEquals("bob" + number + "@" + bobAt, peer.path("peer").asText());
    }
}
