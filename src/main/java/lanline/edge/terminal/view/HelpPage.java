package lanline.edge.terminal.view;

import java.util.ArrayList;
import java.util.List;
import lanline.core.text.Wrap;
import lanline.edge.terminal.theme.Role;
import lanline.edge.terminal.theme.Theme;
import lanline.edge.terminal.tty.Canvas;

/** A page of two columns, keys or commands and what they do, that scrolls. Screen thread only. */
public final class HelpPage {
    /** Columns of the left side: the longest row of keys is cut in two. */
    private static final int LEFT = 26;

    /** In narrow windows the left side takes this part. */
    private static final int LEFT_PART = 3;

    private final List<Entry> entries;
    private List<Row> rows = List.of();
    private int columns = -1;
    private int first;
    private int viewRows = 1;

    /** A row of the table; a heading where {@code meaning} is empty. */
    public record Entry(String usage, String meaning) {}

    public HelpPage(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    public void scroll(int by) {
        first = Math.max(0, Math.min(first + by, rows.size() - viewRows));
    }

    public int page() {
        return Math.max(1, viewRows - 1);
    }

    public int size() {
        return rows.size();
    }

    public int below() {
        return Math.max(0, rows.size() - first - viewRows);
    }

    public void draw(Canvas canvas, Theme theme) {
        if (columns != canvas.columns()) {
            columns = canvas.columns();
            rows = rows(canvas, theme);
        }
        viewRows = Math.max(1, canvas.rows());
        scroll(0);
        canvas.fill(theme.style(Role.BASE));
        for (int i = 0; i < viewRows && first + i < rows.size(); i++) {
            rows.get(first + i).draw(canvas, i);
        }
    }

    private List<Row> rows(Canvas canvas, Theme theme) {
        List<Row> made = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.meaning.isEmpty()) {
                made.add(Row.EMPTY);
                made.add(Row.of(new Span(1, entry.usage, theme.style(Role.SIDEBAR_HEAD))));
            } else {
                addEntry(made, entry, canvas, theme);
            }
        }
        return made;
    }

    private void addEntry(List<Row> made, Entry entry, Canvas canvas, Theme theme) {
        int left = Math.max(1, Math.min(LEFT, columns / LEFT_PART));
        List<String> usage = Wrap.rows(entry.usage, left - 1, canvas.width());
        List<String> meaning = Wrap.rows(entry.meaning, columns - 3 - left, canvas.width());
        for (int i = 0; i < Math.max(usage.size(), meaning.size()); i++) {
            String usageRow = i < usage.size() ? usage.get(i) : "";
            String meaningRow = i < meaning.size() ? meaning.get(i) : "";
            made.add(Row.of(
                    new Span(2, usageRow, theme.style(Role.INPUT_PROMPT)),
                    new Span(2 + left, meaningRow, theme.style(Role.BASE))));
        }
    }
}
