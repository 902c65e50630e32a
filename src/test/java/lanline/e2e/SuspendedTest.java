package lanline.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Ctrl-Z in {@code run.sh}, which a shell with job control has started. */
@InNamespaces
class SuspendedTest {
    private static final String CTRL_Z = "\u001a";
    private static final String CTRL_Q = "\u0011";
    private static final String LEFT = "\u001b[?1049l";

    @RegisterExtension
    static final Lab LAB = Lab.withHosts(2);

    @Test
    @DisplayName("E3 E6: Ctrl-Z gives the shell its terminal back, and after fg the chat goes on where it was")
    void afterFgTheChatGoesOnWhereItWas() throws Exception {
        InTerminal ece = LAB.shell(1, "Ece", 100, 30);
        ece.awaitOutput(0, "ready$ ");
        String before = settings(ece);
        ece.type(Launch.RUN_SH + " --name Ece --home '" + LAB.home("Ece") + "'\r");
        Program ali = LAB.start(2, "Ali", "--announce-every", "1");
        ece.awaitScreenWith("● Ali");
        ali.awaitPeer("Ece", "online");
        ece.type("/query Ali\r");
        ece.awaitScreenWith(LAB.lan().address(2));
        ece.type("a draft");
        ece.awaitScreenWith("Ali> a draft");

        int mark = ece.mark();
        ece.type(CTRL_Z);
        String output = ece.awaitOutput(mark, "ready$ ");
        assertFalse(output.substring(output.indexOf(LEFT) + LEFT.length()).contains("\u001b"), output);
        assertEquals(before, settings(ece), "the line discipline is the shell's");

        ece.resize(80, 24);
        ece.type("fg\r");
        ece.awaitScreen("the chat", screen -> screen.contains("Ali> a draft") && !screen.contains("ready$"));
        ali.send("Ece", "are you there?");
        ece.awaitScreenWith("│ are you there?");
        mark = ece.mark();
        ece.type(CTRL_Q);
        ece.awaitOutput(mark, "ready$ ");
        assertEquals(before, settings(ece));
    }

    private static String settings(InTerminal shell) throws IOException, InterruptedException {
        int mark = shell.mark();
        shell.type("echo is=`stty -g`.\r");
        shell.awaitOutput(mark, "\nis=");
        String output = shell.awaitOutput(mark, ".\r\nready$ ");
        int from = output.indexOf("\nis=") + 4;
        return output.substring(from, output.indexOf('.', from));
    }
}
