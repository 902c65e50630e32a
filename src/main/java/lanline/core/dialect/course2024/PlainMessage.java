package lanline.core.dialect.course2024;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import lanline.core.dialect.SelfDescription;
import lanline.core.dialect.Utterance;
import lanline.core.dialect.json.JsonText;
import lanline.core.dialect.json.MalformedJsonException;
import lanline.core.dialect.json.StrictJson;
import lanline.core.model.Bytes;
import lanline.core.model.LanlineId;
import lanline.core.model.MessageId;
import lanline.core.model.Nickname;
import lanline.core.model.SenderClaim;
import lanline.core.text.SafeText;

/** A plain message as one JSON object ({@code wire.md} section 1, "Messages"; {@code decisions.md} 20): written strictly, read tolerantly. */
record PlainMessage(SenderClaim claim, SafeText text) {
    /** Most peers call {@code recv(1024)} once. */
    static final int LONGEST_OBJECT = 1_024;

    /** The port may become known after a text was cut. */
    private static final int WIDEST_PORT = 65_535;

    private static final String OWN_OBJECT = "ll";
    private static final String USUAL_KEY = "unencrypted_message";
    private static final String CUT = " … [cut here: the message was too long]";

    private static final SafeText UNREADABLE_ENCRYPTED =
            SafeText.line("[a message in the old course encryption, which this version can't read]");
    private static final SafeText UNANSWERED_KEY =
            SafeText.line("[wants the old course encryption, which this version can't speak; plain messages arrive]");

    /** The object with all three spellings where it fits, since every responder shows that one; else with the usual one. */
    static Bytes write(SelfDescription self, Utterance.Text message) {
        Bytes widest = write(self, message, USUAL_KEY, "unencrypted message", "unencryptedmessage");
        return widest.length() <= LONGEST_OBJECT ? widest : write(self, message, USUAL_KEY);
    }

    /** How many bytes of JSON text the usual form leaves for the message. */
    static int roomForText(SelfDescription self) {
        Utterance.Text nothing = new Utterance.Text(new MessageId("0".repeat(32)), SafeText.EMPTY);
        return LONGEST_OBJECT
                - write(self.reachedAt(WIDEST_PORT), nothing, USUAL_KEY).length();
    }

    private static Bytes write(SelfDescription self, Utterance.Text message, String... spellings) {
        ObjectNode object = JsonText.object();
        for (String spelling : spellings) {
            object.put(spelling, message.text().value());
        }
        object.put("username", self.name().toString());
        ObjectNode own = object.putObject(OWN_OBJECT);
        own.put("id", self.identity().id().text());
        own.put("m", message.id().text());
        if (self.tcpPort() != SelfDescription.NOT_YET_REACHABLE) {
            own.put("port", self.tcpPort());
        }
        return JsonText.write(object);
    }

    /** Reads a piece of a stream; always finds something to show, at worst the piece itself. */
    static PlainMessage read(ObjectScanner.Piece piece) {
        String raw = piece.bytes().toText();
        if (!piece.isJson()) {
            boolean cut = piece.bytes().length() >= ObjectScanner.LONGEST;
            return new PlainMessage(SenderClaim.NOTHING, SafeText.message(cut ? shortened(raw) : raw.strip()));
        }
        try {
            return raw.startsWith("\"") ? readString(raw) : readObject(StrictJson.object(piece.bytes()), raw);
        } catch (MalformedJsonException wrong) {
            return new PlainMessage(SenderClaim.NOTHING, shownAsIs(raw));
        }
    }

    /** Some programs wrap the object once more: a JSON string that itself holds the JSON. */
    private static PlainMessage readString(String raw) throws MalformedJsonException {
        String inner = StrictJson.object("{\"s\":" + raw + "}").path("s").asText();
        if (inner.stripLeading().startsWith("{")) {
            return readObject(StrictJson.object(inner), inner);
        }
        return new PlainMessage(SenderClaim.NOTHING, SafeText.message(inner));
    }

    private static PlainMessage readObject(ObjectNode object, String raw) {
        Optional<JsonNode> text = find(object, "unencryptedmessage").or(() -> find(object, "message"));
        if (text.isPresent()) {
            return new PlainMessage(claimIn(object), textOf(text.get()));
        }
        if (find(object, "encryptedmessage").isPresent()) {
            return new PlainMessage(claimIn(object), UNREADABLE_ENCRYPTED);
        }
        return new PlainMessage(claimIn(object), find(object, "key").isPresent() ? UNANSWERED_KEY : shownAsIs(raw));
    }

    private static SafeText textOf(JsonNode value) {
        return value.isValueNode() ? SafeText.message(value.asText()) : shownAsIs(value.toString());
    }

    private static SafeText shownAsIs(String raw) {
        return SafeText.message(raw.length() > StrictJson.LONGEST_STRING ? shortened(raw) : raw);
    }

    private static String shortened(String raw) {
        return raw.substring(0, Math.min(raw.length(), StrictJson.LONGEST_STRING)) + CUT;
    }

    /** Keys are compared with blanks and underscores removed and case ignored. */
    private static Optional<JsonNode> find(ObjectNode object, String key) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            String folded = field.getKey().replace("_", "").replace(" ", "").toLowerCase(Locale.ROOT);
            if (folded.equals(key)) {
                return Optional.of(field.getValue());
            }
        }
        return Optional.empty();
    }

    private static SenderClaim claimIn(ObjectNode object) {
        Optional<Nickname> name = find(object, "username")
                .or(() -> find(object, "user"))
                .filter(JsonNode::isTextual)
                .flatMap(value -> Nickname.parse(value.asText()));
        JsonNode own = object.path(OWN_OBJECT);
        return new SenderClaim(
                name,
                LanlineId.parse(own.path("id").asText("")),
                MessageId.parse(own.path("m").asText("")),
                portIn(own.path("port")));
    }

    private static OptionalInt portIn(JsonNode port) {
        boolean isPort = port.canConvertToInt() && port.intValue() > 0 && port.intValue() <= 65_535;
        return isPort ? OptionalInt.of(port.intValue()) : OptionalInt.empty();
    }
}
