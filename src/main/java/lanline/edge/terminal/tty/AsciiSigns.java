package lanline.edge.terminal.tty;

import java.util.Map;

/** What stands in ASCII for the signs that the window draws; for every other character a question mark, so that its loss is seen. */
final class AsciiSigns {
    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("│", "|"),
            Map.entry("─", "-"),
            Map.entry("┌", "+"),
            Map.entry("┐", "+"),
            Map.entry("└", "+"),
            Map.entry("┘", "+"),
            Map.entry("├", "+"),
            Map.entry("┤", "+"),
            Map.entry("┬", "+"),
            Map.entry("┴", "+"),
            Map.entry("┼", "+"),
            Map.entry("·", "-"),
            Map.entry("•", "*"),
            Map.entry("…", "~"),
            Map.entry("✓", "+"),
            Map.entry("✗", "x"),
            Map.entry("●", "*"),
            Map.entry("◐", "o"),
            Map.entry("○", "o"),
            Map.entry("◦", "."),
            Map.entry("▸", ">"),
            Map.entry("▶", ">"),
            Map.entry("✎", "\""),
            Map.entry("→", ">"),
            Map.entry("←", "<"),
            Map.entry("▼", "v"),
            Map.entry("↓", "v"),
            Map.entry("▲", "^"),
            Map.entry("↑", "^"),
            Map.entry("⏎", "/"),
            Map.entry("’", "'"),
            Map.entry("‘", "'"),
            Map.entry("“", "\""),
            Map.entry("”", "\""),
            Map.entry("–", "-"),
            Map.entry("—", "-"));

    private static final String LOST = "?";

    private AsciiSigns() {}

    static boolean has(String cluster) {
        return SIGNS.containsKey(cluster);
    }

    /** As many characters as the cluster has columns. */
    static String of(String cluster, int columns) {
        String sign = SIGNS.get(cluster);
        return sign == null ? LOST.repeat(columns) : sign + " ".repeat(columns - 1);
    }
}
