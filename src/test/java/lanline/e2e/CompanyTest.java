package lanline.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Ece and Ali are on a LAN with a /24 all the time; others come and go. */
@InNamespaces
class CompanyTest {
    @RegisterExtension
    static final Lab LAB = Lab.withHosts(4);

    private static Program ece;
    private static Program ali;

    @BeforeAll
    static void eceAndAliSeeEachOther() throws Exception {
        ece = LAB.start(1, "Ece");
        ali = LAB.start(2, "Ali");
        ece.awaitPeer("Ali", "online");
        ali.awaitPeer("Ece", "online");
    }

    @BeforeEach
    void bothAreOnline() throws Exception {
        ali.beginAnew();
        ali.ask("status", "state", "online");
        ece.beginAnew();
    }

    @Test
    @DisplayName("A4 A5 C2 C5: who comes late sees everybody, and everybody sees him")
    void whoComesLateSeesEverybody() throws Exception {
        Program can = LAB.start(3, "Can");
        can.awaitPeer("Ece", "online");
        can.awaitPeer("Ali", "online");
        ece.awaitPeer("Can", "online");
        ali.awaitPeer("Can", "online");
        assertEquals(Set.of("Ece", "Ali"), names(can.ask("users")));
    }

    @Test
    @DisplayName("B9: who is busy or away is seen as such")
    void whoIsBusyOrAwayIsSeenAsSuch() throws Exception {
        ali.ask("status", "state", "busy");
        ece.awaitPeer("Ali", "busy");
        ali.ask("status", "state", "away");
        ece.awaitPeer("Ali", "away");
        int mark = ece.mark();
        ali.ask("status", "state", "online");
        ece.awaitPeer(mark, "Ali", "online");
    }

    @Test
    @DisplayName("A12: 240 connections at the same time, and every message of them arrives")
    void hundredsOfConnectionsAtTheSameTime() throws Exception {
        LAB.raw(4).flood(LAB.lan().address(1), moreAddressesOfHost4(), 4);
        for (int number = 1; number <= 240; number++) {
            ece.awaitMessage("number " + number);
        }
        assertEquals(
                240,
                ece.ask("search", "text", "number", "limit", "500")
                        .path("items")
                        .size());
    }

    @Test
    @DisplayName("B6: 60 people of older programs are on the list at the same time")
    void sixtyPeopleAreOnTheList() throws Exception {
        List<String> addresses = moreAddressesOfHost4();
        RawPeer many = LAB.raw(4);
        for (String address : addresses) {
            many.announce(address, "10.88.0.255", "{\"username\": \"user of " + address + "\"}");
        }
        for (String address : addresses) {
            ece.awaitPeer("user of " + address, "online");
        }
        assertEquals(
                60,
                names(ece.ask("users")).stream()
                        .filter(name -> name.startsWith("user of "))
                        .count());
    }

    private static List<String> moreAddressesOfHost4() {
        LAB.lan().addAddresses(4, 101, 160);
        return IntStream.rangeClosed(101, 160)
                .mapToObj(number -> "10.88.0." + number)
                .toList();
    }

    @Test
    @DisplayName("A7: a message of many lines, scripts and emoji arrives as it was written")
    void everyTextArrivesAsItWasWritten() throws Exception {
        List<String> texts =
                List.of("satır bir\nsatır iki", "ığdır İĞDIR 中文 👩‍👩‍👧 é", "{\"key\": \"7\"}", "\"", "\\");
        for (String text : texts) {
            ece.send("Ali", text);
            ali.awaitMessage(text);
        }
        assertTrue(
                texts.size() <= ali.ask("history", "with", "Ece").path("items").size());
    }

    private static Set<String> names(JsonNode reply) {
        return StreamSupport.stream(reply.path("items").spliterator(), false)
                .map(item -> item.path("name").asText())
                .collect(Collectors.toSet());
    }
}
