package lanline.edge.terminal.tty;

import com.googlecode.lanterna.TerminalSize;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jline.builtins.ScreenTerminal;

/** A file in the place of a terminal's device: what was written to it is there to look at, and to replay. */
public final class TtyFile {
    private final Path file;
    private final Tty tty;
    private final ScreenTerminal emulator;
    private int seen;
    private int writes;

    public TtyFile(Path folder, int rows, int columns, boolean utf8) throws IOException {
        file = Files.createFile(folder.resolve("tty"));
        tty = Tty.open(
                file.toFile(),
                new TtySettings(true, Optional.of(new TerminalSize(columns, rows)), utf8, false),
                counting(new FileOutputStream(file.toFile())));
        emulator = new ScreenTerminal(columns, rows);
    }

    private OutputStream counting(OutputStream device) {
        return new FilterOutputStream(device) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                writes++;
                out.write(bytes, offset, length);
            }
        };
    }

    public Tty tty() {
        return tty;
    }

    /** What was written since the last look; the emulator has seen it too. */
    public String written() throws IOException {
        byte[] all = Files.readAllBytes(file);
        String bytes = new String(all, seen, all.length - seen, StandardCharsets.UTF_8);
        seen = all.length;
        emulator.write(bytes);
        return bytes;
    }

    /** In how many pieces all was handed to the system so far. */
    public int writes() {
        return writes;
    }

    /** The emulator has another size, as the window is about to hear. */
    public void resize(int rows, int columns) {
        emulator.setSize(columns, rows);
    }

    /** How many bytes were written since the last look. */
    public int bytes() throws IOException {
        return written().getBytes(StandardCharsets.UTF_8).length;
    }

    /** The emulator's screen, a row a line, blanks at the ends of rows cut. */
    public String picture() {
        return emulator.toString().lines().map(String::stripTrailing).reduce("", (all, row) -> all + row + "\n");
    }
}
