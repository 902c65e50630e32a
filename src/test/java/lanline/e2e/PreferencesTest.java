package lanline.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people set, in the real program: at once, and still there at the next start. */
@InNamespaces
class PreferencesTest {
    private static final String ALT_M = "\u001bm";
    private static final String CTRL_Q = "\u0011";
    private static final String F4 = "\u001bOS";

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

    private static boolean says(List<String> lines, String words) {
        return lines.stream().anyMatch(line -> line.contains(words));
    }

    @Test
    @DisplayName("/set works in --plain, and is kept for the next run")
    void setWorksInPlain() throws Exception {
        List<String> said = LAB.script(1, "Ece", "/set bell off", "/highlight deploy", "/notify mentions");
        assertTrue(says(said, "* bell is off from now on"), said.toString());
        assertTrue(says(said, "* deploy counts as a mention from now on"), said.toString());
        List<String> later = LAB.script(1, "Ece", "/set", "/highlight");
        assertTrue(says(later, "* bell is off: rings for a message"), later.toString());
        assertTrue(says(later, "* notify is mentions: "), later.toString());
        assertTrue(says(later, "these count as a mention: deploy"), later.toString());
    }

    @Test
    @DisplayName("a wrong value changes nothing, names what is allowed, and ends a script with 1")
    void aWrongValueNamesWhatIsAllowed() throws Exception {
        Program plain = LAB.launchAs(1, "Ece", "--plain");
        plain.type("/set color 17");
        plain.type("/set theme nowhere");
        plain.awaitLineWith("there is no theme \"nowhere\", but there are dark, default");
        plain.endInput();
        assertEquals(1, plain.awaitEnd());
        List<String> said = plain.output().awaitAll();
        assertTrue(says(said, "color takes auto, truecolor, 256, 16 or none, not \"17\""), said.toString());
    }

    @Test
    @DisplayName("a value that somebody wrote by hand and that may not be is named at the start")
    void aWrongValueInTheFileIsNamed() throws Exception {
        LAB.settings("Ece", "{\"bell\": \"loud\", \"mouse\": true}");
        List<String> said = LAB.script(1, "Ece", "/set bell", "/set mouse");
        assertTrue(says(said, "settings.json: bell is \"loud\", but takes on, mentions or off"), said.toString());
        assertTrue(says(said, "* bell is on: "), said.toString());
        assertTrue(says(said, "* mouse is on: "), said.toString());
    }

    @Test
    @DisplayName("what an ignored person writes is not shown, and stands in the history")
    void whatAnIgnoredPersonWritesIsOnlyKept() throws Exception {
        Program ece = LAB.launchAs(1, "Ece", "--plain", "--name", "Ece Gül");
        ece.awaitLineWith("Ali is online");
        ali.awaitPeer("Ece Gül", "online");
        ece.type("/ignore ali");
        ece.awaitLineWith("Ali is ignored from now on");
        ali.awaitState(ali.send("Ece Gül", "nobody sees this"), "delivered");
        ece.type("/history ali");
        ece.awaitLine("the history", line -> line.matches(".*from Ali \\(.*\\): nobody sees this"));
        ece.type("/quit");
        assertEquals(0, ece.awaitEnd());
        assertTrue(ece.output().awaitAll().stream().noneMatch(line -> line.matches(".{5} Ali: nobody.*")));
    }

    @Test
    @DisplayName("a message that is not in sight rings, the mouse is switched on and off again, F4 changes and keeps")
    void theTerminalRingsAndHasItsMouseBack() throws Exception {
        LAB.settings("Ece", "{\"name\": \"Ece\"}");
        InTerminal ece = LAB.terminal(1, "Ece", 100, 30);
        ece.awaitScreenWith("F1 help");
        ece.awaitScreenWith("● Ali");
        ali.awaitPeer("Ece", "online");
        ali.send("Ece", "hello");
        ece.awaitScreenWith("[1:Ali(1)]");
        ece.type(ALT_M);
        ece.awaitScreenWith("The mouse opens people");
        // A terminal reports no click before it is asked to.
        ece.awaitOutput(0, "\u001b[?1000h");
        ece.type("\u001b[<0;8;3M\u001b[<0;8;3m");
        ece.awaitScreenWith("│ hello");
        ece.type(F4);
        ece.awaitScreenWith("mouse        on");
        ece.type(CTRL_Q);
        String output = ece.awaitEnd();
        assertTrue(output.contains("\u0007"), "it rang");
        assertTrue(output.contains("\u001b[?1000h\u001b[?1006h"), "the mouse was on");
        assertTrue(output.lastIndexOf("\u001b[?1000h") < output.lastIndexOf("\u001b[?1000l"), "the mouse is off");
        List<String> later = LAB.script(1, "Ece", "/set mouse");
        assertTrue(says(later, "* mouse is on: "), later.toString());
    }

    @Test
    @DisplayName("in a locale without UTF-8, and with --ascii, the whole screen is ASCII")
    void withoutUtf8TheScreenIsAscii() throws Exception {
        LAB.settings("Ece", "{\"name\": \"Ece the ASCII\"}");
        String run = Launch.RUN_SH + " --home \"" + LAB.home("Ece") + "\" ";
        for (String how : List.of("LC_ALL=C " + run, run + "--ascii")) {
            InTerminal ece = LAB.shell(1, "Ece", 80, 24);
            ece.awaitScreenWith("ready$");
            ece.type(how + "\r");
            ece.awaitScreenWith("* Ali");
            ali.awaitPeer("Ece the ASCII", "online");
            ali.send("Ece the ASCII", "köprü");
            ece.awaitScreenWith("1:Ali(");
            ece.type("\u001b1");
            String screen = ece.awaitScreenWith("Ali | k?pr?");
            assertTrue(screen.chars().allMatch(c -> c < 128), screen);
            ece.type(CTRL_Q);
            ece.awaitScreen("the shell", text -> text.contains("ready$") && !text.contains("Ali |"));
            ece.close();
        }
    }
}
