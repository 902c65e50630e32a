package lanline.edge.terminal.theme;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextColor;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lanline.edge.terminal.tty.ColorDepth;
import lanline.edge.terminal.tty.Style;

/**
 * Reads themes ({@code ux.md}, "Themes"): {@code key = value} lines, palette entries before or after their use, roles.
 *
 * <p>Not immutable: lives for one theme with what it inherits, in the thread of its caller.
 */
final class ThemeParser {
    /** Palette and roles together have some 60; a file with more is none of ours and is refused. */
    private static final int MOST_LINES = 1_000;

    private static final String PALETTE = "palette.";
    private static final String NICKS = "nicks";

    private static final Map<String, SGR> ATTRIBUTES = Map.of(
            "bold", SGR.BOLD,
            "italic", SGR.ITALIC,
            "underline", SGR.UNDERLINE,
            "reverse", SGR.REVERSE,
            "strike", SGR.CROSSED_OUT);

    private final ColorDepth depth;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<String, TextColor> palette = new HashMap<>();

    /** A value with the place where it stands, for the sentence when it is wrong. */
    private record Entry(String file, int line, String key, String value) {
        BrokenThemeException broken(String what) {
            return new BrokenThemeException(file + " line " + line + ", " + key + ": " + what);
        }
    }

    ThemeParser(ColorDepth depth) {
        this.depth = depth;
    }

    /** The name of the theme that {@code text} inherits from. */
    static Optional<String> inherits(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> line.matches("inherits\\s*=.*"))
                .map(line -> line.substring(line.indexOf('=') + 1).strip())
                .findFirst();
    }

    /** Takes in a file; what it names replaces what was read before, so ancestors come first. */
    void read(String file, String text) throws BrokenThemeException {
        List<String> lines = text.lines().toList();
        if (lines.size() > MOST_LINES) {
            throw new BrokenThemeException(file + " has more than " + MOST_LINES + " lines: that is no theme");
        }
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                readLine(file, i + 1, line);
            }
        }
    }

    private void readLine(String file, int number, String line) throws BrokenThemeException {
        int equals = line.indexOf('=');
        if (equals < 1) {
            throw new BrokenThemeException(file + " line " + number + ": expected \"key = value\"");
        }
        String key = line.substring(0, equals).strip();
        Entry entry = new Entry(file, number, key, withoutComment(line.substring(equals + 1)));
        if (!isKnown(key)) {
            throw entry.broken("there is no such role");
        }
        entries.put(key, entry);
    }

    /** A comment in a line starts with a # that a blank follows: a colour never looks so. */
    private static String withoutComment(String value) {
        int comment = value.indexOf(" # ");
        return (comment < 0 ? value : value.substring(0, comment)).strip();
    }

    private static boolean isKnown(String key) {
        return key.startsWith(PALETTE)
                || key.equals("inherits")
                || key.equals(NICKS)
                || List.of(Role.values()).stream().anyMatch(role -> role.key().equals(key));
    }

    Theme theme(String name) throws BrokenThemeException {
        for (Entry entry : entries.values()) {
            if (entry.key.startsWith(PALETTE)) {
                palette.put(entry.key.substring(PALETTE.length()), paletteColour(entry));
            }
        }
        Map<Role, Style> styles = new EnumMap<>(Role.class);
        Entry baseEntry = entries.get(Role.BASE.key());
        Style base = baseEntry == null ? Style.PLAIN : style(baseEntry, baseEntry.value, Style.PLAIN);
        for (Role role : Role.values()) {
            Entry entry = entries.get(role.key());
            if (entry != null) {
                styles.put(role, style(entry, entry.value, base));
            }
        }
        return new Theme(name, styles, nicks(base));
    }

    /** The first of the alternatives that the terminal has, the terminal's own colour if it has none. */
    private TextColor paletteColour(Entry entry) throws BrokenThemeException {
        TextColor found = null;
        for (String alternative : entry.value.split("\\|", -1)) {
            TextColor colour = Colours.parse(alternative.strip())
                    .orElseThrow(() -> entry.broken("\"" + alternative.strip() + "\" is no colour"));
            if (found == null && Colours.has(depth, colour)) {
                found = colour;
            }
        }
        return found == null ? TextColor.ANSI.DEFAULT : found;
    }

    private List<Style> nicks(Style base) throws BrokenThemeException {
        Entry entry = entries.get(NICKS);
        List<Style> nicks = new ArrayList<>();
        if (entry != null) {
            for (String one : entry.value.split(",", -1)) {
                nicks.add(style(entry, one.strip(), base));
            }
        }
        return nicks.isEmpty() ? List.of(base) : nicks;
    }

    /** {@code [colour] [on colour] [attribute ...]}; a colour is {@code $name} of the palette, or one itself. */
    private Style style(Entry entry, String value, Style base) throws BrokenThemeException {
        Style style = Style.of(base.foreground(), base.background());
        boolean background = false;
        boolean hasBackground = false;
        for (String word : value.split("\\s+", -1)) {
            SGR attribute = ATTRIBUTES.get(word);
            if (word.equals("on")) {
                background = true;
                hasBackground = true;
            } else if (attribute != null) {
                style = style.with(attribute);
            } else if (!word.isEmpty()) {
                TextColor colour = colour(entry, word);
                style = background ? style.withBackground(colour) : style.withForeground(colour);
                background = false;
            }
        }
        return hasBackground && !isBase(entry) ? shownWithoutColours(style) : style;
    }

    private static boolean isBase(Entry entry) {
        return entry.key.equals(Role.BASE.key());
    }

    /** Without colours a bar or a selection would look like the rest: reversed it doesn't. */
    private Style shownWithoutColours(Style style) {
        return depth == ColorDepth.NONE ? style.with(SGR.REVERSE) : style;
    }

    private TextColor colour(Entry entry, String word) throws BrokenThemeException {
        if (word.startsWith("$")) {
            TextColor named = palette.get(word.substring(1));
            if (named == null) {
                throw entry.broken("the palette has no \"" + word.substring(1) + "\"");
            }
            return named;
        }
        TextColor colour = Colours.parse(word)
                .orElseThrow(() -> entry.broken("\"" + word + "\" is neither a colour nor an attribute"));
        return Colours.has(depth, colour) ? colour : TextColor.ANSI.DEFAULT;
    }
}
