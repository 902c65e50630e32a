package lanline.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** People on one LAN with a /24. */
@InNamespaces
class TwoHostsTest {
    @RegisterExtension
    static final Lab LAB = Lab.withHosts(3);

    @Test
    @DisplayName("A2 A3 A4 A5 A7 A10 A11: two people see each other, talk, and find it in the history after a restart")
    void twoPeopleSeeEachOtherTalkAndFindItAgain() throws Exception {
        Conversations.betweenTwo(LAB, 24, "10.88.0.255");
    }

    @Test
    @DisplayName("A1: the name is stored at the first start, used later, and --name stands for one run")
    void theNameIsStoredAndOverriddenForOneRun() throws Exception {
        LAB.start(1, "Ece").quit();
        Program stored = LAB.launchAs(1, "Ece", "--json");
        assertEquals("Ece", stored.awaitReady().path("name").asText());
        stored.quit();
        Program overridden = LAB.launchAs(1, "Ece", "--json", "--name", "Başka Biri");
        assertEquals("Başka Biri", overridden.awaitReady().path("name").asText());
        overridden.quit();
        Program again = LAB.launchAs(1, "Ece", "--json");
        assertEquals("Ece", again.awaitReady().path("name").asText());
    }

    @Test
    @DisplayName("A4 A5 C2 C5: who comes late sees everybody, and everybody sees him")
    void whoComesLateSeesEverybody() throws Exception {
        Program ece = LAB.start(1, "Ece");
        Program ali = LAB.start(2, "Ali");
        ece.awaitPeer("Ali", "online");
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
        Program ece = LAB.start(1, "Ece");
        Program ali = LAB.start(2, "Ali");
        ece.awaitPeer("Ali", "online");
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
        Program ece = LAB.start(1, "Ece");
        LAB.raw(2).flood(LAB.lan().address(1), moreAddressesOfHost2(), 4);
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
        Program ece = LAB.start(1, "Ece");
        List<String> addresses = moreAddressesOfHost2();
        RawPeer many = LAB.raw(2);
        for (String address : addresses) {
            many.announce(address, "10.88.0.255", "{\"username\": \"user of " + address + "\"}");
        }
        for (String address : addresses) {
            ece.awaitPeer("user of " + address, "online");
        }
        assertEquals(60, names(ece.ask("users")).size());
    }

    private static List<String> moreAddressesOfHost2() {
        LAB.lan().host(2).sh("for n in $(seq 101 160); do ip addr replace 10.88.0.$n/24 dev eth0; done");
        return IntStream.rangeClosed(101, 160)
                .mapToObj(number -> "10.88.0." + number)
                .toList();
    }

    @Test
    @DisplayName("A7: a message of many lines, scripts and emoji arrives as it was written")
    void everyTextArrivesAsItWasWritten() throws Exception {
        Program ece = LAB.start(1, "Ece");
        Program ali = LAB.start(2, "Ali");
        ece.awaitPeer("Ali", "online");
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
