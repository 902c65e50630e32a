package lanline.edge.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import lanline.core.event.NetworkEvent.AccountFound;
import lanline.core.event.NetworkEvent.BytesReceived;
import lanline.core.event.NetworkEvent.LinkOpened;
import lanline.core.model.Bytes;
import lanline.core.model.Endpoint;
import lanline.core.model.HostAddress;
import lanline.core.model.LinkId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What is told of a standing link, and what still leaves when the program ends. */
@Timeout(120)
class LastWordsTest {
    private static final int PATIENT = 30_000;

    @Test
    void whatWasTransmittedLastLeavesBeforeTheEnd() throws Exception {
        for (int round = 0; round < 20; round++) {
            try (RecordedBus here = new RecordedBus();
                    ServerSocket peer = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.2"))) {
                LanNetwork network = new LanNetwork(here.bus);
                LinkId link = network.dial(new Endpoint(new HostAddress("127.0.0.2"), peer.getLocalPort()), PATIENT);
                try (Socket accepted = peer.accept()) {
                    accepted.getOutputStream().write('x');
                    here.await(BytesReceived.class);
                    // More than what is written in the caller's thread.
                    network.transmit(link, Bytes.utf8("x".repeat(20_000)));
                    network.transmit(link, Bytes.utf8("bye"));
                    network.finish(link);
                    network.close();
                    String heard = new String(accepted.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                    assertTrue(heard.endsWith("xbye"));
                }
            }
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theAccountOfAPeerOnThisMachineIsToldWhenAskedFor() throws Exception {
        try (RecordedBus here = new RecordedBus();
                LanNetwork network = new LanNetwork(here.bus);
                ServerSocket peer = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.2"))) {
            LinkId link = network.dial(new Endpoint(new HostAddress("127.0.0.2"), peer.getLocalPort()), PATIENT);
            here.await(LinkOpened.class);
            try (Socket accepted = peer.accept()) {
                assertTrue(accepted.isConnected());
                network.findAccount(link);
                AccountFound found = here.await(AccountFound.class);
                assertEquals(link, found.link());
                assertEquals(System.getProperty("user.name"), found.account().value());
            }
        }
    }
}
