package lanline.edge.terminal;

/** What a key can do; the key table says which key, where, and in which words the help explains it. */
enum Action {
    HELP,
    HISTORY,
    REPAINT,
    SUSPEND,
    QUIT,
    PAGE_UP,
    PAGE_DOWN,
    LINE_UP,
    LINE_DOWN,
    OLDEST,
    NEWEST,
    GO_TO_NUMBER,
    NEXT_CONVERSATION,
    PREVIOUS_CONVERSATION,
    NEXT_ACTIVITY,
    LAST_CONVERSATION,
    GO_TO,
    FIRST_UNREAD,
    PREVIOUS_MENTION,
    NEXT_MENTION,
    FIND,
    NEXT_FINDING,
    PREVIOUS_FINDING,
    STAY,
    NEXT_PANE,
    PREVIOUS_PANE,
    SIDEBAR,
    SETTINGS,
    MOUSE,
    DETAILS,
    LEFT,
    RIGHT,
    RIGHT_OR_FIND,
    WORD_LEFT,
    WORD_RIGHT,
    HOME,
    END,
    BACKSPACE,
    DELETE,
    KILL_TO_END,
    KILL_TO_START,
    KILL_BLANK_WORD,
    KILL_WORD_LEFT,
    KILL_WORD_RIGHT,
    YANK,
    TRANSPOSE,
    UNDO,
    CLEAR,
    SEND,
    NEW_LINE,
    COMPLETE,
    COMPLETE_BACK,
    EDIT_PASTE,
    SEARCH_INPUTS,
    OLDER_INPUT,
    NEWER_INPUT,
    UP,
    DOWN,
    FIRST,
    LAST,
    OPEN,
    WHO,
    FILTER,
    COPY,
    BARE,
    BACK,
    SAME,
    DIFFERENT,
    TRUST,
    BLOCK,
    TO_LIST,
    GO_TO_DATE,
    EXPORT;

    /** How far a key moves a cursor in a list whose page has {@code page} rows; 0 for one that doesn't. */
    int step(int page) {
        return switch (this) {
            case UP, LINE_UP -> -1;
            case DOWN, LINE_DOWN -> 1;
            case PAGE_UP -> -page;
            case PAGE_DOWN -> page;
            case FIRST, OLDEST -> -FAR;
            case LAST, NEWEST -> FAR;
            default -> 0;
        };
    }

    /** More rows than any list has. */
    private static final int FAR = 1_000_000;
}
