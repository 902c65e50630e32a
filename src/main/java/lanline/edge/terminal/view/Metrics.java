package lanline.edge.terminal.view;

import java.time.ZoneId;
import java.util.List;
import lanline.core.text.CellWidth;
import lanline.edge.terminal.theme.Theme;
import org.jspecify.annotations.Nullable;

/**
 * All that decides how a line is cut into rows: while it stays equal, rows once made are good. {@code year}: the present one;
 * {@code links}: web addresses can be clicked on; {@code found}: folded words that are shown where they stand.
 */
public record Metrics(
        Layout.Size size,
        int columns,
        CellWidth width,
        Theme theme,
        ZoneId zone,
        int year,
        boolean links,
        List<String> found) {
    private static final int TIME = 5;
    private static final int TIME_WITH_SECONDS = 8;
    private static final int NAME = 8;
    private static final int NAME_WHERE_WIDE = 12;

    /** What stands between name and text. */
    private static final int SEPARATOR = 3;

    /** The same where these words are looked for. */
    public Metrics finding(List<String> words) {
        return words.isEmpty() ? this : new Metrics(size, columns, width, theme, zone, year, links, words);
    }

    boolean seconds() {
        return size == Layout.Size.WIDE;
    }

    /** Where there is no place for columns, a line begins with the time and the name. */
    boolean inline() {
        return size == Layout.Size.TINY || size == Layout.Size.STUB;
    }

    int timeColumns() {
        return seconds() ? TIME_WITH_SECONDS : TIME;
    }

    int flagColumn() {
        return timeColumns() + 1;
    }

    int nameColumn() {
        return flagColumn() + 1;
    }

    int nameColumns() {
        return size == Layout.Size.WIDE ? NAME_WHERE_WIDE : NAME;
    }

    /** Where texts begin. */
    int textColumn() {
        return inline() ? inlineTextColumn() : nameColumn() + nameColumns() + SEPARATOR;
    }

    private int inlineTextColumn() {
        return size == Layout.Size.STUB ? 0 : TIME + 1;
    }

    /** Columns of a text; at least one, however narrow the window. */
    int textColumns() {
        return Math.max(1, columns - textColumn());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Metrics that
                && size == that.size
                && columns == that.columns
                && year == that.year
                && links == that.links
                && width == that.width
                && theme.equals(that.theme)
                && zone.equals(that.zone)
                && found.equals(that.found);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * (31 * zone.hashCode() + theme.hashCode()) + width.hashCode()) + year;
    }
}
