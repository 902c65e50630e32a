package lanline.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Ali leaves, one way or the other, and Ece sees it. */
@InNamespaces
class LeavingTest {
    private static final int KILLED_BY_TERM = 143;

    @RegisterExtension
    static final Lab LAB = Lab.withHosts(2);

    private Program ece;
    private Program ali;

    @BeforeEach
    void eceSeesAli() throws Exception {
        ece = LAB.start(1, "Ece");
        ali = LAB.start(2, "Ali", "--announce-every", "1");
        ece.awaitPeer("Ali", "online");
    }

    @Test
    @DisplayName("A13 C6: who quits is gone at once, and the status is 0")
    void whoQuitsIsGoneAtOnce() throws Exception {
        assertEquals(0, ali.quit());
        ece.awaitPeer("Ali", "gone");
    }

    @Test
    @DisplayName("C6: the end of input is a way to quit")
    void theEndOfInputIsAWayToQuit() throws Exception {
        ali.endInput();
        assertEquals(0, ali.awaitEnd());
        ece.awaitPeer("Ali", "gone");
    }

    @Test
    @DisplayName("C6: SIGTERM says good-bye too")
    void sigtermSaysGoodbyeToo() throws Exception {
        ali.terminate();
        assertEquals(KILLED_BY_TERM, ali.awaitEnd());
        ece.awaitPeer("Ali", "gone");
    }

    @Test
    @DisplayName("A5 C6: who is killed is away at once, and back when he starts again")
    void whoIsKilledIsAwayAtOnce() throws Exception {
        int before = ece.mark();
        ali.kill();
        ece.awaitPeer(before, "Ali", "away");
        int mark = ece.mark();
        LAB.start(2, "Ali");
        ece.awaitPeer(mark, "Ali", "online");
        assertEquals(1, ece.ask("users").path("items").size());
    }

    @Test
    @DisplayName("A5: a cable that is pulled makes him away within 45 seconds, and plugged in again he is back")
    void aPulledCableMakesHimAway() throws Exception {
        int mark = ece.mark();
        try {
            LAB.lan().hub().sh("ip link set v2 down");
            ece.awaitPeer(mark, "Ali", "away");
            mark = ece.mark();
        } finally {
            LAB.lan().hub().sh("ip link set v2 up");
        }
        ece.awaitPeer(mark, "Ali", "online");
    }
}
