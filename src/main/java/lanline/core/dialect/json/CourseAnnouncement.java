package lanline.core.dialect.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import lanline.core.model.Bytes;
import lanline.core.model.Nickname;

/**
 * What a course program of any edition says of its user ({@code wire.md} sections 1 and 2). The address in it is not believed: one
 * program puts the broadcast address there.
 */
public record CourseAnnouncement(Nickname name, boolean hasUuid) {
    /** The object {@code ll} in an announcement makes it a Lanline's. */
    private static final String LANLINES = "ll";

    /** Empty for a Lanline's announcement. */
    public static Optional<CourseAnnouncement> read(Bytes datagram) throws MalformedJsonException {
        ObjectNode object = StrictJson.object(datagram);
        if (object.has(LANLINES)) {
            return Optional.empty();
        }
        JsonNode name = nameIn(object)
                .filter(value -> value.isValueNode() && !value.isNull())
                .orElseThrow(() -> new MalformedJsonException("JSON without a user name"));
        return Optional.of(new CourseAnnouncement(Nickname.fromPeer(name.asText()), object.has("uuid")));
    }

    private static Optional<JsonNode> nameIn(ObjectNode object) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (field.getKey().equalsIgnoreCase("username")) {
                return Optional.of(field.getValue());
            }
        }
        return Optional.empty();
    }
}
