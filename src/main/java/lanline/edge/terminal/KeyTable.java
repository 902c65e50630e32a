package lanline.edge.terminal;

import static lanline.edge.terminal.Scope.CHAT;
import static lanline.edge.terminal.Scope.EDIT;
import static lanline.edge.terminal.Scope.EVERYWHERE;
import static lanline.edge.terminal.Scope.FINDINGS;
import static lanline.edge.terminal.Scope.HISTORY_LIST;
import static lanline.edge.terminal.Scope.INPUT_SEARCH;
import static lanline.edge.terminal.Scope.LIST;
import static lanline.edge.terminal.Scope.PANE;
import static lanline.edge.terminal.Scope.PASTE;
import static lanline.edge.terminal.Scope.SEARCH;
import static lanline.edge.terminal.Scope.SEND;
import static lanline.edge.terminal.Scope.VIEW;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All keys of the window in one table ({@code ux.md}, "Keys"): bindings, help and hints are made of it. */
final class KeyTable {
    private static final List<Binding> BINDINGS = List.of(
            Binding.of(EVERYWHERE, Action.HELP, "this help", "F1").hinted("help"),
            Binding.of(EVERYWHERE, Action.HISTORY, "search and read everything on disk; again: back", "F2", "Alt-H")
                    .hinted("history"),
            Binding.of(EVERYWHERE, Action.SETTINGS, "settings; again: back", "F4"),
            Binding.of(EVERYWHERE, Action.REPAINT, "draw the screen anew", "Ctrl-L"),
            Binding.of(EVERYWHERE, Action.SUSPEND, "stop, back to the shell; fg there goes on", "Ctrl-Z"),
            Binding.of(EVERYWHERE, Action.QUIT, "quit; sends first what is on its way", "Ctrl-Q"),
            Binding.of(VIEW, Action.PAGE_UP, "a page back", "PgUp"),
            Binding.of(VIEW, Action.PAGE_DOWN, "a page forward", "PgDn"),
            Binding.of(VIEW, Action.LINE_UP, "a line back", "Shift-Up"),
            Binding.of(VIEW, Action.LINE_DOWN, "a line forward", "Shift-Down"),
            Binding.of(VIEW, Action.OLDEST, "to the oldest line", "Alt-Home"),
            Binding.of(VIEW, Action.NEWEST, "to the newest line", "Alt-End"),
            Binding.of(
                    CHAT,
                    Action.GO_TO_NUMBER,
                    "conversation by its number; the same again goes back",
                    "Alt-1",
                    "Alt-2",
                    "Alt-3",
                    "Alt-4",
                    "Alt-5",
                    "Alt-6",
                    "Alt-7",
                    "Alt-8",
                    "Alt-9",
                    "Alt-0"),
            Binding.of(CHAT, Action.NEXT_CONVERSATION, "next conversation", "Ctrl-N", "Alt-Down", "Alt-Right"),
            Binding.of(CHAT, Action.PREVIOUS_CONVERSATION, "previous conversation", "Ctrl-P", "Alt-Up", "Alt-Left"),
            Binding.of(
                    CHAT,
                    Action.NEXT_ACTIVITY,
                    "next conversation with something new, mentions first; at last back to where you were",
                    "Alt-A"),
            Binding.of(CHAT, Action.LAST_CONVERSATION, "the conversation before this one", "Alt-/"),
            Binding.of(CHAT, Action.GO_TO, "go to a conversation by a part of its name", "Ctrl-X"),
            Binding.of(CHAT, Action.FIRST_UNREAD, "to the first unread message", "Alt-U"),
            Binding.of(CHAT, Action.PREVIOUS_MENTION, "to the mention of you before", "Alt-P"),
            Binding.of(CHAT, Action.NEXT_MENTION, "to the next mention of you", "Alt-N"),
            Binding.of(CHAT, Action.FIND, "search in this conversation (F2: in all of them)", "Ctrl-S"),
            Binding.of(CHAT, Action.NEXT_PANE, "next pane: input, people, transcript", "F6")
                    .hinted("people"),
            Binding.of(CHAT, Action.PREVIOUS_PANE, "previous pane", "Shift-F6"),
            Binding.of(CHAT, Action.SIDEBAR, "show or hide the people", "F7"),
            Binding.of(CHAT, Action.BARE, "text only, to be selected with the mouse; again: back", "Alt-L"),
            Binding.of(CHAT, Action.DETAILS, "show or hide the person's details (wide windows)", "F8"),
            Binding.of(CHAT, Action.MOUSE, "mouse on or off", "Alt-M"),
            Binding.of(SEND, Action.SEND, "send", "Enter"),
            Binding.of(SEND, Action.NEW_LINE, "new line", "Alt-Enter", "Ctrl-J"),
            Binding.of(SEND, Action.COMPLETE, "complete a name or command; again: the next one", "Tab"),
            Binding.of(SEND, Action.COMPLETE_BACK, "the completion before", "Shift-Tab"),
            Binding.of(SEND, Action.OLDER_INPUT, "earlier input of this conversation", "Up"),
            Binding.of(SEND, Action.NEWER_INPUT, "later input", "Down"),
            Binding.of(SEND, Action.SEARCH_INPUTS, "search the earlier inputs of this conversation", "Ctrl-R"),
            Binding.of(PASTE, Action.SEND, "send it, with what is in the input, as one message", "s"),
            Binding.of(PASTE, Action.EDIT_PASTE, "put it into the input, to be changed or sent", "e"),
            Binding.of(PASTE, Action.BACK, "drop it", "d", "Esc", "Ctrl-C"),
            Binding.of(INPUT_SEARCH, Action.OLDER_INPUT, "the one before with these letters", "Ctrl-R", "Up")
                    .hinted("older"),
            Binding.of(INPUT_SEARCH, Action.NEWER_INPUT, "the one after", "Ctrl-S", "Down")
                    .hinted("newer"),
            Binding.of(INPUT_SEARCH, Action.OPEN, "take it into the input, to be changed or sent", "Enter", "Tab")
                    .hinted("takes it"),
            Binding.of(INPUT_SEARCH, Action.BACK, "leave the input as it was", "Esc", "Ctrl-G", "Ctrl-C")
                    .hinted("leaves"),
            Binding.of(INPUT_SEARCH, Action.BACKSPACE, "erase the last letter", "Backspace"),
            Binding.of(EDIT, Action.LEFT, "a character left", "Left", "Ctrl-B"),
            Binding.of(EDIT, Action.RIGHT, "a character right", "Right"),
            Binding.of(
                    EDIT,
                    Action.RIGHT_OR_FIND,
                    "a character right; with nothing right of the cursor: search in this conversation",
                    "Ctrl-F"),
            Binding.of(EDIT, Action.WORD_LEFT, "a word left", "Ctrl-Left", "Alt-B"),
            Binding.of(EDIT, Action.WORD_RIGHT, "a word right", "Ctrl-Right", "Alt-F"),
            Binding.of(EDIT, Action.HOME, "to the start of the line", "Home", "Ctrl-A"),
            Binding.of(EDIT, Action.END, "to the end of the line", "End", "Ctrl-E"),
            Binding.of(EDIT, Action.BACKSPACE, "erase the character before the cursor", "Backspace"),
            Binding.of(EDIT, Action.DELETE, "erase the character under the cursor", "Delete", "Ctrl-D"),
            Binding.of(EDIT, Action.KILL_BLANK_WORD, "cut back to the blank before", "Ctrl-W"),
            Binding.of(EDIT, Action.KILL_WORD_LEFT, "cut the word before", "Alt-Backspace"),
            Binding.of(EDIT, Action.KILL_WORD_RIGHT, "cut the word after", "Alt-D"),
            Binding.of(EDIT, Action.KILL_TO_END, "cut to the end of the line", "Ctrl-K"),
            Binding.of(EDIT, Action.KILL_TO_START, "cut to the start of the line", "Ctrl-U"),
            Binding.of(EDIT, Action.YANK, "put in what was cut", "Ctrl-Y"),
            Binding.of(EDIT, Action.TRANSPOSE, "swap the two characters at the cursor", "Ctrl-T"),
            Binding.of(EDIT, Action.UNDO, "undo", "Ctrl-_"),
            Binding.of(EDIT, Action.CLEAR, "clear the input; on an empty one: how to quit", "Ctrl-C"),
            Binding.of(PANE, Action.UP, "up", "Up", "k"),
            Binding.of(PANE, Action.DOWN, "down", "Down", "j"),
            Binding.of(PANE, Action.FIRST, "to the first", "Home"),
            Binding.of(PANE, Action.LAST, "to the last", "End"),
            Binding.of(PANE, Action.OPEN, "open the conversation", "Enter").hinted("opens"),
            Binding.of(PANE, Action.WHO, "who is it", "i").hinted("who is it"),
            Binding.of(
                            PANE,
                            Action.FILTER,
                            "only people with these letters in the name; in the transcript: search",
                            "/")
                    .hinted("find"),
            Binding.of(PANE, Action.COPY, "copy the marked message to the terminal's clipboard", "y")
                    .hinted("copy"),
            Binding.of(PANE, Action.BACK, "back to the input", "Esc").hinted("back"),
            Binding.of(Scope.BARE, Action.UP, "a line back", "Up", "k"),
            Binding.of(Scope.BARE, Action.DOWN, "a line forward", "Down", "j"),
            Binding.of(Scope.BARE, Action.FIRST, "to the oldest line", "Home"),
            Binding.of(Scope.BARE, Action.LAST, "to the newest line", "End"),
            Binding.of(Scope.BARE, Action.BACK, "back to the chat", "Esc", "Alt-L"),
            Binding.of(LIST, Action.UP, "the one above", "Up", "Shift-Tab", "Ctrl-P"),
            Binding.of(LIST, Action.DOWN, "the one below", "Down", "Tab", "Ctrl-N"),
            Binding.of(LIST, Action.OPEN, "open it", "Enter"),
            Binding.of(LIST, Action.BACK, "back", "Esc", "Ctrl-X", "Ctrl-G"),
            Binding.of(SEARCH, Action.NEXT_FINDING, "the finding before, farther back", "Enter", "Up", "Ctrl-S")
                    .hinted("older"),
            Binding.of(SEARCH, Action.PREVIOUS_FINDING, "the finding after, newer", "Down")
                    .hinted("newer"),
            Binding.of(SEARCH, Action.STAY, "stay there", "Tab", "F6").hinted("stay"),
            Binding.of(SEARCH, Action.BACK, "back to where you were", "Esc", "Ctrl-G")
                    .hinted("back"),
            Binding.of(FINDINGS, Action.NEXT_FINDING, "farther back", "n", "Enter", "Up", "Ctrl-S")
                    .hinted("older"),
            Binding.of(FINDINGS, Action.PREVIOUS_FINDING, "newer", "N", "Down").hinted("newer"),
            Binding.of(FINDINGS, Action.STAY, "stay at this finding", "Tab", "F6")
                    .hinted("stay"),
            Binding.of(FINDINGS, Action.BACK, "back to where you were before the search", "Esc", "Ctrl-G")
                    .hinted("back"),
            Binding.of(Scope.HISTORY, Action.TO_LIST, "to the list of what was found", "Enter", "Down")
                    .hinted("to the list"),
            Binding.of(Scope.HISTORY, Action.UP, "to the list, to the message before", "Up"),
            Binding.of(Scope.HISTORY, Action.BACK, "back to the chat", "Esc").hinted("back"),
            Binding.of(HISTORY_LIST, Action.OPEN, "go to the message in its conversation", "Enter")
                    .hinted("opens"),
            Binding.of(HISTORY_LIST, Action.BACK, "back to the chat", "Esc", "Ctrl-C")
                    .hinted("back"),
            Binding.of(HISTORY_LIST, Action.UP, "the message before", "Up", "k"),
            Binding.of(HISTORY_LIST, Action.DOWN, "the message after", "Down", "j"),
            Binding.of(HISTORY_LIST, Action.FIRST, "to the oldest that was read", "Home"),
            Binding.of(HISTORY_LIST, Action.LAST, "to the newest", "End"),
            Binding.of(HISTORY_LIST, Action.NEXT_FINDING, "the next finding, farther back", "n"),
            Binding.of(HISTORY_LIST, Action.PREVIOUS_FINDING, "the finding before, newer", "N"),
            Binding.of(HISTORY_LIST, Action.FIND, "to the search line", "/").hinted("search"),
            Binding.of(HISTORY_LIST, Action.GO_TO_DATE, "go to a day: it asks for the date", "d")
                    .hinted("date"),
            Binding.of(HISTORY_LIST, Action.EXPORT, "write what is shown to a file", "e")
                    .hinted("export"),
            Binding.of(Scope.QUESTION, Action.OPEN, "go on", "Enter"),
            Binding.of(Scope.QUESTION, Action.BACK, "never mind", "Esc"),
            Binding.of(Scope.CHOICES, Action.UP, "up", "Up", "k"),
            Binding.of(Scope.CHOICES, Action.DOWN, "down", "Down", "j"),
            Binding.of(Scope.CHOICES, Action.FIRST, "to the first", "Home"),
            Binding.of(Scope.CHOICES, Action.LAST, "to the last", "End"),
            Binding.of(Scope.CHOICES, Action.OPEN, "change it; of the themes: keep it", "Enter"),
            Binding.of(Scope.CHOICES, Action.BACK, "back, without keeping a theme that was tried", "Esc"),
            Binding.of(Scope.COMPARISON, Action.SAME, "all six words are the same", "y"),
            Binding.of(Scope.COMPARISON, Action.DIFFERENT, "at least one word differs", "n"),
            Binding.of(Scope.COMPARISON, Action.BACK, "back; /verify shows the words again", "Esc", "Enter"),
            Binding.of(
                    Scope.CHANGED_KEY, Action.TRUST, "take the key: it asks how the person says that it begins", "t"),
            Binding.of(Scope.CHANGED_KEY, Action.BLOCK, "block whoever has this key", "b"),
            Binding.of(Scope.CHANGED_KEY, Action.BACK, "back, and decide later", "Esc", "Enter"),
            Binding.of(Scope.ANSWER, Action.OPEN, "set it", "Enter"),
            Binding.of(Scope.ANSWER, Action.BACK, "leave it as it was", "Esc"),
            Binding.of(Scope.HELP, Action.UP, "a line back", "Up", "k"),
            Binding.of(Scope.HELP, Action.DOWN, "a line forward", "Down", "j"),
            Binding.of(Scope.HELP, Action.FIRST, "to the beginning", "Home"),
            Binding.of(Scope.HELP, Action.LAST, "to the end", "End"),
            Binding.of(Scope.HELP, Action.BACK, "back to the chat", "Esc", "q"));

