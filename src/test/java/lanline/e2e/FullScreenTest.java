package lanline.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code run.sh} in a real terminal on each of two hosts. */
@InNamespaces
class FullScreenTest {
    private static final String ENTER = "\r";
    private static final String CTRL_Q = "\u0011";
    private static final String CTRL_U = "\u0015";
    private static final String F2 = "\u001bOQ";
    private static final String UP = "\u001b[A";
    private static final String PEOPLE = "\u001b[17~";
    private static final String ALT_1 = "\u001b1";

    private static final String GREETING = "merhaba ığdır 中文";

    /** The emulator shows the second column of a wide character as a blank. */
    private static final String GREETING_ON_SCREEN = "merhaba ığdır 中 文";

    /** Alternate screen, paste, focus, mouse: on at most while the program runs. */
    private static final List<String> MODES = List.of("1049", "2004", "1004", "1000", "1002", "1003", "1006");

    @RegisterExtension
    static final Lab LAB = Lab.withHosts(2);

    @Test
    @DisplayName(
            "A1 A4 A5 A6 A7 A11 A13 B8 E3 E6: Ece and Ali meet, talk and read it again after a restart, on their screens")
    void eceAndAliTalkOnTheirScreens() throws Exception {
        InTerminal ece = LAB.terminal(1, "Ece", 100, 30);
        giveName(ece, "Ece");
        InTerminal ali = LAB.terminal(2, "Ali", 80, 24);
        giveName(ali, "Ali");
        ece.awaitScreen("Ali in the sidebar", screen -> screen.contains("● Ali"));
        ali.awaitScreen("Ece in the sidebar", screen -> screen.contains("● Ece"));

        ece.type(PEOPLE + ENTER);
        ece.awaitScreenWith(LAB.lan().address(2));
        ece.type(GREETING + ENTER);
        ali.awaitScreenWith("[1:Ece(1)]");
        ali.type(ALT_1);
        ali.awaitScreenWith("│ " + GREETING_ON_SCREEN);
        ali.type("sana da" + ENTER);
        ece.awaitScreenWith("│ sana da");

        quit(ece);
        quit(ali);
        assertHistory(LAB.terminal(1, "Ece", 100, 30), "Ali", LAB.lan().address(2));
        assertHistory(LAB.terminal(2, "Ali", 80, 24), "Ece", LAB.lan().address(1));
    }

    @Test
    @DisplayName("E3: the layout follows the size of the terminal, and nothing is lost on the way")
    void theLayoutFollowsTheSize() throws Exception {
        InTerminal ece = LAB.terminal(1, "Ece", 100, 30);
        giveName(ece, "Ece");
        LAB.start(2, "Ali");
        ece.awaitScreenWith("● Ali");
        ece.type(PEOPLE + ENTER);
        ece.awaitScreenWith(LAB.lan().address(2));
        ece.type("a draft");
        ece.awaitScreenWith("a draft");
        ece.resize(60, 20);
        ece.awaitScreen("a narrow screen", screen -> !screen.contains("● Ali") && screen.contains("a draft"));
        ece.resize(120, 40);
        ece.awaitScreen("a wide screen", screen -> screen.contains("● Ali") && screen.contains("a draft"));
    }

    @Test
    @DisplayName("E6: SIGTERM restores the terminal too, and says good-bye")
    void sigtermRestoresTheTerminalToo() throws Exception {
        InTerminal ece = LAB.terminal(1, "Ece", 100, 30);
        giveName(ece, "Ece");
        Program ali = LAB.start(2, "Ali");
        ali.awaitPeer("Ece", "online");
        ece.terminate();
        assertRestored(ece.awaitEnd(), 143);
        ali.awaitPeer("Ece", "gone");
    }

    @Test
    @DisplayName("A draft and the earlier inputs outlive SIGTERM")
    void aDraftOutlivesSigterm() throws Exception {
        InTerminal ece = LAB.terminal(1, "Ece", 100, 30);
        giveName(ece, "Ece");
        ece.awaitScreenWith(LAB.lan().address(1));
        ece.type("/version" + ENTER);
        ece.awaitScreenWith("Lanline 0.");
        ece.type("half a sentence");
        ece.awaitScreenWith("> half a sentence");
        ece.terminate();
        assertRestored(ece.awaitEnd(), 143);
        InTerminal again = LAB.terminal(1, "Ece", 100, 30);
        again.awaitScreenWith("> half a sentence");
        again.type(UP);
        again.awaitScreenWith("> /version");
        quit(again);
    }

    private static void giveName(InTerminal terminal, String name) throws IOException, InterruptedException {
        terminal.awaitScreenWith("name>");
        terminal.type(CTRL_U + name + ENTER);
        terminal.awaitScreen("the chat", screen -> !screen.contains("name>"));
    }

    private static void assertHistory(InTerminal terminal, String other, String address) throws Exception {
        terminal.awaitScreen("the chat without a question", screen -> screen.contains("Lanline"));
        terminal.type(F2);
        String screen = terminal.awaitScreenWith("│ sana da");
        assertTrue(screen.contains(GREETING_ON_SCREEN), screen);
        assertTrue(screen.contains(other + " " + address), screen);
        assertTrue(screen.contains("sent") && screen.contains("received"), screen);
        quit(terminal);
    }

    private static void quit(InTerminal terminal) throws Exception {
        terminal.type(CTRL_Q);
        assertRestored(terminal.awaitEnd(), 0);
    }

    /** Alternate screen left, modes off, cursor shown, line discipline as before. */
    private static void assertRestored(String output, int status) {
        assertTrue(output.contains("\u001b[?1049h"), "the program used the alternate screen");
        for (String mode : MODES) {
            assertTrue(
                    output.lastIndexOf("\u001b[?" + mode + "h") <= output.lastIndexOf("\u001b[?" + mode + "l"),
                    "mode " + mode + " is off");
        }
        assertTrue(output.lastIndexOf("\u001b[?25l") <= output.lastIndexOf("\u001b[?25h"), "the cursor is shown");
        assertEquals(settings("before", output), settings("after", output));
        assertTrue(output.contains("status " + status + "\r"), output.substring(output.length() - 300));
    }

    private static String settings(String when, String output) {
        // The shell says "before" first and "after" last; the screen between may have either word on it.
        int word = when.equals("before") ? output.indexOf("before ") : output.lastIndexOf("after ");
        int at = word + when.length() + 1;
        return output.substring(at, output.indexOf('\r', at));
    }
}
