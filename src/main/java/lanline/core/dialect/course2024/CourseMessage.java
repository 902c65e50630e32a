package lanline.core.dialect.course2024;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lanline.core.dialect.SelfDescription;
import lanline.core.dialect.Utterance;
import lanline.core.dialect.json.JsonText;
import lanline.core.dialect.json.MalformedJsonException;
import lanline.core.dialect.json.StrictJson;
import lanline.core.model.Bytes;
import lanline.core.model.Habits;
import lanline.core.model.Habits.Coding;
import lanline.core.model.Habits.NameField;
import lanline.core.model.Habits.Spelling;
import lanline.core.model.MessageId;
import lanline.core.model.Nickname;
import lanline.core.model.Security;
import lanline.core.model.SenderClaim;
import lanline.core.text.SafeText;

/**
 * A message as one JSON object ({@code wire.md} section 1, "Messages"; {@code decisions.md} 20): written strictly and as the peer
 * is used to, read tolerantly, and an encrypted one with it. {@code shown}: what it shows of how its sender writes; {@code key}: it
 * is no message, but a value of the old key exchange.
 */
record CourseMessage(SenderClaim claim, SafeText text, Habits shown, Security security, Optional<KeyValue> key) {
    /** Most peers call {@code recv(1024)} once. */
    static final int LONGEST_OBJECT = 1_024;

    /** The port may become known after a text was cut. */
    private static final int WIDEST_PORT = 65_535;

    private static final String OWN_OBJECT = "ll";
    private static final String PLAIN = "unencrypted";
    private static final String CUT = " … [cut here: the message was too long]";

    private CourseMessage(SenderClaim claim, SafeText text, Habits shown) {
        this(claim, text, shown, Security.NONE, Optional.empty());
    }

    /** The object with all three spellings where it fits, since every responder shows that one; else with the peer's own, or the usual one. */
    static Bytes write(SelfDescription self, Habits habits, Utterance.Text message) {
        Bytes widest = write(self, habits, message, List.of(Spelling.values()));
        return widest.length() <= LONGEST_OBJECT
                ? widest
                : write(self, habits, message, List.of(habits.spelling().orElse(Spelling.UNDERSCORE)));
    }

    /** How many bytes of JSON text the usual form leaves for the message. */
    static int roomForText(SelfDescription self, Habits habits) {
        Utterance.Text nothing = new Utterance.Text(new MessageId("0".repeat(32)), SafeText.EMPTY);
        Bytes empty = write(self.reachedAt(WIDEST_PORT), habits, nothing, List.of(Spelling.UNDERSCORE));
        return PlainText.roomInside(LONGEST_OBJECT - empty.length(), habits);
    }

    private static Bytes write(SelfDescription self, Habits habits, Utterance.Text message, List<Spelling> spellings) {
        ObjectNode object = JsonText.object();
        for (Spelling spelling : spellings) {
            object.put(spelling.key(PLAIN), PlainText.write(message.text(), habits));
        }
        object.put(
                habits.nameField().orElse(NameField.USERNAME).key(), self.name().toString());
        ObjectNode own = object.putObject(OWN_OBJECT);
        own.put("id", self.identity().id().text());
        own.put("m", message.id().text());
        if (self.tcpPort() != SelfDescription.NOT_YET_REACHABLE) {
            own.put("port", self.tcpPort());
        }
        return JsonText.write(object);
    }

    /** Reads a piece of a stream from somebody with the habits {@code known}; always finds something to show, at worst the piece itself. */
    static CourseMessage read(ObjectScanner.Piece piece, Habits known, EncryptedMessage.Reader encrypted) {
        String raw = piece.bytes().toText();
        if (!piece.isJson()) {
            boolean cut = piece.bytes().length() >= ObjectScanner.LONGEST;
            return cut ? as(shortened(raw)) : spoken(SenderClaim.NOTHING, raw.strip(), Habits.UNKNOWN, known);
        }
        try {
            return raw.startsWith("\"")
                    ? readString(raw, known, encrypted)
                    : readObject(StrictJson.object(piece.bytes()), raw, known, encrypted);
        } catch (MalformedJsonException wrong) {
            return as(raw);
        }
    }

