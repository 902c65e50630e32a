package lanline.e2e;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Ece's Lanline beside the binary lab program that Ata and Can run, as processes of their own: {@code wire.md} section 2. One Lanline meets
 * them all; in each test Ata has another name and machine.
 */
@InNamespaces
class LabProgramTest {
    private static final String EVERYBODY = "10.88.0.255:5000";

    @RegisterExtension
    static final Lab LAB = Lab.withHosts(3);

    private static Program ece;

    private String name;
    private RawPeer ata;
    private String ataAt;

    @BeforeAll
    static void eceIsThere() throws Exception {
        ece = LAB.start(1, "Ece");
    }

    @BeforeEach
    void ataSaysHelloToEce() throws Exception {
        ece.beginAnew();
        name = "ata" + LAB.lan().move(2);
        ataAt = LAB.lan().address(2);
        ata = LAB.raw(2);
        ata.takeAndKeep(5_001);
        // Again and again, since nothing tells when Ece hears; one is all that is answered.
        ata.announce(ataAt, EVERYBODY, new String(frame(2, name), StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("C2: who says hello is dialled and told our name and address, and is on the list")
    void aHelloIsAnswered() throws Exception {
        assertArrayEquals(frame(2, "Ece|10.88.0.1"), ata.awaitHeard(frame(2, "Ece|10.88.0.1")));
        JsonNode peer = ece.awaitPeer(name, "online");
        assertEquals("course-lab", peer.path("speaks").asText());
        assertEquals(name + "@" + ataAt, peer.path("peer").asText());
    }

    @Test
    @DisplayName("C8: texts go both ways on that one connection, as frames")
    void textsGoBothWaysOnOneConnection() throws Exception {
        ata.awaitHeard(frame(2, "Ece|10.88.0.1"));
        ata.write("joined", frame(1, name + ": selam çay"));
        assertEquals(name, ece.awaitMessage("selam çay").path("from").asText());
        ece.awaitState(ece.send(name, "aleykum selam"), "sent");
        ece.awaitState(ece.send(name, "naber?"), "sent");
        byte[] all = ata.awaitHeard(frame(1, "Ece: naber?"));
        assertArrayEquals(
                joined(frame(2, "Ece|10.88.0.1"), frame(1, "Ece: aleykum selam"), frame(1, "Ece: naber?")), all);
    }

    @Test
    @DisplayName("C9: a request for the history is answered with what went between the two, and never with another's")
    void theHistoryIsToldToWhoTookPart() throws Exception {
        ata.awaitHeard(frame(2, "Ece|10.88.0.1"));
        RawPeer can = LAB.raw(3);
        can.takeAndKeep(5_001);
        can.announce(LAB.lan().address(3), EVERYBODY, new String(frame(2, "can"), StandardCharsets.UTF_8));
        can.awaitHeard(frame(2, "Ece|10.88.0.1"));
        can.write("joined", frame(1, "can: only for ece"));
        ece.awaitMessage("only for ece");
        ata.write("joined", frame(1, name + ": biri"));
        ece.awaitMessage("biri");
        ece.awaitState(ece.send(name, "ikisi"), "sent");
        ata.write("joined", frame(3, ""));
        // A blank in front of the name is that behind a time: the text itself has none there.
        String told =
                new String(ata.awaitHeard(" Ece: ikisi".getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
        assertTrue(
                told.matches("(?s).*\u0005\0\0\0.[0-9]{2}:[0-9]{2}:[0-9]{2} " + name + ": biri"
                        + "\u0005\0\0\0.[0-9]{2}:[0-9]{2}:[0-9]{2} Ece: ikisi"),
                told);
        assertFalse(told.contains("only for ece"), told);
    }

    @Test
    @DisplayName("C6: gone takes him off the list")
    void goneTakesHimOffTheList() throws Exception {
        ata.awaitHeard(frame(2, "Ece|10.88.0.1"));
        ece.awaitPeer(name, "online");
        ata.write("joined", frame(4, name + "|" + ataAt));
        ece.awaitPeer(name, "gone");
    }

    @Test
    @DisplayName("C8: frames cut anywhere, and what is no frame, end nothing but their own link")
    void badFramesEndNothingButTheirLink() throws Exception {
        ata.awaitHeard(frame(2, "Ece|10.88.0.1"));
        byte[] text = frame(1, name + ": parça parça");
        for (byte each : text) {
            ata.write("joined", new byte[] {each});
        }
        ece.awaitMessage("parça parça");
        ata.dial("bad", "10.88.0.1:5001");
        ata.write("bad", joined(frame(1, name + ": before"), new byte[] {9, 9, 9}));
        ece.awaitMessage("before");
        ata.awaitEnd("bad");
        ata.write("joined", frame(1, name + ": still here"));
        ece.awaitMessage("still here");
    }

    private static byte[] frame(int type, String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        byte[] header = {(byte) type, 0, 0, (byte) (payload.length >> 8), (byte) payload.length};
        return joined(header, payload);
    }

    private static byte[] joined(byte[]... all) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] each : all) {
            joined.writeBytes(each);
        }
        return joined.toByteArray();
    }
}
