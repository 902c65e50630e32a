package lanline.core.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import lanline.core.model.Bytes;
import lanline.core.model.InstanceId;
import lanline.core.model.LanlineId;
import lanline.core.model.Nickname;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a side says of itself, in hexadecimal. */
class CredentialTest {
    private static final String ID = "11".repeat(32);
    private static final String SIGNATURE = "22".repeat(64);
    private static final String NAME = "04 c3876179";
    private static final String REST = "1771 0102030405060708 0000018bcfe56800 000000000000002a 00000000 00002040";

    @Test
    void aCredentialHasThisForm() throws BrokenException {
        Claim.Run run = new Claim.Run(new InstanceId("0102030405060708"), 1_700_000_000_000L, 42);
        Credential credential =
                new Credential(new Claim(LanlineId.of(hex(ID)), Nickname.fromPeer("Çay"), 6_001, run), hex(SIGNATURE));
        assertEquals(hex(ID + SIGNATURE + NAME + REST), credential.bytes());
        assertEquals(credential, Credential.parse(credential.bytes()));
    }

    @Test
    void eachOtherLengthIsRefused() {
        byte[] whole = hex(ID + SIGNATURE + NAME + REST).toArray();
        for (int length = 0; length < whole.length + 200; length++) {
            Bytes other = Bytes.copyOf(Arrays.copyOf(whole, length));
            if (length != whole.length) {
                assertThrows(BrokenException.class, () -> Credential.parse(other), length + " bytes");
            }
        }
    }

    @Test
    void aNameMayHave128BytesAndNotOneMore() throws BrokenException {
        assertEquals("a".repeat(32), nameOf("80" + "61".repeat(128)));
        assertRefused("81" + "61".repeat(129), REST, "what it says of itself is not as long as it should be");
    }

    @Test
    void aNameIsCleanedBeforeAnybodySeesIt() throws BrokenException {
        assertEquals("ada[2J", nameOf("0a 616461 e2808b 1b5b324a".replace("0a ", "0a")));
        assertEquals("nameless", nameOf("00"));
        assertRefused("01ff", REST, "a text that is no UTF-8");
    }

    private static String nameOf(String name) throws BrokenException {
        return Credential.parse(hex(ID + SIGNATURE + name + REST))
                .claim()
                .name()
                .toString();
    }

    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "0000000080000000, 2147483648",
        "0020000000000000, 9007199254740992",
        "7fffffffffffffff, 9223372036854775807"
    })
    void anEpochAndACounterReachToTheGreatestNumber(String hex, long value) throws BrokenException {
        String rest = "1771 0102030405060708" + hex + hex + "00000000 00002040";
        Claim.Run run =
                Credential.parse(hex(ID + SIGNATURE + NAME + rest)).claim().run();
        assertEquals(value, run.epoch());
        assertEquals(value, run.counter());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1771 0102030405060708 ffffffffffffffff 0000000000000000 00000000 00002040",
                "1771 0102030405060708 0000000000000000 8000000000000000 00000000 00002040"
            })
    void numbersBelowZeroAreRefused(String rest) {
        assertRefused(NAME, rest, "a number below zero in what it says of itself");
    }

    @Test
    void port65535IsOneAndPort0IsNone() throws BrokenException {
        String rest = REST.substring(4);
        assertEquals(
                65_535,
                Credential.parse(hex(ID + SIGNATURE + NAME + "ffff" + rest))
                        .claim()
                        .port());
        assertRefused(NAME, "0000" + rest, "it says that it listens on port 0");
    }

    @Test
    void whoTakesShorterFramesThanTheLongestIsRefusedAndLongerOnesAreWelcome() throws BrokenException {
        String rest = REST.substring(0, REST.length() - 8);
        assertRefused(NAME, rest + "0000203f", "it takes no frames of 8256 bytes");
        assertRefused(NAME, rest + "00000000", "it takes no frames of 8256 bytes");
        Credential.parse(hex(ID + SIGNATURE + NAME + rest + "00010000"));
        Credential.parse(hex(ID + SIGNATURE + NAME + rest + "ffffffff"));
    }

    @Test
    void capabilitiesThatAreNotKnownSayNothing() throws BrokenException {
        String known = "1771 0102030405060708 0000018bcfe56800 000000000000002a 00000000 00002040";
        String unknown = "1771 0102030405060708 0000018bcfe56800 000000000000002a ffffffff 00002040";
        assertEquals(
                Credential.parse(hex(ID + SIGNATURE + NAME + known)),
                Credential.parse(hex(ID + SIGNATURE + NAME + unknown)));
    }

    private static void assertRefused(String name, String rest, String why) {
        Bytes bytes = hex(ID + SIGNATURE + name + rest);
        assertEquals(
                why,
                assertThrows(BrokenException.class, () -> Credential.parse(bytes))
                        .why());
    }

    private static Bytes hex(String hex) {
        return Golden.hex(hex.replace(" ", ""));
    }
}
