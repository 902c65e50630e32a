package lanline.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lanline.core.model.LanlineId;
import lanline.testing.Samples;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody else is logged in to Ece's machine: he can take her port before she comes, and look for what is on its disk. */
@InNamespaces
class OtherUserTest {
    private static final Set<PosixFilePermission> FOR_OTHERS = PosixFilePermissions.fromString("---rwxrwx");

    @RegisterExtension
    static final Lab LAB = Lab.withHosts(2);

    /** He knows a key of Ece's; where she has another one, she has another name. */
    private static Program ali;

    private static LanlineId aliId;

    @BeforeAll
    static void aliIsThere() throws Exception {
        ali = LAB.start(2, "Ali", "--announce-every", "1");
        aliId = new LanlineId(ali.awaitReady().path("peer").asText());
    }

    @BeforeEach
    void aliHasForgottenWhatHeSaid() {
        ali.beginAnew();
    }

    @AfterAll
    static void nothingOfTheOtherUserStays() throws IOException {
        OtherUser.forget();
    }

    @Test
    @DisplayName("E7 F7: who takes her port and her name has another key, and hears nothing that was meant for her")
    void whoTakesHerPortHearsNothing() throws Exception {
        Program ece = LAB.start(1, "Ece", "--announce-every", "1");
        String eceId = ece.awaitReady().path("peer").asText();
        assertEquals(6_001, ece.awaitReady().path("tcpPort").asInt());
        ali.awaitPeer("Ece", "online");
        ece.quit();
        ali.awaitPeer("Ece", "gone");

        LanlinePeer thief = new LanlinePeer(
                LAB.run(1, OtherUser.helper(RawHost.class)),
                Samples.key('t'),
                "Ece",
                Samples.at(LAB.lan().address(1), 6_001));
        thief.listen();
        String waiting = ali.send(eceId, "yalnız Ece için");
        thief.awaitOver(1);
        thief.announce("10.88.0.255");
        assertTrue(thief.dial("thief", LAB.lan().address(2), aliId).up.isPresent());
        String thiefId = thief.id().text();
        ali.awaitEvent("peer", event -> Program.has(event, "peer", thiefId) && Program.has(event, "trust", "changed"));
        JsonNode refused = ali.ask("send", "to", thiefId, "text", "sen kimsin?");
        assertEquals("error", refused.path("event").asText(), refused.toString());

        int mark = ali.mark();
        Program again = LAB.start(1, "Ece", "--announce-every", "1");
        assertNotEquals(6_001, again.awaitReady().path("tcpPort").asInt());
        assertEquals(eceId, again.awaitReady().path("peer").asText());
        JsonNode back = ali.awaitEvent(
                mark, "peer", event -> Program.has(event, "peer", eceId) && Program.has(event, "state", "online"));
        assertNotEquals("changed", back.path("trust").asText());
        again.awaitMessage("yalnız Ece için");
        ali.awaitState(waiting, "delivered");
        assertFalse(thief.overheard().has("yalnız Ece için"));
        assertEquals(List.of(), thief.texts());
        assertTrue(thief.overheard().length() > 0);
    }

    @Test
    @DisplayName("F4: whatever the umask, nobody else can read a file of her home after a chat")
    void nobodyElseReadsHerHome() throws Exception {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "umask 000; exec \"$@\"", "sh"));
        command.addAll(Launch.lanline(LAB.home("Ece"), "--json", "--name", "Ece Gül"));
        Program ece = LAB.program(1, "Ece", command);
        ece.awaitReady();
        ece.awaitPeer("Ali", "online");
        ece.awaitState(ece.send("Ali", "aramızda"), "delivered");
        ali.send("Ece Gül", "kalsın");
        ece.awaitMessage("kalsın");
        assertIsClosed(LAB.home("Ece"));
        assertEquals(0, ece.quit());
        assertIsClosed(LAB.home("Ece"));
    }

    private static void assertIsClosed(Path home) throws IOException {
        Files.setPosixFilePermissions(home.getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));
        List<Path> files;
        try (Stream<Path> walk = Files.walk(home)) {
            files = walk.toList();
        }
        assertTrue(files.stream().anyMatch(file -> file.endsWith("peers.json")), files.toString());
        assertTrue(files.stream().anyMatch(file -> file.endsWith("identity.json")), files.toString());
        for (Path file : files) {
            Set<PosixFilePermission> open = Files.getPosixFilePermissions(file);
            open.retainAll(FOR_OTHERS);
            assertEquals(Set.of(), open, file.toString());
        }
        assertEquals("", OtherUser.readable(files));
    }
}
