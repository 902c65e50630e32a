package lanline.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever comes from the network, Ece's program goes on, and nothing of it reaches Can's terminal as anything but text. */
@InNamespaces
class BadInputTest {
    private static final String ESCAPES = "\u001b[2J\u001b]0;title\u0007\u009b31m\u0000\u0008\u007f\u202e\u2028x";

    @RegisterExtension
    static final Lab LAB = Lab.withHosts(3);

    private static String ece;
    private static Program program;
    private static RawPeer mallory;

    @BeforeAll
    static void eceAndMallory() throws Exception {
        ece = LAB.lan().address(1);
        program = LAB.start(1, "Ece");
        mallory = LAB.raw(2);
    }

    @BeforeEach
    void eceIsStillThere() {
        program.beginAnew();
    }

    @Test
    @DisplayName("F7 A3: no datagram stops the program, and a good announcement after them is heard")
    void noDatagramStopsTheProgram() throws Exception {
        for (byte[] datagram : BadBytes.datagrams()) {
            mallory.datagram(ece, datagram);
        }
        mallory.announce(LAB.lan().address(2), "10.88.0.255", "{\"username\": \"alice\"}");
        program.awaitPeer("alice", "online");
        for (JsonNode peer : program.ask("users").path("items")) {
            String name = peer.path("name").asText();
            assertFalse(name.isBlank(), peer.toString());
            assertTrue(name.codePointCount(0, name.length()) <= 32, peer.toString());
            assertTrue(name.chars().noneMatch(Character::isISOControl), peer.toString());
            assertEquals(LAB.lan().address(2), peer.path("address").asText());
        }
    }

    @Test
    @DisplayName("F7 A10: nothing on a connection stops the program, and a good message after it arrives")
    void nothingOnAConnectionStopsTheProgram() throws Exception {
        List<byte[]> streams = BadBytes.streams();
        for (int i = 0; i < streams.size(); i++) {
            mallory.dial("bad" + i, ece);
            mallory.write("bad" + i, streams.get(i));
            mallory.end("bad" + i);
            mallory.awaitEnd("bad" + i);
            mallory.say("good" + i, ece, "{\"unencrypted_message\": \"good " + i + "\"}");
            program.awaitMessage("good " + i);
        }
    }

    @Test
    @DisplayName("F7: ten megabytes without an end are cut short, said so, and a good message after them arrives")
    void tenMegabytesWithoutAnEndAreCutShort() throws Exception {
        mallory.endless(ece, 10);
        JsonNode cut = program.awaitEvent(
                "message", event -> event.path("text").asText().contains("too long"));
        assertTrue(cut.path("text").asText().length() < 10_000);
        mallory.say("good", ece, "{\"unencrypted_message\": \"good\"}");
        program.awaitMessage("good");
    }

    @Test
    @DisplayName("F7 F5: no escape, no control character and no second line of hers reaches --plain")
    void nothingButTextReachesPlain() throws Exception {
        String can = LAB.lan().address(3);
        Program plain = LAB.launchAs(3, "Can", "--plain", "--name", "Can");
        plain.awaitLineWith("you are called Can");
        mallory.announce(LAB.lan().address(2), "10.88.0.255", escaped("{\"username\": \"m" + ESCAPES + "\"}"));
        mallory.say("raw", can, "raw" + ESCAPES + "\n12:00 ali: forged");
        mallory.say("json", can, escaped("{\"unencrypted_message\": \"json" + ESCAPES + "\\n12:00 ali: forged\"}"));
        mallory.say("good", can, "{\"unencrypted_message\": \"good\"}");
        plain.awaitLineWith("json");
        plain.awaitLineWith("raw");
        plain.awaitLineWith("good");
        plain.endInput();
        assertEquals(0, plain.awaitEnd());
        for (String line : plain.output().awaitAll()) {
            assertTrue(line.matches("[0-9]{2}:[0-9]{2} .*"), line);
            assertFalse(line.matches("[0-9]{2}:[0-9]{2} ali: forged"), line);
            assertTrue(line.chars().noneMatch(Character::isISOControl), line);
            assertTrue(line.chars().noneMatch(c -> c == 0x202e || c == 0x2028 || c == 0x200b), line);
        }
    }

    /** As JSON carries what must not stand in it raw. */
    private static String escaped(String json) {
        StringBuilder out = new StringBuilder();
        for (char c : json.toCharArray()) {
            out.append(Character.isISOControl(c) ? String.format("\\u%04x", (int) c) : String.valueOf(c));
        }
        return out.toString();
    }
}
