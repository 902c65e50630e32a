package lanline.edge.terminal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import lanline.core.event.UserCommand;
import lanline.core.screen.HistoryPage;
import lanline.core.screen.PersonRow;
import lanline.core.text.SafeText;
import lanline.edge.terminal.input.DayInput;
import lanline.edge.terminal.input.LineEditor;
import lanline.edge.terminal.theme.Role;
import lanline.edge.terminal.tty.Canvas;
import lanline.edge.terminal.view.HistoryPanel;
import lanline.edge.terminal.view.StatusBar;
import lanline.edge.terminal.view.Times;

/**
 * Everything on disk, or what of it holds the words in the search line, which has the keys at first; then the list has them. New
 * messages don't move it. Screen thread only.
 */
final class HistoryMode implements Mode {
    private final WindowState state;
    private final Mode back;
    private final String with;
    private final LineEditor editor = new LineEditor();
    private final HistorySearch search;
    private final HistoryPanel panel;
    private final HistoryView view;
    private boolean inList;
    private Optional<LocalDate> wantedDay = Optional.empty();
    private long exportsSeen;

    /** {@code with}: a conversation, as a person names it, or empty for all; {@code text}: what to look for at first. */
    HistoryMode(WindowState state, Mode back, String with, String text) {
        this.state = state;
        this.back = back;
        this.with = with;
        this.editor.insert(text);
        this.search = new HistorySearch(with, text, state.screen().history());
        this.panel = new HistoryPanel(state.guard());
        this.view = new HistoryView(state, panel, editor);
        this.exportsSeen = state.screen().history().exported().number();
        ask();
    }

    @Override
    public Mode press(Press press) {
        Optional<Action> action = KeyTable.action(inList ? Scope.IN_HISTORY_LIST : Scope.IN_HISTORY, press.key());
        Mode next = this;
        if (action.isPresent()) {
            next = act(action.get());
        } else if (!press.text().isEmpty() && !inList) {
            editor.insert(press.text());
        }
        searchAnew();
        return next;
    }

    private void searchAnew() {
        search.want(wanted());
        ask();
    }

    private String wanted() {
        return SafeText.line(editor.text().strip()).value();
    }

    /** A search has one line. */
    @Override
    public Mode paste(String text) {
        inList = false;
        editor.insert(text.replace('\n', ' '));
        searchAnew();
        return this;
    }

    private Mode act(Action action) {
        switch (action) {
            case BACK, HISTORY -> {
                return leave();
            }
            case OPEN -> {
                return open();
            }
            case GO_TO_DATE -> {
                return new AskLine(
                        state, this, new AskLine.Question("go to date> ", DayInput.EXAMPLES, "", this::goToDay));
            }
            case EXPORT -> {
                return askForFile();
            }
            case HELP -> {
                return new HelpMode(state, this, "");
            }
            case SETTINGS -> {
                return new SettingsMode(state, this);
            }
            case CLEAR -> {
                if (editor.isEmpty()) {
                    return leave();
                }
                editor.clear();
            }
            default -> actInPlace(action);
        }
        return this;
    }

    private void actInPlace(Action action) {
        switch (action) {
            case REPAINT -> state.repaint();
            case QUIT -> state.quit();
            case TO_LIST -> inList = true;
            case FIND -> inList = false;
            case NEXT_FINDING -> find(-1);
            case PREVIOUS_FINDING -> find(1);
            default -> move(action);
        }
    }

    private Mode leave() {
        state.redraw();
        return back;
    }

    private Mode open() {
        int selected = panel.selected();
        if (selected < 0 || selected >= search.messages().size()) {
            return this;
        }
        return state.goTo(Spot.of(search.messages().get(selected))) ? leave() : this;
    }

    private void find(int by) {
        int before = panel.selected();
        if (wanted().isEmpty()) {
            state.say("n and N go from finding to finding: / goes to the search line");
            return;
        }
        move(by, 1);
        if (panel.selected() == before && !search.isWaiting()) {
            state.say(
                    by < 0 && !search.hasOlder()
                            ? "No older message has these words."
                            : "No newer message has these words.");
        }
    }

    private void move(Action action) {
        int all = search.messages().size();
        switch (action) {
            case UP -> {
                inList = true;
                move(-1, 1);
            }
            case LINE_UP -> move(-1, 1);
            case PAGE_UP -> move(-1, panel.page());
            case OLDEST, FIRST -> move(-1, all);
            case DOWN, LINE_DOWN -> move(1, 1);
            case PAGE_DOWN -> move(1, panel.page());
            case NEWEST, LAST -> move(1, all);
            default -> EditKeys.apply(action, editor);
        }
    }

