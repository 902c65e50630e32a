package lanline.core.dialect.course2019;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lanline.core.dialect.Dialect;
import lanline.core.dialect.Manner;
import lanline.core.dialect.PeerProtocol;
import lanline.core.dialect.Recognition;
import lanline.core.dialect.SelfDescription;
import lanline.core.dialect.Sighting;
import lanline.core.dialect.TextParts;
import lanline.core.dialect.json.JsonText;
import lanline.core.dialect.json.MalformedJsonException;
import lanline.core.dialect.json.StrictJson;
import lanline.core.model.Bytes;
import lanline.core.model.Endpoint;
import lanline.core.model.Habits;
import lanline.core.model.LanInterface;
import lanline.core.model.Nickname;
import lanline.core.model.Speaks;
import lanline.core.model.Status;
import lanline.core.text.SafeText;

/** The course chat of 2019: JSON announces, raw text is a message ({@code wire.md} section 2). */
public final class Course2019Dialect implements Dialect, Dialect.Announcing {
    /** They announce every 60 s; two and a half of those, as for everybody ({@code decisions.md} 14). */
    public static final long ONLINE_MILLIS = 150_000;

    /** Its programs receive once, so much. */
    private static final int LONGEST_MESSAGE = 1_024;

    /** A Lanline's announcement, sent here by somebody who named this port: it says nothing in this dialect. */
    private static final String NOT_OURS = "ll";

    private final int tcpPort;

    /** {@code tcpPort}: where these programs listen, 5001 unless the whole network agreed otherwise. */
    public Course2019Dialect(int tcpPort) {
        this.tcpPort = tcpPort;
    }

    @Override
    public Speaks speaks() {
        return Speaks.COURSE_2019;
    }

    @Override
    public Bytes announcement(SelfDescription self, LanInterface on) {
        ObjectNode datagram = JsonText.object();
        datagram.put("username", self.name().folded());
        datagram.put("ip_address", on.address().text());
        return JsonText.write(datagram);
    }

    /** Nobody is asked to answer in this dialect. */
    @Override
    public Bytes unicastAnnouncement(SelfDescription self, LanInterface from) {
        return announcement(self, from);
    }

    /** The address in it is not believed: one program puts the broadcast address there. */
    @Override
    public Recognition recognise(Endpoint from, Bytes datagram) {
        try {
            return recognise(from, StrictJson.object(datagram));
        } catch (MalformedJsonException wrong) {
            return new Recognition.Malformed(SafeText.line(wrong.getMessage()));
        }
    }

    private Recognition recognise(Endpoint from, ObjectNode object) {
        if (object.has(NOT_OURS)) {
            return Recognition.NOT_MINE;
        }
        Optional<JsonNode> name = nameIn(object);
        if (name.isEmpty() || !name.get().isValueNode() || name.get().isNull()) {
            return new Recognition.Malformed(SafeText.line("JSON without a user name"));
        }
        Nickname nickname = Nickname.fromPeer(name.get().asText());
        Endpoint reach = new Endpoint(from.host(), tcpPort);
        return new Recognition.Seen(
                new Sighting(Optional.empty(), nickname, reach, Status.ONLINE, ONLINE_MILLIS, false, Habits.UNKNOWN));
    }

    private static Optional<JsonNode> nameIn(ObjectNode object) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (field.getKey().equalsIgnoreCase("username")) {
                return Optional.of(field.getValue());
            }
        }
        return Optional.empty();
    }

    @Override
    public PeerProtocol dial(Endpoint to, SelfDescription self, Manner manner) {
        return RawLink.dialled();
    }

    @Override
    public PeerProtocol accept(Endpoint from, Habits known) {
        return RawLink.accepted();
    }

    @Override
    public List<SafeText> parts(SelfDescription self, Manner manner, SafeText text) {
        return TextParts.cut(text, LONGEST_MESSAGE);
    }
}
