package lanline.edge.terminal;

import lanline.edge.terminal.input.LineEditor;
import lanline.edge.terminal.theme.Role;
import lanline.edge.terminal.theme.Theme;
import lanline.edge.terminal.tty.Canvas;
import lanline.edge.terminal.view.Clip;
import lanline.edge.terminal.view.HistoryPanel;
import lanline.edge.terminal.view.InputPanel;
import lanline.edge.terminal.view.Layout;
import lanline.edge.terminal.view.Metrics;
import lanline.edge.terminal.view.Region;
import lanline.edge.terminal.view.StatusBar;

/** The parts of the history view and where they lie: title, names of the columns, list, status, search line. Screen thread only. */
final class HistoryView {
    private static final String PROMPT = "search> ";

    /** Title and names of the columns; status and search line. */
    private static final int ROWS_AT_EACH_END = 2;

    private final WindowState state;
    private final HistoryPanel panel;
    private final LineEditor editor;
    private final InputPanel input = new InputPanel();

    /** {@code inList}: the keys go to the list. */
    record Content(String title, StatusBar.Content status, boolean inList) {}

    HistoryView(WindowState state, HistoryPanel panel, LineEditor editor) {
        this.state = state;
        this.panel = panel;
        this.editor = editor;
    }

    /** Where there is no room for all, list and search line stay. */
    void draw(Canvas canvas, Content content) {
        Layout.Size size = Layout.Size.of(canvas.rows(), canvas.columns());
        boolean framed = size != Layout.Size.STUB;
        int above = framed ? ROWS_AT_EACH_END : 0;
        int below = framed ? ROWS_AT_EACH_END : 1;
        Metrics metrics = state.metrics(size, canvas.columns(), canvas.width())
                .finding(SearchedWords.of(editor.text()).words());
        if (framed) {
            drawTitle(row(canvas, 0), content.title);
            HistoryPanel.drawHead(row(canvas, 1), metrics);
            StatusBar.Content words = state.saying().orElse(content.status);
            new StatusBar().draw(row(canvas, canvas.rows() - 2), words, state.theme(), state.epoch());
        }
        input.rows(editor, PROMPT, canvas.columns(), canvas.width());
        input.draw(row(canvas, canvas.rows() - 1), editor, PROMPT, state.theme(), true);
        Region list = new Region(above, 0, canvas.rows() - above - below, canvas.columns());
        panel.draw(list.on(canvas), metrics, content.inList);
    }

    private static Canvas row(Canvas canvas, int row) {
        return new Region(row, 0, 1, canvas.columns()).on(canvas);
    }

    private void drawTitle(Canvas canvas, String title) {
        Theme theme = state.theme();
        String clock = state.clock();
        canvas.clearRow(0, 0, theme.style(Role.TITLE));
        canvas.put(
                0, 1, Clip.to(title, canvas.columns() - clock.length() - 3, canvas.width()), theme.style(Role.TITLE));
        canvas.put(0, canvas.columns() - clock.length() - 1, clock, theme.style(Role.TITLE));
    }
}
