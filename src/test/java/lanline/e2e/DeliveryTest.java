package lanline.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import lanline.core.model.LanlineId;
import lanline.core.session.Frame;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is written to somebody is where he is, or waits for him: in its order, once. */
@InNamespaces
class DeliveryTest {
    @RegisterExtension
    static final Lab LAB = Lab.withHosts(3);

    private static Program ece;
    private static LanlineId eceId;

    @BeforeAll
    static void eceIsThere() throws Exception {
        ece = LAB.start(1, "Ece");
        eceId = new LanlineId(ece.awaitReady().path("peer").asText());
    }

    @BeforeEach
    void eceHasForgottenWhatSheSaid() {
        ece.beginAnew();
    }

    @Test
    @DisplayName("F2: what is written to somebody who is not here survives restarts of both, and comes in order, once")
    void whatIsWrittenToSomebodyNotHereSurvivesRestartsOfBoth() throws Exception {
        Program nur = LAB.start(3, "Nur");
        Program can = LAB.start(2, "Can");
        nur.awaitPeer("Can", "online");
        nur.awaitState(nur.send("Can", "before"), "delivered");
        can.kill();
        nur.awaitPeer("Can", "away");
        String first = nur.send("Can", "while away 1");
        nur.awaitState(first, "queued");
        nur.send("Can", "while away 2");
        assertEquals(2, nur.ask("queue").path("items").size());
        assertEquals(0, nur.quit(), "what is kept is not lost");

        Program again = LAB.start(3, "Nur");
        again.send("Can", "while away 3");
        again.kill();
        Program third = LAB.start(3, "Nur");
        Program canAgain = LAB.start(2, "Can");
        String last = third.send("Can", "here");
        third.awaitState(last, "delivered");
        assertEquals(
                List.of("while away 1", "while away 2", "while away 3", "here"),
                canAgain.output().soFar().stream()
                        .flatMap(line -> Program.complete(line).stream())
                        .filter(event -> Program.has(event, "event", "message"))
                        .map(event -> event.path("text").asText())
                        .toList());
        assertEquals(5, canAgain.ask("history", "with", "Nur").path("items").size());
        assertEquals(0, third.ask("queue").path("items").size());
    }

    @Test
    @DisplayName("F2: what waits can be taken back, and does not go")
    void whatWaitsCanBeTakenBack() throws Exception {
        LanlinePeer ali = LAB.lanline(2, "Ali", 'a', 6_001);
        assertTrue(ali.dial("met", LAB.lan().address(1), eceId).up.isPresent());
        ece.awaitPeer("Ali", "online");
        ali.say("met", new Frame.Bye(Frame.Bye.Reason.LEFT));
        ali.awaitOver(1);
        ece.awaitPeer("Ali", "gone");
        String regretted = ece.send("Ali", "regretted");
        String meant = ece.send("Ali", "meant");
        ece.type("{\"do\":\"unsend\",\"id\":\"" + regretted + "\"}");
        ece.awaitState(regretted, "failed");
        assertTrue(ali.dial("back", LAB.lan().address(1), eceId).up.isPresent());
        ali.awaitText("meant");
        ece.awaitState(meant, "delivered");
        assertEquals(List.of("meant"), ali.texts());
    }

    @Test
    @DisplayName("F2 F5: a script's one line is out when it ends with status 0")
    void aScriptsOneLineIsOutWhenItEnds() throws Exception {
        List<String> said = LAB.script(2, "Veli", "/msg Ece hi");
        ece.awaitMessage("hi");
        assertTrue(said.stream().noneMatch(line -> line.contains("waits on the disk")), said.toString());
    }

    @Test
    @DisplayName("F2 E7: one person on two hosts gets everything on both")
    void onePersonOnTwoHostsGetsEverythingOnBoth() throws Exception {
        Program gul = LAB.start(2, "Gül");
        String id = gul.awaitReady().path("peer").asText();
        Path other = LAB.home("Gül elsewhere");
        copy(LAB.home("Gül"), other);
        Program elsewhere = LAB.launchAs(2, "Gül elsewhere", "--json", "--name", "Gül");
        assertEquals(id, elsewhere.awaitReady().path("peer").asText());
        gul.awaitPeer("Ece", "online");
        elsewhere.awaitPeer("Ece", "online");
        ece.awaitState(ece.send("Gül", "to both"), "delivered");
        gul.awaitMessage("to both");
        elsewhere.awaitMessage("to both");
        List<String> names = ece.ask("users").path("items").findValuesAsText("name");
        assertEquals(1, Collections.frequency(names, "Gül"), names.toString());
    }

    /** The identity alone, as on a home folder that two machines share. */
    private static void copy(Path from, Path to) throws Exception {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
        Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
    }
}
