package lanline.edge.terminal;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.function.Consumer;
import lanline.edge.terminal.theme.Themes;

/**
 * What the window is told at its start. {@code themeChosen} hears the name of each theme that was changed to, on the screen
 * thread, and must not wait; {@code log} takes failures.
 */
public record WindowSettings(
        Themes themes,
        String theme,
        InstantSource clock,
        ZoneId zone,
        String version,
        Consumer<String> themeChosen,
        Consumer<Throwable> log) {}
