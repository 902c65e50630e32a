package lanline.edge.text;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import lanline.core.event.ChatEvent.InterfaceReport;
import lanline.core.model.ChatMessage;
import lanline.core.model.Delivery;
import lanline.core.model.Nickname;
import lanline.core.model.Peer;
import lanline.core.model.Route;
import lanline.core.model.Speaks;

/** Writes the fields of peers, messages and networks, the same in events and in answers ({@code cli.md}). Pure. */
final class JsonObjects {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private JsonObjects() {}

    static void peer(JsonGenerator json, Peer peer) throws IOException {
        json.writeStringField("peer", peer.id().text());
        json.writeStringField("name", peer.name().toString());
        json.writeStringField("address", peer.address().text());
        json.writeStringField("state", peer.presence().word());
        json.writeStringField("speaks", peer.speaks().word());
        json.writeStringField("trust", peer.trust().word());
        if (peer.persona().isSuspect()) {
            json.writeBooleanField("suspect", true);
        }
    }

    /** Every way in which somebody was heard, the account where it is proven, and where messages go by the one that is used. */
    static void ways(JsonGenerator json, Peer peer) throws IOException {
        json.writeArrayFieldStart("editions");
        for (Speaks edition : peer.speech().editions()) {
            json.writeString(edition.word());
        }
        json.writeEndArray();
        if (peer.persona().account().isPresent()) {
            json.writeStringField("account", peer.persona().account().get().value());
        }
        json.writeArrayFieldStart("reachedAt");
        for (Route route : peer.routes()) {
            json.writeString(route.best().toString());
        }
        json.writeEndArray();
    }

    /** {@code own}: the name of whoever runs this, for messages sent. */
    static void message(JsonGenerator json, ChatMessage message, Nickname own) throws IOException {
        json.writeStringField("id", message.id().text());
        json.writeStringField("direction", message.direction().name().toLowerCase(Locale.ROOT));
        json.writeStringField("conversation", message.conversation().text());
        json.writeStringField("from", (message.isOwn() ? own : message.with().name()).toString());
        json.writeStringField("peer", message.with().id().text());
        json.writeStringField("address", message.with().address().text());
        json.writeStringField("text", message.text().value());
        json.writeStringField("time", time(message.time()));
        json.writeStringField("security", message.security().word());
    }

    static void state(JsonGenerator json, Delivery delivery) throws IOException {
        json.writeStringField("state", delivery.state().name().toLowerCase(Locale.ROOT));
        if (!delivery.reason().isBlank()) {
            json.writeStringField("reason", delivery.reason().value());
        }
    }

    static void network(JsonGenerator json, InterfaceReport report) throws IOException {
        json.writeStringField("interface", report.on().name());
        json.writeStringField("address", report.on().address().text());
        json.writeNumberField("prefixLength", report.on().prefixLength());
        json.writeStringField("broadcast", report.on().broadcast().text());
        json.writeNumberField("udpPort", report.port());
        json.writeNumberField("sent", report.sent());
        seconds(json, "secondsSinceSent", report.secondsSinceSent());
        json.writeNumberField("heard", report.heard());
        seconds(json, "secondsSinceHeard", report.secondsSinceHeard());
        if (!report.problem().isBlank()) {
            json.writeStringField("problem", report.problem().value());
        }
    }

    private static void seconds(JsonGenerator json, String field, long seconds) throws IOException {
        if (seconds >= 0) {
            json.writeNumberField(field, seconds);
        }
    }

    private static String time(Instant time) {
        return TIME.format(time);
    }
}
