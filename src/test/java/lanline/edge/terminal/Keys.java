package lanline.edge.terminal;

import com.googlecode.lanterna.input.KeyType;
import java.util.Locale;
import java.util.Map;
import lanline.edge.terminal.tty.Key;

/** Keys by the names that the key table has for them. */
final class Keys {
    private static final Map<String, KeyType> TYPES = Map.of(
            "Up", KeyType.ArrowUp,
            "Down", KeyType.ArrowDown,
            "Left", KeyType.ArrowLeft,
            "Right", KeyType.ArrowRight,
            "PgUp", KeyType.PageUp,
            "PgDn", KeyType.PageDown,
            "Esc", KeyType.Escape);

    private Keys() {}

    static Key named(String name) {
        boolean ctrl = name.contains("Ctrl-");
        boolean alt = name.contains("Alt-");
        boolean shift = name.contains("Shift-");
        String base = name.replaceAll("(Ctrl|Alt|Shift)-", "");
        if (base.equals("Tab") && shift) {
            return new Key.Special(KeyType.ReverseTab, false, false, true);
        }
        if (base.codePointCount(0, base.length()) == 1) {
            return ctrl || alt ? new Key.Chord(base.toLowerCase(Locale.ROOT), ctrl, alt) : new Key.Typed(base);
        }
        KeyType type = TYPES.containsKey(base) ? TYPES.get(base) : KeyType.valueOf(base);
        return new Key.Special(type, ctrl, alt, shift);
    }
}
