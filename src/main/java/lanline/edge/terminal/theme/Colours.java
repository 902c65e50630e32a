package lanline.edge.terminal.theme;

import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.TextColor.ANSI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lanline.edge.terminal.tty.ColorDepth;

/** Reads the colours of a theme file, and finds out how many of them the terminal has. */
public final class Colours {
    private static final Map<String, ANSI> NAMES = names();

    private Colours() {}

    /** {@code #rrggbb}, a number of the 256, a name of the 16 such as {@code bright-blue}, or {@code default}. */
    static Optional<TextColor> parse(String word) {
        if (word.matches("#[0-9a-fA-F]{6}")) {
            int rgb = Integer.parseInt(word.substring(1), 16);
            return Optional.of(new TextColor.RGB(rgb >> 16, rgb >> 8 & 0xFF, rgb & 0xFF));
        }
        if (word.matches("[0-9]{1,3}")) {
            int index = Integer.parseInt(word);
            return index < 256 ? Optional.of(new TextColor.Indexed(index)) : Optional.empty();
        }
        return Optional.ofNullable(NAMES.get(word.toLowerCase(Locale.ROOT)));
    }

    /** Whether a terminal with {@code depth} shows {@code colour}. */
    static boolean has(ColorDepth depth, TextColor colour) {
        if (colour == ANSI.DEFAULT) {
            return true;
        }
        ColorDepth needed = colour instanceof TextColor.RGB
                ? ColorDepth.TRUECOLOR
                : colour instanceof TextColor.Indexed ? ColorDepth.INDEXED256 : ColorDepth.ANSI16;
        return depth.compareTo(needed) >= 0;
    }

    /**
     * What {@code NO_COLOR}, {@code COLORTERM} and {@code TERM} say (no-color.org; terminfo's usual names). A terminal
     * that says nothing is taken to have the 16 that nearly all have.
     */
    public static ColorDepth depth(Map<String, String> environment) {
        String term = environment.getOrDefault("TERM", "").toLowerCase(Locale.ROOT);
        String colorterm = environment.getOrDefault("COLORTERM", "").toLowerCase(Locale.ROOT);
        if (!environment.getOrDefault("NO_COLOR", "").isEmpty() || hasNoColour(term)) {
            return ColorDepth.NONE;
        }
        if (colorterm.equals("truecolor") || colorterm.equals("24bit") || term.endsWith("-direct")) {
            return ColorDepth.TRUECOLOR;
        }
        return term.contains("256color") ? ColorDepth.INDEXED256 : ColorDepth.ANSI16;
    }

    /** What the setting {@code color} says, whatever the environment does; for {@code auto} what was {@code detected}. */
    public static ColorDepth depth(String setting, ColorDepth detected) {
        return switch (setting) {
            case "truecolor" -> ColorDepth.TRUECOLOR;
            case "256" -> ColorDepth.INDEXED256;
            case "16" -> ColorDepth.ANSI16;
            case "none" -> ColorDepth.NONE;
            default -> detected;
        };
    }

    private static boolean hasNoColour(String term) {
        return term.equals("dumb") || term.startsWith("vt1") || term.startsWith("vt2") || term.matches(".*-(m|mono)");
    }

    private static Map<String, ANSI> names() {
        Map<String, ANSI> names = new HashMap<>();
        for (ANSI colour : ANSI.values()) {
            names.put(colour.name().toLowerCase(Locale.ROOT).replace('_', '-'), colour);
        }
        names.put("gray", ANSI.BLACK_BRIGHT);
        names.put("grey", ANSI.BLACK_BRIGHT);
        for (String plain : new String[] {"black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"}) {
            names.put("bright-" + plain, names.get(plain + "-bright"));
        }
        return names;
    }
}
