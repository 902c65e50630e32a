package lanline.e2e;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An interface that goes and comes back. A class of its own, since sessions notice silence after most of a minute. */
@InNamespaces
@Order(Lab.LONGEST_FIRST)
class ReturningInterfaceTest {
    @RegisterExtension
    static final Lab LAB = Lab.withHosts(2);

    @Test
    @DisplayName("A2: an interface that goes and comes back is noticed, and people are found again")
    void anInterfaceThatComesBackIsUsedAgain() throws Exception {
        Program ece = LAB.start(1, "Ece", "--announce-every", "1");
        Program ali = LAB.start(2, "Ali", "--announce-every", "1");
        ece.awaitPeer("Ali", "online");
        ali.awaitPeer("Ece", "online");
        int herDown = ece.mark();
        int his = ali.mark();
        LAB.lan().host(1).sh("ip link set eth0 down");
        ece.awaitAddresses(herDown, "[]");
        LongWait.aside(() -> ece.awaitPeer(herDown, "Ali", "away"));
        ali.awaitPeer(his, "Ece", "away");
        int hers = ece.mark();
        his = ali.mark();
        LAB.lan().host(1).sh("ip link set eth0 up");
        ece.awaitAddresses(hers, "[\"10.88.0.1\"]");
        ece.awaitPeer(hers, "Ali", "online");
        ali.awaitPeer(his, "Ece", "online");
        ece.send("Ali", "geri geldim");
        ali.awaitMessage("geri geldim");
    }
}
