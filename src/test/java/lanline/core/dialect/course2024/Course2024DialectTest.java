package lanline.core.dialect.course2024;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import lanline.core.dialect.Recognition;
import lanline.core.dialect.Sighting;
import lanline.core.model.Bytes;
import lanline.core.model.Endpoint;
import lanline.core.model.Nickname;
import lanline.core.model.Status;
import lanline.testing.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Course2024DialectTest {
    private static final Endpoint FROM = Samples.at("192.168.1.12", 51_234);

    private final Course2024Dialect dialect = new Course2024Dialect(6001);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"username\": \"bob\"}",
                "{\"username\":\"bob\"}",
                "{\n  \"username\": \"bob\",\n  \"ip\": \"10.1.1.1\"\n}\n",
                "{\"USERNAME\": \"bob\", \"IP_ADDRESS\": \"192.168.1.255\"}",
                "{\"Username\": \"bob\", \"timestamp\": 1712345678.25, \"id\": 5}",
                "{\"username\": \"bob\", \"uuid\": \"6ba7b810-9dad-41d1-80b4-00c04fd430c8\"}",
                " \t{\"ip_address\": \"192.168.1.12\", \"username\": \" bob \"} ",
            })
    void everyFormOfAnAnnouncementIsReadAndTheSourceIsTheAddress(String datagram) {
        Sighting seen = seen(datagram);
        assertEquals(Nickname.fromPeer("bob"), seen.name());
        assertEquals(Samples.at("192.168.1.12", 6001), seen.reach());
        assertEquals(Status.ONLINE, seen.status());
        assertEquals(20_000, seen.onlineMillis());
        assertEquals(true, seen.lanline().isEmpty());
    }

    @Test
    void aNameMayBeANumberOrHoldAnything() {
        assertEquals("5", seen("{\"username\": 5}").name().toString());
        assertEquals("a,b:c", seen("{\"username\": \"a,b:c\"}").name().toString());
        assertEquals("nameless", seen("{\"username\": \"\"}").name().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "[]",
                "{}",
                "{\"user\": \"bob\"}",
                "{\"username\": null}",
                "{\"username\": {}}",
                "{\"username\": [\"bob\"]}",
                "{\"username\": \"bob\", \"username\": \"eve\"}",
                "{\"username\": \"bob\"} {\"username\": \"eve\"}"
            })
    void everythingElseIsMalformed(String datagram) {
        assertInstanceOf(Recognition.Malformed.class, dialect.recognise(FROM, Bytes.utf8(datagram)));
    }

    @Test
    void aLanlineIsLeftToItsOwnDialect() {
        assertEquals(
                Recognition.NOT_MINE,
                dialect.recognise(FROM, Samples.lanline('2', "Ali").from("10.0.0.2")));
    }

    private Sighting seen(String datagram) {
        return ((Recognition.Seen) dialect.recognise(FROM, Bytes.utf8(datagram))).sighting();
    }
}
