package lanline.edge.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lanline.core.model.ConversationId;
import lanline.core.screen.PersonRow;
import lanline.core.screen.Screen;
import lanline.core.text.CellWidth;
import lanline.edge.terminal.view.StatusBar;

/** Says where texts wait that were begun in other conversations. */
final class DraftWords {
    /** Named one by one; of more the count says enough. */
    private static final int MOST_NAMED = 3;

    private DraftWords() {}

    /** The status line with the names where {@code columns} have room for them, else with the count. */
    static String summary(Screen screen, int below, Set<ConversationId> drafts, int columns, CellWidth width) {
        String named = StatusBar.summary(screen, below, named(screen, drafts));
        return width.ofText(named) <= columns ? named : StatusBar.summary(screen, below, counted(drafts));
    }

    /** With the names: {@code drafts: 2:Berk Can}. Who can't be named, since nobody of that id was heard, is counted. */
    private static String named(Screen screen, Set<ConversationId> drafts) {
        List<String> names = new ArrayList<>();
        if (drafts.contains(ConversationId.HOME)) {
            names.add("Lanline");
        }
        for (PersonRow person : screen.sidebar().people()) {
            if (drafts.contains(person.conversation())) {
                String number = person.number() > 0 ? person.number() % 10 + ":" : "";
                names.add(number + person.label());
            }
        }
        if (names.isEmpty() || names.size() > MOST_NAMED) {
            return counted(drafts);
        }
        int others = drafts.size() - names.size();
        String word = drafts.size() == 1 ? "draft: " : "drafts: ";
        return word + String.join(" ", names) + (others == 0 ? "" : " +" + others);
    }

    /** Where there is less room. */
    private static String counted(Set<ConversationId> drafts) {
        return drafts.size() == 1 ? "1 draft" : drafts.size() + " drafts";
    }
}
