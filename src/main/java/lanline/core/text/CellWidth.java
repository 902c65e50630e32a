package lanline.core.text;

/** How many columns of a terminal a piece of text takes; the two instances differ in the ambiguous ones of UAX 11. */
public enum CellWidth {
    /** Ambiguous characters take one column, as nearly every terminal draws them. */
    AMBIGUOUS_NARROW(1),
    /** Ambiguous characters take two columns, as terminals set up for East Asian fonts do; borders too then. */
    AMBIGUOUS_WIDE(2);

    /** No cluster is wider: joined emoji, flags and conjoined syllables are one picture of two columns. */
    private static final int WIDEST = 2;

    private static final int EMOJI_VARIATION = 0xFE0F;

    private final int ambiguous;

    CellWidth(int ambiguous) {
        this.ambiguous = ambiguous;
    }

    /** The columns of one grapheme cluster: 0, 1 or 2. */
    public int of(CharSequence cluster) {
        return of(cluster, 0, cluster.length());
    }

    /** The columns of the cluster that lies from {@code from} to {@code to} in {@code text}. */
    public int of(CharSequence text, int from, int to) {
        if (to - from == 1 && text.charAt(from) < 0x7F) {
            return text.charAt(from) < ' ' ? 0 : 1;
        }
        int columns = 0;
        int before = 0;
        for (int i = from; i < to && columns < WIDEST; ) {
            int codePoint = Character.codePointAt(text, i);
            boolean picture = codePoint == EMOJI_VARIATION && CodePoints.isEmoji(before);
            columns += picture ? WIDEST : ofCodePoint(codePoint);
            before = codePoint;
            i += Character.charCount(codePoint);
        }
        return Math.min(columns, WIDEST);
    }

    /** The columns of a whole text, cluster by cluster. */
    public int ofText(CharSequence text) {
        int columns = 0;
        int length = text.length();
        for (int i = 0; i < length; ) {
            int end = Graphemes.next(text, i);
            columns += of(text, i, end);
            i = end;
        }
        return columns;
    }

    /** The columns of a text where every code point counts for itself: what a terminal without clusters uses. */
    public int ofCodePoints(CharSequence text) {
        int columns = 0;
        for (int i = 0; i < text.length(); ) {
            int codePoint = Character.codePointAt(text, i);
            columns += ofCodePoint(codePoint);
            i += Character.charCount(codePoint);
        }
        return columns;
    }

    /**
     * How much of {@code text} fits into {@code columns}: the index after the last whole cluster that still does.
     */
    public int fit(CharSequence text, int columns) {
        int left = columns;
        int i = 0;
        while (i < text.length()) {
            int end = Graphemes.next(text, i);
            left -= of(text, i, end);
            if (left < 0) {
                return i;
            }
            i = end;
        }
        return i;
    }

    private int ofCodePoint(int codePoint) {
        int width = CodePoints.width(codePoint);
        return width == CodePoints.AMBIGUOUS ? ambiguous : width;
    }
}
