package lanline.edge.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import lanline.edge.terminal.tty.DecodedKeys;
import lanline.edge.terminal.tty.Key;
import org.junit.jupiter.api.Test;

/** One table for keys, help and hints. */
class KeyTableTest {
    private static final List<List<Scope>> TOGETHER = List.of(
            Scope.IN_INPUT,
            Scope.IN_PANE,
            Scope.IN_HISTORY,
            Scope.IN_HELP,
            Scope.IN_NAME,
            Scope.IN_LIST,
            Scope.IN_SEARCH,
            Scope.IN_FINDINGS,
            Scope.IN_PASTE,
            List.of(Scope.INPUT_SEARCH));

    @Test
    void noKeyIsBoundTwiceWhereItsScopesHoldTogether() {
        for (List<Scope> scopes : TOGETHER) {
            Set<String> seen = new HashSet<>();
            for (Binding binding : KeyTable.bindings()) {
                if (scopes.contains(binding.scope())) {
                    binding.keys().forEach(key -> assertTrue(seen.add(key), key + " twice in " + scopes));
                }
            }
        }
    }

    @Test
    void everyActionHasAKeyAndASentence() {
        EnumSet<Action> bound = EnumSet.noneOf(Action.class);
        for (Binding binding : KeyTable.bindings()) {
            bound.add(binding.action());
            assertFalse(binding.help().isBlank(), binding.toString());
        }
        assertEquals(EnumSet.allOf(Action.class), bound);
    }

    @Test
    void everyNameIsThatOfAKey() {
        for (Binding binding : KeyTable.bindings()) {
            for (String name : binding.keys()) {
                assertEquals(name, nameOf(Keys.named(name)));
            }
        }
    }

    @Test
    void everyKeyIsOneThatTerminalsSend() {
        for (Binding binding : KeyTable.bindings()) {
            for (String name : binding.keys()) {
                List<Key> keys = DecodedKeys.of(bytes(name));
                assertEquals(1, keys.size(), name + " " + keys);
                assertEquals(name, nameOf(keys.get(0)));
            }
        }
    }

    /** What xterm sends for a key. */
    private static String bytes(String name) {
        String base = name.replaceAll("(Ctrl|Alt|Shift)-", "");
        int modifier = 1
                + (name.contains("Shift-") ? 1 : 0)
                + (name.contains("Alt-") ? 2 : 0)
                + (name.contains("Ctrl-") ? 4 : 0);
        if (base.length() == 1) {
            char control = (char) (base.charAt(0) & 0x1F);
            String character = name.contains("Ctrl-") ? String.valueOf(control) : base;
            return name.contains("Alt-") ? "\u001b" + character.toLowerCase(Locale.ROOT) : character;
        }
        String plain = PLAIN.get(base);
        if (plain != null) {
            return base.equals("Tab") && modifier == 2 ? "\u001b[Z" : (name.contains("Alt-") ? "\u001b" : "") + plain;
        }
        String end = ENDS.get(base);
        if (end.endsWith("~")) {
            return "\u001b[" + end.replace("~", modifier == 1 ? "~" : ";" + modifier + "~");
        }
        return modifier == 1 ? "\u001b[" + end : "\u001b[1;" + modifier + end;
    }

    private static final Map<String, String> PLAIN = Map.of(
            "Enter", "\r", "Tab", "\t", "Backspace", "\u007f", "Esc", "\u001b", "F1", "\u001bOP", "F2", "\u001bOQ");

    private static final Map<String, String> ENDS = Map.ofEntries(
            Map.entry("Up", "A"),
            Map.entry("Down", "B"),
            Map.entry("Right", "C"),
            Map.entry("Left", "D"),
            Map.entry("Home", "H"),
            Map.entry("End", "F"),
            Map.entry("Delete", "3~"),
            Map.entry("PgUp", "5~"),
            Map.entry("PgDn", "6~"),
            Map.entry("F4", "14~"),
            Map.entry("F6", "17~"),
            Map.entry("F7", "18~"),
            Map.entry("F8", "19~"));

    @Test
    void lettersWithAltAreTheSameSmallAndLarge() {
        assertEquals("Alt-B", nameOf(new Key.Chord("b", false, true)));
        assertEquals("Alt-B", nameOf(new Key.Chord("B", false, true)));
    }

    @Test
    void everyKeyOfTheWindowIsInTheHelp() {
        TestWindow window = new TestWindow(120, 16, Screens.STARTING).press("F1");
        List<String> seen = new ArrayList<>();
        for (int page = 0; page < 20; page++) {
            seen.add(window.text());
            window.press("PgDn");
        }
        String help = String.join("\n", seen);
        for (Binding binding : KeyTable.bindings()) {
            assertTrue(help.contains(binding.help()), binding.help());
        }
        assertTrue(help.contains("/msg NAME text"), help);
    }

    private static String nameOf(Key key) {
        List<String> name = new ArrayList<>();
        key.deliverTo(new Key.Handler() {
            @Override
            public void typed(Key.Typed typed) {
                name.add(typed.text());
            }

            @Override
            public void chord(Key.Chord chord) {
                name.add(KeyName.of(chord));
            }

            @Override
            public void special(Key.Special special) {
                name.add(KeyName.of(special));
            }

            @Override
            public void pasted(Key.Paste paste) {}

            @Override
            public void focused(Key.Focus focus) {}

            @Override
            public void mouse(Key.Mouse mouse) {}

            @Override
            public void resized(Key.Resized resized) {}

            @Override
            public void continued(Key.Continued continued) {}

            @Override
            public void ended(Key.Ended ended) {}
        });
        return name.get(0);
    }
}
