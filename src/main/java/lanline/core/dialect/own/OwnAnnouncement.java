package lanline.core.dialect.own;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import lanline.core.dialect.SelfDescription;
import lanline.core.dialect.json.JsonText;
import lanline.core.model.Bytes;
import lanline.core.model.HostAddress;
import lanline.core.secure.IdentityKeyPair;

/**
 * The announcement of {@code wire.md} section 1 with Lanline's own object {@code ll} ({@code decisions.md} 14), signed ({@code
 * security.md} section 4): one datagram serves the older programs and Lanline. Written here, read by {@link OwnAnnouncementReader}.
 */
final class OwnAnnouncement {
    static final String OWN_OBJECT = "ll";
    static final int VERSION = 1;
    /** Beside the own object, whose form is fixed. */
    static final String UNICAST = "unicast";
    /** The same: where one that goes by unicast may come from, since the system alone chooses by which network it leaves. */
    static final String FROM = "from";

    static final String ADDRESS = "ip_address";
    static final String SIGNATURE = "sig";

    /** One that goes by unicast names so many own addresses, that of its likely way first; one that leaves by a further network is refused. */
    static final int MOST_ADDRESSES = 4;

    /** What protects our sessions, the best first ({@code security.md} section 3). */
    private static final List<Integer> SUITES = List.of(2, 1);

    private OwnAnnouncement() {}

    /** {@code addresses}: where it may come from, at least one; the first is announced. */
    static Bytes write(SelfDescription self, IdentityKeyPair key, List<HostAddress> addresses, boolean asksForAnswer) {
        ObjectNode datagram = JsonText.object();
        datagram.put("username", self.name().folded());
        datagram.put("ip", addresses.get(0).text());
        datagram.put(ADDRESS, addresses.get(0).text());
        datagram.put("uuid", self.identity().uuid());
        if (asksForAnswer) {
            datagram.put(UNICAST, true);
        }
        if (addresses.size() > 1) {
            addresses.forEach(address -> datagram.withArray(FROM).add(address.text()));
        }
        ObjectNode own = own(self);
        Bytes form = SignedForm.of(own, self.identity().id(), addresses, asksForAnswer);
        own.put(SIGNATURE, SignatureText.of(key.sign(form)));
        datagram.set(OWN_OBJECT, own);
        return JsonText.write(datagram);
    }

    private static ObjectNode own(SelfDescription self) {
        ObjectNode own = JsonText.object();
        own.put("v", VERSION);
        own.put("id", self.identity().id().text());
        own.put("name", self.name().toString());
        own.put("port", self.tcpPort());
        own.put("in", self.run().instance().text());
        own.put("ep", self.run().epoch());
        own.put("n", self.run().counter());
        own.put("per", self.periodSeconds());
        own.put("st", self.status().word());
        SUITES.forEach(own.putArray("s")::add);
        return own;
    }

    /** True if {@code suites} is a list of numbers, and at least one of them is known here. */
    static boolean sharesSuite(JsonNode suites) {
        boolean shares = false;
        for (JsonNode suite : suites) {
            shares |= suite.isInt() && SUITES.contains(suite.intValue());
        }
        return shares;
    }
}
