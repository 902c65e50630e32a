package lanline.edge.store;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import lanline.core.model.ChatMessage;
import lanline.core.model.Delivery;
import lanline.core.model.Security;

/**
 * A message as one line that people and programs read: date and time with the zone's offset, an arrow ({@code ←} received, {@code →}
 * sent), name, address, and the text, with a tab between two of them.
 * The address of a message in the old course encryption is followed by {@code (weak)}.
 *
 * <p>A tab, line break or backslash inside one of them is written {@code \t}, {@code \n}, {@code \\}: nobody's text makes a second
 * record, and reading the line gives back what was said. Immutable.
 */
final class TextLine {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS xxx", Locale.ROOT);

    private final ZoneId zone;

    TextLine(ZoneId zone) {
        this.zone = zone;
    }

    /** For the log, which is written when a message comes about and can't say what became of it later. */
    String ofLog(ChatMessage message) {
        return head(message) + '\t' + escaped(message.text().value()) + '\n';
    }

    /** For an export: with the state in words before the text. */
    String ofExport(ChatMessage message) {
        return head(message)
                + '\t'
                + escaped(inWords(message.delivery()))
                + '\t'
                + escaped(message.text().value())
                + '\n';
    }

    private String head(ChatMessage message) {
        return time(message.time())
                + '\t'
                + (message.isOwn() ? '→' : '←')
                + '\t'
                + escaped(message.with().name().toString())
                + '\t'
                + escaped(message.with().address().text())
                + (message.security() == Security.WEAK ? " (weak)" : "");
    }

    private String time(Instant time) {
        return TIME.format(time.atZone(zone));
    }

    private static String inWords(Delivery delivery) {
        String word = delivery.state() == Delivery.State.QUEUED
                ? "waiting"
                : delivery.state().name().toLowerCase(Locale.ROOT);
        return delivery.reason().isBlank() ? word : word + " (" + delivery.reason() + ")";
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
    }
}