    private static final Map<Scope, Map<String, Action>> ACTIONS = actions();

    private KeyTable() {}

    static List<Binding> bindings() {
        return BINDINGS;
    }

    /** What the key does where these scopes hold. */
    static Optional<Action> action(List<Scope> scopes, String key) {
        for (Scope scope : scopes) {
            Action action = ACTIONS.getOrDefault(scope, Map.of()).get(key);
            if (action != null) {
                return Optional.of(action);
            }
        }
        return Optional.empty();
    }

    /** {@code F1 help}: the keys that the status line names, where these scopes hold, the most useful first. */
    static List<String> hints(List<Scope> scopes) {
        return BINDINGS.stream()
                .filter(binding ->
                        scopes.contains(binding.scope()) && !binding.hint().isEmpty())
                .map(binding -> binding.keys().get(0) + " " + binding.hint())
                .toList();
    }

    /** The same for some actions of one scope, in their order. */
    static List<String> hints(Scope scope, List<Action> actions) {
        return actions.stream()
                .flatMap(action ->
                        BINDINGS.stream().filter(binding -> binding.scope() == scope && binding.action() == action))
                .map(binding -> binding.keys().get(0) + " " + binding.hint())
                .toList();
    }

    private static Map<Scope, Map<String, Action>> actions() {
        Map<Scope, Map<String, Action>> actions = new EnumMap<>(Scope.class);
        for (Binding binding : BINDINGS) {
            Map<String, Action> scope = actions.computeIfAbsent(binding.scope(), any -> new HashMap<>());
            binding.keys().forEach(key -> scope.put(key, binding.action()));
        }
        return actions;
    }
}
