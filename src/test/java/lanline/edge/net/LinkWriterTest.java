package lanline.edge.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import lanline.core.model.Bytes;
import lanline.core.model.LinkId;
import lanline.edge.system.SocketWorkers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What leaves at once and what needs a thread: here no thread can be had, and a link that wants one ends. */
class LinkWriterTest {
    private static final Bytes KILOBYTE = Bytes.copyOf(new byte[1_024]);

    private final SocketWorkers none = SocketWorkers.create();
    private final Link link = new Link(new LinkId(1), none);
    private ServerSocketChannel listener;
    private SocketChannel other;

    @BeforeEach
    void connect() throws IOException {
        none.end(0);
        listener = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        link.attach(SocketChannel.open(listener.getLocalAddress()));
        other = listener.accept();
        link.opened();
    }

    @AfterEach
    void disconnect() throws IOException {
        other.close();
        listener.close();
    }

    private void transmitKilobytes(int many) {
        for (int i = 0; i < many; i++) {
            link.transmit(KILOBYTE);
        }
    }

    @Test
    void onlySoMuchLeavesAtOnceAsFitsIntoAnyBuffer() {
        transmitKilobytes(4);
        assertFalse(link.isOver());
        transmitKilobytes(1);
        assertTrue(link.isOver());
        assertEquals(Problem.NO_THREAD, link.reason());
    }

    @Test
    void whatWasReadMakesRoomForAsMuch() {
        for (int kilobytes = 4; kilobytes <= 64; kilobytes += 4) {
            transmitKilobytes(4);
            link.hasRead(kilobytes * 1_024L);
        }
        assertFalse(link.isOver());
    }

    @Test
    void olderProofsTakeNothingBackAndNobodyHasReadWhatNeverLeft() {
        transmitKilobytes(4);
        link.hasRead(1L << 40);
        link.hasRead(1_024);
        transmitKilobytes(4);
        assertFalse(link.isOver());
        transmitKilobytes(1);
        assertTrue(link.isOver());
    }
}
