package lanline.edge.terminal.tty;

import com.googlecode.lanterna.TerminalPosition;
import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.screen.AbstractScreen;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Lanterna's screen with our writer under it: panels draw cells, {@link #refresh} sends what changed as one write.
 * Screen thread only, beginning with its construction.
 *
 * <p>Frames of more than one row are sent between synchronized-update marks with the cursor hidden; a typed key is sent
 * bare, its bytes alone.
 */
@SuppressWarnings("UnsynchronizedOverridesSynchronized") // one thread has it
public final class TtyScreen extends AbstractScreen {
    private static final String FRAME_BEGINS = "\u001b[?2026h\u001b[?25l";
    private static final String FRAME_ENDS = "\u001b[?2026l";
    private static final String SHOW_CURSOR = "\u001b[?25h";
    private static final String HIDE_CURSOR = "\u001b[?25l";

    private final TtyTerminal terminal;
    private final FrameBytes head = new FrameBytes();
    private final FrameBytes body = new FrameBytes();
    private final Pen pen;
    private final CellGrid wanted;
    private final CellGrid shown;

    private boolean cursorShown = true;
    private boolean complete = true;

    /** @param depth what the terminal can do; no colour beyond it is sent */
    public TtyScreen(Tty tty, ColorDepth depth) {
        super(tty.size(), Style.PLAIN.cell(' '));
        this.terminal = new TtyTerminal(tty);
        this.wanted = new CellGrid(tty.size().getRows(), tty.size().getColumns());
        this.shown = new CellGrid(wanted.rows(), wanted.columns());
        this.pen = new Pen(body, depth, terminal.isUtf8());
    }

    /** Takes the terminal over: the other screen, reports on; at the start, and after each suspension. */
    @Override
    public void startScreen() throws IOException {
        terminal.enterPrivateMode();
        complete = true;
        cursorShown = true;
    }

    /** Gives the terminal back as it was. The same happens by itself when the process ends in any other way. */
    @Override
    public void stopScreen() {
        terminal.exitPrivateMode();
    }

    /** The window has another size since {@link Key.Resized}: the next refresh draws everything. */
    public void resize(int rows, int columns) {
        addResizeRequest(new TerminalSize(Math.max(1, columns), Math.max(1, rows)));
        TerminalSize size = doResizeIfNecessary();
        if (size != null) {
            wanted.resize(size.getRows(), size.getColumns());
            shown.resize(size.getRows(), size.getColumns());
        }
        complete = true;
    }

    @Override
    public void setCharacter(int column, int row, TextCharacter character) {
        wanted.set(row, column, Cell.of(character));
    }

    @Override
    public @Nullable TextCharacter getBackCharacter(int column, int row) {
        return wanted.contains(row, column) ? wanted.get(row, column) : null;
    }

    @Override
    public @Nullable TextCharacter getFrontCharacter(int column, int row) {
        return shown.contains(row, column) ? shown.get(row, column) : null;
    }

    @Override
    public void clear() {
        wanted.clear();
    }

    @Override
    public void scrollLines(int firstLine, int lastLine, int distance) {
        wanted.scroll(firstLine, lastLine, distance);
    }

    /** A part of the rows goes up, as {@link CellGrid#moveUp}. */
    void moveUp(int first, int last, int left, int columns, int distance) {
        wanted.moveUp(first, last, left, columns, distance);
    }

    /**
     * Sends what changed since the last refresh.
     *
     * @param type COMPLETE draws everything anew, whatever the terminal shows
     */
    @Override
    public void refresh(RefreshType type) throws IOException {
        body.clear();
        boolean everything = complete || type == RefreshType.COMPLETE;
        if (everything) {
            pen.forget();
            pen.eraseAll();
            shown.clear();
            complete = false;
        }
        FrameWriter writer = new FrameWriter(pen, shown, wanted);
        int rows = everything ? writer.writeAll() : writer.write();
        send(everything || rows > 1);
    }

    private void send(boolean large) throws IOException {
        head.clear();
        TerminalPosition cursor = getCursorPosition();
        if (large) {
            head.ascii(cursorShown ? FRAME_BEGINS : FRAME_BEGINS.substring(0, FRAME_BEGINS.indexOf(HIDE_CURSOR)));
            cursorShown = false;
        }
        placeCursor(cursor);
        if (large) {
            body.ascii(FRAME_ENDS);
        }
        if (body.size() > 0) {
            terminal.put(head);
            terminal.put(body);
            terminal.flush();
        }
    }

    private void placeCursor(@Nullable TerminalPosition cursor) {
        if (cursor != null && !pen.standsAt(cursor.getRow(), cursor.getColumn())) {
            pen.moveTo(cursor.getRow(), cursor.getColumn());
        }
        boolean wanted = cursor != null;
        if (wanted != cursorShown) {
            body.ascii(wanted ? SHOW_CURSOR : HIDE_CURSOR);
            cursorShown = wanted;
        }
    }

    /** Keys come as {@link Key} events from the reader's thread, not by asking. */
    @Override
    public KeyStroke readInput() {
        throw new UnsupportedOperationException("keys come as events, see Tty.listen");
    }

    /** As {@link #readInput}. */
    @Override
    public KeyStroke pollInput() {
        throw new UnsupportedOperationException("keys come as events, see Tty.listen");
    }
}
