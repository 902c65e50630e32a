package lanline.edge.terminal;

import java.util.Map;
import java.util.Set;

/** Which terminals are known to take what not all do, by the variables that they set. Pure. */
public final class KnownTerminals {
    private static final Set<String> PROGRAMS = Set.of("iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "mintty");

    private static final Set<String> OWN_VARIABLES = Set.of("KITTY_WINDOW_ID", "WT_SESSION", "KONSOLE_VERSION");

    /** VTE 0.50 was the first (GNOME Terminal, XFCE, Tilix): it numbers itself 5000. */
    private static final int FIRST_VTE = 5_000;

    private KnownTerminals() {}

    /** Hyperlinks, OSC 8: others might print the address, so silence counts as no. tmux and screen hide what is around them. */
    public static boolean takeLinks(Map<String, String> environment) {
        boolean hidden = environment.containsKey("TMUX") || environment.containsKey("STY");
        String term = environment.getOrDefault("TERM", "");
        boolean known = PROGRAMS.contains(environment.getOrDefault("TERM_PROGRAM", ""))
                || OWN_VARIABLES.stream().anyMatch(environment::containsKey)
                || isVte(environment.getOrDefault("VTE_VERSION", ""))
                || term.startsWith("foot")
                || term.startsWith("alacritty")
                || term.equals("xterm-kitty")
                || term.equals("xterm-ghostty");
        return known && !hidden;
    }

    private static boolean isVte(String version) {
        return version.matches("[0-9]{1,6}") && Integer.parseInt(version) >= FIRST_VTE;
    }
}
