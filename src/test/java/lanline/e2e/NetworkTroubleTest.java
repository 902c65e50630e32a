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
    @DisplayName("A2: on a network that drops broadcast, --peer on one side is enough for both")
    void peerReachesAHostWhereBroadcastIsDropped() throws Exception {
        lab.lan().hub().sh(DROP_BROADCAST);
        Program ali = lab.start(2, "Ali");
        Program ece = lab.start(1, "Ece", "--peer", lab.lan().address(2));
        ali.awaitPeer("Ece", "online");
        ece.awaitPeer("Ali", "online");
        ece.awaitState(ece.send("Ali", "duvarı aştık"), "sent");
        ali.awaitMessage("duvarı aştık");
        ali.awaitState(ali.send("Ece", "aştık"), "sent");
        ece.awaitMessage("aştık");
    }

    @Test
    @DisplayName("A2: /net says what to do when nobody is heard")
    void netSaysWhatToDo() throws Exception {
        lab.lan().hub().sh(DROP_BROADCAST);
        Program ece = lab.start(1, "Ece", "--announce-every", "1");
        JsonNode net = ece.ask("net");
        assertEquals("eth0", net.path("items").path(0).path("interface").asText(), net.toString());
        assertTrue(net.path("advice").toString().contains("--peer"), net.toString());
    }

    @Test
    @DisplayName("A2: --interface announces there and nowhere else")
    void interfaceAnnouncesThereAndNowhereElse() throws Exception {
        lab.lan()
                .host(1)
                .sh("ip link add other type veth peer name end; ip addr add 192.0.2.1/24 dev other;"
                        + " ip link set other up; ip link set end up");
        Program ece = lab.start(1, "Ece", "--interface", "eth0");
        assertEquals("[\"10.88.0.1\"]", ece.awaitReady().path("addresses").toString());
        assertFalse(ece.ask("net").toString().contains("192.0.2.1"));
        Program ali = lab.start(2, "Ali");
        ali.awaitPeer("Ece", "online");
    }

    @Test
    @DisplayName("A2: an interface that goes and comes back is noticed, and people are found again")
    void anInterfaceThatComesBackIsUsedAgain() throws Exception {
        Program ece = lab.start(1, "Ece", "--announce-every", "1");
        Program ali = lab.start(2, "Ali", "--announce-every", "1");
        ece.awaitPeer("Ali", "online");
        ali.awaitPeer("Ece", "online");
        int hers = ece.mark();
        int his = ali.mark();
        lab.lan().host(1).sh("ip link set eth0 down");
        awaitAddresses(ece, hers, "[]");
        ece.awaitPeer(hers, "Ali", "away");
        ali.awaitPeer(his, "Ece", "away");
        hers = ece.mark();
        his = ali.mark();
        lab.lan().host(1).sh("ip link set eth0 up");
        awaitAddresses(ece, hers, "[\"10.88.0.1\"]");
        ece.awaitPeer(hers, "Ali", "online");
        ali.awaitPeer(his, "Ece", "online");
        ece.send("Ali", "geri geldim");
        ali.awaitMessage("geri geldim");
    }

    @Test
    @DisplayName("A2 A3: a changed address is noticed, announced, and messages go to the new one")
    void aChangedAddressIsNoticed() throws Exception {
        Program ece = lab.start(1, "Ece");
        Program ali = lab.start(2, "Ali");
        ece.awaitPeer("Ali", "online");
        ali.awaitPeer("Ece", "online");
        lab.lan().host(2).sh("ip addr del 10.88.0.2/24 dev eth0; ip addr add 10.88.0.77/24 broadcast + dev eth0");
        ece.awaitEvent(
                "peer", event -> Program.has(event, "name", "Ali") && Program.has(event, "address", "10.88.0.77"));
        ece.awaitState(ece.send("Ali", "taşındın mı?"), "sent");
        ali.awaitMessage("taşındın mı?");
        ali.awaitState(ali.send("Ece", "evet"), "sent");
        assertEquals("10.88.0.77", ece.awaitMessage("evet").path("address").asText());
    }

    @Test
    @DisplayName(
            "A9 F2: what is said while an interface vanishes waits again once the silence is noticed, and the chat goes on")
    void whatIsSaidWhileAnInterfaceVanishesWaitsAgain() throws Exception {
        Program ece = lab.start(1, "Ece");
        lab.start(2, "Ali");
        ece.awaitPeer("Ali", "online");
        lab.lan().host(1).sh("ip link del eth0");
        String id = ece.send("Ali", "sesim geliyor mu?");
        awaitAddresses(ece, 0, "[]");
        ece.awaitState(id, "sent");
        int mark = ece.mark();
        ece.awaitPeer(mark, "Ali", "away");
        ece.awaitState(mark, id, "queued");
        assertEquals("reply", ece.ask("users").path("event").asText());
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

    private static void awaitAddresses(Program program, int mark, String addresses) throws InterruptedException {
        program.awaitEvent(
                mark, "addresses", event -> event.path("addresses").toString().equals(addresses));
    }
}
