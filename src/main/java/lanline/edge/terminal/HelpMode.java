package lanline.edge.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lanline.core.command.Command;
import lanline.core.command.Help;
import lanline.core.text.Folding;
import lanline.edge.terminal.theme.Role;
import lanline.edge.terminal.tty.Canvas;
import lanline.edge.terminal.view.Clip;
import lanline.edge.terminal.view.HelpPage;
import lanline.edge.terminal.view.Region;
import lanline.edge.terminal.view.StatusBar;

/** All keys and commands on one page, made from the tables that bind and read them. Screen thread only. */
final class HelpMode implements Mode {
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

    private static List<HelpPage.Entry> entries(String word) {
        List<HelpPage.Entry> entries = new ArrayList<>();
        for (Scope scope : Scope.values()) {
            List<HelpPage.Entry> keys = keys(scope, Folding.fold(word));
            if (!keys.isEmpty()) {
                entries.add(new HelpPage.Entry(scope.title(), ""));
                entries.addAll(keys);
            }
        }
        List<Help.Entry> commands = Help.entries(word, Command.Place.FULL_SCREEN);
        if (!commands.isEmpty()) {
            entries.add(new HelpPage.Entry("Commands; the first letters are enough where only one begins so", ""));
            commands.forEach(command -> entries.add(new HelpPage.Entry(command.usage(), command.meaning())));
        }
        if (entries.isEmpty()) {
            entries.add(new HelpPage.Entry("Nothing here has \"" + word + "\" in it; F1 shows everything.", ""));
        }
        return entries;
    }

    private static List<HelpPage.Entry> keys(Scope scope, String folded) {
        return KeyTable.bindings().stream()
                .filter(binding -> binding.scope() == scope)
                .map(binding -> new HelpPage.Entry(names(binding), binding.help()))
                .filter(entry ->
                        Folding.fold(entry.usage() + " " + entry.meaning()).contains(folded))
                .toList();
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

    /** The help has no place for text. */
    @Override
    public Mode paste(String text) {
        return this;
    }

    @Override
    public void draw(Canvas canvas) {
        canvas.clearRow(0, 0, state.theme().style(Role.TITLE));
        String title =
                Clip.to("Lanline " + state.version() + " · keys and commands", canvas.columns() - 2, canvas.width());
        canvas.put(0, 1, title, state.theme().style(Role.TITLE));
        page.draw(new Region(1, 0, canvas.rows() - 2, canvas.columns()).on(canvas), state.theme());
        String below = page.below() > 0 ? "▼ " + page.below() + " below" : "";
        StatusBar.Content words =
                state.saying().orElse(new StatusBar.Content(below, List.of("Esc back", "PgDn more"), Role.STATUS));
        Canvas last = new Region(canvas.rows() - 1, 0, 1, canvas.columns()).on(canvas);
        status.draw(last, words, state.theme(), state.epoch());
        canvas.cursor(canvas.rows() - 1, 0);
    }
}
