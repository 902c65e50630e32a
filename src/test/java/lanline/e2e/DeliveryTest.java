package lanline.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What Ece writes to Ali is where he is, or waits for him: in its order, once. */
@InNamespaces
class DeliveryTest {
    @RegisterExtension
    static final Lab LAB = Lab.withHosts(2);

    @Test
    @DisplayName("F2: what is written to somebody who is not here survives restarts of both, and comes in order, once")
    void whatIsWrittenToSomebodyNotHereSurvivesRestartsOfBoth() throws Exception {
        Program ece = LAB.start(1, "Ece");
        Program ali = LAB.start(2, "Ali");
        ece.awaitPeer("Ali", "online");
        ece.awaitState(ece.send("Ali", "before"), "delivered");
        ali.kill();
        ece.awaitPeer("Ali", "away");
        String first = ece.send("Ali", "while away 1");
        ece.awaitState(first, "queued");
        ece.send("Ali", "while away 2");
        assertEquals(2, ece.ask("queue").path("items").size());
        assertEquals(0, ece.quit(), "what is kept is not lost");

        Program again = LAB.start(1, "Ece");
        again.send("Ali", "while away 3");
        again.kill();
        Program third = LAB.start(1, "Ece");
        Program aliAgain = LAB.start(2, "Ali");
        String last = third.send("Ali", "here");
        third.awaitState(last, "delivered");
        assertEquals(
                List.of("while away 1", "while away 2", "while away 3", "here"),
                aliAgain.output().soFar().stream()
                        .flatMap(line -> Program.complete(line).stream())
                        .filter(event -> Program.has(event, "event", "message"))
                        .map(event -> event.path("text").asText())
                        .toList());
        assertEquals(5, aliAgain.ask("history", "with", "Ece").path("items").size());
        assertEquals(0, third.ask("queue").path("items").size());
    }

    @Test
    @DisplayName("F2: what waits can be taken back, and does not go")
    void whatWaitsCanBeTakenBack() throws Exception {
        Program ece = LAB.start(1, "Ece");
        Program ali = LAB.start(2, "Ali");
        ece.awaitPeer("Ali", "online");
        assertEquals(0, ali.quit());
        ece.awaitPeer("Ali", "gone");
        String regretted = ece.send("Ali", "regretted");
        ece.send("Ali", "meant");
        ece.type("{\"do\":\"unsend\",\"id\":\"" + regretted + "\"}");
        ece.awaitState(regretted, "failed");
        Program again = LAB.start(2, "Ali");
        again.awaitMessage("meant");
        assertEquals(1, again.ask("history", "with", "Ece").path("items").size());
    }

    @Test
    @DisplayName("F2 F5: a script's one line is out when it ends with status 0")
    void aScriptsOneLineIsOutWhenItEnds() throws Exception {
        Program ali = LAB.start(2, "Ali");
        List<String> said = LAB.script(1, "Ece", "/msg Ali hi");
        ali.awaitMessage("hi");
        assertTrue(said.stream().noneMatch(line -> line.contains("waits on the disk")), said.toString());
    }

    @Test
    @DisplayName("F2 E7: one person on two hosts gets everything on both")
    void onePersonOnTwoHostsGetsEverythingOnBoth() throws Exception {
        Program ali = LAB.start(2, "Ali");
        String id = ali.awaitReady().path("peer").asText();
        Path other = LAB.home("Ali elsewhere");
        copy(LAB.home("Ali"), other);
        Program elsewhere = LAB.launchAs(2, "Ali elsewhere", "--json", "--name", "Ali");
        assertEquals(id, elsewhere.awaitReady().path("peer").asText());
        Program ece = LAB.start(1, "Ece");
        ali.awaitPeer("Ece", "online");
        elsewhere.awaitPeer("Ece", "online");
        ece.awaitState(ece.send("Ali", "to both"), "delivered");
        ali.awaitMessage("to both");
        elsewhere.awaitMessage("to both");
        assertEquals(1, ece.ask("users").path("items").size());
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
