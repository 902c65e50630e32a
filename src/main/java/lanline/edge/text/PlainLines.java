package lanline.edge.text;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import lanline.core.port.TimeSource;
import lanline.core.text.SafeText;

/** Puts lines out as {@code --plain} shows them: a time, a sign for what is no message, clean text, never a second line. Any thread. */
final class PlainLines {
    private final LineSink sink;
    private final TimeSource time;
    private final DateTimeFormatter clock;
    private final DateTimeFormatter date;

    PlainLines(LineSink sink, TimeSource time, ZoneId zone) {
        this.sink = sink;
        this.time = time;
        clock = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(zone);
        date = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(zone);
    }

    /** Something that happened, or an answer. */
    void tell(String sentence) {
        put(clock.format(time.now()) + " * " + sentence);
    }

    /** Something that did not work. */
    void warn(String sentence) {
        put(clock.format(time.now()) + " ! " + sentence);
    }

    /** What somebody said at {@code when}. */
    void say(Instant when, String label, SafeText text) {
        put(clock.format(when) + " " + label + ": " + text);
    }

    /** A message of the history; {@code who} says from or to whom. */
    void recall(Instant when, String who, SafeText text) {
        put(date.format(when) + " " + who + ": " + text);
    }

    private void put(String line) {
        sink.put((SafeText.line(line) + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