    /** More is read where the end of what was read is reached. */
    private void move(int direction, int far) {
        panel.move(direction * far);
        if (direction < 0 && panel.selected() <= 0) {
            search.wantOlder();
        } else if (direction > 0 && panel.selected() >= search.messages().size() - 1) {
            search.wantNewer();
        }
    }

    private Optional<SafeText> goToDay(String typed) {
        Optional<LocalDate> day = DayInput.parse(typed, state.today());
        if (day.isEmpty()) {
            return Optional.of(SafeText.line("\"" + typed + "\" is no day: write " + DayInput.EXAMPLES));
        }
        wantedDay = day;
        OptionalInt place = search.wantDay(day.get().atStartOfDay(state.zone()).toInstant());
        place.ifPresent(this::showDay);
        ask();
        return Optional.empty();
    }

    private void showDay(int index) {
        panel.select(index);
        LocalDate found = panel.selectedMessage()
                .map(message -> LocalDate.ofInstant(message.time(), state.zone()))
                .orElse(LocalDate.MIN);
        wantedDay.filter(day -> !day.equals(found)).ifPresent(day -> {
            String words = wanted().isEmpty() ? "" : " with these words";
            String nearest = found.isBefore(day) ? "the newest before it is marked" : "the next after it is marked";
            String name = Times.dayName(day, state.today().getYear());
            state.say("Nothing was written on " + name + words
                    + (search.messages().isEmpty() ? "." : ": " + nearest + "."));
        });
        wantedDay = Optional.empty();
    }

    private Mode askForFile() {
        if (search.messages().isEmpty()) {
            state.say("There is nothing to export.");
            return this;
        }
        String hint = "Writes " + what() + " here; NAME.jsonl: JSON Lines";
        String proposed = "lanline-" + state.today() + ".txt";
        return new AskLine(state, this, new AskLine.Question("export to> ", hint, proposed, this::export));
    }

    private String what() {
        String words = wanted().isEmpty() ? "all messages" : "all messages with these words";
        return with.isEmpty() ? words : words + ", with " + who();
    }

    private Optional<SafeText> export(String file) {
        UserCommand.ExportHistory export = new UserCommand.ExportHistory(HistoryPage.EXPORT, with, wanted(), file);
        if (state.send(export)) {
            state.say("Writing " + file + "… it goes on if you leave; what became of it is said here and in the chat");
        }
        return Optional.empty();
    }

    private void ask() {
        search.next().ifPresent(command -> {
            if (!state.send(command)) {
                search.notSent();
            }
        });
    }

    @Override
    public Mode news() {
        back.news();
        HistoryPage page = state.screen().history();
        search.accept(page).ifPresent(this::show);
        if (page.exported().number() != exportsSeen) {
            exportsSeen = page.exported().number();
            state.say(page.exported().sentence());
        }
        ask();
        return this;
    }

    private void show(HistorySearch.Change change) {
        switch (change.kind()) {
            case ALL -> panel.replace(search.messages());
            case OLDER -> panel.extend(search.messages(), change.count());
            case NEWER -> panel.append(search.messages());
            case DAY -> {
                panel.replace(search.messages());
                showDay(change.count());
            }
        }
    }

    @Override
    public void draw(Canvas canvas) {
        view.draw(
                canvas,
                new HistoryView.Content(
                        "History · " + (with.isEmpty() ? "everything" : "with " + who()), words(), inList));
    }

    /** The name where we were given an id. */
    private String who() {
        return state.screen().sidebar().people().stream()
                .filter(person -> person.conversation().text().equals(with))
                .map(PersonRow::label)
                .findFirst()
                .orElse(SafeText.line(with))
                .value();
    }

    private StatusBar.Content words() {
        Scope scope = inList ? Scope.HISTORY_LIST : Scope.HISTORY;
        return new StatusBar.Content(found(), KeyTable.hints(List.of(scope)), Role.STATUS);
    }

    private String found() {
        int count = search.messages().size();
        if (!search.problem().isBlank()) {
            return search.problem().value();
        }
        if (search.isWaiting()) {
            return count + " messages   searching…";
        }
        if (count == 0) {
            return editor.isEmpty() ? "Nothing is stored yet." : "Nothing found.";
        }
        boolean hasMore = search.hasOlder() || search.hasNewer();
        String more = !hasMore ? "" : count < HistorySearch.MOST_HELD ? "+" : "+: type words to narrow it";
        return count + more + (count == 1 ? " message" : " messages");
    }
}
