package lanline.edge.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.ServerSocket;
import java.net.Socket;
import lanline.core.event.NetworkEvent.FixedTcpOpened;
import lanline.core.event.NetworkEvent.FixedTcpUnavailable;
import lanline.core.event.NetworkEvent.LinkAccepted;
import org.junit.jupiter.api.Test;

/** A TCP port that no other number can stand in for. */
class FixedPortTest {
    @Test
    void aTakenPortIsToldAndAFreeOneIsListenedOn() throws Exception {
        RecordedBus here = new RecordedBus();
        try (LanNetwork network = new LanNetwork(here.bus)) {
            int port;
            try (ServerSocket holder = new ServerSocket(0)) {
                port = holder.getLocalPort();
                network.listenOnly(port);
                assertEquals(port, here.await(FixedTcpUnavailable.class).port());
            }
            try (LanNetwork another = new LanNetwork(here.bus)) {
                another.listenOnly(port);
                assertEquals(port, here.await(FixedTcpOpened.class).port());
                try (Socket dialler = new Socket("127.0.0.1", port)) {
                    LinkAccepted accepted = here.await(LinkAccepted.class);
                    assertEquals(port, accepted.localPort());
                    assertEquals(dialler.getLocalPort(), accepted.from().port());
                }
            }
        } finally {
            here.close();
        }
    }
}
