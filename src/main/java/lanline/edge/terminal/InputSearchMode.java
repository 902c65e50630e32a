package lanline.edge.terminal;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import lanline.edge.terminal.input.LineEditor;
import lanline.edge.terminal.theme.Role;
import lanline.edge.terminal.tty.Canvas;
import lanline.edge.terminal.view.StatusBar;

/**
 * Ctrl-R: looks through the earlier inputs of the conversation while one types, as readline does; what is found stands in the
 * input, what is looked for in the status line. Screen thread only.
 */
final class InputSearchMode implements Mode {
    private final Mode chat;
    private final ChatView view;
    private final Talk talk;
    private final LineEditor letters = new LineEditor();
    private final LineEditor shown = new LineEditor();
    /** The place of what is shown among the earlier inputs; one behind them while that is still the draft. */
    private int at;

    private boolean isMissing;

    InputSearchMode(Mode chat, ChatView view, Talk talk) {
        this.chat = chat;
        this.view = view;
        this.talk = talk;
        this.at = talk.inputs().size();
        shown.set(talk.editor().text(), talk.editor().cursor());
    }

    @Override
    public Mode press(Press press) {
        Optional<Action> action = KeyTable.action(List.of(Scope.INPUT_SEARCH), press.key());
        if (action.isPresent()) {
            return act(action.get());
        }
        if (!press.text().isEmpty()) {
            type(press.text());
            return this;
        }
        return take().press(press);
    }

    @Override
    public Mode paste(String text) {
        type(text.strip().replace('\n', ' '));
        return this;
    }

    private void type(String text) {
        letters.insert(text);
        look(Math.min(at, talk.inputs().size() - 1), -1);
    }

    private Mode act(Action action) {
        switch (action) {
            case BACK -> {
                return chat;
            }
            case OPEN -> {
                return take();
            }
            case BACKSPACE -> {
                letters.backspace();
                at = talk.inputs().size();
                look(at - 1, -1);
            }
            case OLDER_INPUT -> look(at - 1, -1);
            case NEWER_INPUT -> look(at + 1, 1);
            default -> throw new IllegalStateException("no key of this search: " + action);
        }
        return this;
    }

    /** The first one with these letters from {@code from} on that is not what is shown already. */
    private void look(int from, int step) {
        String now = at < talk.inputs().size() ? shown.text() : "";
        boolean mayBeSame = from == at;
        OptionalInt found = talk.inputs().find(letters.text(), from, step, mayBeSame ? "" : now);
        isMissing = found.isEmpty();
        found.ifPresent(index -> {
            at = index;
            shown.set(talk.inputs().get(index));
        });
    }

    private Mode take() {
        if (!shown.text().equals(talk.editor().text())) {
            talk.editor().set(shown.text());
        }
        return chat;
    }

    @Override
    public Mode news() {
        chat.news();
        return this;
    }

    @Override
    public void draw(Canvas canvas) {
        String what = isMissing ? "No other earlier input has: " : "Earlier input with: ";
        List<String> hints = KeyTable.hints(List.of(Scope.INPUT_SEARCH));
        StatusBar.Content words = new StatusBar.Content(what + letters.text() + "_", hints, Role.STATUS);
        view.draw(canvas, talk, new ChatView.Entry(shown, view.prompt(), true, Optional.of(words)));
    }
}
