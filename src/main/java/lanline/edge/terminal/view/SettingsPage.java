package lanline.edge.terminal.view;

import java.util.List;
import java.util.stream.Collectors;
import lanline.core.model.Preferences;
import lanline.core.model.Setting;
import lanline.core.text.Wrap;
import lanline.edge.terminal.theme.Role;
import lanline.edge.terminal.theme.Theme;
import lanline.edge.terminal.tty.Canvas;
import lanline.edge.terminal.tty.Style;

/** The settings with their values, and below them what the selected one does. Screen thread only. */
public final class SettingsPage {
    private static final Setting[] ALL = Setting.values();

    /** Columns of the keys: the longest, and two blanks. */
    private static final int KEYS = 14;

    /** In narrow windows the keys take this part. */
    private static final int KEYS_PART = 2;

    /** Rows of the explanation; fewer where the window has not twice as many. */
    private static final int HELP_ROWS = 4;

    private int cursor;
    private int first;
    private int inSight = 1;

    public Setting selected() {
        return ALL[cursor];
    }

    public int page() {
        return Math.max(1, inSight - 1);
    }

    public void move(int by) {
        cursor = Math.max(0, Math.min(ALL.length - 1, cursor + by));
    }

    public void draw(Canvas canvas, Preferences preferences, Theme theme) {
        canvas.fill(theme.style(Role.BASE));
        int title = canvas.rows() > 2 ? 1 : 0;
        int help = canvas.rows() >= 2 * HELP_ROWS ? HELP_ROWS : 0;
        canvas.area(0, 0, title, canvas.columns()).fill(theme.style(Role.TITLE));
        canvas.area(0, 0, title, canvas.columns())
                .put(0, 1, Clip.to("Settings", canvas.columns() - 1, canvas.width()), theme.style(Role.TITLE));
        drawList(canvas.area(title, 0, canvas.rows() - title - help, canvas.columns()), preferences, theme);
        drawHelp(canvas.area(canvas.rows() - help, 0, help, canvas.columns()), theme);
    }

    private void drawList(Canvas list, Preferences preferences, Theme theme) {
        inSight = Math.max(1, list.rows());
        first = Math.max(cursor - inSight + 1, Math.min(first, cursor));
        int keys = Math.min(KEYS, list.columns() / KEYS_PART);
        for (int i = 0; i < list.rows() && first + i < ALL.length; i++) {
            Setting setting = ALL[first + i];
            boolean chosen = first + i == cursor;
            Style style = theme.style(chosen ? Role.SELECTION : Role.BASE);
            list.clearRow(i, 0, style);
            list.put(i, 1, Clip.to(setting.key(), keys - 2, list.width()), style);
            String value = value(setting, preferences);
            Style looks = chosen || preferences.is(setting, setting.usual()) ? style : theme.style(Role.INPUT_PROMPT);
            list.put(i, keys, Clip.to(value, list.columns() - keys, list.width()), looks);
        }
        list.cursor(cursor - first, 0);
    }

    private static String value(Setting setting, Preferences preferences) {
        String value = setting == Setting.IGNORE
                ? preferences.ignored().stream()
                        .map(one -> one.name().isEmpty() ? one.id().text() : one.name())
                        .collect(Collectors.joining(", "))
                : preferences.value(setting);
        return value.isEmpty() ? "(none)" : value;
    }

    private void drawHelp(Canvas canvas, Theme theme) {
        Setting setting = selected();
        String choices = setting.choices().isEmpty() ? "" : " One of: " + String.join(", ", setting.choices()) + ".";
        String usual = setting.usual().isEmpty() ? "" : " Usual: " + setting.usual() + ".";
        List<String> rows = Wrap.rows(
                setting.key() + ": " + setting.help() + "." + choices + usual, canvas.columns() - 2, canvas.width());
        for (int i = 0; i < Math.min(rows.size(), canvas.rows() - 1); i++) {
            canvas.put(1 + i, 1, rows.get(i), theme.style(Role.BASE));
        }
    }
}
