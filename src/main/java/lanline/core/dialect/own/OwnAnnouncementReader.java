package lanline.core.dialect.own;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lanline.core.dialect.Proof;
import lanline.core.dialect.Recognition;
import lanline.core.dialect.Sighting;
import lanline.core.dialect.json.MalformedJsonException;
import lanline.core.dialect.json.StrictJson;
import lanline.core.model.Bytes;
import lanline.core.model.Endpoint;
import lanline.core.model.Habits;
import lanline.core.model.HostAddress;
import lanline.core.model.InstanceId;
import lanline.core.model.LanlineId;
import lanline.core.model.Nickname;
import lanline.core.model.Status;
import lanline.core.secure.Signatures;
import lanline.core.text.SafeText;

/** Reads what {@link OwnAnnouncement} writes. Total: whatever comes is a sighting with what proves it, not ours, or wrong for a reason. */
final class OwnAnnouncementReader {
    /** What older programs receive in one piece ({@code wire.md} section 1); ours is never longer. */
    private static final int LONGEST_DATAGRAM = 1_024;

    /** The widest period that {@code --announce-every} allows; a longer one would keep a silent peer online. */
    private static final int LONGEST_PERIOD_SECONDS = 60;

    /** Silence of so many periods means away; chosen by simulation at 20 % loss. */
    private static final double PERIODS_ONLINE = 2.5;

    /** More ways to protect a session than there will be. */
    private static final int MOST_SUITES = 8;

    private static final int HIGHEST_SUITE = 255;

    private final Endpoint from;
    private final ObjectNode datagram;
    private final JsonNode own;

    private OwnAnnouncementReader(Endpoint from, ObjectNode datagram) {
        this.from = from;
        this.datagram = datagram;
        this.own = datagram.path(OwnAnnouncement.OWN_OBJECT);
    }

    static Recognition read(Endpoint from, Bytes datagram) {
        try {
            ObjectNode object = StrictJson.object(datagram);
            if (!object.has(OwnAnnouncement.OWN_OBJECT)) {
                return Recognition.NOT_MINE;
            }
            OwnAnnouncementReader reader = new OwnAnnouncementReader(from, object);
            return datagram.length() > LONGEST_DATAGRAM
                    ? reader.refused("a Lanline's announcement of more than " + LONGEST_DATAGRAM + " bytes")
                    : reader.read();
        } catch (MalformedJsonException wrong) {
            return new Recognition.Malformed(SafeText.line(wrong.getMessage()));
        }
    }

    private Recognition read() {
        JsonNode version = own.path("v");
        if (version.isInt() && version.intValue() != OwnAnnouncement.VERSION) {
            return refused(
                    version.intValue() > OwnAnnouncement.VERSION
                            ? "it has a later version of Lanline, with which this one can't talk"
                            : "it says that it is a Lanline, and does not sign that as this version does");
        }
        Optional<LanlineId> id = LanlineId.parse(own.path("id").asText(""));
        Optional<InstanceId> instance = InstanceId.parse(own.path("in").asText(""));
        Optional<Status> status = Status.ofWord(own.path("st").asText(""));
        Optional<Bytes> signature =
                SignatureText.parse(own.path(OwnAnnouncement.SIGNATURE).asText(""));
        if (id.isEmpty() || instance.isEmpty() || status.isEmpty() || signature.isEmpty() || !areFieldsSound()) {
            return refused("its own object lacks a field, or one is out of range");
        }
        List<HostAddress> addresses = addresses();
        if (!addresses.contains(from.host())) {
            return refused("it was signed for another address than the one that it came from");
        }
        Sighting sighting = sighting(lanline(id.get(), instance.get()), status.get());
        return new Recognition.Signed(sighting, proof(id.get(), addresses, signature.get()));
    }

    private boolean areFieldsSound() {
        return isBetween(own.path("v"), OwnAnnouncement.VERSION, OwnAnnouncement.VERSION)
                && isBetween(own.path("port"), 1, 65_535)
                && isBetween(own.path("per"), 1, LONGEST_PERIOD_SECONDS)
                && isBetween(own.path("ep"), 0, Long.MAX_VALUE)
                && isBetween(own.path("n"), 0, Long.MAX_VALUE)
                && isWholeText(own.path("name"))
                && areSuites(own.path("s"));
    }

    private static boolean isBetween(JsonNode number, long least, long most) {
        return number.isIntegralNumber()
                && number.canConvertToLong()
                && number.longValue() >= least
                && number.longValue() <= most;
    }

    /** Half a surrogate pair has no UTF-8, and so no one form to sign. */
    private static boolean isWholeText(JsonNode text) {
        return text.isTextual() && StandardCharsets.UTF_8.newEncoder().canEncode(text.asText());
    }

    private static boolean areSuites(JsonNode suites) {
        if (!suites.isArray() || suites.size() > MOST_SUITES) {
            return false;
        }
        for (JsonNode suite : suites) {
            if (!isBetween(suite, 1, HIGHEST_SUITE)) {
                return false;
            }
        }
        return OwnAnnouncement.sharesSuite(suites);
    }

    /** Those that it is signed for, as it says; empty where one of them has no form to sign. */
    private List<HostAddress> addresses() {
        JsonNode named = datagram.path(OwnAnnouncement.FROM);
        List<HostAddress> addresses = new ArrayList<>();
        if (!named.isArray()) {
            readAddress(datagram.path(OwnAnnouncement.ADDRESS)).ifPresent(addresses::add);
            return addresses;
        }
        for (JsonNode one : named) {
            Optional<HostAddress> address = readAddress(one);
            if (address.isEmpty() || addresses.size() == OwnAnnouncement.MOST_ADDRESSES) {
                return List.of();
            }
            addresses.add(address.get());
        }
        return addresses;
    }

    /** Announcements travel by IPv4 alone. */
    private static Optional<HostAddress> readAddress(JsonNode text) {
        return HostAddress.parse(text.asText(""))
                .filter(address -> address.text().indexOf(':') < 0);
    }

    private Sighting.Lanline lanline(LanlineId id, InstanceId instance) {
        return new Sighting.Lanline(
                id, instance, own.path("ep").longValue(), own.path("n").longValue());
    }

    private Sighting sighting(Sighting.Lanline lanline, Status status) {
        Endpoint reach = new Endpoint(from.host(), own.path("port").intValue());
        long onlineMillis = (long) (own.path("per").intValue() * PERIODS_ONLINE * 1_000);
        Nickname name = Nickname.fromPeer(own.path("name").asText());
        return new Sighting(Optional.of(lanline), name, reach, status, onlineMillis, asksForAnswer(), Habits.UNKNOWN);
    }

    private boolean asksForAnswer() {
        return datagram.path(OwnAnnouncement.UNICAST).asBoolean();
    }

    private Proof proof(LanlineId id, List<HostAddress> addresses, Bytes signature) {
        Bytes form = SignedForm.of(own, id, addresses, asksForAnswer());
        return new Proof() {
            @Override
            public boolean hasSoundKey() {
                return Signatures.isSound(id);
            }

            @Override
            public boolean holds() {
                return Signatures.isBy(id, form, signature);
            }
        };
    }

    /** Later versions may write the own object in another way, but not what older programs read. */
    private Recognition refused(String why) {
        Nickname name = Nickname.fromPeer(datagram.path("username").asText(""));
        return new Recognition.Refused(name, SafeText.line(why));
    }
}
