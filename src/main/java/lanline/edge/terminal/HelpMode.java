package lanline.edge.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lanline.core.command.Command;
import lanline.core.command.Help;
import lanline.core.text.Folding;
import lanline.edge.terminal.theme.Role;
import lanline.edge.terminal.tty.Canvas;
import lanline.edge.terminal.view.Clip;
import lanline.edge.terminal.view.HelpPage;
import lanline.edge.terminal.view.Layout;
import lanline.edge.terminal.view.Region;
import lanline.edge.terminal.view.StatusBar;

/** All keys and commands on one page, made from the tables that bind and read them. Screen thread only. */
final class HelpMode implements Mode {
    /** Their keys are those of the table. */
    private static final List<HelpPage.Entry> FIRST_STEPS = List.of(
            new HelpPage.Entry(
                    key(Action.NEXT_PANE),
                    "who is here: goes to the list of people, Esc comes back; /users says it in words"),
            new HelpPage.Entry(
                    "Up, Down, " + key(Action.OPEN),
                    "there: open a conversation with the marked person; or type /query NAME"),
            new HelpPage.Entry(key(Action.SEND), "send what you typed; a mark at its right says what became of it"),
            new HelpPage.Entry(
                    key(Action.PAGE_UP) + ", " + key(Action.PAGE_DOWN),
                    "scroll; " + key(Action.HISTORY) + " finds everything that was ever written"),
            new HelpPage.Entry(key(Action.QUIT), "leave; /quit does, too"));

    private final WindowState state;
    private final Mode back;
    private final HelpPage page;
    private final StatusBar status = new StatusBar();

    /** Only what holds {@code word}, unless that is empty. */
    HelpMode(WindowState state, Mode back, String word) {
        this.state = state;
        this.back = back;
        this.page = new HelpPage(entries(word));
        state.redraw();
    }

    /** What a beginner needs, the keys of the chat, the commands, then the keys of everything else. */
    private static List<HelpPage.Entry> entries(String word) {
        List<HelpPage.Entry> entries = new ArrayList<>();
        add(entries, "The first five minutes", matching(FIRST_STEPS, word));
        Scope.IN_INPUT.forEach(scope -> add(entries, scope.title(), keys(scope, word)));
        add(entries, "What the marks mean", matching(Marks.LEGEND, word));
        List<HelpPage.Entry> commands = Help.entries(word, Command.Place.FULL_SCREEN).stream()
                .map(command -> new HelpPage.Entry(command.usage(), command.meaning()))
                .toList();
        add(entries, "Commands; the first letters are enough where only one begins so", commands);
        Arrays.stream(Scope.values())
                .filter(scope -> !Scope.IN_INPUT.contains(scope))
                .forEach(scope -> add(entries, scope.title(), keys(scope, word)));
        if (entries.isEmpty()) {
            entries.add(new HelpPage.Entry("Nothing here has \"" + word + "\" in it; F1 shows everything.", ""));
        }
        return entries;
    }

    private static void add(List<HelpPage.Entry> entries, String title, List<HelpPage.Entry> more) {
        if (!more.isEmpty()) {
            entries.add(new HelpPage.Entry(title, ""));
            entries.addAll(more);
        }
    }

    private static List<HelpPage.Entry> keys(Scope scope, String word) {
        List<HelpPage.Entry> all = KeyTable.bindings().stream()
                .filter(binding -> binding.scope() == scope)
                .map(binding -> new HelpPage.Entry(names(binding), binding.help()))
                .toList();
        return matching(all, word);
    }

    private static List<HelpPage.Entry> matching(List<HelpPage.Entry> entries, String word) {
        String folded = Folding.fold(word);
        return entries.stream()
                .filter(entry ->
                        Folding.fold(entry.usage() + " " + entry.meaning()).contains(folded))
                .toList();
    }

    private static String key(Action action) {
        return KeyTable.bindings().stream()
                .filter(binding -> binding.action() == action)
                .findFirst()
                .map(binding -> binding.keys().get(0))
                .orElse("");
    }

    /** Alt-1 to Alt-0 would fill a row: the first and the last stand for such a series. */
    private static String names(Binding binding) {
        List<String> keys = binding.keys();
        return keys.size() > 5 ? keys.get(0) + " … " + keys.get(keys.size() - 1) : String.join(", ", keys);
    }

    @Override
    public Mode press(Press press) {
        Optional<Action> action = KeyTable.action(Scope.IN_HELP, press.key());
        return action.map(this::act).orElse(this);
    }

    private Mode act(Action action) {
        switch (action) {
            case BACK, HELP -> {
                state.redraw();
                return back;
            }
            case HISTORY -> {
                return new HistoryMode(state, back, "", "");
            }
            case SETTINGS -> {
                return new SettingsMode(state, back);
            }
            case REPAINT -> state.repaint();
            case QUIT -> state.quit();
            default -> scroll(action);
        }
        return this;
    }

    private void scroll(Action action) {
        switch (action) {
            case UP, LINE_UP -> page.scroll(-1);
            case DOWN, LINE_DOWN -> page.scroll(1);
            case PAGE_UP -> page.scroll(-page.page());
            case PAGE_DOWN -> page.scroll(page.page());
            case FIRST, OLDEST -> page.scroll(-page.size());
            case LAST, NEWEST -> page.scroll(page.size());
            default -> {
                return;
            }
        }
    }

    @Override
    public Mode news() {
        back.news();
        return this;
    }

    /** In the smallest windows the page has all rows. */
    @Override
    public void draw(Canvas canvas) {
        boolean framed = Layout.Size.of(canvas.rows(), canvas.columns()) != Layout.Size.STUB;
        Region body = framed
                ? new Region(1, 0, canvas.rows() - 2, canvas.columns())
                : new Region(0, 0, canvas.rows(), canvas.columns());
        page.draw(body.on(canvas), state.theme());
        if (framed) {
            drawFrame(canvas);
        }
        canvas.cursor(canvas.rows() - 1, 0);
    }

    private void drawFrame(Canvas canvas) {
        canvas.clearRow(0, 0, state.theme().style(Role.TITLE));
        String title =
                Clip.to("Lanline " + state.version() + " · keys and commands", canvas.columns() - 2, canvas.width());
        canvas.put(0, 1, title, state.theme().style(Role.TITLE));
        List<String> hints = page.below() > 0 ? List.of("PgDn more", "Esc back") : List.of("Esc back");
        String below = page.below() > 0 ? "▼ " + page.below() + " below" : "The end";
        Canvas last = new Region(canvas.rows() - 1, 0, 1, canvas.columns()).on(canvas);
        StatusBar.Content words = state.saying().orElse(new StatusBar.Content(below, hints, Role.STATUS));
        status.draw(last, words, state.theme(), state.epoch());
    }
}
