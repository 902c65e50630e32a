package lanline.edge.terminal;

import java.util.List;

/** Where a key does what the key table says; several hold at once, and no key stands in two of those. */
enum Scope {
    EVERYWHERE("Everywhere"),
    VIEW("Scrolling"),
    CHAT("Conversations and panes"),
    EDIT("Editing what is typed"),
    SEND("In the input"),
    PANE("In the people and the transcript (F6)"),
    PASTE("When a paste has more than 20 lines"),
    INPUT_SEARCH("In the search of earlier inputs (Ctrl-R); any other key takes what is found"),
    SEARCH("In the search (Ctrl-S)"),
    FINDINGS("In the search, after Enter"),
    LIST("In a list that one chooses from (Ctrl-X)"),
    BARE("In the bare view (Alt-L)"),
    HISTORY("In the search line of the history (F2)"),
    HISTORY_LIST("In the list of the history"),
    QUESTION("Where a date or a file is asked for"),
    CHOICES("In the settings (F4) and the list of themes"),
    COMPARISON("While words are compared (/verify)"),
    CHANGED_KEY("Where a key has changed"),
    ANSWER("While a setting is typed"),
    HELP("In this help");

    static final List<Scope> IN_INPUT = List.of(EVERYWHERE, VIEW, CHAT, EDIT, SEND);
    static final List<Scope> IN_PANE = List.of(EVERYWHERE, VIEW, CHAT, PANE);
    static final List<Scope> IN_BARE = List.of(EVERYWHERE, VIEW, BARE);
    static final List<Scope> IN_HISTORY = List.of(EVERYWHERE, VIEW, EDIT, HISTORY);
    static final List<Scope> IN_PASTE = List.of(EVERYWHERE, PASTE);
    static final List<Scope> IN_SEARCH = List.of(EVERYWHERE, VIEW, EDIT, SEARCH);
    static final List<Scope> IN_FINDINGS = List.of(EVERYWHERE, VIEW, EDIT, FINDINGS);
    static final List<Scope> IN_LIST = List.of(EVERYWHERE, VIEW, EDIT, LIST);
    static final List<Scope> IN_HISTORY_LIST = List.of(EVERYWHERE, VIEW, HISTORY_LIST);
    static final List<Scope> IN_QUESTION = List.of(EVERYWHERE, EDIT, QUESTION);
    static final List<Scope> IN_CHOICES = List.of(EVERYWHERE, VIEW, CHOICES);
    static final List<Scope> IN_COMPARISON = List.of(EVERYWHERE, VIEW, COMPARISON);
    static final List<Scope> IN_CHANGED_KEY = List.of(EVERYWHERE, VIEW, CHANGED_KEY);
    static final List<Scope> IN_ANSWER = List.of(EVERYWHERE, ANSWER, EDIT);
    static final List<Scope> IN_HELP = List.of(EVERYWHERE, VIEW, HELP);
    static final List<Scope> IN_NAME = List.of(EVERYWHERE, EDIT, SEND);

    private final String title;

    Scope(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
