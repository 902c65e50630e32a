package lanline.edge.terminal;

import java.util.List;
import java.util.Optional;
import lanline.core.model.Setting;
import lanline.core.screen.Transcript;
import lanline.edge.terminal.theme.Role;
import lanline.edge.terminal.tty.Canvas;
import lanline.edge.terminal.tty.ControlSequence;
import lanline.edge.terminal.view.Layout;
import lanline.edge.terminal.view.Metrics;
import lanline.edge.terminal.view.Region;
import lanline.edge.terminal.view.StatusBar;
import lanline.edge.terminal.view.TranscriptPanel;

/**
 * The text of the conversation alone, from the first column to the last one, so that the terminal's own mouse selects nothing else;
 * our use of the mouse rests meanwhile. Screen thread only.
 */
final class BareMode implements Mode {
    private static final String SAID = "Text only, for selecting with the mouse";

    private final WindowState state;
    private final Mode back;
    private final Chat chat;
    private final TranscriptPanel transcript;
    private final StatusBar status = new StatusBar();

    /** What the chat lends: where each conversation is scrolled to, and who asks for older lines. */
    record Chat(Talks talks, ChatView view) {}

    BareMode(WindowState state, Mode back, Chat chat) {
        this.state = state;
        this.back = back;
        this.chat = chat;
        this.transcript = new TranscriptPanel(state.guard(), shown());
        useMouse(ControlSequence.MOUSE_OFF);
        state.redraw();
    }

    private Transcript shown() {
        return state.screen().transcript();
    }

    private Talk talk() {
        return chat.talks.of(shown().conversation());
    }

    private void useMouse(ControlSequence sequence) {
        if (state.preferences().isOn(Setting.MOUSE)) {
            state.emit(sequence);
        }
    }

    @Override
    public boolean showsLiveEnd() {
        return transcript.isAtEnd(talk().scroll());
    }

    @Override
    public Mode news() {
        back.news();
        return this;
    }

    @Override
    public Mode press(Press press) {
        Optional<Action> action = KeyTable.action(Scope.IN_BARE, press.key());
        return action.map(this::act).orElse(this);
    }

    private Mode act(Action action) {
        switch (action) {
            case BACK -> {
                return leave();
            }
            case REPAINT -> state.repaint();
            case QUIT -> state.quit();
            default -> scroll(action);
        }
        return this;
    }

    private Mode leave() {
        useMouse(ControlSequence.MOUSE_ON);
        state.redraw();
        return back;
    }

    private void scroll(Action action) {
        int rows = action.step(transcript.page());
        if (rows != 0 && transcript.scroll(talk().scroll(), -rows)) {
            chat.view.askForOlder(shown());
        }
    }

    @Override
    public void draw(Canvas canvas) {
        boolean explains = Layout.Size.of(canvas.rows(), canvas.columns()) != Layout.Size.STUB;
        int rows = explains ? canvas.rows() - 1 : canvas.rows();
        Canvas text = new Region(0, 0, rows, canvas.columns()).on(canvas);
        Metrics metrics = state.metrics(Layout.Size.STUB, canvas.columns(), canvas.width());
        transcript.show(shown(), metrics, text.rows(), talk().scroll());
        transcript.draw(text, shown(), metrics, talk().scroll(), state.epoch());
        Canvas last = new Region(rows, 0, canvas.rows() - rows, canvas.columns()).on(canvas);
        StatusBar.Content words = new StatusBar.Content(SAID, List.of("Esc back", "PgUp older"), Role.STATUS);
        status.draw(last, state.saying().orElse(words), state.theme(), state.epoch());
        canvas.cursor(canvas.rows() - 1, 0);
    }
}
