package lanline.edge.terminal.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import lanline.core.text.CellWidth;
import lanline.edge.terminal.theme.Theme;
import lanline.edge.terminal.theme.Themes;
import lanline.edge.terminal.tty.Canvas;
import lanline.edge.terminal.tty.ColorDepth;
import lanline.edge.terminal.tty.Style;
import lanline.edge.terminal.tty.Tty;
import lanline.edge.terminal.tty.TtyScreen;
import lanline.edge.terminal.tty.TtySettings;
import org.junit.jupiter.api.Test;

/** What is drawn from what stands there looks like what is drawn from nothing. */
class StandingRowsTest {
    private static final int TOP = 1;
    private static final int LEFT = 9;
    private static final String[] WORDS = {"word", "漢字", "👍", "é", "a\u0301", "🇹🇷", " ", "ends"};

    private final Random random = new Random(20_261_122);
    private final Theme theme =
            new Themes(List.of(), ColorDepth.TRUECOLOR).choose(Themes.DEFAULT).theme();
    private int made;

    @Test
    void whateverComesAndGoesEveryCellIsAsIfDrawnAnew() throws IOException {
        TtyScreen standing = screen();
        TtyScreen anew = screen();
        Canvas whole = Canvas.of(standing, CellWidth.AMBIGUOUS_NARROW);
        StandingRows rows = new StandingRows(new Guard(StandingRowsTest::fails));
        List<Row> all = new ArrayList<>();
        int end = 0;
        int height = 12;
        int epoch = 0;
        for (int frame = 0; frame < 2_000; frame++) {
            if (random.nextInt(40) == 0) {
                height = 1 + random.nextInt(whole.rows() - TOP);
                whole.fill(Style.PLAIN);
                epoch++;
            }
            for (int more = random.nextInt(4); more > 0; more--) {
                all.add(row());
            }
            if (!all.isEmpty() && random.nextInt(5) == 0) {
                all.set(random.nextInt(all.size()), row());
            }
            end = random.nextInt(6) == 0 ? random.nextInt(all.size() + 1) : all.size();
            List<Row> visible = all.subList(Math.max(0, end - height), end);
            rows.draw(part(whole, height), visible, theme, epoch);

            Canvas fresh = Canvas.of(anew, CellWidth.AMBIGUOUS_NARROW);
            fresh.fill(Style.PLAIN);
            new StandingRows(new Guard(StandingRowsTest::fails)).draw(part(fresh, height), visible, theme, 0);
            assertEquals(cells(anew), cells(standing), "frame " + frame);
        }
    }

    private static Canvas part(Canvas whole, int height) {
        for (int row = 0; row < whole.rows(); row++) {
            whole.put(row, 0, "side " + row, Style.PLAIN);
            whole.put(row, whole.columns() - 2, "漢", Style.PLAIN);
        }
        return whole.area(TOP, LEFT, height, whole.columns() - LEFT - 2);
    }

    private Row row() {
        StringBuilder text = new StringBuilder().append(made++).append(' ');
        for (int i = random.nextInt(20); i > 0; i--) {
            text.append(WORDS[random.nextInt(WORDS.length)]);
        }
        return Row.of(new Span(random.nextInt(4), text.toString(), Style.PLAIN));
    }

    private static TtyScreen screen() throws IOException {
        return new TtyScreen(Tty.nowhere(TtySettings.of(new Properties(), Map.of())), ColorDepth.TRUECOLOR);
    }

    private static List<String> cells(TtyScreen screen) {
        List<String> cells = new ArrayList<>();
        for (int row = 0; row < screen.getTerminalSize().getRows(); row++) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < screen.getTerminalSize().getColumns(); column++) {
                line.append(screen.getBackCharacter(column, row).getCharacterString())
                        .append('|');
            }
            cells.add(line.toString());
        }
        return cells;
    }

    private static void fails(Throwable failure) {
        throw new AssertionError(failure);
    }
}
