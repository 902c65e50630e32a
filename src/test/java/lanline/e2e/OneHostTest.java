package lanline.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Three people are logged in to one machine that has no network at all: {@code wire.md} section 4. */
@InNamespaces
class OneHostTest {
    @RegisterExtension
    static final Lab LAB = Lab.withHosts(1);

    private static Program ece;
    private static Program ali;
    private static Program otherAli;

    @BeforeAll
    static void threePeopleWithoutANetwork() throws Exception {
        LAB.lan().host(1).sh("ip link set eth0 down");
        ece = LAB.start(1, "Ece");
        ali = LAB.start(1, "Ali");
        otherAli = LAB.launchAs(1, "the other Ali", "--json", "--name", "Ali");
        otherAli.awaitReady();
    }

    @Test
    @DisplayName("E7: each reaches each of the others over the loopback interface")
    void eachReachesEachOther() throws Exception {
        String aliId = ali.awaitReady().path("peer").asText();
        String otherId = otherAli.awaitReady().path("peer").asText();
        ece.awaitEvent("peer", event -> Program.has(event, "peer", aliId));
        ece.awaitEvent("peer", event -> Program.has(event, "peer", otherId));
        ali.awaitPeer("Ece", "online");
        otherAli.awaitPeer("Ece", "online");
        ece.send(aliId, "birinciye");
        ece.send(otherId, "ikinciye");
        JsonNode toTheFirst = ali.awaitMessage("birinciye");
        assertEquals("Ece", toTheFirst.path("from").asText());
        assertEquals("encrypted", toTheFirst.path("security").asText());
        otherAli.awaitMessage("ikinciye");
        ali.send("Ece", "birinciden");
        otherAli.send("Ece", "ikinciden");
        assertEquals(aliId, ece.awaitMessage("birinciden").path("peer").asText());
        assertEquals(otherId, ece.awaitMessage("ikinciden").path("peer").asText());
        otherAli.awaitEvent("peer", event -> Program.has(event, "peer", aliId));
        otherAli.send("Ali", "adaşa");
        assertEquals(otherId, ali.awaitMessage("adaşa").path("peer").asText());
    }

    @Test
    @DisplayName("E7: whoever comes second has another port for messages, and is told once what that means")
    void theSecondIsToldAboutItsPort() throws Exception {
        assertEquals(6_001, ece.awaitReady().path("tcpPort").asInt());
        assertNotEquals(6_001, ali.awaitReady().path("tcpPort").asInt());
        JsonNode notice = ali.awaitNotice("6001");
        assertTrue(notice.path("text").asText().contains("older"), notice.toString());
    }

    @Test
    @DisplayName("C1: two people called Ali are two, and the name alone is refused with the form of each")
    void twoPeopleCalledAliAreTwo() throws Exception {
        String aliId = ali.awaitReady().path("peer").asText();
        String otherId = otherAli.awaitReady().path("peer").asText();
        ece.awaitEvent("peer", event -> Program.has(event, "peer", aliId));
        ece.awaitEvent("peer", event -> Program.has(event, "peer", otherId));
        JsonNode refused = ece.ask("send", "to", "Ali", "text", "hangine?");
        assertEquals("error", refused.path("event").asText());
        assertEquals("ambiguous-peer", refused.path("code").asText());
        JsonNode forms = refused.path("alternatives");
        assertEquals(2, forms.size(), refused.toString());
        String first = ece.ask("whois", "to", forms.path(0).asText())
                .path("items")
                .path(0)
                .path("peer")
                .asText();
        String second = ece.ask("whois", "to", forms.path(1).asText())
                .path("items")
                .path(0)
                .path("peer")
                .asText();
        assertEquals(Set.of(aliId, otherId), Set.of(first, second));
        ece.awaitState(ece.send(forms.path(0).asText(), "sana"), "delivered");
        assertEquals(2, ece.ask("users").path("items").size());
    }
}
