package lanline.core.dialect.own;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lanline.core.dialect.Recognition;
import lanline.core.dialect.SelfDescription;
import lanline.core.dialect.json.MalformedJsonException;
import lanline.core.dialect.json.StrictJson;
import lanline.core.model.Bytes;
import lanline.core.model.Endpoint;
import lanline.core.model.HostAddress;
import lanline.core.model.InstanceId;
import lanline.core.model.LanInterface;
import lanline.core.model.Nickname;
import lanline.core.model.Status;
import lanline.core.secure.IdentityKeyPair;
import lanline.testing.Samples;
import org.junit.jupiter.api.Test;

/** An announcement once made, kept in announcement.txt: whoever changes the form breaks what runs on other machines, and sees it here. */
class GoldenAnnouncementTest {
    private static final LanInterface WLAN0 =
            LanInterface.of("wlan0", Samples.address("10.5.0.17"), 28).orElseThrow();

    private final Map<String, String> golden = golden();
    private final IdentityKeyPair key = IdentityKeyPair.of(hex("seed").toArray());
    private final OwnDialect own = new OwnDialect(key);

    @Test
    void whatIsMadeTodayIsWhatWasMadeThen() throws MalformedJsonException {
        SelfDescription self = self();
        Bytes broadcast = own.announcement(self, Samples.ETH0);
        Bytes unicast = own.unicastAnnouncement(self, Samples.ETH0, true);
        assertEquals(golden.get("broadcast"), broadcast.toText());
        assertEquals(golden.get("broadcast-form"), form(broadcast, List.of(Samples.ETH0.address()), false));
        assertEquals(golden.get("unicast"), unicast.toText());
        List<HostAddress> both = List.of(Samples.ETH0.address(), WLAN0.address());
        assertEquals(golden.get("unicast-form"), form(unicast, both, true));
    }

    @Test
    void whatWasMadeThenIsStillBelieved() {
        for (String form : List.of("broadcast", "unicast")) {
            Endpoint from = new Endpoint(Samples.ETH0.address(), 6_000);
            Recognition.Signed signed =
                    (Recognition.Signed) own.recognise(from, Bytes.utf8(golden.getOrDefault(form, "")));
            assertTrue(signed.proof().hasSoundKey());
            assertTrue(signed.proof().holds());
            assertEquals(Nickname.fromPeer("Ayşe Su"), signed.sighting().name());
            assertEquals(Status.BUSY, signed.sighting().status());
        }
    }

    private SelfDescription self() {
        SelfDescription.Run run =
                new SelfDescription.Run(new InstanceId("0123456789abcdef"), 1_700_000_000_123L, 4_711);
        SelfDescription.Identity identity = new SelfDescription.Identity(key.id(), Samples.UUID);
        return new SelfDescription(
                identity,
                Nickname.fromPeer("Ayşe Su"),
                Status.BUSY,
                6_001,
                8,
                run,
                List.of(Samples.ETH0, WLAN0, LanInterface.LOOPBACK));
    }

    private String form(Bytes datagram, List<HostAddress> addresses, boolean asks) throws MalformedJsonException {
        Bytes form = SignedForm.of(StrictJson.object(datagram).path("ll"), key.id(), addresses, asks);
        return HexFormat.of().formatHex(form.toArray());
    }

    private Bytes hex(String field) {
        return Bytes.copyOf(HexFormat.of().parseHex(golden.getOrDefault(field, "")));
    }

    /** A line {@code field = value} each, comments behind {@code #}. */
    private static Map<String, String> golden() {
        try (InputStream resource = GoldenAnnouncementTest.class.getResourceAsStream("announcement.txt")) {
            Map<String, String> fields = new LinkedHashMap<>();
            new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" = ", 2))
                    .forEach(line -> fields.put(line[0], line[1]));
            return fields;
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
