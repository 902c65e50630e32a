package lanline.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code run.sh --plain} with a person at a terminal, who may hear it instead of seeing it. */
@InNamespaces
class PlainTerminalTest {
    private static final String CTRL_Z = "\u001a";

    @RegisterExtension
    static final Lab LAB = Lab.withHosts(2);

    private static Program ali;
    private static int starts;

    private InTerminal ece;
    private String name;
    private String before;

    @BeforeAll
    static void aliIsThere() throws Exception {
        ali = LAB.start(2, "Ali", "--announce-every", "1");
    }

    /** By another name in each test, since Ali knows the key of the one before. */
    @BeforeEach
    void eceStartsPlainInAShell() throws Exception {
        ali.beginAnew();
        starts++;
        name = "Ece" + starts;
        ece = LAB.shell(1, "Ece", 80, 24);
        ece.awaitOutput(0, "ready$ ");
        before = settings();
        ece.type(Launch.RUN_SH + " --plain --name " + name + " --home '" + LAB.home("Ece") + "'\r");
        ece.awaitOutput(0, "/help lists the commands");
        ece.awaitOutput(0, "Ali is ");
        ali.awaitPeer(name, "online");
    }

    private String settings() throws Exception {
        int mark = ece.mark();
        ece.type("echo is=`stty -g`.\r");
        ece.awaitOutput(mark, "\nis=");
        String output = ece.awaitOutput(mark, ".\r\nready$ ");
        int from = output.indexOf("\nis=") + 4;
        return output.substring(from, output.indexOf('.', from));
    }

    @Test
    @DisplayName("C1: a message that comes while one types stands above the line, which goes on below")
    void aMessageDoesNotTearTheLineApart() throws Exception {
        int mark = ece.mark();
        ece.type("/query Al\t");
        ece.awaitOutput(mark, "/query Ali");
        ece.type("\r");
        ece.awaitOutput(mark, "you write to Ali");
        ece.type("half a linx");
        ece.awaitOutput(mark, "half a linx");
        ali.send(name, "in between");
        ece.awaitScreen(
                "the message above the line",
                screen -> screen.contains("Ali: in between") && screen.strip().endsWith("half a linx"));
        assertFalse(ece.awaitOutput(mark, "in between").contains("half a linx1"));
        ece.type("\u007fe\r");
        ali.awaitMessage("half a line");
        assertEquals(-1, ece.awaitOutput(mark, "in between").indexOf('\u001b'), "no escape sequence");
    }

    @Test
    @DisplayName("C1 E6: Ctrl-Z, fg and Ctrl-D leave the terminal as it was")
    void theTerminalIsAsItWas() throws Exception {
        int mark = ece.mark();
        ece.type("begun" + CTRL_Z);
        ece.awaitOutput(mark, "ready$ ");
        assertEquals(before, settings());
        mark = ece.mark();
        ece.type("fg\r");
        ece.awaitOutput(mark, "\nbegun");
        mark = ece.mark();
        ece.type("\u0015\u0004");
        String output = ece.awaitOutput(mark, "ready$ ");
        assertTrue(output.contains("\n"), output);
        assertEquals(before, settings());
    }
}
