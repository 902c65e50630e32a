package lanline.edge.terminal.tty;

import com.googlecode.lanterna.TerminalSize;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jline.builtins.ScreenTerminal;

/** A file in the place of a terminal's device: what was written to it is there to look at, and to replay. */
final class TtyFile {
    private final Path file;
    private final Tty tty;
    private final ScreenTerminal emulator;
    private int seen;

    TtyFile(Path folder, int rows, int columns, boolean utf8) throws IOException {
        file = Files.createFile(folder.resolve("tty"));
        tty = Tty.open(
                file.toString(), new TtySettings(true, Optional.of(new TerminalSize(columns, rows)), utf8, false));
        emulator = new ScreenTerminal(columns, rows);
    }

    Tty tty() {
        return tty;
    }

    /** What was written since the last look; the emulator has seen it too. */
    String written() throws IOException {
        byte[] all = Files.readAllBytes(file);
        String bytes = new String(all, seen, all.length - seen, StandardCharsets.UTF_8);
        seen = all.length;
        emulator.write(bytes);
        return bytes;
    }

    /** How many bytes were written since the last look. */
    int bytes() throws IOException {
        return written().getBytes(StandardCharsets.UTF_8).length;
    }

    /** The emulator's screen, a row a line, blanks at the ends of rows cut. */
    String picture() {
        return emulator.toString().lines().map(String::stripTrailing).reduce("", (all, row) -> all + row + "\n");
    }
}
