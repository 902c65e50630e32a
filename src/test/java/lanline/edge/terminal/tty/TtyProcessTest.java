package lanline.edge.terminal.tty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A program on a real pty: keys, sizes, and the terminal as it was after each kind of end. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class TtyProcessTest {
    private static final String LEFT = "\u001b[r\u001b[m\u001b[?7h\u001b[?25h\u001b[?1049l";

    @Test
    void keysArriveAndTheScreenFollowsTheWindow() throws IOException, InterruptedException {
        try (PtyProgram program = started()) {
            program.type("hello");
            program.type("\u001b[1;5D\u0013\u001c\u000f\n\u001b[200~two\rlines\u001b[201~");
            program.screen(screen -> screen.contains("> hello") && screen.contains("pasted 9"));
            assertTrue(program.screen(screen -> screen.contains("ArrowLeft, ctrl=true"))
                    .contains("Chord[character=s"));
            // Ctrl-\ prints a thread dump, Ctrl-O is eaten, and line feed is Enter in a terminal that is not raw.
            String shown = program.screen(screen -> screen.contains("pasted 9"));
            for (String letter : new String[] {"\\", "o", "j"}) {
                assertTrue(shown.contains("Chord[character=" + letter + ", ctrl=true"), shown);
            }
            program.resize(100, 30);
            program.screen(screen -> screen.contains("demo 100x30") && screen.contains("> hello"));
            program.type("\u0011");
            assertLeft(program, 0);
        }
    }

    @Test
    void afterADragThatEndsWhereItBeganTheScreenIsDrawnAnew() throws IOException, InterruptedException {
        try (PtyProgram program = started()) {
            program.type("x");
            program.screen(screen -> screen.contains("> x"));
            program.resize(100, 30);
            program.screen(screen -> screen.contains("demo 100x30"));
            int mark = program.mark();
            program.resize(60, 20);
            program.resize(100, 30);
            program.outputSince(mark, "\u001b[2J");
            program.screen(screen -> screen.contains("demo 100x30"));
        }
    }

    @Test
    void aSignalRestoresTheTerminal() throws IOException, InterruptedException {
        for (String signal : new String[] {"TERM", "HUP", "INT"}) {
            try (PtyProgram program = started()) {
                String pid = String.valueOf(program.java().pid());
                new ProcessBuilder("kill", "-" + signal, pid).start().waitFor(10, TimeUnit.SECONDS);
                assertLeft(program, 128 + (signal.equals("TERM") ? 15 : signal.equals("HUP") ? 1 : 2));
            }
        }
    }

    @Test
    void aCrashRestoresTheTerminalBeforeItSaysWhy() throws IOException, InterruptedException {
        try (PtyProgram program = started()) {
            program.type("\u0018");
            String output = assertLeft(program, 3);
            assertTrue(output.indexOf("stopped: as asked") > output.indexOf(LEFT), output);
        }
    }

    @Test
    void aTerminalThatGoesAwayEndsTheProgramThoughItIgnoresHangUps() throws Exception {
        for (String hangUps : new String[] {"", "trap '' HUP; "}) {
            try (PtyProgram program = started(hangUps)) {
                ProcessHandle java = program.java();
                program.hangUp();
                assertTrue(java.onExit().get(30, TimeUnit.SECONDS) != null);
                assertFalse(java.isAlive());
            }
        }
    }

    private static PtyProgram started() throws IOException, InterruptedException {
        return started("");
    }

    private static PtyProgram started(String hangUps) throws IOException, InterruptedException {
        PtyProgram program = PtyProgram.started(hangUps);
        program.screen(screen -> screen.contains("demo 80x24"));
        return program;
    }

    private static String assertLeft(PtyProgram program, int status) throws InterruptedException {
        String output = program.output("end\r\n");
        assertTrue(output.contains("status=" + status + "\r\n"), output);
        assertEquals(1, output.split("\\[\\?1049l", -1).length - 1, output);
        assertTrue(output.contains(LEFT), output);
        assertEquals(line(output, "before="), line(output, "after="));
        return output;
    }

    private static String line(String output, String name) {
        int start = output.indexOf(name) + name.length();
        return output.substring(start, output.indexOf('\r', start));
    }
}
