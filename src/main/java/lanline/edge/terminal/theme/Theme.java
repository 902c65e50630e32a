package lanline.edge.terminal.theme;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextColor;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lanline.edge.terminal.tty.Style;

/** A look for every role, already cut down to the colours of the terminal. Immutable; its styles belong to the screen thread. */
public final class Theme {
    /** What is drawn with when not even the default theme can be read: attributes only. */
    public static final Theme PLAIN = new Theme("plain", plainStyles(), List.of(Style.PLAIN));

    private final String name;
    private final Map<Role, Style> styles;
    private final List<Style> nicks;

    Theme(String name, Map<Role, Style> styles, List<Style> nicks) {
        this.name = name;
        this.styles = new EnumMap<>(styles);
        this.nicks = List.copyOf(nicks);
    }

    public String name() {
        return name;
    }

    /** A role that the theme doesn't name looks like the base; words that were found look like the selection then. */
    public Style style(Role role) {
        Style style = styles.get(role);
        if (style != null) {
            return style;
        }
        return role == Role.MESSAGE_FOUND ? style(Role.SELECTION) : styles.getOrDefault(Role.BASE, Style.PLAIN);
    }

    /** Words that were found, in the line that is selected: they stand out of that, too. */
    public Style foundInSelection() {
        Style found = style(Role.MESSAGE_FOUND);
        Style selection = style(Role.SELECTION);
        boolean standsOut = !found.background().equals(selection.background());
        return standsOut ? found : selection.with(SGR.BOLD).with(SGR.UNDERLINE);
    }

    /** The same person always has the same one: chosen by the identity, not by the name. */
    public Style nick(String identity) {
        return nicks.get(Math.floorMod(mixed(identity.hashCode()), nicks.size()));
    }

    /** Spreads ids that differ in their last digits only. */
    private static int mixed(int hash) {
        int spread = hash * 0x9E3779B9;
        return spread ^ spread >>> 15;
    }

    private static Map<Role, Style> plainStyles() {
        Map<Role, Style> styles = new EnumMap<>(Role.class);
        styles.put(Role.BASE, Style.PLAIN);
        Style reverse = Style.of(TextColor.ANSI.DEFAULT, TextColor.ANSI.DEFAULT, SGR.REVERSE);
        for (Role role : List.of(Role.TITLE, Role.STATUS, Role.SELECTION, Role.POPUP)) {
            styles.put(role, reverse);
        }
        return styles;
    }
}
