package lanline.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody leaves, one way or the other, and Ece sees it; in each test it is somebody else. */
@InNamespaces
class LeavingTest {
    private static final int KILLED_BY_TERM = 143;

    @RegisterExtension
    static final Lab LAB = Lab.withHosts(2);

    private static Program ece;

    private String name;
    private Program ali;

    @BeforeAll
    static void eceIsThere() throws Exception {
        ece = LAB.start(1, "Ece");
    }

    @BeforeEach
    void eceSeesAli() throws Exception {
        ece.beginAnew();
        name = "Ali" + LAB.lan().move(2);
        ali = LAB.start(2, name, "--announce-every", "1");
        ece.awaitPeer(name, "online");
    }

    @Test
    @DisplayName("A13 C6: who quits is gone at once, and the status is 0")
    void whoQuitsIsGoneAtOnce() throws Exception {
        assertEquals(0, ali.quit());
        ece.awaitPeer(name, "gone");
    }

    @Test
    @DisplayName("C6: the end of input is a way to quit")
    void theEndOfInputIsAWayToQuit() throws Exception {
        ali.endInput();
        assertEquals(0, ali.awaitEnd());
        ece.awaitPeer(name, "gone");
    }

    @Test
    @DisplayName("C6: SIGTERM says good-bye too")
    void sigtermSaysGoodbyeToo() throws Exception {
        ali.terminate();
        assertEquals(KILLED_BY_TERM, ali.awaitEnd());
        ece.awaitPeer(name, "gone");
    }

    @Test
    @DisplayName("A5 C6: who is killed is away at once, and back when he starts again")
    void whoIsKilledIsAwayAtOnce() throws Exception {
        int before = ece.mark();
        ali.kill();
        ece.awaitPeer(before, name, "away");
        int mark = ece.mark();
        LAB.start(2, name);
        ece.awaitPeer(mark, name, "online");
        assertEquals(1, ece.ask("users").path("items").size());
    }
}
