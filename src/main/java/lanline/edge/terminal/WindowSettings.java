package lanline.edge.terminal;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import lanline.edge.terminal.input.KeptInput;
import lanline.edge.terminal.theme.Themes;

/** What the window is told at its start, beside what is set; {@code log} takes failures; {@code keeper} what was typed,
 * whenever it has changed, the conversation used last first, on the screen thread: it must not wait. */
public record WindowSettings(
        Themes themes,
        Detected detected,
        InstantSource clock,
        ZoneId zone,
        String version,
        Consumer<List<KeptInput>> keeper,
        Consumer<Throwable> log) {
    /** For a window in which nobody types anything to keep: a rehearsal, a test. */
    WindowSettings(
            Themes themes,
            Detected detected,
            InstantSource clock,
            ZoneId zone,
            String version,
            Consumer<Throwable> log) {
        this(themes, detected, clock, zone, version, typed -> {}, log);
    }
}
