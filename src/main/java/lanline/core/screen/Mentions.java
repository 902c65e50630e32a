package lanline.core.screen;

import java.util.ArrayList;
import java.util.List;
import lanline.core.event.ChatEvent.OwnNameChanged;
import lanline.core.event.ChatEvent.SettingChanged;
import lanline.core.event.EventBus;
import lanline.core.model.Nickname;
import lanline.core.model.Preferences;
import lanline.core.text.Folding;
import lanline.core.text.SafeText;

/** Whether a text calls the reader: the own name or a highlighted word, as a word of its own, in any case. Lives on the bus thread. */
final class Mentions {
    private Nickname ownName;
    private Preferences preferences;
    private List<String> calls;

    Mentions(EventBus bus, Nickname ownName, Preferences preferences) {
        this.ownName = ownName;
        this.preferences = preferences;
        this.calls = calls();
        bus.subscribe(OwnNameChanged.class, event -> {
            this.ownName = event.name();
            calls = calls();
        });
        bus.subscribe(SettingChanged.class, event -> {
            this.preferences = event.preferences();
            calls = calls();
        });
    }

    private List<String> calls() {
        List<String> folded = new ArrayList<>();
        folded.add(Folding.fold(ownName.toString()));
        preferences.highlights().forEach(word -> folded.add(Folding.fold(word)));
        // A name of signs that fold to nothing calls nobody.
        folded.removeIf(String::isEmpty);
        return folded;
    }

    boolean in(SafeText text) {
        String where = Folding.fold(text.value());
        for (String what : calls) {
            if (holds(where, what)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(String where, String what) {
        int at = where.indexOf(what);
        while (at >= 0) {
            if (isStart(where, at) && isEnd(where, at + what.length())) {
                return true;
            }
            at = where.indexOf(what, at + 1);
        }
        return false;
    }

    private static boolean isStart(String text, int index) {
        return index == 0 || !Character.isLetterOrDigit(text.codePointBefore(index));
    }

    private static boolean isEnd(String text, int index) {
        return index == text.length() || !Character.isLetterOrDigit(text.codePointAt(index));
    }
}
