package lanline.edge.terminal.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.screen.TerminalScreen;
import com.googlecode.lanterna.terminal.virtual.DefaultVirtualTerminal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import lanline.core.text.CellWidth;
import lanline.edge.terminal.theme.Theme;
import lanline.edge.terminal.tty.Canvas;
import org.junit.jupiter.api.Test;

class GuardTest {
    @Test
    void aRowThatCanNotBeDrawnIsMarkedAndLoggedAndTheRestStands() throws IOException {
        TerminalScreen screen = new TerminalScreen(new DefaultVirtualTerminal(new TerminalSize(60, 2)));
        Canvas canvas = Canvas.of(screen, CellWidth.AMBIGUOUS_NARROW);
        List<Throwable> log = new ArrayList<>();
        Guard guard = new Guard(log::add);
        for (int i = 0; i < 100; i++) {
            guard.draw(canvas, 0, Theme.PLAIN, () -> {
                throw new IllegalStateException("a mistake");
            });
        }
        guard.draw(canvas, 1, Theme.PLAIN, () -> canvas.put(1, 0, "fine", Theme.PLAIN.nick("")));
        assertTrue(text(screen, 0).startsWith("? this could not be drawn"), text(screen, 0));
        assertTrue(text(screen, 1).startsWith("fine"));
        assertEquals(20, log.size(), "the log is not filled by one mistake in every frame");
    }

    private static String text(TerminalScreen screen, int row) {
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < 60; column++) {
            text.append(screen.getBackCharacter(column, row).getCharacterString());
        }
        return text.toString();
    }
}
