package lanline.edge.terminal;

import java.util.List;
import java.util.Optional;
import lanline.core.model.Preferences;
import lanline.core.model.Setting;
import lanline.core.text.CellWidth;
import lanline.core.text.SafeText;
import lanline.edge.terminal.theme.BrokenThemeException;
import lanline.edge.terminal.theme.Colours;
import lanline.edge.terminal.theme.Theme;
import lanline.edge.terminal.theme.Themes;
import lanline.edge.terminal.tty.Canvas;

/** How the window looks, as it is set: theme, colours, widths, signs. A theme may be tried on. Screen thread only. */
final class Look {
    private static final List<Setting> MINE =
            List.of(Setting.THEME, Setting.COLOR, Setting.ASCII, Setting.AMBIGUOUS, Setting.LINKS);

    private final WindowSettings settings;
    private Preferences preferences;
    private Themes.Choice choice;
    private Theme shown;

    Look(WindowSettings settings, Preferences preferences) {
        this.settings = settings;
        this.preferences = preferences;
        this.choice = themes().choose(preferences.value(Setting.THEME));
        this.shown = choice.theme();
    }

    /** Why it is not the theme that is set. */
    Optional<SafeText> problem() {
        return choice.problem();
    }

    Theme theme() {
        return shown;
    }

    /** All themes that there are, at the colours of now. */
    Themes themes() {
        return settings.themes()
                .at(Colours.depth(
                        preferences.value(Setting.COLOR), settings.detected().depth()));
    }

    /** The same canvas, drawn on as it is set. */
    Canvas on(Canvas canvas) {
        CellWidth width =
                preferences.is(Setting.AMBIGUOUS, "wide") ? CellWidth.AMBIGUOUS_WIDE : CellWidth.AMBIGUOUS_NARROW;
        return canvas.drawing(width, isAscii());
    }

    /** Whether web addresses can be clicked on. */
    boolean hasLinks() {
        return preferences.is(Setting.LINKS, "auto") ? settings.detected().links() : preferences.isOn(Setting.LINKS);
    }

    private boolean isAscii() {
        return preferences.is(Setting.ASCII, "auto") ? !settings.detected().utf8() : preferences.isOn(Setting.ASCII);
    }

    /** True if everything has to be drawn again. */
    boolean become(Preferences newest) {
        if (newest.equals(preferences)) {
            return false;
        }
        boolean same = MINE.stream().allMatch(setting -> newest.value(setting).equals(preferences.value(setting)));
        preferences = newest;
        if (!same) {
            choice = themes().choose(newest.value(Setting.THEME));
            shown = choice.theme();
        }
        return !same;
    }

    /** Shows a theme without setting it; throws, and shows nothing else, where it is broken. */
    void tryOn(String theme) throws BrokenThemeException {
        shown = themes().load(theme);
    }

    /** Shows again what is set. */
    void takeOff() {
        shown = choice.theme();
    }
}
