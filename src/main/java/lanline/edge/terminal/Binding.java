package lanline.edge.terminal;

import java.util.List;

/** A row of the key table: keys by their names, one action, its sentence for the help, and a word for the status line or "". */
record Binding(Scope scope, Action action, List<String> keys, String help, String hint) {
    Binding {
        keys = List.copyOf(keys);
    }

    static Binding of(Scope scope, Action action, String help, String... keys) {
        return new Binding(scope, action, List.of(keys), help, "");
    }

    Binding hinted(String word) {
        return new Binding(scope, action, keys, help, word);
    }
}
