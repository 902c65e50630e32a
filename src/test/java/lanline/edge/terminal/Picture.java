package lanline.edge.terminal;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.screen.Screen;
import com.googlecode.lanterna.screen.TerminalScreen;
import com.googlecode.lanterna.terminal.virtual.DefaultVirtualTerminal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import lanline.core.text.CellWidth;
import lanline.edge.terminal.tty.Canvas;
import lanline.edge.terminal.tty.ControlSequence;
import lanline.edge.terminal.tty.Key;

/** A window's buffer as text: what would be sent to the terminal, row by row, blanks at the end left out. */
final class Picture implements Surface {
    private Screen screen;
    private int outside;

    Picture(int columns, int rows) {
        screen = of(columns, rows);
    }

    private Screen of(int columns, int rows) {
        try {
            return new TerminalScreen(new DefaultVirtualTerminal(new TerminalSize(columns, rows))) {
                @Override
                public synchronized void setCharacter(int column, int row, TextCharacter cell) {
                    boolean fits = row >= 0 && column >= 0 && row < rows && column + width(cell) <= columns;
                    outside += fits ? 0 : 1;
                    super.setCharacter(column, row, cell);
                }
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int width(TextCharacter cell) {
        return cell.isDoubleWidth() ? 2 : 1;
    }

    /** Cells that were drawn outside of the window, wholly or in part. */
    int outside() {
        return outside;
    }

    @Override
    public void start() {}

    @Override
    public void listen(Consumer<Key> keys) {}

    @Override
    public Canvas canvas() {
        return Canvas.of(screen, CellWidth.AMBIGUOUS_NARROW);
    }

    @Override
    public void resize(int rows, int columns) {
        screen = of(columns, rows);
    }

    @Override
    public void refresh(boolean everything) {}

    @Override
    public void send(ControlSequence sequence) {}

    @Override
    public void stop() {}

    String text() {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < screen.getTerminalSize().getRows(); row++) {
            text.append(row(row)).append('\n');
        }
        return text.toString();
    }

    String row(int row) {
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < screen.getTerminalSize().getColumns(); column++) {
            TextCharacter cell = screen.getBackCharacter(column, row);
            text.append(cell.getCharacterString());
            column += cell.isDoubleWidth() ? 1 : 0;
        }
        return text.toString().stripTrailing();
    }

    /** How each cell looks, as a letter, and what the letters mean; a dot for the look of most cells. */
    String styles() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        forEachCell(cell -> counts.merge(look(cell), 1, Integer::sum));
        String usual =
                Collections.max(counts.entrySet(), Map.Entry.comparingByValue()).getKey();
        Map<String, Character> letters = new LinkedHashMap<>();
        letters.put(usual, '.');
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < screen.getTerminalSize().getRows(); row++) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < screen.getTerminalSize().getColumns(); column++) {
                line.append(letters.computeIfAbsent(
                        look(screen.getBackCharacter(column, row)), any -> (char) ('a' + letters.size() - 1)));
            }
            text.append(line.toString().replaceAll("\\.+$", "")).append('\n');
        }
        letters.forEach((look, letter) -> text.append(letter + " = " + look + "\n"));
        return text.toString();
    }

    private void forEachCell(Consumer<TextCharacter> taker) {
        for (int row = 0; row < screen.getTerminalSize().getRows(); row++) {
            for (int column = 0; column < screen.getTerminalSize().getColumns(); column++) {
                taker.accept(screen.getBackCharacter(column, row));
            }
        }
    }

    private static String look(TextCharacter cell) {
        String attributes = cell.getModifiers().stream()
                .map(Enum::name)
                .sorted()
                .collect(Collectors.joining(" ", " ", ""))
                .toLowerCase(Locale.ROOT);
        return (color(cell.getForegroundColor()) + " on " + color(cell.getBackgroundColor()) + attributes).strip();
    }

    private static String color(TextColor color) {
        return color.toString().toLowerCase(Locale.ROOT);
    }

    TextCharacter cell(int row, int column) {
        return screen.getBackCharacter(column, row);
    }

    int cursorColumn() {
        return screen.getCursorPosition().getColumn();
    }

    int cursorRow() {
        return screen.getCursorPosition().getRow();
    }
}
