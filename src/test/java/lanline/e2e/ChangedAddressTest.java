package lanline.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A machine that moves. A class of its own, since sessions notice silence after most of a minute. */
@InNamespaces
@Order(Lab.LONGEST_FIRST)
class ChangedAddressTest {
    @RegisterExtension
    static final Lab LAB = Lab.withHosts(2);

    @Test
    @DisplayName("A2 A3: a changed address is noticed, announced, and messages go to the new one")
    void aChangedAddressIsNoticed() throws Exception {
        Program ece = LAB.start(1, "Ece");
        Program ali = LAB.start(2, "Ali");
        ece.awaitPeer("Ali", "online");
        ali.awaitPeer("Ece", "online");
        LAB.lan().host(2).sh("ip addr del 10.88.0.2/24 dev eth0; ip addr add 10.88.0.77/24 broadcast + dev eth0");
        ece.awaitEvent(
                "peer", event -> Program.has(event, "name", "Ali") && Program.has(event, "address", "10.88.0.77"));
        String id = ece.send("Ali", "taşındın mı?");
        LongWait.aside(() -> ece.awaitState(id, "sent"));
        ali.awaitMessage("taşındın mı?");
        ali.awaitState(ali.send("Ece", "evet"), "sent");
        assertEquals("10.88.0.77", ece.awaitMessage("evet").path("address").asText());
    }
}
