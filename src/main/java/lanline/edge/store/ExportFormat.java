package lanline.edge.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import lanline.core.model.ChatMessage;
import lanline.core.model.Nickname;

/** How a message is written into an export. */
interface ExportFormat {
    void write(ChatMessage message) throws IOException;

    void flush() throws IOException;

    /** JSON Lines where the file's name ends so, else text. */
    static ExportFormat of(ExportReading.Order order, OutputStream out) throws IOException {
        return order.file().endsWith(".jsonl") ? new JsonLines(out, order.self()) : new Text(out, order.zone());
    }

    /** A line as in the readable log, with the state. */
    final class Text implements ExportFormat {
        private final Writer out;
        private final TextLine line;

        Text(OutputStream out, ZoneId zone) {
            this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            line = new TextLine(zone);
        }

        @Override
        public void write(ChatMessage message) throws IOException {
            out.write(line.ofExport(message));
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }
    }

    /** The fields of the {@code message} event of {@code cli.md}, and what became of the message. */
    final class JsonLines implements ExportFormat {
        private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                        "uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
                .withZone(ZoneOffset.UTC);

        private final JsonGenerator json;
        private final String self;

        JsonLines(OutputStream out, Nickname self) throws IOException {
            this.self = self.toString();
            json = new JsonFactory().createGenerator(out);
            json.setPrettyPrinter(new MinimalPrettyPrinter(""));
        }

        @Override
        public void write(ChatMessage message) throws IOException {
            json.writeStartObject();
            json.writeStringField("event", "message");
            json.writeStringField("id", message.id().text());
            json.writeStringField("direction", word(message.direction()));
            json.writeStringField("conversation", message.conversation().text());
            json.writeStringField(
                    "from", message.isOwn() ? self : message.with().name().toString());
            json.writeStringField("peer", message.with().id().text());
            json.writeStringField("address", message.with().address().text());
            json.writeStringField("text", message.text().value());
            json.writeStringField("time", TIME.format(message.time()));
            json.writeStringField("security", message.security().word());
            json.writeStringField("speaks", message.with().speaks().word());
            json.writeStringField("state", word(message.delivery().state()));
            if (!message.delivery().reason().isBlank()) {
                json.writeStringField("reason", message.delivery().reason().value());
            }
            json.writeEndObject();
            json.writeRaw('\n');
        }

        @Override
        public void flush() throws IOException {
            json.flush();
        }

        private static String word(Enum<?> value) {
            return value.name().toLowerCase(Locale.ROOT);
        }
    }
}
