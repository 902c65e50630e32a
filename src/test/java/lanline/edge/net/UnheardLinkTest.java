package lanline.edge.net;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.Socket;
import lanline.core.event.NetworkEvent.LinkAccepted;
import lanline.core.event.NetworkEvent.TcpOpened;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
final class UnheardLinkTest {
    @Test
    void whoIsClosedBeforeAWordWasHeardDoesNotTakeThatForAnAnswer() throws Exception {
        try (RecordedBus here = new RecordedBus();
                LanNetwork network = new LanNetwork(here.bus)) {
            network.listen(0);
            int port = here.await(TcpOpened.class).port();
            try (Socket dialler = new Socket("127.0.0.1", port)) {
                network.close(here.await(LinkAccepted.class).link());
                assertThrows(IOException.class, dialler.getInputStream()::read);
            }
        }
    }
}