    /** Some programs wrap the object once more: a JSON string that itself holds the JSON. */
    private static CourseMessage readString(String raw, Habits known, EncryptedMessage.Reader encrypted)
            throws MalformedJsonException {
        String inner = StrictJson.object("{\"s\":" + raw + "}").path("s").asText();
        if (inner.stripLeading().startsWith("{")) {
            return readObject(StrictJson.object(inner), inner, known, encrypted);
        }
        return spoken(SenderClaim.NOTHING, inner, Habits.UNKNOWN, known);
    }

    private static CourseMessage readObject(
            ObjectNode object, String raw, Habits known, EncryptedMessage.Reader reader) {
        Habits shown = habitsIn(object);
        Optional<JsonNode> text = find(object, "unencryptedmessage").or(() -> find(object, "message"));
        if (text.isPresent()) {
            JsonNode value = text.get();
            return value.isTextual()
                    ? spoken(claimIn(object), value.asText(), shown, known)
                    : new CourseMessage(claimIn(object), textOf(value), shown);
        }
        Optional<JsonNode> encrypted = find(object, "encryptedmessage");
        if (encrypted.isPresent()) {
            return decrypted(claimIn(object), reader.read(asWritten(encrypted.get()), known), shown);
        }
        Optional<JsonNode> key = find(object, "key").or(() -> find(object, "publickey"));
        return key.isPresent()
                ? offered(claimIn(object), key.get())
                : new CourseMessage(claimIn(object), shownAsIs(raw), shown);
    }

    private static CourseMessage decrypted(SenderClaim claim, EncryptedMessage message, Habits shown) {
        return new CourseMessage(
                claim, message.text(), shown.updated(message.shown()), Security.WEAK, Optional.empty());
    }

    /** The text is for a value that can't be answered. */
    private static CourseMessage offered(SenderClaim claim, JsonNode value) {
        KeyValue key = KeyValue.read(value);
        String what = key.fault().map(fault -> " that " + fault).orElse(" that nobody asked for");
        SafeText text = shownAsIs("[a key of the old course encryption" + what + "] " + asWritten(value));
        return new CourseMessage(claim, text, Habits.UNKNOWN, Security.NONE, Optional.of(key));
    }

    /** Text that somebody wrote, in the coding that it is known for. */
    private static CourseMessage spoken(SenderClaim claim, String written, Habits shown, Habits known) {
        Optional<String> decoded = PlainText.read(written, known);
        Habits all = decoded.isPresent() || known.coding().isEmpty() ? shown : shown.withCoding(Coding.CLEAR);
        return new CourseMessage(claim, SafeText.message(decoded.orElse(written)), all);
    }

    private static CourseMessage as(String raw) {
        return new CourseMessage(SenderClaim.NOTHING, shownAsIs(raw), Habits.UNKNOWN);
    }

    private static SafeText textOf(JsonNode value) {
        return value.isValueNode() ? SafeText.message(value.asText()) : shownAsIs(value.toString());
    }

    private static String asWritten(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }

    /** An object with several spellings is made for everybody, and shows nothing. */
    private static Habits habitsIn(ObjectNode object) {
        List<Spelling> spelled = object.properties().stream()
                .map(Map.Entry::getKey)
                .filter(key -> folded(key).endsWith("encryptedmessage"))
                .map(Spelling::of)
                .toList();
        Habits habits = spelled.size() == 1 ? Habits.UNKNOWN.withSpelling(spelled.get(0)) : Habits.UNKNOWN;
        if (find(object, "username").isPresent()) {
            return habits.withNameField(NameField.USERNAME);
        }
        return find(object, "user").filter(JsonNode::isTextual).isPresent()
                ? habits.withNameField(NameField.USER)
                : habits;
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
            if (folded(field.getKey()).equals(key)) {
                return Optional.of(field.getValue());
            }
        }
        return Optional.empty();
    }

    private static String folded(String key) {
        return key.replace("_", "").replace(" ", "").toLowerCase(Locale.ROOT);
    }

    private static SenderClaim claimIn(ObjectNode object) {
        Optional<Nickname> name = find(object, "username")
                .or(() -> find(object, "user"))
                .filter(JsonNode::isTextual)
                .flatMap(value -> Nickname.parse(value.asText()));
        JsonNode own = object.path(OWN_OBJECT);
        return new SenderClaim(name, MessageId.parse(own.path("m").asText("")));
    }
}
