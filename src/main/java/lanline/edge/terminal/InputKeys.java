package lanline.edge.terminal;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import lanline.core.command.Completion;
import lanline.core.command.Names;
import lanline.core.screen.Screen;
import lanline.edge.terminal.input.LineEditor;

/** The keys of the chat's input but Enter: text, editing, completion, earlier inputs, pastes. Screen thread only. */
final class InputKeys {
    /** Candidates of a completion that the status line names at most. */
    private static final int MOST_NAMED = 20;

    private final WindowState state;
    private Optional<Completion> completion = Optional.empty();

    InputKeys(WindowState state) {
        this.state = state;
    }

    void type(String text, LineEditor editor) {
        completion = Optional.empty();
        tellWhereFull(editor.insert(text));
    }

    private void tellWhereFull(boolean hasRoom) {
        if (!hasRoom) {
            state.say("The input is full: it takes " + LineEditor.MOST_CHARS + " characters, and nothing was put in.");
        }
    }

    /** Puts a paste at the cursor. A slash at its beginning is doubled, which makes it text for whoever reads the line. */
    void paste(String text, LineEditor editor) {
        boolean slash = editor.cursor() == 0 && text.startsWith("/");
        completion = Optional.empty();
        tellWhereFull(editor.insertWhole((slash ? "/" : "") + text));
    }

    /** A line that was copied whole ends with a break that nobody means. */
    static String withoutLastBreak(String text) {
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }

    /** Does what the action says; false if it is none of the input. */
    boolean apply(Action action, Talk talk) {
        switch (action) {
            case COMPLETE -> complete(talk.editor(), Completion::next);
            case COMPLETE_BACK -> complete(talk.editor(), Completion::previous);
            default -> {
                completion = Optional.empty();
                return applyOther(action, talk);
            }
        }
        return true;
    }

    private boolean applyOther(Action action, Talk talk) {
        LineEditor editor = talk.editor();
        switch (action) {
            case NEW_LINE -> type("\n", editor);
            case OLDER_INPUT -> older(talk);
            case NEWER_INPUT -> newer(talk);
            case CLEAR -> clear(editor);
            default -> {
                return EditKeys.apply(action, editor);
            }
        }
        return true;
    }

    private void older(Talk talk) {
        if (!talk.editor().up()) {
            talk.inputs().older(talk.editor().text()).ifPresent(talk.editor()::set);
        }
    }

    private void newer(Talk talk) {
        if (!talk.editor().down()) {
            talk.inputs().newer().ifPresent(talk.editor()::set);
        }
    }

    private void clear(LineEditor editor) {
        if (editor.isEmpty()) {
            state.say("Ctrl-Q or /quit quits. Ctrl-C clears what is typed.");
        } else {
            editor.clear();
        }
    }

    private void complete(LineEditor editor, UnaryOperator<Completion> step) {
        if (completion.isEmpty()) {
            completion = Completion.of(editor.text(), editor.cursor(), names(state.screen()));
        }
        completion = completion.map(step);
        completion.ifPresent(chosen -> {
            editor.set(chosen.line(), chosen.cursor());
            name(chosen.candidates());
        });
    }

    private void name(List<String> candidates) {
        if (candidates.size() > 1) {
            List<String> first =
                    candidates.stream().limit(MOST_NAMED).map(String::strip).toList();
            state.say(String.join("  ", first));
        }
    }

    /** The names that a line may hold, those in the sidebar first to last. */
    static Names names(Screen screen) {
        List<String> others = screen.sidebar().people().stream()
                .map(person -> person.label().value())
                .toList();
        return new Names(screen.self().name(), others);
    }
}
