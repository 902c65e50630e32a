package lanline.edge.terminal.view;

import java.util.ArrayList;
import java.util.List;
import lanline.core.text.CellWidth;
import lanline.core.text.Folding;
import lanline.core.text.Graphemes;
import lanline.edge.terminal.tty.Style;

/**
 * Where searched words stand in a text, and the pieces of them in the rows that it was cut into. Lives for one text, row after row.
 */
final class Findings {
    private final String text;
    private final boolean[] isFound;
    private int at;

    /** {@code text}: all that is cut into rows; {@code isFound}: for each of its characters. */
    private Findings(String text, boolean[] isFound) {
        this.text = text;
        this.isFound = isFound;
    }

    /**
     * Looks for {@code words}, which are folded, in the {@code length} characters from {@code from} on; {@code inWords}: they may
     * stand inside of others, else they are whole, but for the last one, which may be a beginning: as the history finds them.
     */
    static Findings in(String text, int from, int length, List<String> words, boolean inWords) {
        Findings findings = new Findings(text, new boolean[text.length()]);
        Folded folded = new Folded(text, from, from + length);
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean mayGoOn = inWords || i == words.size() - 1;
            for (int start = folded.next(word, 0); start >= 0; start = folded.next(word, start + 1)) {
                int end = start + word.length();
                if ((inWords || folded.isEdge(start)) && (mayGoOn || folded.isEdge(end))) {
                    folded.mark(findings.isFound, start, end);
                }
            }
        }
        return findings;
    }

    /** Cuts the spans from {@code first} on, which show {@code row} from its character {@code from} on, at what is found. */
    void mark(List<Span> spans, int first, String row, int from, Style style, CellWidth width) {
        int start = Math.max(at, text.indexOf(row, at));
        at = start + row.length();
        List<Span> whole = new ArrayList<>(spans.subList(first, spans.size()));
        spans.subList(first, spans.size()).clear();
        int place = start + from;
        for (Span span : whole) {
            cut(spans, span, place, style, width);
            place += span.text().length();
        }
    }

    private void cut(List<Span> spans, Span span, int place, Style style, CellWidth width) {
        String shown = span.text();
        int column = span.column();
        int start = 0;
        while (start < shown.length()) {
            boolean found = isFound[place + start];
            int end = start + 1;
            while (end < shown.length() && isFound[place + end] == found) {
                end++;
            }
            String piece = shown.substring(start, end);
            Style usual = span.style();
            spans.add(new Span(column, piece, found ? linked(style, usual) : usual, found));
            column += width.ofText(piece);
            start = end;
        }
    }

    private static Style linked(Style style, Style usual) {
        return usual.link().isEmpty() ? style : style.linked(usual.link());
    }

    /** A text folded cluster by cluster, so that each folded character knows where it comes from. */
    private static final class Folded {
        private final StringBuilder letters = new StringBuilder();
        private final List<Integer> starts = new ArrayList<>();
        private final List<Integer> ends = new ArrayList<>();

        Folded(String text, int from, int to) {
            int start = from;
            while (start < to) {
                int end = Math.min(to, Graphemes.next(text, start));
                String cluster = Folding.fold(text.substring(start, end));
                letters.append(cluster);
                for (int i = 0; i < cluster.length(); i++) {
                    starts.add(start);
                    ends.add(end);
                }
                start = end;
            }
        }

        int next(String word, int from) {
            return letters.indexOf(word, from);
        }

        void mark(boolean[] isFound, int start, int end) {
            for (int i = starts.get(start); i < ends.get(end - 1); i++) {
                isFound[i] = true;
            }
        }

        /** A sign of a script that writes no blanks is a word of its own. */
        boolean isEdge(int index) {
            return index == 0
                    || index == letters.length()
                    || !isLetter(letters.codePointBefore(index))
                    || !isLetter(letters.codePointAt(index));
        }

        private static boolean isLetter(int character) {
            boolean standsAlone = Character.isIdeographic(character) || character >= 0x3040 && character <= 0x30FF;
            return Character.isLetterOrDigit(character) && !standsAlone;
        }
    }
}
