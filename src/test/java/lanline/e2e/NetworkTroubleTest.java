package lanline.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Networks that drop, change and vanish while people chat. Each test has a network of its own, since it breaks it. */
@InNamespaces
@Execution(ExecutionMode.CONCURRENT)
class NetworkTroubleTest {
    /** Frames to everybody never leave the switch; those to one host do. */
    private static final String DROP_BROADCAST = "nft add table bridge f; nft add chain bridge f pass "
            + "'{ type filter hook forward priority 0; }'; nft add rule bridge f pass ip daddr 10.88.0.255 drop";

    @RegisterExtension
    final Lab lab = Lab.withHosts(2);

    @Test
    @DisplayName(
            "A2: on a network that drops broadcast, /net says what to do, and --peer on one side is enough for both")
    void peerReachesAHostWhereBroadcastIsDropped() throws Exception {
        lab.lan().hub().sh(DROP_BROADCAST);
        Program ali = lab.start(2, "Ali", "--announce-every", "1");
        JsonNode net = ali.ask("net");
        assertEquals("eth0", net.path("items").path(0).path("interface").asText(), net.toString());
        assertTrue(net.path("advice").toString().contains("--peer"), net.toString());
        Program ece = lab.start(1, "Ece", "--peer", lab.lan().address(2));
        ali.awaitPeer("Ece", "online");
        ece.awaitPeer("Ali", "online");
        ece.awaitState(ece.send("Ali", "duvarı aştık"), "sent");
        ali.awaitMessage("duvarı aştık");
        ali.awaitState(ali.send("Ece", "aştık"), "sent");
        ece.awaitMessage("aştık");
    }

    @Test
    @DisplayName("A2: --interface announces there and nowhere else")
    void interfaceAnnouncesThereAndNowhereElse() throws Exception {
        lab.lan()
                .host(1)
                .sh("ip link add other type veth peer name end; ip addr add 192.0.2.1/24 dev other;"
                        + " ip link set other up; ip link set end up");
        RawPeer ali = lab.raw(2);
        ali.hear();
        Program ece = lab.start(1, "Ece", "--interface", "eth0");
        assertEquals("[\"10.88.0.1\"]", ece.awaitReady().path("addresses").toString());
        assertFalse(ece.ask("net").toString().contains("192.0.2.1"));
        ali.awaitDatagram(lab.lan().address(1), text -> text.contains("\"Ece\""));
    }

    @Test
    @DisplayName(
            "E7: with no network at all, not even loopback, it starts, says so, and finds the one that comes up later")
    void withNoNetworkAtAllItStartsAndSaysSo() throws Exception {
        lab.lan().host(1).sh("ip link set eth0 down; ip link set lo down");
        Program ece = lab.start(1, "Ece");
        assertEquals("[]", ece.awaitReady().path("addresses").toString());
        JsonNode net = ece.ask("net");
        assertFalse(net.path("advice").isEmpty(), net.toString());
        Program ali = lab.start(2, "Ali");
        lab.lan().host(1).sh("ip link set lo up; ip link set eth0 up");
        ece.awaitPeer("Ali", "online");
        ali.awaitPeer("Ece", "online");
    }
}
