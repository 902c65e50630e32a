package lanline.edge.terminal.view;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lanline.core.text.CellWidth;
import lanline.edge.terminal.tty.Style;

/** Web addresses in a text, and the pieces of them in the rows that it was cut into. Lives for one text, row after row. */
final class Links {
    private static final Pattern ADDRESS = Pattern.compile("https?://[!-~]+");

    /** Longer ones no terminal takes (VTE and iTerm2 end at 2083): they stay text. */
    private static final int LONGEST = 2_000;

    private final String text;
    private final List<Range> ranges = new ArrayList<>();
    private int at;

    private record Range(int start, int end) {}

    /** {@code wanted}: else there are none. */
    Links(String text, boolean wanted) {
        this.text = text;
        if (wanted && text.contains("://")) {
            find();
        }
    }

    private void find() {
        Matcher matcher = ADDRESS.matcher(text);
        while (matcher.find()) {
            int end = withoutPunctuation(matcher.start(), matcher.end());
            if (end - matcher.start() <= LONGEST) {
                ranges.add(new Range(matcher.start(), end));
            }
        }
    }

    /** What ends a sentence or a bracket around the address is no part of it. */
    private int withoutPunctuation(int start, int end) {
        int last = end;
        while (last > start && isPunctuation(start, last)) {
            last--;
        }
        return last;
    }

    private boolean isPunctuation(int start, int end) {
        char c = text.charAt(end - 1);
        boolean opened = text.substring(start, end).indexOf('(') >= 0;
        return ".,;:!?'\"]>}".indexOf(c) >= 0 || c == ')' && !opened;
    }

    /** Adds a row from its character {@code from} on; {@code column}: where that stands. */
    void add(List<Span> spans, String row, int from, int column, Style style, CellWidth width) {
        int start = Math.max(at, text.indexOf(row, at));
        at = start + row.length();
        int done = from;
        int next = column;
        for (Range range : ranges) {
            int begin = Math.max(done, range.start - start);
            int end = Math.min(row.length(), range.end - start);
            if (begin < end) {
                next = add(spans, row.substring(done, begin), next, style, width);
                String address = text.substring(range.start, range.end);
                next = add(spans, row.substring(begin, end), next, style.linked(address), width);
                done = end;
            }
        }
        add(spans, row.substring(done), next, style, width);
    }

    private static int add(List<Span> spans, String piece, int column, Style style, CellWidth width) {
        if (!piece.isEmpty()) {
            spans.add(new Span(column, piece, style));
        }
        return column + width.ofText(piece);
    }
}
