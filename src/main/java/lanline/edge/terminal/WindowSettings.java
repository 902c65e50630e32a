package lanline.edge.terminal;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.function.Consumer;
import lanline.edge.terminal.theme.Themes;

/** What the window is told at its start, beside what is set; {@code log} takes failures. */
public record WindowSettings(
        Themes themes, Detected detected, InstantSource clock, ZoneId zone, String version, Consumer<Throwable> log) {}
