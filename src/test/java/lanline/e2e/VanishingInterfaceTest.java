package lanline.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An interface that goes for good. A class of its own, since sessions notice silence after most of a minute. */
@InNamespaces
@Order(Lab.LONGEST_FIRST)
class VanishingInterfaceTest {
    @RegisterExtension
    static final Lab LAB = Lab.withHosts(2);

    @Test
    @DisplayName(
            "A9 F2: what is said while an interface vanishes waits again once the silence is noticed, and the chat goes on")
    void whatIsSaidWhileAnInterfaceVanishesWaitsAgain() throws Exception {
        Program ece = LAB.start(1, "Ece");
        LAB.start(2, "Ali");
        ece.awaitPeer("Ali", "online");
        LAB.lan().host(1).sh("ip link del eth0");
        String id = ece.send("Ali", "sesim geliyor mu?");
        ece.awaitAddresses(0, "[]");
        ece.awaitState(id, "sent");
        int mark = ece.mark();
        LongWait.aside(() -> ece.awaitPeer(mark, "Ali", "away"));
        ece.awaitState(mark, id, "queued");
        assertEquals("reply", ece.ask("users").path("event").asText());
    }
}
