package lanline.edge.terminal;

import java.util.List;
import java.util.Optional;
import lanline.core.event.UserCommand;
import lanline.core.model.Setting;
import lanline.core.model.Tag;
import lanline.core.screen.PersonRow;
import lanline.edge.terminal.input.LineEditor;
import lanline.edge.terminal.tty.Canvas;
import lanline.edge.terminal.tty.Key;
import lanline.edge.terminal.view.Layout;
import lanline.edge.terminal.view.PeopleList;
import lanline.edge.terminal.view.StatusBar;

/** The conversation on screen, with the keys for it. Screen thread only. */
final class ChatMode implements Mode {
    private final WindowState state;
    private final InputKeys input;
    private final PeopleList people = new PeopleList();
    private final PeopleKeys peopleKeys;
    private final ChatView view;
    private final TranscriptKeys transcriptKeys;
    private final Travel travel;
    private final Jumping jumping;
    private final Arrival arrival;
    private Pane pane = Pane.INPUT;

    ChatMode(WindowState state) {
        this.state = state;
        this.input = new InputKeys(state);
        this.peopleKeys = new PeopleKeys(state, people);
        this.view = new ChatView(state, people);
        this.travel = new Travel(state);
        this.transcriptKeys = new TranscriptKeys(state, view);
        this.jumping = new Jumping(state, view);
        this.arrival = new Arrival(state, view);
        people.show(state.screen().sidebar());
    }

    private Talk talk() {
        return state.talks().of(state.screen().transcript().conversation());
    }

    @Override
    public Mode news() {
        people.show(state.screen().sidebar());
        travel.news();
        jumping.news(talk());
        arrival.news(talk());
        return this;
    }

    @Override
    public boolean showsLiveEnd() {
        return view.isAtEnd(talk());
    }

    /** A window that has become too small for panes gives the keys back to the input. */
    @Override
    public void draw(Canvas canvas) {
        if (Layout.Size.of(canvas.rows(), canvas.columns()) == Layout.Size.STUB) {
            toInput();
        }
        state.takeSpot().ifPresent(spot -> arrival.goTo(spot, talk()));
        view.draw(canvas, talk(), pane);
    }

    @Override
    public Mode paste(String text) {
        toInput();
        String pasted = InputKeys.withoutLastBreak(text);
        if (PasteMode.lines(pasted) > PasteMode.MOST_LINES && view.hasStatus()) {
            return new PasteMode(state, this, talk(), pasted);
        }
        insert(pasted);
        return this;
    }

    /** A paste goes to the cursor. */
    void insert(String pasted) {
        input.paste(pasted, talk().editor());
    }

    /** With a question in the status line. */
    void draw(Canvas canvas, StatusBar.Content question) {
        ChatView.Entry entry = new ChatView.Entry(talk().editor(), view.prompt(), true, Optional.of(question));
        view.draw(canvas, talk(), entry);
    }

    @Override
    public Mode press(Press press) {
        jumping.stop();
        arrival.stop();
        if (pane == Pane.PEOPLE && peopleKeys.type(press)) {
            return this;
        }
        List<Scope> scopes = pane == Pane.INPUT ? Scope.IN_INPUT : Scope.IN_PANE;
        Optional<Action> action = KeyTable.action(scopes, press.key());
        if (action.isPresent()) {
            return act(action.get(), press);
        }
        if (!press.text().isEmpty() && pane == Pane.INPUT) {
            input.type(press.text(), talk().editor());
        }
        return this;
    }

    @Override
    public Mode mouse(Key.Mouse mouse) {
        jumping.stop();
        arrival.stop();
        if (mouse.isWheel()) {
            view.wheel(mouse, talk());
        } else if (mouse.action() == Key.Mouse.Action.PRESS && mouse.button() == 0) {
            state.hush();
            click(mouse);
        }
        return this;
    }

    private void click(Key.Mouse mouse) {
        Optional<PersonRow> person = view.personAt(mouse.row(), mouse.column());
        if (person.isPresent()) {
            state.open(person.get().conversation());
            toInput();
        } else if (view.placeCursor(mouse.row(), mouse.column(), talk().editor())) {
            toInput();
        }
    }

