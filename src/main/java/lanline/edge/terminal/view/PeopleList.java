package lanline.edge.terminal.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lanline.core.model.ConversationId;
import lanline.core.screen.PersonRow;
import lanline.core.screen.Screen;
import lanline.core.text.Folding;
import org.jspecify.annotations.Nullable;

/**
 * The people of the sidebar and a cursor among them. While the cursor is in it the order stands still: who comes is put at
 * the end, who goes leaves the others in their order. Screen thread only.
 */
public final class PeopleList {
    private List<PersonRow> rows = List.of();
    private Screen.@Nullable Sidebar source;
    private String filter = "";
    private boolean hasCursor;
    private int cursor;

    /** What the keys and the panel refer to from now on; costs nothing while it stays the same object. */
    @SuppressWarnings("ReferenceEquality") // equal lists of thousands need not be found out to be equal
    public void show(Screen.Sidebar sidebar) {
        if (sidebar == source) {
            return;
        }
        source = sidebar;
        ConversationId selected = selected().map(PersonRow::conversation).orElse(ConversationId.HOME);
        rows = hasCursor ? matching(inOldOrder(sidebar)) : sidebar.people();
        int moved = indexOf(selected);
        cursor = moved >= 0 ? moved : clamp(cursor);
    }

    /** Keeps those with {@code letters} in their names, case and accents folded; the cursor stays on its person where it can. */
    public void filter(String letters) {
        String wanted = Folding.fold(letters);
        if (wanted.equals(filter) || source == null) {
            return;
        }
        ConversationId selected = selected().map(PersonRow::conversation).orElse(ConversationId.HOME);
        filter = wanted;
        rows = matching(source.people());
        cursor = Math.max(0, indexOf(selected));
    }

    private List<PersonRow> matching(List<PersonRow> people) {
        return filter.isEmpty()
                ? people
                : people.stream()
                        .filter(person -> Folding.fold(person.label().value()).contains(filter))
                        .toList();
    }

    private List<PersonRow> inOldOrder(Screen.Sidebar sidebar) {
        Map<ConversationId, PersonRow> news = new LinkedHashMap<>();
        sidebar.people().forEach(person -> news.put(person.conversation(), person));
        List<PersonRow> ordered = new ArrayList<>(news.size());
        for (PersonRow old : rows) {
            PersonRow now = news.remove(old.conversation());
            if (now != null) {
                ordered.add(now);
            }
        }
        ordered.addAll(news.values());
        return ordered;
    }

    public int size() {
        return rows.size();
    }

    /** Puts the cursor on the current conversation, or on the first person. */
    public void enter() {
        hasCursor = true;
        cursor = Math.max(0, current());
    }

    /** Takes the cursor away; the order is that of the core again. */
    public void leave() {
        hasCursor = false;
        rows = source == null ? List.of() : source.people();
    }

    public void move(int by) {
        cursor = clamp(cursor + by);
    }

    public Optional<PersonRow> selected() {
        return cursor < rows.size() && hasCursor ? Optional.of(rows.get(cursor)) : Optional.empty();
    }

    /** How many there are, and of how many where only some are shown. */
    String count() {
        int all = source == null ? 0 : source.people().size();
        return filter.isEmpty() ? String.valueOf(rows.size()) : rows.size() + " of " + all;
    }

    List<PersonRow> rows() {
        return rows;
    }

    /** The row that has to be in sight: the cursor's, else the current conversation's; -1 for none. */
    int focus() {
        return hasCursor ? cursor : current();
    }

    boolean isSelected(int index) {
        return hasCursor && index == cursor;
    }

    private int current() {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).state().current()) {
                return i;
            }
        }
        return -1;
    }

    private int indexOf(ConversationId id) {
        for (int i = 0; i < rows.size() && hasCursor; i++) {
            if (rows.get(i).conversation().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    private int clamp(int index) {
        return Math.max(0, Math.min(rows.size() - 1, index));
    }
}
