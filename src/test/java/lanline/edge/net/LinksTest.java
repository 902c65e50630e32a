package lanline.edge.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lanline.core.event.NetworkEvent;
import lanline.core.event.NetworkEvent.BytesReceived;
import lanline.core.event.NetworkEvent.InputEnded;
import lanline.core.event.NetworkEvent.LinkAccepted;
import lanline.core.event.NetworkEvent.LinkClosed;
import lanline.core.event.NetworkEvent.LinkOpened;
import lanline.core.event.NetworkEvent.TcpOpened;
import lanline.core.model.Bytes;
import lanline.core.model.Endpoint;
import lanline.core.model.HostAddress;
import lanline.core.model.LinkId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class LinksTest {
    private static final int PATIENT = 30_000;

    private final RecordedBus here = new RecordedBus();
    private final LanNetwork network = new LanNetwork(here.bus);
    private ServerSocket peer;

    @BeforeEach
    void somebodyListens() throws IOException {
        peer = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.2"));
    }

    @AfterEach
    void closeEverything() throws Exception {
        peer.close();
        network.close();
        here.close();
    }

    @Test
    void aMessageGoesOutAndBothSidesEndTheLinkByThemselves() throws Exception {
        LinkId link = dial();
        network.transmit(link, Bytes.utf8("merhaba"));
        network.finish(link);
        try (Socket accepted = peer.accept()) {
            assertArrayEquals(
                    "merhaba".getBytes(StandardCharsets.UTF_8),
                    accepted.getInputStream().readAllBytes());
        }
        assertEquals(link, here.await(LinkOpened.class).link());
        assertEquals("", here.textUntilEnd(link));
        assertEquals("", closed(link));
    }

    @Test
    void afterOurEndTheOtherSideMayStillAnswer() throws Exception {
        LinkId link = dial();
        network.finish(link);
        try (Socket accepted = peer.accept()) {
            assertEquals(-1, accepted.getInputStream().read());
            accepted.getOutputStream().write("Message received".getBytes(StandardCharsets.UTF_8));
        }
        assertEquals("Message received", here.textUntilEnd(link));
        assertEquals("", closed(link));
    }

    @Test
    void afterTheirEndWeMayStillSpeak() throws Exception {
        LinkId link = dial();
        try (Socket accepted = peer.accept()) {
            accepted.shutdownOutput();
            here.await(InputEnded.class);
            network.transmit(link, Bytes.utf8("one more word"));
            network.finish(link);
            assertEquals("one more word", new String(accepted.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
        assertEquals("", closed(link));
    }

    @Test
    void manyTransmitsArriveInTheirOrder() throws Exception {
        LinkId link = dial();
        String expected = IntStream.range(0, 5_000).mapToObj(i -> i + ";").collect(Collectors.joining());
        IntStream.range(0, 5_000).forEach(i -> network.transmit(link, Bytes.utf8(i + ";")));
        network.finish(link);
        try (Socket accepted = peer.accept()) {
            assertEquals(expected, new String(accepted.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
        assertEquals("", closed(link));
    }

    @Test
    void whatFollowsFinishIsNotSentAndHarmsNothing() throws Exception {
        LinkId link = dial();
        network.transmit(link, Bytes.utf8("first"));
        network.finish(link);
        network.transmit(link, Bytes.utf8("late"));
        network.finish(link);
        try (Socket accepted = peer.accept()) {
            assertEquals("first", new String(accepted.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
        assertEquals("", closed(link));
    }

    @Test
    void aRefusedDialSaysSo() throws Exception {
        int free = peer.getLocalPort();
        peer.close();
        LinkId link = network.dial(at("127.0.0.2", free), PATIENT);
        assertEquals("connection refused: no chat program listens there", closed(link));
    }

    @Test
    void aSilentHostIsGivenUpInTime() throws Exception {
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.3"))) {
            // A listener that accepts nothing answers no more once its queue is full.
            List<LinkId> fillers = IntStream.range(0, 8)
                    .mapToObj(i -> network.dial(at("127.0.0.3", full.getLocalPort()), PATIENT))
                    .toList();
            here.await(LinkOpened.class);
            here.await(LinkOpened.class);
            LinkId link = network.dial(at("127.0.0.3", full.getLocalPort()), 300);
            assertEquals("no answer in 0.3 s", closed(link));
            fillers.forEach(network::close);
        }
    }

    @Test
    void anAddressThatIsNoneClosesTheLinkWithASentence() throws Exception {
        LinkId link = network.dial(at("fe80::1%nosuchinterface", 6001), PATIENT);
        assertNotEquals("", closed(link));
        LinkId other = network.dial(at(":::::", 6001), PATIENT);
        assertNotEquals("", closed(other));
    }

    @Test
    void aResetIsToldInWords() throws Exception {
        LinkId link = dial();
        try (Socket accepted = peer.accept()) {
            here.await(LinkOpened.class);
            accepted.setSoLinger(true, 0);
        }
        assertEquals("the connection was reset", closed(link));
    }

    @Test
    void aPeerThatNeverReadsIsClosedAsTooSlow() throws Exception {
        LinkId link = dial();
        try (Socket accepted = peer.accept()) {
            here.await(LinkOpened.class);
            Bytes chunk = Bytes.copyOf(new byte[60_000]);
            IntStream.range(0, 1_000).forEach(i -> network.transmit(link, chunk));
            assertEquals("the other side does not read what is sent", closed(link));
            assertTrue(accepted.isConnected());
        }
    }

    @Test
    void closingWhileDiallingEndsTheDial() throws Exception {
        LinkId link = network.dial(at("192.0.2.77", 6001), PATIENT);
        network.close(link);
        assertEquals(
                link,
                here.await(LinkClosed.class, gone -> gone.link().equals(link)).link());
    }

    @Test
    void closingAnOpenLinkIsToldOnceWithoutAProblem() throws Exception {
        LinkId link = dial();
        here.await(LinkOpened.class);
        network.close(link);
        network.close(link);
        network.transmit(link, Bytes.utf8("nobody"));
        assertEquals("", closed(link));
        LinkId second = dial();
        here.await(LinkOpened.class, opened -> opened.link().equals(second));
        assertEquals(List.of(), here.rest());
    }

    @Test
    void unknownLinksAreIgnored() throws Exception {
        LinkId nobody = new LinkId(4_711);
        network.transmit(nobody, Bytes.utf8("?"));
        network.finish(nobody);
        network.close(nobody);
        LinkId link = dial();
        NetworkEvent first = here.await(NetworkEvent.class);
        assertEquals(new LinkOpened(link), first);
    }

    @Test
    void whoDialsUsIsAcceptedAndHeard() throws Exception {
        network.listen(0);
        int port = here.await(TcpOpened.class).port();
        try (Socket dialler = new Socket()) {
            dialler.bind(new InetSocketAddress("127.0.0.9", 0));
            dialler.connect(new InetSocketAddress("127.0.0.1", port));
            LinkAccepted accepted = here.await(LinkAccepted.class);
            assertEquals(at("127.0.0.9", dialler.getLocalPort()), accepted.from());
            assertEquals(port, accepted.localPort());
            dialler.getOutputStream().write("selam".getBytes(StandardCharsets.UTF_8));
            dialler.shutdownOutput();
            assertEquals("selam", here.textUntilEnd(accepted.link()));
            network.transmit(accepted.link(), Bytes.utf8("sana da"));
            network.finish(accepted.link());
            assertEquals("sana da", new String(dialler.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            assertEquals("", closed(accepted.link()));
        }
    }

    @Test
    void aTakenPortGivesWayToAFreeOne() throws Exception {
        network.listen(peer.getLocalPort());
        TcpOpened opened = here.await(TcpOpened.class);
        assertEquals(peer.getLocalPort(), opened.wanted());
        assertNotEquals(peer.getLocalPort(), opened.port());
        try (Socket dialler = new Socket("127.0.0.1", opened.port())) {
            assertEquals(
                    dialler.getLocalPort(),
                    here.await(LinkAccepted.class).from().port());
        }
    }

    @Test
    void tenMegabytesWithoutAnEndComeInPiecesAndLoseNothing() throws Exception {
        network.listen(0);
        int port = here.await(TcpOpened.class).port();
        byte[] much = new byte[10 << 20];
        try (Socket dialler = new Socket("127.0.0.1", port)) {
            LinkId link = here.await(LinkAccepted.class).link();
            dialler.getOutputStream().write(much);
            int left = much.length;
            while (left > 0) {
                int length = here.await(BytesReceived.class).bytes().length();
                assertTrue(length <= 16_384);
                left -= length;
            }
            assertEquals(0, left);
            network.close(link);
            assertEquals("", closed(link));
        }
    }

    @Test
    void aThousandShortConnectionsAtOnceAreAllHeard() throws Exception {
        network.listen(0);
        int port = here.await(TcpOpened.class).port();
        for (int i = 0; i < 1_000; i++) {
            try (Socket dialler = new Socket("127.0.0.1", port)) {
                dialler.getOutputStream().write(("m" + i).getBytes(StandardCharsets.UTF_8));
            }
        }
        StringBuilder heard = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            BytesReceived received = here.await(BytesReceived.class);
            heard.append(received.bytes().toText()).append('\n');
            network.finish(received.link());
        }
        assertEquals(
                IntStream.range(0, 1_000).mapToObj(i -> "m" + i).collect(Collectors.toSet()),
                heard.toString().lines().collect(Collectors.toSet()));
    }

    private LinkId dial() {
        return network.dial(at("127.0.0.2", peer.getLocalPort()), PATIENT);
    }

    private String closed(LinkId link) throws InterruptedException {
        return here.await(LinkClosed.class, gone -> gone.link().equals(link))
                .problem()
                .value();
    }

    private static Endpoint at(String address, int port) {
        return new Endpoint(new HostAddress(address), port);
    }
}
