package lanline.edge.terminal;

import lanline.core.text.SafeText;
import lanline.edge.terminal.input.LineEditor;
import lanline.edge.terminal.view.PeopleList;

/** The keys of the people pane: moving in it, and typing letters that narrow it. Screen thread only. */
final class PeopleKeys {
    private final WindowState state;
    private final PeopleList people;
    private final LineEditor letters = new LineEditor();
    private boolean isFiltering;

    PeopleKeys(WindowState state, PeopleList people) {
        this.state = state;
        this.people = people;
    }

    /** Takes text and the keys that edit it while letters narrow the list; false if the key means what it means without. */
    boolean type(Press press) {
        if (!isFiltering) {
            return false;
        }
        switch (press.key()) {
            case "Backspace" -> letters.backspace();
            case "Ctrl-C", "Ctrl-U" -> letters.clear();
            default -> {
                boolean opensNobody = press.key().equals("Enter") && people.size() == 0;
                if (press.text().isEmpty() && !opensNobody) {
                    tell();
                    return false;
                }
                letters.insert(press.text());
            }
        }
        people.filter(letters.text());
        tell();
        return true;
    }

    /** From now on letters narrow the list. */
    void filter() {
        isFiltering = true;
        tell();
    }

    /** Shows everybody again; false if everybody is shown. */
    boolean showAll() {
        boolean wasFiltering = isFiltering;
        isFiltering = false;
        letters.clear();
        people.filter("");
        state.hush();
        return wasFiltering;
    }

    private void tell() {
        String found = people.size() == 0 ? "   nobody has that in the name" : "";
        state.say(SafeText.line(
                "Only with these letters: " + letters.text() + "_" + found + "   Enter opens, Esc shows everybody"));
    }

    /** False if the action is none of moving. */
    boolean move(Action action, int page) {
        int far = people.size();
        switch (action) {
            case UP, LINE_UP -> people.move(-1);
            case DOWN, LINE_DOWN -> people.move(1);
            case PAGE_UP -> people.move(-page);
            case PAGE_DOWN -> people.move(page);
            case FIRST, OLDEST -> people.move(-far);
            case LAST, NEWEST -> people.move(far);
            default -> {
                return false;
            }
        }
        return true;
    }
}
