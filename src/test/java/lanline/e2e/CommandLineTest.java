package lanline.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line and the front ends without a screen ({@code cli.md}). */
@InNamespaces
class CommandLineTest {
    @RegisterExtension
    static final Lab LAB = Lab.withHosts(2);

    /** He is there for all of them; who writes with him has another name in each test, and so no key that he knows. */
    private static Program ali;

    @BeforeAll
    static void aliIsThere() throws Exception {
        ali = LAB.start(2, "Ali");
    }

    @BeforeEach
    void aliHasForgottenWhatHeSaid() {
        ali.beginAnew();
    }

    @ParameterizedTest(name = "{0} answers without a home, a socket or a screen")
    @ValueSource(strings = {"--help", "--version"})
    void helpAndVersionTouchNothing(String option) throws Exception {
        Program program = LAB.launchAs(1, "Ece", option);
        assertEquals(0, program.awaitEnd());
        assertEquals("", program.awaitErrors());
        assertTrue(String.join(" ", program.output().awaitAll()).toLowerCase().startsWith("lanline"));
        assertFalse(Files.exists(LAB.home("Ece")));
    }

    @ParameterizedTest(name = "{0} is refused in one line that names it, with status 2")
    @ValueSource(
            strings = {
                "--bogus",
                "--udp-port 0",
                "--tcp-port 65536",
                "--tcp-port abc",
                "--announce-every 61",
                "--name",
                "--name xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                "--name \u200b",
                "--hub x",
                "--plain --json",
                "stray"
            })
    void whatCannotBeMeantIsRefused(String options) throws Exception {
        Program program = LAB.launchAs(1, "Ece", options.split(" "));
        assertEquals(2, program.awaitEnd());
        String sentence = program.awaitErrors();
        assertTrue(sentence.contains(options.split(" ")[0].replaceFirst("^--", "")), sentence);
        assertEquals(1, sentence.lines().count(), sentence);
        assertEquals(List.of(), program.output().awaitAll());
    }

    @Test
    @DisplayName("a --udp-port that another program keeps for itself ends the start with a sentence and status 1")
    void aUdpPortThatCannotBeHadIsRefused() throws Exception {
        LAB.raw(1).keepUdpPort(6_666);
        Program program = LAB.launchAs(1, "Ece", "--json", "--udp-port", "6666");
        assertEquals(1, program.awaitEnd());
        assertTrue(program.awaitErrors().contains("6666"));
    }

    @Test
    @DisplayName(
            "UDP 6000 that another program keeps for itself: it runs, announces, and says that nobody can be heard")
    void whereNobodyCanBeHeardItSaysSo() throws Exception {
        LAB.raw(1).keepUdpPort(6_000);
        Program nur = LAB.start(1, "Nur");
        nur.awaitNotice("6000");
        ali.awaitPeer("Nur", "online");
    }

    @Test
    @DisplayName("F5: a script that writes at once waits for the name, sends, and ends with 0")
    void aScriptThatWritesAtOnceWaitsForTheName() throws Exception {
        LAB.script(1, "Ece", "/msg ali merhaba", "/msg ali ikinci satır");
        ali.awaitMessage("merhaba");
        ali.awaitMessage("ikinci satır");
    }

    @Test
    @DisplayName("E6 F5: run.sh does the same from any folder, as a pipe")
    void runShDoesTheSameAsAPipe() throws Exception {
        String home = LAB.home("Can").toString();
        Running script = LAB.run(1, List.of(Launch.RUN_SH.toString(), "--name", "Can", "--home", home));
        script.type("/msg ali boru hattından");
        script.endInput();
        assertEquals(0, script.awaitEnd(), () -> script.story("failed"));
        assertEquals("Can", ali.awaitMessage("boru hattından").path("from").asText());
    }

    @Test
    @DisplayName("F5 A9: a script that writes to nobody names the failure and ends with 1")
    void aScriptThatWritesToNobodyFails() throws Exception {
        Program plain = LAB.launchAs(1, "Ece", "--plain", "--announce-every", "1");
        plain.type("/msg nobody hi");
        plain.endInput();
        assertEquals(1, plain.awaitEnd());
        assertTrue(String.join("\n", plain.output().awaitAll()).contains("nobody"));
    }

    @Test
    @DisplayName("F5: --json answers a bad line with an error, and goes on")
    void jsonAnswersABadLineWithAnErrorAndGoesOn() throws Exception {
        Program ece = LAB.start(1, "Ece");
        for (String line :
                List.of("no JSON", "[]", "{}", "{\"do\":\"fly\"}", "{\"do\":\"send\",\"to\":17}", "{\"do\":\"send\"")) {
            int mark = ece.mark();
            ece.type(line);
            ece.awaitEvent(mark, "error", event -> Program.has(event, "code", "bad-command"));
        }
        assertEquals(
                "unknown-peer",
                ece.ask("send", "to", "nobody", "text", "hi").path("code").asText());
        assertEquals("reply", ece.ask("users").path("event").asText());
        assertEquals(0, ece.quit());
    }

    @Test
    @DisplayName("F5 A13: the four actions each take one command of --plain")
    void theFourActionsEachTakeOneCommand() throws Exception {
        Program ece = LAB.launchAs(1, "Ece", "--plain", "--name", "Ece");
        ece.awaitLineWith("Ali is online");
        ali.awaitPeer("Ece", "online");
        ece.type("/query Ali");
        ece.type("selam");
        ali.awaitMessage("selam");
        ali.send("Ece", "aleyküm");
        ece.awaitLine("the answer", line -> line.matches("[0-9]{2}:[0-9]{2} Ali: aleyküm"));
        ece.type("/users");
        ece.type("/history");
        ece.awaitLine("the history", line -> line.matches(".*from Ali \\(10\\.88\\.0\\.2\\): aleyküm"));
        ece.type("/quit");
        assertEquals(0, ece.awaitEnd());
        ali.awaitPeer("Ece", "gone");
    }
}
