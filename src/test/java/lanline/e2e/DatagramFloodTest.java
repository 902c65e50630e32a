package lanline.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Somebody pours announcements of people that there are not over the network, as fast as he can. */
@InNamespaces
@ResourceLock(Lab.MOST_OF_THE_MACHINE)
class DatagramFloodTest {
    private static final int EACH_SECOND = 50_000;
    private static final int SECONDS = 5;
    private static final String EVERYBODY = "10.88.0.255";

    /** The whole of a small machine's program; it has a heap of 48 MB at most. */
    private static final long MOST_GROWTH_KILOBYTES = 60_000;

    @RegisterExtension
    static final Lab LAB = Lab.withHosts(3);

    private Wire mallory;

    @BeforeEach
    void mallory() throws Exception {
        mallory = new Wire(LAB.run(3, Launch.helper(RawHost.class)));
    }

    @Test
    @DisplayName("F7: under 50,000 datagrams a second commands are answered, messages arrive, and real people stay")
    void commandsAreAnsweredMeanwhile() throws Exception {
        Program ece = LAB.start(1, "Ece", "--announce-every", "1");
        Program ali = LAB.start(2, "Ali", "--announce-every", "1");
        ece.awaitPeer("Ali", "online");
        long resident = Vitals.residentKilobytes(ece);
        int mark = ece.mark();
        mallory.pour(LAB.lan().address(1), EACH_SECOND, SECONDS);
        for (int i = 0; i < 20; i++) {
            assertEquals("reply", ece.ask("users").path("event").asText());
            ece.awaitState(ece.send("Ali", "selde " + i), "delivered");
            ali.awaitMessage("selde " + i);
        }
        System.out.println("flood: " + mallory.awaitPoured() + " datagrams in " + SECONDS + " s");
        ece.awaitState(ece.send("Ali", "sel geçti"), "delivered");
        assertTrue(
                ece.output().soFar().subList(mark, ece.mark()).stream()
                        .noneMatch(line -> line.contains("\"Ali\"") && line.contains("\"gone\"")),
                () -> ece.story("lost Ali"));
        long growth = Vitals.residentKilobytes(ece) - resident;
        System.out.println("flood: resident grew by " + growth + " kB");
        assertTrue(growth < MOST_GROWTH_KILOBYTES, growth + " kB more");
    }

    @Test
    @DisplayName("F7: under 50,000 datagrams a second keys still echo on the full screen")
    void keysStillEcho() throws Exception {
        LAB.settings("Ece", "{\"name\": \"Ece\"}");
        InTerminal ece = LAB.terminal(1, "Ece", 100, 30);
        ece.awaitScreenWith("F1 help");
        mallory.pour(LAB.lan().address(1), EACH_SECOND, SECONDS);
        String typed = "";
        for (char key : "yazarken".toCharArray()) {
            ece.type(String.valueOf(key));
            typed += key;
            ece.awaitScreenWith(typed);
        }
        mallory.awaitPoured();
        ece.type("\u0011");
        ece.awaitEnd();
    }
}
