package lanline.edge.terminal;

import com.googlecode.lanterna.input.KeyType;
import java.util.Locale;
import java.util.Map;
import lanline.edge.terminal.tty.Key;

/** The names of keys as the key table and the help write them: {@code Ctrl-A}, {@code Alt-Home}, {@code PgUp}, {@code j}. */
final class KeyName {
    private static final Map<KeyType, String> SHORT = Map.ofEntries(
            Map.entry(KeyType.ArrowUp, "Up"),
            Map.entry(KeyType.ArrowDown, "Down"),
            Map.entry(KeyType.ArrowLeft, "Left"),
            Map.entry(KeyType.ArrowRight, "Right"),
            Map.entry(KeyType.PageUp, "PgUp"),
            Map.entry(KeyType.PageDown, "PgDn"),
            Map.entry(KeyType.Escape, "Esc"),
            Map.entry(KeyType.ReverseTab, "Tab"));

    private KeyName() {}

    /** A letter with Ctrl or Alt is written large, whether or not Shift was held with Alt. */
    static String of(Key.Chord chord) {
        String letter = chord.character().toUpperCase(Locale.ROOT);
        return modifiers(chord.ctrl(), chord.alt(), false) + letter;
    }

    static String of(Key.Special special) {
        KeyType key = special.key();
        boolean shift = special.shift() || key == KeyType.ReverseTab;
        return modifiers(special.ctrl(), special.alt(), shift) + SHORT.getOrDefault(key, key.name());
    }

    private static String modifiers(boolean ctrl, boolean alt, boolean shift) {
        return (ctrl ? "Ctrl-" : "") + (alt ? "Alt-" : "") + (shift ? "Shift-" : "");
    }
}
