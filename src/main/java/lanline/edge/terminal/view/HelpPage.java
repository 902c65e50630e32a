package lanline.edge.terminal.view;

import java.util.ArrayList;
import java.util.List;
import lanline.core.text.Wrap;
import lanline.edge.terminal.theme.Role;
import lanline.edge.terminal.theme.Theme;
import lanline.edge.terminal.tty.Canvas;

/** A page of keys or commands and what they do, side by side where there is room, that scrolls. Screen thread only. */
public final class HelpPage {
    /** Columns of the left side: the longest row of keys is cut in two. */
    private static final int LEFT = 26;

    /** In narrower windows the meaning stands under the keys. */
    private static final int LEAST_BESIDE = 60;

    /** Of what stands under the keys. */
    private static final int INDENT = 4;

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
                for (String row : Wrap.rows(entry.usage, columns - 1, canvas.width())) {
                    made.add(Row.of(new Span(1, row, theme.style(Role.SIDEBAR_HEAD))));
                }
            } else {
                addEntry(made, entry, canvas, theme);
            }
        }
        return made;
    }

    private void addEntry(List<Row> made, Entry entry, Canvas canvas, Theme theme) {
        if (columns < LEAST_BESIDE) {
            addStacked(made, entry, canvas, theme);
        } else {
            addBeside(made, entry, canvas, theme);
        }
    }

    private void addStacked(List<Row> made, Entry entry, Canvas canvas, Theme theme) {
        for (String row : Wrap.rows(entry.usage, columns - 1, canvas.width())) {
            made.add(Row.of(new Span(1, row, theme.style(Role.INPUT_PROMPT))));
        }
        for (String row : Wrap.rows(entry.meaning, columns - INDENT, canvas.width())) {
            made.add(Row.of(new Span(INDENT, row, theme.style(Role.BASE))));
        }
    }

    private void addBeside(List<Row> made, Entry entry, Canvas canvas, Theme theme) {
        List<String> usage = Wrap.rows(entry.usage, LEFT - 1, canvas.width());
        List<String> meaning = Wrap.rows(entry.meaning, columns - 3 - LEFT, canvas.width());
        for (int i = 0; i < Math.max(usage.size(), meaning.size()); i++) {
            String usageRow = i < usage.size() ? usage.get(i) : "";
            String meaningRow = i < meaning.size() ? meaning.get(i) : "";
            made.add(Row.of(
                    new Span(2, usageRow, theme.style(Role.INPUT_PROMPT)),
                    new Span(2 + LEFT, meaningRow, theme.style(Role.BASE))));
        }
    }
}
