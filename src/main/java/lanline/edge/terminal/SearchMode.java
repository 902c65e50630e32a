package lanline.edge.terminal;

import java.util.List;
import java.util.Optional;
import lanline.edge.terminal.input.LineEditor;
import lanline.edge.terminal.theme.Role;
import lanline.edge.terminal.tty.Canvas;
import lanline.edge.terminal.view.StatusBar;

/**
 * Search in the conversation on screen: what is typed is found while one types, and nothing becomes read by that. After Enter the
 * letters n and N go from finding to finding; any other letter is typed again. Screen thread only.
 */
final class SearchMode implements Mode {
    private static final String PROMPT = "search> ";

    private final WindowState state;
    private final Mode chat;
    private final ChatView view;
    private final Talk talk;
    private final LineEditor editor = new LineEditor();
    private final ConversationSearch search;
    private boolean isWalking;

    SearchMode(WindowState state, Mode chat, ChatView view, Talk talk) {
        this.state = state;
        this.chat = chat;
        this.view = view;
        this.talk = talk;
        this.search = new ConversationSearch(state, view, talk);
    }

    @Override
    public Mode press(Press press) {
        Optional<Action> action = KeyTable.action(isWalking ? Scope.IN_FINDINGS : Scope.IN_SEARCH, press.key());
        if (action.isPresent()) {
            return act(action.get());
        }
        if (!press.text().isEmpty()) {
            type(press.text());
        }
        return this;
    }

    @Override
    public Mode paste(String text) {
        type(text.strip().replace('\n', ' '));
        return this;
    }

    private void type(String text) {
        isWalking = false;
        editor.insert(text);
        search.find(editor.text());
    }

    private Mode act(Action action) {
        switch (action) {
            case BACK -> {
                return leave();
            }
            case STAY -> {
                return chat;
            }
            case HELP -> {
                return new HelpMode(state, this, "");
            }
            case REPAINT -> state.repaint();
            case QUIT -> state.quit();
            case CLEAR -> {
                if (editor.isEmpty()) {
                    return leave();
                }
                editor.clear();
                search.find("");
            }
            default -> move(action);
        }
        return this;
    }

    private void move(Action action) {
        switch (action) {
            case NEXT_FINDING -> {
                isWalking = true;
                search.older();
            }
            case PREVIOUS_FINDING -> {
                isWalking = true;
                search.newer();
            }
            default -> {
                String text = editor.text();
                if (!EditKeys.apply(action, editor)) {
                    view.scroll(action, talk);
                } else if (!editor.text().equals(text)) {
                    isWalking = false;
                    search.find(editor.text());
                }
            }
        }
    }

    private Mode leave() {
        search.leave();
        return chat;
    }

    @Override
    public Mode news() {
        chat.news();
        search.news();
        return this;
    }

    @Override
    public void draw(Canvas canvas) {
        Scope scope = isWalking ? Scope.FINDINGS : Scope.SEARCH;
        StatusBar.Content words = new StatusBar.Content(words(), KeyTable.hints(List.of(scope)), Role.STATUS);
        view.draw(canvas, talk, new ChatView.Entry(editor, PROMPT, true, Optional.of(words), search.words()));
    }

    private String below() {
        int below = view.below(talk);
        return below > 0 ? "   ▼ " + below + " below" : "";
    }

    private String words() {
        return switch (search.outcome()) {
            case NOTHING_TYPED -> "Type what to look for in this conversation";
            case FOUND -> "Found" + below();
            case NOTHING_OLDER -> talk.scroll().hasMark() ? "No other one before this" : "Nothing here has that in it";
            case NOTHING_NEWER -> "No other one after this";
            case SEARCHING -> "Looking in older messages…";
            case LOADING -> "Going back to it…";
            case TOO_FAR -> "It is too far back to be shown here; the history (F2) shows it";
            case FAILED -> "The history can't be searched just now; type on, or look again with Enter";
        };
    }
}
