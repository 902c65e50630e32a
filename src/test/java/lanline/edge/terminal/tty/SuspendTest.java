package lanline.edge.terminal.tty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Ctrl-Z, fg and what else a shell with job control does, on a real pty ("terminal.md", pitfall 9). */
@EnabledOnOs({OS.LINUX, OS.MAC})
class SuspendTest {
    private static final String CTRL_Z = "\u001a";
    private static final String CTRL_Q = "\u0011";
    private static final String ENTERED = "\u001b[?1049h";
    private static final String LEFT = "\u001b[r\u001b[m\u001b[?7h\u001b[?25h\u001b[?1049l";

    private PtyProgram shell;
    private String before;

    @BeforeEach
    void startInAShell() throws Exception {
        shell = PtyProgram.inShell();
        shell.output("ready$ ");
        before = settings("before");
        shell.type("eval \"$DEMO\"\r");
        shell.screen(screen -> screen.contains("demo 80x24"));
        shell.type("hello");
        shell.screen(screen -> screen.contains("> hello"));
    }

    @AfterEach
    void closeTheTerminal() {
        shell.close();
    }

    /** What stty says in the shell. */
    private String settings(String name) throws IOException, InterruptedException {
        int mark = shell.mark();
        shell.type("echo " + name + "=`stty -g`.\r");
        shell.outputSince(mark, "\n" + name + "=");
        String output = shell.outputSince(mark, ".\r\n");
        int from = output.indexOf("\n" + name + "=") + name.length() + 2;
        return output.substring(from, output.indexOf('.', from));
    }

    @Test
    void theShellHasItsTerminalBackUntilFgBringsTheScreenBackInTheSizeOfThen() throws Exception {
        int mark = shell.mark();
        shell.type(CTRL_Z);
        String output = shell.outputSince(mark, "ready$ ");
        assertTrue(output.indexOf(LEFT) >= 0 && output.indexOf(LEFT) < output.indexOf("ready$ "), output);
        assertFalse(output.substring(output.indexOf(LEFT) + LEFT.length()).contains("\u001b["), output);
        assertEquals(before, settings("now"), "keys are echoed and lines are edited while it is suspended");

        shell.resize(100, 30);
        mark = shell.mark();
        shell.type("fg\r");
        shell.screen(screen -> screen.contains("demo 100x30") && screen.contains("> hello") && screen.contains("back"));
        output = shell.outputSince(mark, "\u001b[2J");
        assertTrue(output.indexOf(ENTERED) >= 0 && output.indexOf(ENTERED) < output.indexOf("\u001b[2J"), output);
        shell.type(" again\u0013");
        shell.screen(screen -> screen.contains("> hello again") && screen.contains("character=s"));
        quit();
    }

    @Test
    void itCanBeSuspendedAgainAndAgain() throws Exception {
        for (int i = 0; i < 3; i++) {
            int mark = shell.mark();
            shell.type(CTRL_Z);
            shell.outputSince(mark, "ready$ ");
            String letter = Character.toString('a' + i);
            shell.type("fg\r");
            shell.outputSince(mark, ENTERED);
            shell.type(letter);
            shell.screen(screen -> screen.contains("> hello") && screen.contains(letter));
        }
        shell.screen(screen -> screen.contains("> helloabc"));
        quit();
    }

    @Test
    void inTheBackgroundItLeavesTheTerminalToTheShell() throws Exception {
        int mark = shell.mark();
        shell.type(CTRL_Z);
        shell.outputSince(mark, "ready$ ");
        mark = shell.mark();
        shell.type("bg\r");
        shell.outputSince(mark, "ready$ ");
        assertEquals(before, settings("now"));
        assertFalse(shell.outputSince(mark, "ready$ ").contains(ENTERED));
        shell.type("fg\r");
        shell.outputSince(mark, ENTERED);
        shell.type("!");
        shell.screen(screen -> screen.contains("> hello!"));
        quit();
    }

    @Test
    void whoIsStoppedFromOutsideComesBackToARawTerminalAndAWholeScreen() throws Exception {
        int mark = shell.mark();
        run("kill", "-STOP", Long.toString(shell.java().pid()));
        shell.outputSince(mark, "ready$ ");
        shell.type("stty sane; fg\n");
        shell.outputSince(mark, ENTERED);
        shell.screen(screen -> screen.contains("demo 80x24") && !screen.contains("ready"));
        shell.type("!\u0013");
        shell.screen(screen -> screen.contains("> hello!") && screen.contains("character=s"));
        quit();
    }

    @Test
    @Timeout(30)
    @EnabledOnOs(OS.LINUX)
    void killedWhileSuspendedItLeavesTheTerminalToTheShell() throws Exception {
        int mark = shell.mark();
        shell.type(CTRL_Z);
        shell.outputSince(mark, "ready$ ");
        Path state = Path.of("/proc/" + shell.java().pid() + "/stat");
        mark = shell.mark();
        shell.type("kill %1; kill -CONT %1\r");
        // The shell buries it when it looks at its jobs again, so it can't be waited for.
        while (Files.exists(state) && !Files.readString(state).contains(") Z ")) {
            assertFalse(Thread.interrupted(), "it did not end");
            Thread.onSpinWait();
        }
        assertEquals(before, settings("after"));
        assertFalse(shell.outputSince(mark, "after=").contains("?1049"), "it was left already");
    }

    @Test
    void aTerminalThatGoesAwayWhileItIsSuspendedEndsIt() throws Exception {
        int mark = shell.mark();
        shell.type(CTRL_Z);
        shell.outputSince(mark, "ready$ ");
        ProcessHandle java = shell.java();
        shell.hangUp();
        java.onExit().get(30, TimeUnit.SECONDS);
        assertFalse(java.isAlive());
    }

    @Test
    void withoutAShellThatCouldBringItBackNothingStops() throws Exception {
        try (PtyProgram alone = PtyProgram.started("")) {
            alone.screen(screen -> screen.contains("demo 80x24"));
            alone.type(CTRL_Z + "goes on");
            alone.screen(screen -> screen.contains("nobody could continue us") && screen.contains("> goes on"));
            alone.type(CTRL_Q);
            String output = alone.output("end\r\n");
            assertEquals(output.indexOf(ENTERED), output.lastIndexOf(ENTERED), "it was never left meanwhile");
        }
    }

    private void quit() throws Exception {
        int mark = shell.mark();
        shell.type(CTRL_Q);
        String output = shell.outputSince(mark, "ready$ ");
        assertTrue(output.contains(LEFT), output);
        assertEquals(before, settings("after"));
    }

    private static void run(String... command) throws IOException, InterruptedException {
        new ProcessBuilder(command).start().waitFor(10, TimeUnit.SECONDS);
    }
}
