package lanline.edge.terminal.tty;

import com.googlecode.lanterna.TextCharacter;
import lanline.core.text.CellWidth;
import org.jspecify.annotations.Nullable;

/**
 * One grapheme cluster on the screen, in one or two columns. Lanterna's own cells take one UTF-16 unit or what JDK 17's
 * BreakIterator leaves of a cluster, and guess its width. Immutable; never holds a control character.
 */
final class Cell extends TextCharacter {
    private static final long serialVersionUID = 1;

    /** Drawn for what must never reach a terminal; the cleaning of texts has failed before if it is ever seen. */
    private static final String STAND_IN = "\uFFFD";

    private static final int SEVERAL = -1;

    private final String cluster;
    /** The only character of the cluster, or {@link #SEVERAL}. */
    private final int character;

    private final int width;
    private final int codePointColumns;
    private final transient Style style;
    private final int hash;

    @SuppressWarnings("deprecation") // its replacement cuts the cluster apart
    Cell(String cluster, int width, Style style) {
        super(' ', style.foreground(), style.background(), style.attributeSet());
        boolean harmless = isHarmless(cluster);
        this.cluster = harmless ? cluster : STAND_IN;
        this.character = this.cluster.length() == 1 ? this.cluster.charAt(0) : SEVERAL;
        this.width = harmless ? width : 1;
        this.codePointColumns = CellWidth.AMBIGUOUS_NARROW.ofCodePoints(this.cluster);
        this.style = style;
        this.hash = 31 * this.cluster.hashCode() + style.hashCode();
    }

    /** Lanterna's cell as one of ours. */
    static Cell of(TextCharacter character) {
        return character instanceof Cell cell
                ? cell
                : Style.of(character).cell(character.getCharacterString(), character.isDoubleWidth() ? 2 : 1);
    }

    String cluster() {
        return cluster;
    }

    int width() {
        return width;
    }

    Style style() {
        return style;
    }

    /** The columns it takes in a terminal that knows no clusters and adds up code points. */
    int codePointColumns() {
        return codePointColumns;
    }

    /** One column of one character: every terminal agrees on where the cursor stands after it. */
    boolean isSimple() {
        return width == 1 && character != SEVERAL;
    }

    boolean isAscii() {
        return character != SEVERAL && character < 128;
    }

    /** Looks like what erasing leaves. */
    boolean isErased() {
        return character == ' ' && style.sameOnBlanks(Style.PLAIN);
    }

    /** Most cells of a frame are those of the last one: the same objects. Of two blanks nobody sees the letters' colour. */
    @SuppressWarnings("ReferenceEquality")
    boolean looksLike(Cell other) {
        return this == other
                || (character == other.character
                        && width == other.width
                        && (character != SEVERAL || cluster.equals(other.cluster))
                        && (character == ' ' ? style.sameOnBlanks(other.style) : style.equals(other.style)));
    }

    @Override
    public boolean isDoubleWidth() {
        return width == 2;
    }

    @Override
    public String getCharacterString() {
        return cluster;
    }

    @Override
    public boolean is(char other) {
        return character == other;
    }

    /** The screen buffer asks for the blank that takes the place of half a wide cell. */
    @Override
    public TextCharacter withCharacter(char character) {
        return style.cell(String.valueOf(character), 1);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Cell cell
                && width == cell.width
                && cluster.equals(cell.cluster)
                && style.equals(cell.style);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    private static boolean isHarmless(String cluster) {
        for (int i = 0; i < cluster.length(); i++) {
            char c = cluster.charAt(i);
            boolean pair = i + 1 < cluster.length() && Character.isSurrogatePair(c, cluster.charAt(i + 1));
            if (Character.isISOControl(c) || (Character.isSurrogate(c) && !pair)) {
                return false;
            }
            i += pair ? 1 : 0;
        }
        return !cluster.isEmpty();
    }
}
