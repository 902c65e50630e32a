package lanline.edge.terminal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import lanline.core.event.UserCommand;
import lanline.core.model.ConversationId;
import lanline.core.model.Nickname;
import lanline.core.model.Setting;
import lanline.core.model.Tag;
import lanline.core.screen.Screen;
import lanline.core.secure.Passphrase;
import lanline.core.text.SafeText;
import lanline.edge.terminal.theme.Role;
import lanline.edge.terminal.tty.Canvas;
import lanline.edge.terminal.tty.ControlSequence;
import lanline.edge.terminal.tty.Key;

/**
 * The window: gives keys to the mode that is up, draws it, and tells the core what is in sight. Knows no thread and no
 * terminal. Screen thread only.
 */
final class ChatWindow {
    /** Keys that wait for a conversation, or for the chat, to come; of more the rest act at once, on what is shown. */
    private static final int MOST_WAITING = 1_000;

    private final WindowState state;
    private final Deque<Key> waiting = new ArrayDeque<>();
    private final KeyInput keyInput = new KeyInput();
    private final Sequences sequences;
    private final Keeping keeping;
    private Mode mode;
    private Optional<InSight> told = Optional.empty();
    private int drawnEpoch = -1;
    private int drawnRows;
    private int drawnColumns;

    private record InSight(ConversationId conversation, boolean atLiveEnd, boolean focused) {
        /** Instead of equals: that of a record is slow, and this is asked for each frame. */
        boolean isLike(InSight other) {
            return conversation.equals(other.conversation) && atLiveEnd == other.atLiveEnd && focused == other.focused;
        }
    }

    ChatWindow(CommandSink commands, WindowSettings settings, Screen first) {
        this.state = new WindowState(commands, settings, first);
        this.keeping = new Keeping(state.talks(), settings.keeper(), settings.clock());
        this.mode = new ChatMode(state);
        this.sequences = new Sequences(state, settings.detected().utf8());
    }

    /** Asks for a name instead of showing the chat; the answer is empty if the person would rather leave. */
    void askName(String proposed, Consumer<Optional<Nickname>> answer) {
        mode = new NameMode(state, proposed, answer);
        state.redraw();
    }

    /** Asks for a passphrase instead of showing the chat; the answer is empty if the person would rather leave. */
    void askPassphrase(SafeText complaint, Consumer<Optional<Passphrase>> answer) {
        mode = new PassphraseMode(state, complaint, answer);
        state.redraw();
    }

    /** A newer Screen; after the question for a name the first one is the sign to show the chat. */
    void show(Screen newest) {
        state.show(newest);
        sequences.news(newest);
        mode = mode.news();
        releaseKeys();
    }

    /** What is typed, on its way to where it is kept. */
    Keeping keeping() {
        return keeping;
    }

    /** One key, focus report or paste; a failure is logged and said, and the window stands. */
    void press(Key key) {
        boolean mustWait = !waiting.isEmpty() || mode.isOver() || state.switchingMillis() > 0;
        if (mustWait && waiting.size() < MOST_WAITING) {
            waiting.add(key);
        } else {
            pressNow(key);
        }
    }

    /** Milliseconds after which {@link #releaseKeys} has something to do; 0 for none. */
    long keysWaitMillis() {
        return waiting.isEmpty() || mode.isOver() ? 0 : state.switchingMillis();
    }

    /** Lets the keys act that waited for what is shown now, as far as they don't ask for another one; false if none did. */
    boolean releaseKeys() {
        boolean acted = false;
        while (!waiting.isEmpty() && !mode.isOver() && state.switchingMillis() == 0) {
            pressNow(waiting.remove());
            acted = true;
        }
        return acted;
    }

    private void pressNow(Key key) {
        try {
            key.deliverTo(keyInput);
            keeping.keyActed();
        } catch (RuntimeException | StackOverflowError failure) {
            failed(failure);
            state.say("That key did not work: a mistake in Lanline, see error.log. Your text is kept.");
        }
    }

    /** A failure that no part of the window could show. */
    void failed(Throwable failure) {
        state.guard().log(failure);
    }

    String clock() {
        return state.clock();
    }

    boolean takeSuspend() {
        return state.takeSuspend();
    }

    /** Ctrl-Z where nobody could bring us back. */
    void stayedHere() {
        state.say("Lanline goes on: no shell is here to bring it back with fg. Ctrl-Q quits.");
    }

    boolean takeRepaint() {
        return state.takeRepaint();
    }

    List<ControlSequence> takeSequences() {
        return state.takeSequences();
    }

    /** Draws the mode that is up. Whatever fails inside is drawn as a marked row. */
    void draw(Canvas whole) {
        Canvas canvas = state.look().on(whole);
        if (canvas.rows() != drawnRows || canvas.columns() != drawnColumns) {
            drawnRows = canvas.rows();
            drawnColumns = canvas.columns();
            state.redraw();
        }
        if (drawnEpoch != state.epoch()) {
            canvas.fill(state.theme().style(Role.BASE));
            drawnEpoch = state.epoch();
        }
        state.guard().draw(canvas, 0, state.theme(), () -> mode.draw(canvas));
        tellWhatIsInSight();
    }

    private void tellWhatIsInSight() {
        ConversationId shown = state.screen().transcript().conversation();
        InSight now = new InSight(shown, mode.showsLiveEnd(), state.isFocused());
        boolean isNew = told.isEmpty() || !told.get().isLike(now);
        if (isNew && state.tell(new UserCommand.ViewMoved(Tag.NONE, shown, now.atLiveEnd, now.focused))) {
            told = Optional.of(now);
        }
    }

    /** Brings the kinds of keys to what a mode understands. */
    private final class KeyInput implements Key.Handler {
        @Override
        public void typed(Key.Typed typed) {
            give(new Press(typed.text(), typed.text()));
        }

        @Override
        public void chord(Key.Chord chord) {
            give(new Press(KeyName.of(chord), ""));
        }

        @Override
        public void special(Key.Special special) {
            give(new Press(KeyName.of(special), ""));
        }

        private void give(Press press) {
            state.hush();
            if (KeyTable.action(List.of(Scope.EVERYWHERE), press.key()).equals(Optional.of(Action.SUSPEND))) {
                state.suspend();
            } else {
                mode = mode.press(press);
            }
        }

        @Override
        public void pasted(Key.Paste paste) {
            state.hush();
            if (paste.dropped() > 0) {
                state.say("Nothing was put in: the paste has more than " + Key.Paste.MOST_BYTES / 1024
                        + " KiB; paste less at a time.");
            } else {
                mode = mode.paste(paste.text());
            }
        }

        @Override
        public void focused(Key.Focus focus) {
            state.focus(focus.gained());
        }

        /** A report that was on its way when the mouse was given back means nothing any more. */
        @Override
        public void mouse(Key.Mouse mouse) {
            if (state.preferences().isOn(Setting.MOUSE)) {
                mode = mode.mouse(mouse);
            }
        }

        /** The thread's business: it has the terminal. */
        @Override
        public void resized(Key.Resized resized) {}

        /** As {@link #resized}. */
        @Override
        public void continued(Key.Continued continued) {}

        @Override
        public void ended(Key.Ended ended) {}
    }
}
