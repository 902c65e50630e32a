package lanline.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A key that a passphrase protects, from the shell and in each front end. */
@InNamespaces
class PassphraseTest {
    private static final String PASSPHRASE = "open sésame";
    private static final String CTRL_C = "\u0003";
    private static final String CTRL_Q = "\u0011";
    private static final String NEW = "New passphrase for your key (not shown; empty takes it away):";
    private static final String AGAIN = "The same again:";
    private static final String QUESTION = "Passphrase of your key (not shown, Ctrl-C leaves):";

    @RegisterExtension
    static final Lab LAB = Lab.withHosts(1);

    private static Path protectedHome;
    private static InTerminal shell;

    @BeforeAll
    static void protectTheKey() throws Exception {
        shell = LAB.shell(1, "Ece", 100, 24);
        shell.awaitOutput(0, "ready$ ");
        int mark = begin("--passphrase");
        mark = answer(mark, NEW, PASSPHRASE);
        mark = answer(mark, AGAIN, "open barley");
        shell.awaitOutput(mark, "The two are not the same.");
        mark = answer(mark, NEW, PASSPHRASE);
        mark = answer(mark, AGAIN, PASSPHRASE);
        String output = shell.awaitOutput(mark, "ready$ ");
        assertTrue(output.contains("Your key is protected."), output);
        assertFalse(shell.awaitOutput(0, "").contains("sésame"));
        assertTrue(identity().contains("\"box\"") && !identity().contains("\"seed\""), identity());
        protectedHome = LAB.home("Ece");
    }

    /** The same key, and a shell in which nothing has been said. */
    @BeforeEach
    void aHomeWithThatKey() throws Exception {
        LAB.copyHome(protectedHome, "Ece");
        shell = LAB.shell(1, "Ece", 100, 24);
        shell.awaitOutput(0, "ready$ ");
    }

    private static int begin(String options) throws IOException {
        int mark = shell.mark();
        shell.type(Launch.RUN_SH + " " + options + " --home '" + LAB.home("Ece") + "'\r");
        return mark;
    }

    /** Waits for the question and answers it; what comes of that stands behind the mark that it returns. */
    private static int answer(int mark, String question, String answer) throws Exception {
        shell.awaitOutput(mark, question);
        int answered = shell.mark();
        shell.type(answer + "\r");
        return answered;
    }

    private static String identity() throws IOException {
        return Files.readString(LAB.home("Ece").resolve("identity.json"));
    }

    @Test
    @DisplayName("the full screen asks before the chat, says when it was wrong, and shows nothing that is typed")
    void theFullScreenAsksBeforeTheChat() throws Exception {
        InTerminal ece = LAB.terminal(1, "Ece", 90, 24);
        ece.awaitScreenWith("passphrase>");
        ece.type("open barley");
        ece.awaitScreenWith("passphrase> ***********");
        ece.type("\r");
        ece.awaitScreenWith("That is not the passphrase of your key.");
        ece.type(PASSPHRASE + "\r");
        ece.awaitScreenWith("name> ");
        ece.type("\u0015Ece\r");
        ece.awaitScreenWith("Lanline");
        ece.type(CTRL_Q);
        String output = ece.awaitEnd();
        assertTrue(output.contains("status 0"), output);
        assertFalse(output.contains("barley") || output.contains("sésame"), output);
    }

    @Test
    @DisplayName("leaving the question ends the program, and the terminal is as it was")
    void leavingTheQuestionEndsTheProgram() throws Exception {
        InTerminal ece = LAB.terminal(1, "Ece", 90, 24);
        ece.awaitScreenWith("passphrase>");
        ece.type(CTRL_C);
        String output = ece.awaitEnd();
        assertTrue(output.contains("status 0"), output);
        String before = output.lines()
                .filter(line -> line.startsWith("before"))
                .findFirst()
                .orElseThrow();
        assertTrue(output.contains(before.replace("before", "after")), output);
    }

    @Test
    @DisplayName("--plain asks without an echo, and goes on with the lines")
    void plainAsksWithoutAnEcho() throws Exception {
        int mark = begin("--plain --name Ece");
        mark = answer(mark, QUESTION, "wrong");
        shell.awaitOutput(mark, "That is not the passphrase");
        mark = answer(mark, QUESTION, PASSPHRASE);
        shell.awaitOutput(mark, "/help lists the commands");
        shell.type("/quit\r");
        assertFalse(shell.awaitOutput(mark, "ready$ ").contains("sésame"));
    }

    @Test
    @DisplayName("--json in a pipe asks at the controlling terminal")
    void jsonInAPipeAsksAtTheTerminal() throws Exception {
        int mark = shell.mark();
        shell.type("echo '{\"do\":\"quit\"}' | " + Launch.RUN_SH + " --json --home '" + LAB.home("Ece") + "' | cat\r");
        mark = answer(mark, QUESTION, PASSPHRASE);
        shell.awaitOutput(mark, "{\"event\":\"ready\"");
        shell.awaitOutput(mark, "ready$ ");
    }

    @Test
    @DisplayName("without a terminal the program doesn't start, whatever stands in its input")
    void withoutATerminalItDoesNotStart() throws Exception {
        for (String option : List.of("--json", "--plain", "--passphrase")) {
            List<String> command = new ArrayList<>(List.of("setsid", "--wait"));
            command.addAll(Launch.lanline(LAB.home("Ece"), option));
            Running run = LAB.run(1, command);
            run.type(PASSPHRASE);
            assertEquals(1, run.awaitEnd(), run.story(option));
            String said = run.awaitErrors();
            assertTrue(
                    said.startsWith("lanline: the passphrase of your key is typed at a terminal, and none can be"),
                    said);
        }
    }

    @Test
    @DisplayName("where only the standard streams are a terminal, the question is asked there, without an echo")
    void atStreamsThatAreATerminalItIsAskedThere() throws Exception {
        String command = "'" + String.join("' '", Launch.lanline(LAB.home("Ece"), "--passphrase")) + "'";
        int mark = shell.mark();
        shell.type("setsid --wait " + command + "\r");
        mark = answer(mark, QUESTION, "open barley");
        shell.awaitOutput(mark, "That is not the passphrase");
        mark = answer(mark, QUESTION, PASSPHRASE);
        mark = answer(mark, NEW, "");
        mark = answer(mark, AGAIN, "");
        shell.awaitOutput(mark, "not protected by a passphrase any more");
        String output = shell.awaitOutput(0, "");
        assertFalse(output.contains("barley") || output.contains("sésame"), output);
        assertTrue(identity().contains("\"seed\""), identity());
    }

    @Test
    @DisplayName("an empty new passphrase takes the protection away, for who knows the old one")
    void anEmptyOneTakesItAway() throws Exception {
        int mark = begin("--passphrase");
        shell.awaitOutput(mark, QUESTION);
        shell.type(CTRL_C);
        shell.awaitOutput(mark, "lanline: nothing was changed");
        shell.awaitOutput(mark, "ready$ ");
        assertTrue(identity().contains("\"box\""));
        mark = begin("--passphrase");
        mark = answer(mark, QUESTION, PASSPHRASE);
        mark = answer(mark, NEW, "");
        mark = answer(mark, AGAIN, "");
        shell.awaitOutput(mark, "not protected by a passphrase any more");
        shell.awaitOutput(mark, "ready$ ");
        assertTrue(identity().contains("\"seed\"") && !identity().contains("\"box\""));
        Path home = LAB.home("Ece");
        assertFalse(Files.exists(home.resolve("identity.json.broken")));
    }
}
