package lanline.edge.terminal.tty;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.TextColor;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a cell looks: colours and attributes. A value; what it keeps beside are the cells drawn with it before, so that
 * drawing a frame again makes no garbage. That store belongs to the screen thread: make the styles of a theme once.
 */
public final class Style {
    /** Attributes that nobody sees on a blank. */
    private static final EnumSet<SGR> UNSEEN_ON_BLANKS = EnumSet.of(SGR.BOLD, SGR.ITALIC);

    /** The terminal's own colours, no attribute. */
    public static final Style PLAIN = of(TextColor.ANSI.DEFAULT, TextColor.ANSI.DEFAULT);

    public static final String NO_LINK = "";

    /** Cells kept a style beside ASCII: enough for any screen of CJK text; beyond it the store starts anew. */
    private static final int CELLS_KEPT = 4_096;

    private final TextColor foreground;
    private final TextColor background;
    private final EnumSet<SGR> attributes;
    private final String link;
    private final boolean isSeenOnBlanks;
    private final @Nullable Cell[] ascii = new @Nullable Cell[128];
    private final Map<String, Cell> others = new HashMap<>();

    private Style(TextColor foreground, TextColor background, EnumSet<SGR> attributes, String link) {
        this.foreground = foreground;
        this.background = background;
        this.attributes = attributes;
        this.link = link;
        isSeenOnBlanks = !UNSEEN_ON_BLANKS.containsAll(attributes);
    }

    public static Style of(TextColor foreground, TextColor background, SGR... attributes) {
        EnumSet<SGR> set = EnumSet.noneOf(SGR.class);
        set.addAll(Set.of(attributes));
        return new Style(foreground, background, set, NO_LINK);
    }

    static Style of(TextCharacter character) {
        return new Style(
                character.getForegroundColor(), character.getBackgroundColor(), character.getModifiers(), NO_LINK);
    }

    public Style withForeground(TextColor color) {
        return new Style(color, background, attributes, link);
    }

    public Style withBackground(TextColor color) {
        return new Style(foreground, color, attributes, link);
    }

    /** The same with one more attribute. */
    public Style with(SGR attribute) {
        EnumSet<SGR> more = EnumSet.copyOf(attributes);
        more.add(attribute);
        return new Style(foreground, background, more, link);
    }

    /**
     * The same with an address behind it, which a click opens; {@link #NO_LINK} takes it away.
     *
     * @throws IllegalArgumentException where a character of it is none of an address: it would end the sequence early
     */
    public Style linked(String address) {
        if (address.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new IllegalArgumentException("no address: " + address);
        }
        return new Style(foreground, background, attributes, address);
    }

    public String link() {
        return link;
    }

    public TextColor foreground() {
        return foreground;
    }

    public TextColor background() {
        return background;
    }

    public Set<SGR> attributes() {
        return EnumSet.copyOf(attributes);
    }

    boolean has(SGR attribute) {
        return attributes.contains(attribute);
    }

    EnumSet<SGR> attributeSet() {
        return attributes;
    }

    /** Whether a blank in this style looks like an erased cell. */
    boolean isBlankPlain() {
        return background.equals(TextColor.ANSI.DEFAULT) && attributes.isEmpty() && link.isEmpty();
    }

    /** Whether a blank in this style looks like one in the other. */
    @SuppressWarnings("ReferenceEquality")
    boolean sameOnBlanks(Style other) {
        return this == other
                || (!isSeenOnBlanks
                        && !other.isSeenOnBlanks
                        && background.equals(other.background)
                        && link.equals(other.link));
    }

    /** The cell of one grapheme cluster that takes {@code width} columns, 1 or 2. */
    Cell cell(String cluster, int width) {
        if (cluster.length() == 1 && cluster.charAt(0) < 128) {
            return cell(cluster.charAt(0));
        }
        Cell known = others.get(cluster);
        if (known != null && known.width() == width) {
            return known;
        }
        if (others.size() >= CELLS_KEPT) {
            others.clear();
        }
        Cell made = new Cell(cluster, width, this);
        others.put(cluster, made);
        return made;
    }

    /** The cell of an ASCII character. */
    Cell cell(char character) {
        Cell known = ascii[character];
        if (known == null) {
            known = new Cell(String.valueOf(character), 1, this);
            ascii[character] = known;
        }
        return known;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (this == other) {
            return true;
        }
        return other instanceof Style style
                && foreground.equals(style.foreground)
                && background.equals(style.background)
                && attributes.equals(style.attributes)
                && link.equals(style.link);
    }

    @Override
    public int hashCode() {
        return Objects.hash(foreground, background, attributes);
    }

    @Override
    public String toString() {
        return foreground + " on " + background + " " + attributes + link;
    }
}
