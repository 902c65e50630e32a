package lanline.e2e;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A cable that is pulled. A class of its own, since sessions notice silence after most of a minute. */
@InNamespaces
@Order(Lab.LONGEST_FIRST)
class PulledCableTest {
    @RegisterExtension
    static final Lab LAB = Lab.withHosts(2);

    @Test
    @DisplayName("A5: a cable that is pulled makes him away within 45 seconds, and plugged in again he is back")
    void aPulledCableMakesHimAway() throws Exception {
        Program ece = LAB.start(1, "Ece");
        LAB.start(2, "Ali", "--announce-every", "1");
        ece.awaitPeer("Ali", "online");
        int before = ece.mark();
        int silent;
        try {
            LAB.lan().hub().sh("ip link set v2 down");
            LongWait.aside(() -> ece.awaitPeer(before, "Ali", "away"));
            silent = ece.mark();
        } finally {
            LAB.lan().hub().sh("ip link set v2 up");
        }
        ece.awaitPeer(silent, "Ali", "online");
    }
}
