package lanline.core.dialect.own;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import lanline.core.dialect.Recognition;
import lanline.core.dialect.Sighting;
import lanline.core.dialect.course2024.Course2024Dialect;
import lanline.core.model.Bytes;
import lanline.core.model.Endpoint;
import lanline.core.model.InstanceId;
import lanline.core.model.LanInterface;
import lanline.core.model.Nickname;
import lanline.core.model.Status;
import lanline.core.text.SafeText;
import lanline.testing.Samples;
import lanline.testing.Samples.Announcement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnDialectTest {
    private static final Endpoint FROM = Samples.at("10.0.0.7", 51_234);
    private static final Announcement ALI = Samples.lanline('2', "Ali");

    private final OwnDialect own = new OwnDialect(new Course2024Dialect(6001));

    @Test
    void oneDatagramServesOldAndNew() {
        String expected = "{\"username\": \"ay_e_su\", \"ip\": \"10.0.0.1\", \"ip_address\": \"10.0.0.1\", \"uuid\": \""
                + Samples.UUID + "\", \"ll\": {\"v\": 0, \"id\": \"" + "1".repeat(32)
                + "\", \"name\": \"Ay:e Su\", \"port\": 6001, \"in\": \"" + "a".repeat(16)
                + "\", \"ep\": 1000, \"n\": 1, \"per\": 8, \"st\": \"online\"}}";
        Bytes sent = own.announcement(Samples.self("Ay:e Su").counted(), Samples.ETH0);
        assertEquals(expected, sent.toText());
    }

    @Test
    void namesGoOutInRawUtf8() {
        Bytes sent = own.announcement(Samples.self("Çağrı \uD83D\uDE00"), Samples.ETH0);
        assertTrue(sent.toText().contains("\"name\": \"Çağrı \uD83D\uDE00\""), sent::toText);
    }

    @Test
    void theLongestAnnouncementFitsIntoWhatOlderProgramsReceive() {
        for (String widest : List.of("\uD83D\uDE00".repeat(32), "W".repeat(32), "ﷺ".repeat(32), "\"\\".repeat(16))) {
            LanInterface on = LanInterface.of("eth0", Samples.address("255.255.255.254"), 1)
                    .orElseThrow();
            Bytes sent = own.unicastAnnouncement(Samples.self(widest).in(Status.ONLINE), on);
            assertTrue(sent.length() <= 1_024, () -> sent.length() + " bytes");
        }
    }

    @Test
    void whatIsSentIsUnderstood() {
        Sighting seen = seen(own.announcement(Samples.self("Ali").counted(), Samples.ETH0));
        Sighting.Lanline lanline = new Sighting.Lanline(Samples.id('1'), new InstanceId("a".repeat(16)), 1_000, 1);
        assertEquals(Optional.of(lanline), seen.lanline());
        assertEquals(Nickname.fromPeer("Ali"), seen.name());
        assertEquals(Status.ONLINE, seen.status());
        assertFalse(seen.asksForUnicast());
        assertTrue(
                seen(own.unicastAnnouncement(Samples.self("Ali"), Samples.ETH0)).asksForUnicast());
    }

    @Test
    void theAddressIsTheSourcesWhateverTheJsonSays() {
        Bytes lying = ALI.on(7_001).bytes("\"ip\": \"10.9.9.9\", \"ip_address\": \"192.168.1.255\", ");
        assertEquals(Samples.at("10.0.0.7", 7_001), seen(lying).reach());
    }

    @Test
    void everyStatusHasItsWord() {
        for (Status status : Status.values()) {
            assertEquals(status, seen(ALI.saying(status.word()).bytes()).status());
        }
    }

    @Test
    void unknownFieldsAreForThoseWhoKnowThem() {
        String later = ALI.bytes("\"new\": [1], ").toText().replace("\"v\": 0", "\"v\": 1, \"s\": 3, \"sig\": \"abc\"");
        assertEquals(Nickname.fromPeer("Ali"), seen(Bytes.utf8(later)).name());
    }

    @Test
    void anAnnouncementWithoutTheOwnObjectIsSomebodyElses() {
        assertEquals(Recognition.NOT_MINE, own.recognise(FROM, Samples.older("ali")));
        assertEquals(Recognition.NOT_MINE, own.recognise(FROM, Bytes.utf8("{}")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"v\": 0|\"v\": -1",
                "\"v\": 0|\"v\": 256",
                "\"v\": 0|\"v\": \"0\"",
                "\"id\": \"22|\"id\": \"2",
                "\"id\": \"2222|\"id\": \"zzzz",
                "\"id\": |\"xx\": ",
                "\"in\": |\"xx\": ",
                "\"in\": \"bb|\"in\": \"BB",
                "\"port\": 6001|\"port\": 0",
                "\"port\": 6001|\"port\": 65536",
                "\"port\": 6001|\"port\": \"6001\"",
                "\"port\": 6001|\"port\": 6001.5",
                "\"port\": 6001|\"port\": -1",
                "\"ep\": 1000|\"ep\": -1",
                "\"ep\": 1000|\"ep\": 9223372036854775808",
                "\"n\": 1|\"n\": 1e3",
                "\"n\": 1|\"n\": null",
                "\"per\": 8|\"per\": 0",
                "\"per\": 8|\"per\": 61",
                "\"st\": \"online\"|\"st\": \"invisible\"",
                "\"st\": \"online\"|\"st\": 5",
                "\"ll\": {|\"ll\": 5, \"x\": {",
                "\"ll\": {|\"ll\": null, \"x\": {",
                "\"ll\": {|\"ll\": [], \"x\": {",
            })
    void anOwnObjectOutOfRangeIsNamedAsSuch(String change) {
        String[] parts = change.split("\\|");
        String wrong = ALI.bytes().toText().replace(parts[0], parts[1]);
        assertEquals("its own object lacks a field, or one is out of range", why(Bytes.utf8(wrong)));
    }

    @Test
    void malformedDatagramsAreNamedAndNothingMore() {
        List<Bytes> wrong = List.of(
                Bytes.EMPTY,
                Bytes.copyOf(new byte[65_507]),
                Bytes.utf8("hello"),
                Bytes.utf8("\"text\""),
                Bytes.utf8("[]"),
                Bytes.utf8("{\"username\": \"a\", \"username\": \"b\"}"),
                Bytes.utf8("{\"a\":".repeat(1_000) + "1" + "}".repeat(1_000)),
                Bytes.copyOf(new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'}),
                Bytes.utf8("{\"username\": \"" + "x".repeat(9_000) + "\"}"));
        wrong.forEach(datagram -> assertFalse(why(datagram).isBlank()));
    }

    @Test
    void aNameIsCleanedAndNeverMissing() {
        assertEquals("nameless", seen(ALI.named("").bytes()).name().toString());
        assertEquals(
                "Ada",
                seen(ALI.named("\\u001bAda\\u202e\\u200b").bytes()).name().toString());
        assertEquals(
                "x".repeat(32), seen(ALI.named("x".repeat(300)).bytes()).name().toString());
    }

    private Sighting seen(Bytes datagram) {
        return ((Recognition.Seen) own.recognise(FROM, datagram)).sighting();
    }

    private String why(Bytes datagram) {
        SafeText why = ((Recognition.Malformed) own.recognise(FROM, datagram)).why();
        assertEquals(why, why.oneLine());
        return why.value();
    }
}
