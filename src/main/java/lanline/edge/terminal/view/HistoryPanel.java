package lanline.edge.terminal.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lanline.core.event.StorageEvent.Stored;
import lanline.core.model.ChatMessage;
import lanline.edge.terminal.theme.Role;
import lanline.edge.terminal.tty.Canvas;

/** Messages of the history, oldest first, with one of them selected and always in sight. Screen thread only. */
public final class HistoryPanel {
    private static final int DAY_ROWS = 1;

    private final Guard guard;
    private List<Stored> messages = List.of();
    private int selected = -1;
    /** The last message in sight, and how many are with it. */
    private int bottom = -1;

    private int inSight = 1;

    public HistoryPanel(Guard guard) {
        this.guard = guard;
    }

    /** Shows other messages, the newest of them selected. */
    public void replace(List<Stored> found) {
        messages = found;
        selected = found.size() - 1;
        bottom = selected;
    }

    /** The same messages with {@code added} older ones before them; the view stays. */
    public void extend(List<Stored> all, int added) {
        messages = all;
        selected += added;
        bottom += added;
    }

    /** The same messages with newer ones after them; the view stays. */
    public void append(List<Stored> all) {
        messages = all;
    }

    /** Moves the selection as far as there are messages. */
    public void move(int by) {
        select(selected + by);
    }

    public void select(int index) {
        selected = Math.max(0, Math.min(messages.size() - 1, index));
    }

    /** The message that the keys refer to. */
    public Optional<ChatMessage> selectedMessage() {
        return selected >= 0 && selected < messages.size() ? Optional.of(message(selected)) : Optional.empty();
    }

    /** What stands in the columns of the list. */
    public static void drawHead(Canvas canvas, Metrics metrics) {
        canvas.clearRow(0, 0, metrics.theme().style(Role.SIDEBAR_HEAD));
        new HistoryRows(metrics).head().draw(canvas, 0);
    }

    public int page() {
        return Math.max(1, inSight - 1);
    }

    public int selected() {
        return selected;
    }

    /** {@code active}: the keys go to the list, and the cursor stands in it. */
    public void draw(Canvas canvas, Metrics metrics, boolean active) {
        canvas.fill(metrics.theme().style(Role.BASE));
        if (messages.isEmpty() || canvas.rows() == 0) {
            return;
        }
        HistoryRows cutter = new HistoryRows(metrics);
        keepSelectedInSight(cutter, metrics, canvas.rows());
        List<Integer> heights = new ArrayList<>();
        int first = firstInSight(cutter, metrics, canvas.rows(), heights);
        inSight = Math.max(1, bottom - first + 1);
        int total = heights.stream().mapToInt(Integer::intValue).sum();
        int row = Math.min(0, canvas.rows() - total);
        for (int index = first; index <= bottom; index++) {
            if (active && index == selected) {
                canvas.cursor(row + (startsDay(index, metrics) ? DAY_ROWS : 0), 0);
            }
            row = drawMessage(canvas, row, index, metrics, cutter);
        }
    }

    private void keepSelectedInSight(HistoryRows cutter, Metrics metrics, int rows) {
        selected = Math.max(0, selected);
        bottom = Math.max(bottom, selected);
        int used = 0;
        int index = selected;
        int most = selected;
        while (index < messages.size() && used + height(cutter, index, metrics) <= rows) {
            used += height(cutter, index, metrics);
            most = index;
            index++;
        }
        bottom = Math.min(bottom, most);
    }

    /** The first message that is at least partly in sight above the bottom one. */
    private int firstInSight(HistoryRows cutter, Metrics metrics, int rows, List<Integer> heights) {
        int used = 0;
        int index = bottom;
        while (index >= 0 && used < rows) {
            int height = height(cutter, index, metrics);
            heights.add(height);
            used += height;
            index--;
        }
        return index + 1;
    }

    private int height(HistoryRows cutter, int index, Metrics metrics) {
        return cutter.of(message(index)).size() + (startsDay(index, metrics) ? DAY_ROWS : 0);
    }

    private int drawMessage(Canvas canvas, int from, int index, Metrics metrics, HistoryRows cutter) {
        int row = from;
        if (startsDay(index, metrics)) {
            String day =
                    "── " + Times.dayName(Times.day(message(index).time(), metrics.zone()), metrics.year()) + " ──";
            int column = Math.max(0, (canvas.columns() - metrics.width().ofText(day)) / 2);
            canvas.put(row, column, day, metrics.theme().style(Role.DAY));
            row++;
        }
        for (Row cells : cutter.of(message(index))) {
            int at = row;
            guard.draw(canvas, at, metrics.theme(), () -> drawRow(canvas, at, cells, index == selected, metrics));
            row++;
        }
        return row;
    }

    private static void drawRow(Canvas canvas, int row, Row cells, boolean isSelected, Metrics metrics) {
        if (!isSelected) {
            cells.draw(canvas, row);
            return;
        }
        canvas.clearRow(row, 0, metrics.theme().style(Role.SELECTION));
        cells.selected(metrics.theme()).draw(canvas, row);
    }

    private ChatMessage message(int index) {
        return messages.get(index).message();
    }

    private boolean startsDay(int index, Metrics metrics) {
        return index == 0
                || !Times.day(message(index).time(), metrics.zone())
                        .equals(Times.day(message(index - 1).time(), metrics.zone()));
    }
}
