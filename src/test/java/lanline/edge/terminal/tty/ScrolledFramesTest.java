package lanline.edge.terminal.tty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.SGR;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import lanline.core.text.CellWidth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Frames that are the one before with some rows moved up or down: replayed in an emulator they lead to the wanted picture. */
class ScrolledFramesTest {
    private static final int ROWS = 24;
    private static final int COLUMNS = 60;
    private static final Style BOLD = Style.PLAIN.with(SGR.BOLD);

    @TempDir
    Path folder;

    private final String[] lines = new String[ROWS];
    private int made;

    @Test
    void wherePartsMoveUpOrDownTheEmulatorShowsWhatIsWanted() throws IOException {
        TtyFile file = new TtyFile(folder, ROWS, COLUMNS, true);
        TtyScreen screen = new TtyScreen(file.tty(), ColorDepth.ANSI16);
        screen.startScreen();
        Canvas canvas = Canvas.of(screen, CellWidth.AMBIGUOUS_NARROW);
        Random random = new Random(20_261_121);
        for (int row = 0; row < ROWS; row++) {
            lines[row] = line(random);
        }
        int moved = 0;
        for (int frame = 0; frame < 1_000; frame++) {
            move(random);
            draw(canvas, random);
            screen.refresh();
            String bytes = file.written();
            moved += bytes.contains("r\u001b[") ? 1 : 0;
            assertTrue(bytes.chars().allMatch(c -> c != '/'), "a number below 0 in frame " + frame + ": " + bytes);
            assertEquals(wanted(screen), file.picture(), "frame " + frame + ": " + bytes);
        }
        file.tty().close();
        assertTrue(moved > 100, "only " + moved + " frames were moved");
    }

    /** Some rows go up or down; what comes in at their end is new, and sometimes empty, as above the first message. */
    private void move(Random random) {
        int top = random.nextInt(3);
        int bottom = ROWS - 1 - random.nextInt(8);
        int distance = random.nextInt(17) - 8;
        String[] before = lines.clone();
        for (int row = top; row <= bottom; row++) {
            int from = row + distance;
            boolean isIn = from >= top && from <= bottom;
            lines[row] = isIn ? before[from] : random.nextInt(4) == 0 ? "" : line(random);
        }
        lines[random.nextInt(ROWS)] = line(random);
    }

    private String line(Random random) {
        return made++ + " " + "word ".repeat(random.nextInt(9));
    }

    private void draw(Canvas canvas, Random random) {
        canvas.fill(Style.PLAIN);
        for (int row = 0; row < ROWS; row++) {
            canvas.put(row, 0, "side" + row, BOLD);
            canvas.put(row, 8, lines[row], Style.PLAIN);
        }
        canvas.cursor(random.nextInt(ROWS), random.nextInt(COLUMNS));
    }

    private static String wanted(TtyScreen screen) {
        StringBuilder all = new StringBuilder();
        for (int row = 0; row < ROWS; row++) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < COLUMNS; column++) {
                line.append(screen.getBackCharacter(column, row).getCharacterString());
            }
            all.append(line.toString().stripTrailing()).append('\n');
        }
        return all.toString();
    }
}
