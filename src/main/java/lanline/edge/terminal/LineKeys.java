package lanline.edge.terminal;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import lanline.core.command.Completion;
import lanline.core.command.Names;
import lanline.edge.terminal.input.InputHistory;
import lanline.edge.terminal.input.LineEditor;

/** The keys of the full screen's input, for the one line of {@code --plain}. Belongs to the thread {@code typing}. */
final class LineKeys {
    /** What a key asks for beyond the line itself. */
    enum Wish {
        NOTHING,
        LINE,
        END,
        SUSPEND,
        AGAIN
    }

    private final LineEditor editor = new LineEditor();
    private final InputHistory inputs = new InputHistory();
    private final Supplier<Names> names;
    private Optional<Completion> completion = Optional.empty();

    LineKeys(Supplier<Names> names) {
        this.names = names;
    }

    String text() {
        return editor.text();
    }

    int cursor() {
        return editor.cursor();
    }

    /** The line that Enter has ended; the next one is empty. */
    String take() {
        String line = editor.text();
        inputs.add(line);
        editor.sent();
        return line;
    }

    void type(String text) {
        completion = Optional.empty();
        editor.insert(text.replace('\n', ' '));
    }

    Wish press(String key) {
        Optional<Action> action = KeyTable.action(Scope.IN_INPUT, key);
        if (editor.isEmpty() && (key.equals("Ctrl-C") || key.equals("Ctrl-D"))) {
            return Wish.END;
        }
        return action.map(this::act).orElse(Wish.NOTHING);
    }

    private Wish act(Action action) {
        switch (action) {
            case COMPLETE -> complete(Completion::next);
            case COMPLETE_BACK -> complete(Completion::previous);
            default -> {
                completion = Optional.empty();
                return actOtherwise(action);
            }
        }
        return Wish.NOTHING;
    }

    private Wish actOtherwise(Action action) {
        return switch (action) {
            case SEND -> Wish.LINE;
            case QUIT -> Wish.END;
            case SUSPEND -> Wish.SUSPEND;
            case REPAINT -> Wish.AGAIN;
            case HELP -> command("/help");
            case HISTORY -> command("/history");
            case OLDER_INPUT -> put(inputs.older(editor.text()));
            case NEWER_INPUT -> put(inputs.newer());
            default -> {
                EditKeys.apply(action, editor);
                yield Wish.NOTHING;
            }
        };
    }

    /** Never in place of what was begun. */
    private Wish command(String command) {
        if (!editor.isEmpty()) {
            return Wish.NOTHING;
        }
        editor.set(command);
        return Wish.LINE;
    }

    private Wish put(Optional<String> input) {
        input.ifPresent(text -> editor.set(text.replace('\n', ' ')));
        return Wish.NOTHING;
    }

    private void complete(UnaryOperator<Completion> step) {
        if (completion.isEmpty()) {
            completion = Completion.of(editor.text(), editor.cursor(), names.get());
        }
        completion = completion.map(step);
        completion.ifPresent(chosen -> editor.set(chosen.line(), chosen.cursor()));
    }
}
