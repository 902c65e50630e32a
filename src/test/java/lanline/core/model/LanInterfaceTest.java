package lanline.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanInterfaceTest {
    @ParameterizedTest
    @CsvSource({
        "192.168.1.17, 24, 192.168.1.255",
        "10.0.0.17, 28, 10.0.0.31",
        "172.16.3.4, 16, 172.16.255.255",
        "10.1.2.5, 30, 10.1.2.7",
        "10.1.2.3, 8, 10.255.255.255",
        "200.1.2.3, 1, 255.255.255.255",
        "10.0.130.9, 17, 10.0.255.255",
    })
    void theBroadcastAddressComesFromTheRealPrefix(String address, int prefix, String broadcast) {
        assertEquals(
                broadcast,
                interfaceOf(address, prefix).orElseThrow().broadcast().text());
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.1, 31", "10.0.0.1, 32", "10.0.0.1, 0", "10.0.0.1, -1", "10.0.0.1, 33", "fe80::1, 64", "::1, 128"
    })
    void somePrefixesAndIpv6HaveNoBroadcastAddress(String address, int prefix) {
        assertEquals(Optional.empty(), interfaceOf(address, prefix));
    }

    @Test
    void loopbackReachesEverySocketOfTheMachine() {
        assertEquals(
                LanInterface.LOOPBACK,
                LanInterface.of("lo", new HostAddress("127.0.0.1"), 8).orElseThrow());
        assertEquals("127.255.255.255", LanInterface.LOOPBACK.broadcast().text());
    }

    @Test
    void aNetworkHoldsTheAddressesOfItsPrefixOnly() {
        LanInterface small = interfaceOf("10.0.0.17", 28).orElseThrow();
        assertTrue(small.holds(new HostAddress("10.0.0.16")));
        assertTrue(small.holds(new HostAddress("10.0.0.31")));
        assertFalse(small.holds(new HostAddress("10.0.0.15")));
        assertFalse(small.holds(new HostAddress("10.0.0.32")));
        assertFalse(small.holds(new HostAddress("fe80::1")));
    }

    private static Optional<LanInterface> interfaceOf(String address, int prefix) {
        return LanInterface.of("eth0", new HostAddress(address), prefix);
    }
}
