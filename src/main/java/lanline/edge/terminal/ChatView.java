package lanline.edge.terminal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import lanline.core.event.UserCommand;
import lanline.core.model.ConversationId;
import lanline.core.model.Preferences;
import lanline.core.model.Setting;
import lanline.core.model.Tag;
import lanline.core.screen.PersonRow;
import lanline.core.screen.Screen;
import lanline.core.screen.Transcript;
import lanline.core.text.CellWidth;
import lanline.core.text.SafeText;
import lanline.edge.terminal.input.LineEditor;
import lanline.edge.terminal.theme.Role;
import lanline.edge.terminal.tty.Canvas;
import lanline.edge.terminal.tty.Key;
import lanline.edge.terminal.view.DetailsPanel;
import lanline.edge.terminal.view.InputPanel;
import lanline.edge.terminal.view.Layout;
import lanline.edge.terminal.view.Metrics;
import lanline.edge.terminal.view.PeopleList;
import lanline.edge.terminal.view.Region;
import lanline.edge.terminal.view.SidebarPanel;
import lanline.edge.terminal.view.StatusBar;
import lanline.edge.terminal.view.TitleBar;
import lanline.edge.terminal.view.TranscriptPanel;

/** The panels of the chat, where they lie, and the scrolling of the transcript. Screen thread only. */
final class ChatView {
    private final WindowState state;
    private final PeopleList people;
    private final TitleBar title = new TitleBar();
    private final SidebarPanel sidebar;
    private final TranscriptPanel transcript;
    private final StatusBar status = new StatusBar();
    private final InputPanel input = new InputPanel();
    private final DetailsPanel details = new DetailsPanel();
    private Layout.Panes panes;
    private Layout.Panes panesSet;
    private Layout layout;
    private List<String> hints = List.of();
    private int epoch;
    private int stateEpoch = -1;
    private boolean overlaid;
    private Oldest asked = new Oldest(ConversationId.HOME, Long.MIN_VALUE);

    /** The first line of a transcript, for which older ones were asked. */
    private record Oldest(ConversationId conversation, long key) {}

    ChatView(WindowState state, PeopleList people) {
        this.state = state;
        this.people = people;
        this.sidebar = new SidebarPanel(state.guard());
        this.transcript = new TranscriptPanel(state.guard(), state.screen().transcript());
        this.panesSet = panesAsSet();
        this.panes = panesSet;
        this.layout = Layout.of(0, 0, 1, panes);
    }

    private Layout.Panes panesAsSet() {
        Preferences preferences = state.preferences();
        return new Layout.Panes(preferences.isOn(Setting.SIDEBAR), preferences.isOn(Setting.DETAILS));
    }

    /** What was set meanwhile is followed; what a key showed for a while stays until then. */
    private void followSettings() {
        Layout.Panes now = panesAsSet();
        if (!now.equals(panesSet)) {
            panesSet = now;
            panes = now;
        }
    }

    /** Where the sidebar has a place it comes or goes; where it has none it is laid over, and true says so. */
    boolean toggleSidebar() {
        if (layout.size().hasSidebar()) {
            panes = panes.withSidebar(!panes.sidebar());
            state.set(Setting.SIDEBAR, panes.sidebar() ? "on" : "off");
            return false;
        }
        overlaid = !overlaid;
        epoch++;
        return overlaid;
    }

    /** Shows or hides the details; false if the window has no place for them. */
    boolean toggleDetails() {
        if (layout.size().hasDetails()) {
            panes = panes.withDetails(!panes.details());
            state.set(Setting.DETAILS, panes.details() ? "on" : "off");
        }
        return layout.size().hasDetails();
    }

    /** The people are to be seen, wherever there is room. */
    void needSidebar() {
        panes = panes.withSidebar(true);
        overlaid = !layout.size().hasSidebar();
    }

    void closeOverlay() {
        overlaid = false;
        epoch++;
    }

