package lanline.edge.terminal.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lanline.core.screen.Line;
import lanline.core.screen.Transcript;
import lanline.edge.terminal.theme.Role;
import lanline.edge.terminal.theme.Theme;
import org.jspecify.annotations.Nullable;

/**
 * The rows of each line of a transcript, with the day and "new" lines that stand before it. Only what is asked for is cut,
 * and kept for the next frame. Screen thread only.
 */
final class TranscriptRows {
    /** Cut lines kept: the rows of some screens of scrolling, a few hundred kilobytes. */
    private static final int MOST_KEPT = 512;

    private final Map<Long, Cut> kept = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Cut> eldest) {
            return size() > MOST_KEPT;
        }
    };
    private final NewCount newCount = new NewCount();
    /** Of the line asked about last, and most likely of the next one, too. */
    private LocalDate day = LocalDate.EPOCH;

    private Instant dayBegins = Instant.MAX;
    private Instant dayEnds = Instant.MIN;
    private @Nullable Metrics metrics;
    private Transcript transcript;

    /** Rows that were made of exactly this line. */
    private record Cut(Line line, List<Row> rows) {}

    TranscriptRows(Transcript transcript) {
        this.transcript = transcript;
    }

    /** From here on the rows of this transcript at these metrics are asked for. */
    void show(Transcript shown, Metrics at) {
        if (!at.equals(metrics)) {
            kept.clear();
            dayEnds = Instant.MIN;
            metrics = at;
        }
        transcript = shown;
    }

    void show(Transcript shown) {
        transcript = shown;
    }

    int size() {
        return transcript.lines().size();
    }

    long keyOf(int index) {
        return transcript.lines().firstKey() + index;
    }

    int height(int index) {
        return own(index).size() + (startsDay(index) ? 1 : 0) + (startsNew(index) ? 1 : 0);
    }

    /** The rows of a line, with what stands before it. */
    List<Row> of(int index) {
        return withHeads(index, own(index));
    }

    /** The same for the line that was jumped to. */
    List<Row> marked(int index) {
        return withHeads(
                index, own(index).stream().map(row -> row.selected(theme())).toList());
    }

    private List<Row> withHeads(int index, List<Row> own) {
        if (!startsDay(index) && !startsNew(index)) {
            return own;
        }
        List<Row> rows = new ArrayList<>(own.size() + 2);
        if (startsDay(index)) {
            rows.add(dayRow(day(index)));
        }
        if (startsNew(index)) {
            rows.add(newRow());
        }
        rows.addAll(own);
        return rows;
    }

    private List<Row> own(int index) {
        Line line = transcript.lines().get(index);
        Cut known = kept.get(keyOf(index));
        if (known == null || known.line != line) {
            known = new Cut(line, line.deliverTo(new LineRows(metrics())));
            kept.put(keyOf(index), known);
        }
        return known.rows;
    }

    private Metrics metrics() {
        if (metrics == null) {
            throw new IllegalStateException("asked before show");
        }
        return metrics;
    }

    private LocalDate day(int index) {
        Instant time = transcript.lines().get(index).time();
        if (time.isBefore(dayBegins) || !time.isBefore(dayEnds)) {
            day = Times.day(time, metrics().zone());
            dayBegins = Times.begin(day, metrics().zone());
            dayEnds = Times.begin(day.plusDays(1), metrics().zone());
        }
        return day;
    }

    private boolean startsDay(int index) {
        return index == 0 || !day(index).equals(day(index - 1));
    }

    private boolean startsNew(int index) {
        return keyOf(index) == transcript.newFrom();
    }

    private Row dayRow(LocalDate day) {
        String text = "── " + Times.dayName(day, metrics().year()) + " ──";
        return Row.of(new Span(centred(text), text, theme().style(Role.DAY)));
    }

    private Row newRow() {
        int count = newCount.of(transcript);
        String words = count == 0 ? " new " : " " + count + " new ";
        int side = Math.max(0, (metrics().columns() - words.length()) / 2);
        int otherSide = Math.max(0, metrics().columns() - words.length() - side);
        String text = new StringBuilder(dashes(side)).reverse() + words + dashes(otherSide);
        return Row.of(new Span(0, text, theme().style(Role.UNREAD)));
    }

    private static String dashes(int columns) {
        return "- ".repeat(columns / 2 + 1).substring(0, columns);
    }

    private int centred(String text) {
        return Math.max(0, (metrics().columns() - metrics().width().ofText(text)) / 2);
    }

    private Theme theme() {
        return metrics().theme();
    }
}