    private Mode act(Action action, Press press) {
        switch (action) {
            case HELP -> {
                return new HelpMode(state, this, "");
            }
            case HISTORY -> {
                return new HistoryMode(state, this, "", "");
            }
            case SETTINGS -> {
                return new SettingsMode(state, this);
            }
            case SEND -> {
                return send();
            }
            case BARE -> {
                return new BareMode(state, this, new BareMode.Chat(state.talks(), view));
            }
            case GO_TO -> {
                return new GoToMode(state, this);
            }
            case FIND -> {
                return search();
            }
            case FILTER -> {
                return filterOrSearch();
            }
            case SEARCH_INPUTS -> {
                return new InputSearchMode(this, view, talk());
            }
            case RIGHT_OR_FIND -> {
                return rightOrFind();
            }
            case REPAINT -> state.repaint();
            case QUIT -> state.quit();
            case GO_TO_NUMBER -> travel.toNumber(press.key());
            case NEXT_CONVERSATION, PREVIOUS_CONVERSATION, NEXT_ACTIVITY, LAST_CONVERSATION -> travel.act(action);
            default -> actInPane(action);
        }
        return this;
    }

    private Mode search() {
        toInput();
        return new SearchMode(state, this, view, talk());
    }

    /** As in readline where there is something to go over. */
    private Mode rightOrFind() {
        LineEditor editor = talk().editor();
        if (editor.cursor() == editor.text().length()) {
            return search();
        }
        editor.right();
        return this;
    }

    /** What one sends is at the live end, and one wants to see it there. */
    Mode send() {
        boolean willSend = !talk().editor().text().startsWith("/");
        Mode next = Entering.enter(state, this, talk());
        if (willSend && talk().editor().isEmpty()) {
            talk().scroll().toLiveEnd();
        }
        return next;
    }

    private void actInPane(Action action) {
        switch (action) {
            case NEXT_PANE -> focus(pane.next());
            case PREVIOUS_PANE -> focus(pane.previous());
            case SIDEBAR -> toggleSidebar();
            case DETAILS -> toggleDetails();
            case MOUSE -> toggleMouse();
            case BACK -> leavePane();
            case OPEN -> open();
            case COPY -> copy();
            case WHO -> people.selected().ifPresent(this::describe);
            default -> {
                boolean jumped = jumping.act(action, talk());
                boolean typed = jumped || pane == Pane.INPUT && input.apply(action, talk());
                boolean moved = typed || pane == Pane.PEOPLE && peopleKeys.move(action, view.page());
                if (!moved && pane == Pane.TRANSCRIPT) {
                    transcriptKeys.act(action, talk());
                } else if (!moved) {
                    view.scroll(action, talk());
                }
            }
        }
    }

    private void copy() {
        if (pane == Pane.TRANSCRIPT) {
            transcriptKeys.copy(talk());
        } else {
            state.say("y copies a message: F6 goes to the transcript, Up and Down choose one there");
        }
    }

    private void open() {
        people.selected().map(PersonRow::conversation).ifPresent(state::open);
        toInput();
    }

    private void describe(PersonRow person) {
        state.send(new UserCommand.DescribePeer(Tag.NONE, person.conversation().text()));
    }

    private void toggleSidebar() {
        boolean overlaid = view.toggleSidebar();
        focus(overlaid ? Pane.PEOPLE : Pane.INPUT);
    }

    private void toggleDetails() {
        if (!view.toggleDetails()) {
            state.say("The details need a window 110 columns wide; /whois NAME says them, too");
        }
    }

    private Mode filterOrSearch() {
        if (pane == Pane.TRANSCRIPT) {
            return search();
        }
        peopleKeys.filter();
        return this;
    }

    private void leavePane() {
        if (!peopleKeys.showAll()) {
            toInput();
        }
    }

    private void toggleMouse() {
        boolean on = !state.preferences().isOn(Setting.MOUSE);
        if (state.set(Setting.MOUSE, on ? "on" : "off")) {
            state.say(
                    on
                            ? "The mouse opens people and scrolls now; Alt-M lets it select text again"
                            : "The mouse selects text again; Alt-M lets it open people and scroll");
        }
    }

    private void toInput() {
        focus(Pane.INPUT);
    }

    private void focus(Pane wanted) {
        boolean fromPeople = pane == Pane.PEOPLE;
        if (pane == Pane.TRANSCRIPT) {
            talk().scroll().unmark();
        }
        pane = wanted;
        if (wanted == Pane.PEOPLE) {
            view.needSidebar();
            people.enter();
        } else if (fromPeople) {
            peopleKeys.showAll();
            people.leave();
            view.closeOverlay();
        }
        if (wanted == Pane.TRANSCRIPT) {
            transcriptKeys.enter(talk());
        }
    }
}
