package lanline.core.text;

import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Cuts text into what a reader takes for one character: the extended grapheme clusters of UAX 29.
 *
 * <p>Rule GB9c (Indic conjuncts) is left out: terminals give each consonant of a conjunct its own column, and what has
 * a column of its own must be a cluster of its own. JDK 17's BreakIterator splits joined emoji, flags and skin tones.
 */
public final class Graphemes {

    /** Below it no code point but CR joins the one before it, and none but CR LF joins the next. */
    private static final int FIRST_JOINING = 0x300;

    private Graphemes() {}

    /** The clusters of {@code text} from first to last. */
    public static Iterable<String> of(CharSequence text) {
        return () -> new Clusters(text);
    }

    /** Where the cluster that starts at {@code from} ends; {@code from} itself at the end of {@code text}. */
    public static int next(CharSequence text, int from) {
        int length = text.length();
        if (from >= length) {
            return from;
        }
        char first = text.charAt(from);
        if (from + 1 == length) {
            return length;
        }
        char second = text.charAt(from + 1);
        if (first < FIRST_JOINING && second < FIRST_JOINING) {
            return first == '\r' && second == '\n' ? from + 2 : from + 1;
        }
        return walk(text, from);
    }

    /** Where the cluster that ends at {@code to} starts; for a cursor that moves left. */
    public static int previous(CharSequence text, int to) {
        int start = 0;
        for (int i = safeStart(text, to); i < to; i = next(text, i)) {
            start = i;
        }
        return start;
    }

    /** How many clusters {@code text} has. */
    public static int count(CharSequence text) {
        int count = 0;
        for (int i = 0; i < text.length(); i = next(text, i)) {
            count++;
        }
        return count;
    }

    /** A border before {@code to} from which the cutter finds all later ones: a blank, or the start of the text. */
    private static int safeStart(CharSequence text, int to) {
        int i = Math.max(0, to - 2);
        while (i > 0 && text.charAt(i) != ' ') {
            i--;
        }
        return i;
    }

    private static int walk(CharSequence text, int from) {
        int codePoint = Character.codePointAt(text, from);
        int at = from + Character.charCount(codePoint);
        int left = CodePoints.breakClass(codePoint);
        boolean picture = left == CodePoints.PICTOGRAPHIC;
        boolean oddFlag = left == CodePoints.REGIONAL_INDICATOR;
        while (at < text.length()) {
            int next = Character.codePointAt(text, at);
            int right = CodePoints.breakClass(next);
            boolean joinedPicture = picture && left == CodePoints.ZWJ && right == CodePoints.PICTOGRAPHIC;
            boolean flag = oddFlag && right == CodePoints.REGIONAL_INDICATOR;
            if (!joinedPicture && !flag && !joins(left, right, codePoint, next)) {
                return at;
            }
            oddFlag = right == CodePoints.REGIONAL_INDICATOR && !flag;
            boolean goesOn = left != CodePoints.ZWJ && (right == CodePoints.EXTEND || right == CodePoints.ZWJ);
            picture = (picture && goesOn) || right == CodePoints.PICTOGRAPHIC;
            left = right;
            codePoint = next;
            at += Character.charCount(next);
        }
        return at;
    }

    /** GB3 to GB9b: whether two neighbours belong together, whatever stands before them. */
    private static boolean joins(int left, int right, int leftCodePoint, int rightCodePoint) {
        if (left == CodePoints.CONTROL || right == CodePoints.CONTROL) {
            return leftCodePoint == '\r' && rightCodePoint == '\n';
        }
        return switch (right) {
            case CodePoints.EXTEND, CodePoints.ZWJ, CodePoints.SPACING_MARK -> true;
            case CodePoints.HANGUL_L, CodePoints.HANGUL_LV, CodePoints.HANGUL_LVT ->
                left == CodePoints.HANGUL_L || left == CodePoints.PREPEND;
            case CodePoints.HANGUL_V ->
                left == CodePoints.HANGUL_L
                        || left == CodePoints.HANGUL_V
                        || left == CodePoints.HANGUL_LV
                        || left == CodePoints.PREPEND;
            case CodePoints.HANGUL_T ->
                left == CodePoints.HANGUL_V
                        || left == CodePoints.HANGUL_T
                        || left == CodePoints.HANGUL_LV
                        || left == CodePoints.HANGUL_LVT
                        || left == CodePoints.PREPEND;
            default -> left == CodePoints.PREPEND;
        };
    }

    private static final class Clusters implements Iterator<String> {
        private final CharSequence text;
        private int at;

        Clusters(CharSequence text) {
            this.text = text;
        }

        @Override
        public boolean hasNext() {
            return at < text.length();
        }

        @Override
        public String next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            int end = Graphemes.next(text, at);
            String cluster = text.subSequence(at, end).toString();
            at = end;
            return cluster;
        }
    }
}
