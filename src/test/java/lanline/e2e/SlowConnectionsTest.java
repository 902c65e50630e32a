package lanline.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import lanline.core.model.LanlineId;
import lanline.testing.Samples;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Somebody holds two thousand connections to Ece's program and says next to nothing on them, dialling anew as often as they are closed. */
@InNamespaces
@ResourceLock(Lab.MOST_OF_THE_MACHINE)
class SlowConnectionsTest {
    private static final int CONNECTIONS = 2_000;
    private static final long MOST_GROWTH_KILOBYTES = 20_000;

    /** Ten times as long as a slow one may keep its place, for a machine that does other things too. */
    private static final long MOST_WAIT_MILLIS = 5_000;

    @RegisterExtension
    static final Lab LAB = Lab.withHosts(3);

    @Test
    @DisplayName("F7: two thousand slow connections of one address keep nobody else out, and take little memory")
    void ofOneAddress() throws Exception {
        assertOthersComeThrough(List.of(LAB.lan().address(2)));
    }

    @Test
    @DisplayName(
            "F7: two thousand slow connections of a hundred addresses keep nobody else out, and take little memory")
    void ofManyAddresses() throws Exception {
        LAB.lan().addAddresses(2, 100, 199);
        assertOthersComeThrough(
                IntStream.range(100, 200).mapToObj(n -> "10.88.0." + n).toList());
    }

    private static void assertOthersComeThrough(List<String> crowd) throws Exception {
        Program ece = LAB.start(1, "Ece");
        LanlineId eceId = new LanlineId(ece.awaitReady().path("peer").asText());
        LanlinePeer before = LAB.lanline(3, "Veli", 'v', 6_001);
        assertTrue(before.dial("before", LAB.lan().address(1), eceId).up.isPresent());
        long heap = Vitals.heapKilobytes(ece);
        Wire slow = new Wire(LAB.run(2, Launch.helper(RawHost.class)));
        slow.crowd(LAB.lan().address(1), crowd, CONNECTIONS);
        LanlinePeer ali =
                before.another(Samples.key('a'), "Ali", Samples.at(LAB.lan().address(3), 6_002));
        for (int i = 0; i < 5; i++) {
            assertComesThrough(ece, eceId, ali, "merhaba" + i);
        }
        before.say("before", "ben hâlâ buradayım");
        ece.awaitMessage("ben hâlâ buradayım");
        long growth = Vitals.heapKilobytes(ece) - heap;
        System.out.println(
                "slow connections: heap grew by " + growth + " kB, resident " + Vitals.residentKilobytes(ece));
        assertTrue(growth < MOST_GROWTH_KILOBYTES, growth + " kB more");
    }

    /** Where the room is full of those who are not slow yet, the first dials may be refused: within half a second one comes through. */
    private static void assertComesThrough(Program ece, LanlineId eceId, LanlinePeer ali, String text)
            throws InterruptedException {
        long start = System.nanoTime();
        int dials = 1;
        while (ali.dial(text + dials, LAB.lan().address(1), eceId).up.isEmpty()) {
            assertTrue(millisSince(start) < MOST_WAIT_MILLIS, "no session among the slow ones");
            dials++;
        }
        ali.say(text + dials, text);
        ece.awaitMessage(text);
        System.out.println("slow connections: message there after " + millisSince(start) + " ms, " + dials + " dials");
        ali.cut(text + dials);
    }

    private static long millisSince(long start) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }
}