    boolean showsTranscript() {
        return !overlaid || layout.size() == Layout.Size.NARROW;
    }

    /** Lines below the view. */
    int below(Talk talk) {
        return transcript.below(talk.scroll());
    }

    /** Whether there is a row that can ask something. */
    boolean hasStatus() {
        return !layout.status().isEmpty();
    }

    int page() {
        return transcript.page();
    }

    /** Whether the newest line is in sight. */
    boolean isAtEnd(Talk talk) {
        return showsTranscript() && transcript.isAtEnd(talk.scroll());
    }

    long bottomKey(Talk talk) {
        transcript.show(state.screen().transcript(), talk.scroll());
        return transcript.bottomKey(talk.scroll());
    }

    /** Shows the line with this key, some rows below the top. */
    void showLine(Talk talk, long key, int above) {
        transcript.show(state.screen().transcript(), talk.scroll());
        transcript.showLine(talk.scroll(), key, above);
    }

    /** Marks the line with this key and brings it in sight. */
    void markLine(Talk talk, long key) {
        transcript.show(state.screen().transcript(), talk.scroll());
        transcript.markLine(talk.scroll(), key);
    }

    void scroll(Action action, Talk talk) {
        transcript.show(state.screen().transcript(), talk.scroll());
        boolean oldest = false;
        switch (action) {
            case PAGE_UP -> oldest = transcript.scroll(talk.scroll(), transcript.page());
            case PAGE_DOWN -> transcript.scroll(talk.scroll(), -transcript.page());
            case LINE_UP, UP -> oldest = transcript.scroll(talk.scroll(), 1);
            case LINE_DOWN, DOWN -> transcript.scroll(talk.scroll(), -1);
            case OLDEST, FIRST -> oldest = transcript.toOldest(talk.scroll());
            case NEWEST, LAST -> talk.scroll().toLiveEnd();
            default -> {
                return;
            }
        }
        if (oldest) {
            askForOlder(state.screen().transcript());
        }
    }

    /** Once for each oldest line: the answer brings another one. */
    void askForOlder(Transcript shown) {
        Oldest oldest = new Oldest(shown.conversation(), shown.lines().firstKey());
        boolean needed = shown.hasOlder() && !oldest.equals(asked);
        if (needed && state.tell(new UserCommand.LoadOlder(Tag.NONE, shown.conversation()))) {
            asked = oldest;
        }
    }

    /** What stands in the input: the draft, or what some other question asks for. {@code words}: of the status line; {@code found}: to be shown. */
    record Entry(
            LineEditor editor, String prompt, boolean active, Optional<StatusBar.Content> words, List<String> found) {
        /** Where nothing is searched. */
        Entry(LineEditor editor, String prompt, boolean active, Optional<StatusBar.Content> words) {
            this(editor, prompt, active, words, List.of());
        }
    }

    /** The person whose row is drawn there. */
    Optional<PersonRow> personAt(int row, int column) {
        Region side = side();
        return side.contains(row, column) ? sidebar.at(people, row - side.row()) : Optional.empty();
    }

    /** True if that is in the input, where the cursor stands now. */
    boolean placeCursor(int row, int column, LineEditor editor) {
        Region typed = layout.input();
        if (!typed.contains(row, column)) {
            return false;
        }
        editor.moveTo(input.indexAt(row - typed.row(), column - typed.column()));
        return true;
    }

    /** Turns the pane under the mouse. */
    void wheel(Key.Mouse mouse, Talk talk) {
        boolean up = mouse.action() == Key.Mouse.Action.WHEEL_UP;
        if (side().contains(mouse.row(), mouse.column())) {
            sidebar.turn(people, up ? -Mode.WHEEL_ROWS : Mode.WHEEL_ROWS);
            return;
        }
        for (int i = 0; i < Mode.WHEEL_ROWS; i++) {
            scroll(up ? Action.LINE_UP : Action.LINE_DOWN, talk);
        }
    }

