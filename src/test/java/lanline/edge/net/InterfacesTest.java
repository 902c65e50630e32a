package lanline.edge.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import lanline.core.event.NetworkEvent.InterfacesChanged;
import lanline.core.model.HostAddress;
import lanline.core.model.LanInterface;
import lanline.edge.system.SocketWorkers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class InterfacesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "docker0",
                "br-3f2a",
                "veth12ab",
                "virbr0",
                "vmnet8",
                "vboxnet0",
                "cni0",
                "flannel.1",
                "cali12",
                "podman1",
                "lxcbr0",
                "lxdbr0",
                "tun0",
                "tap3",
                "wg0",
                "ppp0",
                "utun4",
                "ztabc123",
                "tailscale0"
            })
    void tunnelsAndContainerBridgesAreNoLan(String name) {
        assertFalse(Interfaces.isLan(name, name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"eth0", "enp3s0", "wlan0", "wlp2s0", "br0", "bond0", "en0", "usb0", "eth0.100", "bridge0"})
    void cablesRadioAndRealBridgesAreALan(String name) {
        assertTrue(Interfaces.isLan(name, name));
    }

    @Test
    void onWindowsTheDescriptionTells() {
        assertFalse(Interfaces.isLan("eth5", "VirtualBox Host-Only Ethernet Adapter"));
        assertFalse(Interfaces.isLan("eth7", "Hyper-V Virtual Ethernet Adapter"));
        assertTrue(Interfaces.isLan("wlan1", "Intel(R) Wi-Fi 6 AX201"));
    }

    @Test
    void loopbackIsAlwaysThereAndLast() throws SocketException {
        List<LanInterface> all = new Interfaces(List.of()).usable();
        assertEquals(1, all.stream().filter(LanInterface::isLoopback).count());
        assertTrue(all.get(all.size() - 1).isLoopback());
        assertEquals("127.255.255.255", all.get(all.size() - 1).broadcast().text());
        List<LanInterface> none = new Interfaces(List.of("nosuch0")).usable();
        assertEquals(List.of(all.get(all.size() - 1)), none);
    }

    @Test
    void aChosenInterfaceThatIsNotThereIsNamedInASentence() {
        List<String> sentences = new Interfaces(List.of("nosuch0", "lo"))
                .missing().stream().map(Object::toString).toList();
        assertEquals(1, sentences.size());
        assertTrue(
                sentences.get(0).startsWith("Interface nosuch0 is not there or has no address (there are: "),
                sentences.get(0));
    }

    @Test
    void onlyChangesAreToldAndTheFirstLookAlways() throws Exception {
        LanInterface wifi = network("wlan0", "10.0.0.7");
        LanInterface moved = network("wlan0", "10.0.0.8");
        AtomicReference<List<LanInterface>> world = new AtomicReference<>(List.of());
        SocketWorkers workers = SocketWorkers.create();
        try (RecordedBus here = new RecordedBus()) {
            workers.run("interfaces", new InterfaceWatch(here.bus, world::get, Duration.ofMillis(1)));
            assertEquals(List.of(), here.await(InterfacesChanged.class).interfaces());
            world.set(List.of(wifi));
            assertEquals(List.of(wifi), here.await(InterfacesChanged.class).interfaces());
            world.set(List.of(moved));
            assertEquals(List.of(moved), here.await(InterfacesChanged.class).interfaces());
            world.set(List.of());
            assertEquals(List.of(), here.await(InterfacesChanged.class).interfaces());
        } finally {
            assertTrue(workers.end(30_000));
        }
    }

    private static LanInterface network(String name, String address) {
        return LanInterface.of(name, new HostAddress(address), 24).orElseThrow();
    }
}
