package lanline.core.dialect.own;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import lanline.core.dialect.Recognition;
import lanline.core.dialect.SelfDescription;
import lanline.core.dialect.Sighting;
import lanline.core.dialect.json.JsonText;
import lanline.core.dialect.json.MalformedJsonException;
import lanline.core.dialect.json.StrictJson;
import lanline.core.model.Bytes;
import lanline.core.model.Endpoint;
import lanline.core.model.Habits;
import lanline.core.model.InstanceId;
import lanline.core.model.LanInterface;
import lanline.core.model.LanlineId;
import lanline.core.model.Nickname;
import lanline.core.model.Status;
import lanline.core.text.SafeText;

/**
 * The announcement of {@code wire.md} section 1 with Lanline's own object {@code ll} ({@code decisions.md} 14): one datagram serves
 * the older programs and Lanline. Written and read here, unsigned ({@code v} 0).
 */
final class OwnAnnouncement {
    private static final String OWN_OBJECT = "ll";
    /** Beside the own object, whose form is fixed: a hint and no more, so it needs no signature later. */
    private static final String UNICAST = "unicast";

    private static final int VERSION_UNSIGNED = 0;

    /** The widest period that {@code --announce-every} allows; a longer one would keep a silent peer online. */
    private static final int LONGEST_PERIOD_SECONDS = 60;

    /** Silence of so many periods means away; chosen by simulation at 20 % loss. */
    private static final double PERIODS_ONLINE = 2.5;

    private OwnAnnouncement() {}

    static Bytes write(SelfDescription self, LanInterface on, boolean asksForUnicast) {
        ObjectNode datagram = JsonText.object();
        datagram.put("username", self.name().folded());
        datagram.put("ip", on.address().text());
        datagram.put("ip_address", on.address().text());
        datagram.put("uuid", self.identity().uuid());
        if (asksForUnicast) {
            datagram.put(UNICAST, true);
        }
        ObjectNode own = datagram.putObject(OWN_OBJECT);
        own.put("v", VERSION_UNSIGNED);
        own.put("id", self.identity().id().text());
        own.put("name", self.name().toString());
        own.put("port", self.tcpPort());
        own.put("in", self.run().instance().text());
        own.put("ep", self.run().epoch());
        own.put("n", self.run().counter());
        own.put("per", self.periodSeconds());
        own.put("st", self.status().word());
        return JsonText.write(datagram);
    }

    static Recognition read(Endpoint from, Bytes datagram) {
        try {
            ObjectNode object = StrictJson.object(datagram);
            return object.has(OWN_OBJECT)
                    ? readOwn(
                            from, object.path(OWN_OBJECT), object.path(UNICAST).asBoolean())
                    : Recognition.NOT_MINE;
        } catch (MalformedJsonException wrong) {
            return malformed(wrong.getMessage());
        }
    }

    private static Recognition readOwn(Endpoint from, JsonNode own, boolean asksForUnicast) {
        Optional<LanlineId> id = LanlineId.parse(own.path("id").asText(""));
        Optional<InstanceId> instance = InstanceId.parse(own.path("in").asText(""));
        Optional<Status> status = Status.ofWord(own.path("st").asText(""));
        if (id.isEmpty() || instance.isEmpty() || status.isEmpty() || !numbersFit(own)) {
            return malformed("its own object lacks a field, or one is out of range");
        }
        Sighting.Lanline lanline = new Sighting.Lanline(
                id.get(),
                instance.get(),
                own.path("ep").longValue(),
                own.path("n").longValue());
        Endpoint reach = new Endpoint(from.host(), own.path("port").intValue());
        long onlineMillis = (long) (own.path("per").intValue() * PERIODS_ONLINE * 1_000);
        Nickname name = Nickname.fromPeer(own.path("name").asText(""));
        return new Recognition.Seen(new Sighting(
                Optional.of(lanline), name, reach, status.get(), onlineMillis, asksForUnicast, Habits.UNKNOWN));
    }

    private static boolean numbersFit(JsonNode own) {
        return isBetween(own.path("v"), 0, 255)
                && isBetween(own.path("port"), 1, 65_535)
                && isBetween(own.path("per"), 1, LONGEST_PERIOD_SECONDS)
                && isBetween(own.path("ep"), 0, Long.MAX_VALUE)
                && isBetween(own.path("n"), 0, Long.MAX_VALUE);
    }

    private static boolean isBetween(JsonNode number, long least, long most) {
        return number.isIntegralNumber()
                && number.canConvertToLong()
                && number.longValue() >= least
                && number.longValue() <= most;
    }

    private static Recognition malformed(String why) {
        return new Recognition.Malformed(SafeText.line(why));
    }
}