    private Region side() {
        return overlaid ? layout.overlay() : layout.sidebar();
    }

    void draw(Canvas canvas, Talk talk, Pane pane) {
        String prompt = prompt();
        hints = pane.hints();
        draw(canvas, talk, new Entry(talk.editor(), prompt, pane == Pane.INPUT, Optional.empty()));
    }

    void draw(Canvas canvas, Talk talk, Entry entry) {
        followSettings();
        Screen screen = state.screen();
        int wanted = input.rows(entry.editor, entry.prompt, canvas.columns(), canvas.width());
        lay(Layout.of(canvas.rows(), canvas.columns(), wanted, panes));
        if (overlaid && layout.size().hasSidebar()) {
            overlaid = false;
        }
        drawParts(canvas, screen, talk, entry);
        guarded(
                layout.input().on(canvas),
                part -> input.draw(part, entry.editor, entry.prompt, state.theme(), entry.active));
    }

    /** Whatever moves makes everything stale. */
    private void lay(Layout fresh) {
        if (!fresh.equals(layout) || state.epoch() != stateEpoch) {
            epoch++;
        }
        layout = fresh;
        stateEpoch = state.epoch();
    }

    private void drawParts(Canvas canvas, Screen screen, Talk talk, Entry entry) {
        Canvas text = layout.transcript().on(canvas);
        Metrics metrics =
                state.metrics(layout.size(), text.columns(), canvas.width()).finding(entry.found);
        transcript.show(screen.transcript(), metrics, text.rows(), talk.scroll());
        int parts = overlaid ? ++epoch : epoch;
        guarded(layout.title().on(canvas), part -> title.draw(part, screen, state.clock(), state.theme(), epoch));
        guarded(text, part -> transcript.draw(part, screen.transcript(), metrics, talk.scroll(), parts));
        guarded(layout.detailsBorder().on(canvas), this::drawBorder);
        guarded(layout.details().on(canvas), part -> details.draw(part, screen, metrics, state.today(), epoch));
        guarded((overlaid ? layout.overlayBorder() : layout.border()).on(canvas), this::drawBorder);
        Canvas side = side().on(canvas);
        guarded(side, part -> sidebar.draw(part, people, drafts(), state.theme(), parts));
        StatusBar.Content words =
                state.saying().or(entry::words).orElseGet(() -> statusWords(screen, talk, canvas.width()));
        guarded(layout.status().on(canvas), part -> status.draw(part, words, state.theme(), epoch));
    }

    private void guarded(Canvas part, Consumer<Canvas> drawing) {
        if (part.rows() > 0 && part.columns() > 0) {
            state.guard().draw(part, 0, state.theme(), () -> drawing.accept(part));
        }
    }

    private void drawBorder(Canvas part) {
        for (int row = 0; row < part.rows(); row++) {
            part.put(row, 0, "│", state.theme().style(Role.BORDER));
        }
    }

    private Set<ConversationId> drafts() {
        return state.talks().drafts(state.screen().transcript().conversation());
    }

    private StatusBar.Content statusWords(Screen screen, Talk talk, CellWidth width) {
        int below = transcript.below(talk.scroll());
        Set<ConversationId> drafts = drafts();
        String summary = drafts.isEmpty()
                ? StatusBar.summary(screen, below, "")
                : DraftWords.summary(screen, below, drafts, layout.status().columns() - 2, width);
        int lines = (int) talk.editor().text().chars().filter(c -> c == '\n').count() + 1;
        String several = lines > 1 ? "   " + lines + " lines: Enter sends them as one message" : "";
        return new StatusBar.Content(summary + several, hints, Role.STATUS);
    }

    /** What stands before the draft. */
    String prompt() {
        Screen screen = state.screen();
        boolean home = screen.transcript().conversation().equals(ConversationId.HOME);
        SafeText name = screen.transcript().title().name();
        return home ? "> " : name.value() + "> ";
    }
}
