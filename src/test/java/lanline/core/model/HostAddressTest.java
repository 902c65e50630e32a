package lanline.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostAddressTest {
    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "255.255.255.255", "0.0.0.0", "fe80::1%eth0", "2001:db8::10.0.0.1", "::1"})
    void numericAddressesAreRead(String text) {
        assertEquals(text, HostAddress.parse(text).orElseThrow().text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "10.0.0",
                "10.0.0.256",
                "10.0.0.1.1",
                "10.0.0.-1",
                "10.0.0.1 ",
                "a b",
                "1.2.3.x",
                "10.0.0.0001",
                "fe80::1%",
                "fe80::1%a b",
                "::g",
                "[::1]"
            })
    void everythingElseIsNone(String text) {
        assertEquals(Optional.empty(), HostAddress.parse(text));
        assertThrows(IllegalArgumentException.class, () -> new HostAddress(text));
    }

    @Test
    void anAddressAsLongAsABookIsNone() {
        assertEquals(Optional.empty(), HostAddress.parse(":".repeat(1_000_000)));
    }

    @Test
    void theMachinesOwnAddressesAreLoopback() {
        assertTrue(new HostAddress("127.0.0.1").isLoopback());
        assertTrue(new HostAddress("127.3.2.1").isLoopback());
        assertTrue(new HostAddress("::1").isLoopback());
        assertFalse(new HostAddress("12.7.0.1").isLoopback());
    }

    @Test
    void anIpv6EndpointIsWrittenInBrackets() {
        assertEquals("[fe80::1]:6001", new Endpoint(new HostAddress("FE80::1"), 6001).toString());
        assertEquals("10.0.0.1:6001", new Endpoint(new HostAddress("10.0.0.1"), 6001).toString());
    }
}
