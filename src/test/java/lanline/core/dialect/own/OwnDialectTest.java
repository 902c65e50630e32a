package lanline.core.dialect.own;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lanline.core.dialect.Manner;
import lanline.core.dialect.Recognition;
import lanline.core.dialect.SelfDescription;
import lanline.core.dialect.Sighting;
import lanline.core.dialect.json.JsonText;
import lanline.core.dialect.json.MalformedJsonException;
import lanline.core.dialect.json.StrictJson;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnDialectTest {
    private static final String AT = "10.0.0.7";
    private static final Endpoint FROM = Samples.at(AT, 51_234);
    private static final Announcement ALI = Samples.lanline('2', "Ali");

    private final OwnDialect own = new OwnDialect(Samples.key('1'));

    @Test
    void namesGoOutInRawUtf8() {
        Bytes sent = own.announcement(Samples.self("Çağrı \uD83D\uDE00"), Samples.ETH0);
        assertTrue(sent.toText().contains("\"name\": \"Çağrı \uD83D\uDE00\""), sent::toText);
    }

    @Test
    void theLongestAnnouncementFitsIntoWhatOlderProgramsReceive() {
        for (String widest : List.of("\uD83D\uDE00".repeat(32), "W".repeat(32), "ﷺ".repeat(32), "\"\\".repeat(16))) {
            List<LanInterface> networks = new ArrayList<>();
            for (int i = 0; i < 9; i++) {
                networks.add(LanInterface.of("eth" + i, Samples.address("255.255.255.11" + i), 24)
                        .orElseThrow());
            }
            SelfDescription self = longest(widest).on(networks);
            Bytes sent = own.unicastAnnouncement(self, networks.get(0), true);
            assertTrue(sent.length() <= 1_024, () -> sent.length() + " bytes");
            assertTrue(own.announcement(self, networks.get(0)).length() <= 1_024);
        }
    }

    /** With everything as long as it may be. */
    private static SelfDescription longest(String name) {
        SelfDescription.Run run =
                new SelfDescription.Run(new InstanceId("a".repeat(16)), Long.MAX_VALUE, Long.MAX_VALUE);
        SelfDescription.Identity identity = new SelfDescription.Identity(Samples.id('1'), Samples.UUID);
        return new SelfDescription(identity, Nickname.fromPeer(name), Status.ONLINE, 65_535, 60, run);
    }

    @Test
    void whatIsSentIsUnderstoodAndProven() {
        Recognition.Signed signed =
                signed("10.0.0.1", own.announcement(Samples.self("Ali").counted(), Samples.ETH0));
        Sighting seen = signed.sighting();
        Sighting.Lanline lanline = new Sighting.Lanline(Samples.id('1'), new InstanceId("a".repeat(16)), 1_000, 1);
        assertEquals(Optional.of(lanline), seen.lanline());
        assertEquals(Nickname.fromPeer("Ali"), seen.name());
        assertEquals(Status.ONLINE, seen.status());
        assertEquals(20_000, seen.onlineMillis());
        assertFalse(seen.asksForUnicast());
        assertTrue(signed.proof().hasSoundKey());
        assertTrue(signed.proof().holds());
    }

    @Test
    void oneByUnicastMayComeFromAnyOfOurNetworksAndFromNowhereElse() {
        LanInterface wlan0 =
                LanInterface.of("wlan0", Samples.address("10.5.0.17"), 28).orElseThrow();
        SelfDescription self = Samples.self("Ali").on(List.of(Samples.ETH0, wlan0, LanInterface.LOOPBACK));
        for (boolean asks : List.of(true, false)) {
            Bytes sent = own.unicastAnnouncement(self, Samples.ETH0, asks);
            for (String from : List.of("10.0.0.1", "10.5.0.17")) {
                assertTrue(signed(from, sent).proof().holds());
                assertEquals(asks, signed(from, sent).sighting().asksForUnicast());
            }
            assertFalse(why("127.0.0.1", sent).isBlank());
            assertFalse(why("10.0.0.2", sent).isBlank());
        }
    }

    @Test
    void itComesFromTheAddressThatItIsSignedForOrIsNothing() {
        assertEquals(
                Samples.at(AT, 7_001),
                signed(AT, ALI.on(7_001).from(AT)).sighting().reach());
        assertEquals("it was signed for another address than the one that it came from", why(AT, ALI.from("10.9.9.9")));
        String moved = ALI.from("10.9.9.9").toText().replace("10.9.9.9", AT);
        assertFalse(signed(AT, Bytes.utf8(moved)).proof().holds());
    }

    @Test
    void everyStatusHasItsWord() {
        for (Status status : Status.values()) {
            assertEquals(
                    status, signed(AT, ALI.saying(status).from(AT)).sighting().status());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"name\": \"Ali\"|\"name\": \"Veli\"",
                "\"port\": 6001|\"port\": 6002",
                "\"in\": \"b|\"in\": \"c",
                "\"ep\": 1000|\"ep\": 1001",
                "\"n\": 1|\"n\": 2",
                "\"per\": 8|\"per\": 9",
                "\"st\": \"online\"|\"st\": \"bye\"",
                "[2, 1]|[1, 2]",
                "[2, 1]|[1]",
                "\"ll\": {|\"unicast\": true, \"ll\": {",
                "\"ll\": {|\"from\": [\"10.0.0.7\", \"10.0.0.8\"], \"ll\": {",
            })
    void nothingOfWhatIsSignedCanBeChanged(String change) {
        String[] parts = change.split("\\|");
        String before = ALI.from(AT).toText();
        String after = before.replace(parts[0], parts[1]);
        assertFalse(after.equals(before));
        assertFalse(signed(AT, Bytes.utf8(after)).proof().holds());
    }

    @Test
    void anotherIdsSignatureProvesNothing() {
        String stolen = ALI.from(AT)
                .toText()
                .replace(ALI.key().id().text(), Samples.id('3').text());
        assertFalse(signed(AT, Bytes.utf8(stolen)).proof().holds());
    }

    @Test
    void noBitOfASignatureMayBeAnother() {
        String before = ALI.from(AT).toText();
        int start = before.indexOf("\"sig\": \"") + 8;
        for (int i = start; i < start + 85; i++) {
            char other = before.charAt(i) == 'A' ? 'B' : 'A';
            String after = before.substring(0, i) + other + before.substring(i + 1);
            assertFalse(signed(AT, Bytes.utf8(after)).proof().holds());
        }
    }

    @Test
    void howTheJsonIsWrittenDoesNotMatter() throws MalformedJsonException {
        ObjectNode read = StrictJson.object(ALI.from(AT));
        read.put("new", 5);
        ((ObjectNode) read.path("ll")).put("later", "words");
        Bytes tight = Bytes.utf8(read.toString());
        assertTrue(signed(AT, tight).proof().holds());
    }

    @Test
    void aKeyOfSmallOrderIsNotSound() {
        String weak = ALI.from(AT).toText().replace(ALI.key().id().text(), "ae" + "a".repeat(50));
        assertFalse(signed(AT, Bytes.utf8(weak)).proof().hasSoundKey());
        String zero = ALI.from(AT).toText().replace(ALI.key().id().text(), "a".repeat(52));
        assertFalse(signed(AT, Bytes.utf8(zero)).proof().hasSoundKey());
    }

    @Test
    void anAnnouncementWithoutTheOwnObjectIsSomebodyElses() {
        assertEquals(Recognition.NOT_MINE, own.recognise(FROM, Samples.older("ali")));
        assertEquals(Recognition.NOT_MINE, own.recognise(FROM, Bytes.utf8("{}")));
    }

    @ParameterizedTest
    @CsvSource({
        "0,it says that it is a Lanline and does not sign that as this version does",
        "-1,it says that it is a Lanline and does not sign that as this version does",
        "2,it has a later version of Lanline with which this one can't talk",
        "255,it has a later version of Lanline with which this one can't talk"
    })
    void anUnsignedOrUnknownVersionIsRefusedByName(int version, String why) {
        Bytes other = Bytes.utf8(ALI.from(AT).toText().replace("\"v\": 1", "\"v\": " + version));
        assertEquals(why, why(AT, other).replace(",", ""));
        Recognition.Refused refused = (Recognition.Refused) own.recognise(FROM, other);
        assertEquals("ali", refused.name().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"v\": 1|\"v\": \"1\"",
                "\"v\": 1|\"x\": 1",
                "\"id\": \"|\"id\": \"2",
                "\"id\": \"|\"id\": \"!",
                "\"id\": |\"xx\": ",
                "\"in\": |\"xx\": ",
                "\"in\": \"bb|\"in\": \"BB",
                "\"name\": |\"xx\": ",
                "\"name\": \"Ali|\"name\": \"\\ud83d",
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
                "[2, 1]|[]",
                "[2, 1]|[3]",
                "[2, 1]|[2, 256]",
                "[2, 1]|[2, 1.0]",
                "[2, 1]|[1,1,1,1,1,1,1,1,1]",
                "[2, 1]|\"2\"",
                "\"sig\": \"|\"sig\": \"A",
                "\"sig\": \"|\"sig\": \"+",
                "\"sig\": |\"xx\": ",
                "\"ll\": {|\"ll\": 5, \"x\": {",
                "\"ll\": {|\"ll\": null, \"x\": {",
                "\"ll\": {|\"ll\": [], \"x\": {",
            })
    void anOwnObjectOutOfRangeIsNamedAsSuch(String change) {
        String[] parts = change.split("\\|");
        String before = ALI.from(AT).toText();
        String wrong = before.replace(parts[0], parts[1]);
        assertFalse(wrong.equals(before));
        assertEquals("its own object lacks a field, or one is out of range", why(AT, Bytes.utf8(wrong)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[\"10.0.0.7\", 5]",
                "[\"10.0.0.7\", \"fe80::1\"]",
                "[\"10.0.0.7\", \"10.0.0.7\", \"10.0.0.7\", \"10.0.0.7\", \"10.0.0.7\"]",
                "[\"10.0.0.7\", \"somewhere\"]",
            })
    void addressesThatCantBeSignedAreNone(String addresses) {
        String wrong = ALI.from(AT).toText().replace("\"ll\": {", "\"from\": " + addresses + ", \"ll\": {");
        assertEquals("it was signed for another address than the one that it came from", why(AT, Bytes.utf8(wrong)));
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
        wrong.forEach(datagram -> assertFalse(why(AT, datagram).isBlank()));
    }

    @Test
    void aLanlinesAnnouncementHasAThousandAndTwentyFourBytesAtTheMost() {
        String usual = ALI.from(AT).toText();
        int room = 1_024 - usual.length() - "\"x\": \"\", ".length();
        String longest = usual.replace("\"ll\": {", "\"x\": \"" + "y".repeat(room) + "\", \"ll\": {");
        assertTrue(signed(AT, Bytes.utf8(longest)).proof().holds());
        assertEquals(
                "a Lanline's announcement of more than 1024 bytes",
                why(AT, Bytes.utf8(longest.replace("yy", "yyy").replaceFirst("yyy", "yyyy"))));
    }

    @Test
    void aNameIsCleanedAndNeverMissing() throws MalformedJsonException {
        assertEquals("nameless", nameOf(""));
        assertEquals("Ada", nameOf("\u001bAda\u202e\u200b"));
        assertEquals("x".repeat(32), nameOf("x".repeat(300)));
    }

    /** As shown, of somebody who signs {@code name} as it is. */
    private String nameOf(String name) throws MalformedJsonException {
        ObjectNode datagram = StrictJson.object(ALI.from(AT));
        ObjectNode ll = (ObjectNode) datagram.path("ll");
        ll.put("name", name);
        Bytes form = SignedForm.of(ll, ALI.key().id(), List.of(Samples.address(AT)), false);
        ll.put("sig", SignatureText.of(ALI.key().sign(form)));
        Recognition.Signed signed = signed(AT, JsonText.write(datagram));
        assertTrue(signed.proof().holds());
        return signed.sighting().name().toString();
    }

    @Test
    void aLongTextIsCutIntoWhatASessionCarriesWithoutAnyEscapes() {
        SafeText text = SafeText.message("\"".repeat(8_192));
        assertEquals(List.of(text), own.parts(Samples.self("Ece"), Manner.PLAIN, text));
        SafeText more = SafeText.message("\"".repeat(8_193));
        assertEquals(2, own.parts(Samples.self("Ece"), Manner.PLAIN, more).size());
    }

    private Recognition.Signed signed(String from, Bytes datagram) {
        return (Recognition.Signed) own.recognise(Samples.at(from, 51_234), datagram);
    }

    private String why(String from, Bytes datagram) {
        Recognition recognition = own.recognise(Samples.at(from, 51_234), datagram);
        SafeText why = recognition instanceof Recognition.Refused refused
                ? refused.why()
                : ((Recognition.Malformed) recognition).why();
        assertEquals(why, why.oneLine());
        return why.value();
    }
}
