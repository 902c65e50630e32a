package lanline.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The connections of a {@link RawHost} whose every byte a test decides on: what comes is said as it comes, what goes is told by the test. */
final class Wires {
    private static final int PIECE = 16_384;

    private final Map<String, Socket> links = new ConcurrentHashMap<>();
    private final Map<Integer, ServerSocket> listeners = new ConcurrentHashMap<>();
    private final AtomicInteger accepted = new AtomicInteger();

    void follow(String[] words) throws IOException {
        switch (words[0]) {
            case "listen" -> listen(Integer.parseInt(words[1]));
            case "deafen" -> listeners.remove(Integer.parseInt(words[1])).close();
            case "call" -> call(words[1], words[2], words[3]);
            case "send" -> send(words[1], RawHost.bytes(words[2]));
            case "end" -> links.get(words[1]).shutdownOutput();
            case "cut" -> cut(words[1]);
            case "post" -> RawHost.datagram(words[1], words[2], RawHost.bytes(words[3]));
            case "slow" -> new SlowCrowd(words[1], words[2].split(",")).start(Integer.parseInt(words[3]));
            case "pour" -> DatagramFlood.start(words[1], Integer.parseInt(words[2]), Integer.parseInt(words[3]));
            default -> throw new IllegalArgumentException(words[0]);
        }
    }

    private void listen(int port) throws IOException {
        ServerSocket listener = new ServerSocket();
        listener.setReuseAddress(true);
        listener.bind(new InetSocketAddress(port));
        listeners.put(port, listener);
        Background.start(() -> {
            while (true) {
                Socket socket = listener.accept();
                String link = "at-" + port + "-" + accepted.incrementAndGet();
                RawHost.say("link accepted " + link + " ");
                carry(link, socket);
            }
        });
    }

    private void call(String link, String to, String from) throws IOException {
        InetSocketAddress at = RawHost.endpoint(to, 6_001);
        carry(link, new Socket(at.getAddress(), at.getPort(), InetAddress.getByName(from), 0));
    }

    private void carry(String link, Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        links.put(link, socket);
        Background.start(() -> RawHost.say("link " + sayAll(link, socket) + " " + link + " "));
    }

    private static String sayAll(String link, Socket socket) {
        byte[] buffer = new byte[PIECE];
        try {
            InputStream in = socket.getInputStream();
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                RawHost.say("link heard " + link + " " + HexFormat.of().formatHex(buffer, 0, length));
            }
            return "ended";
        } catch (IOException reset) {
            return "cut";
        }
    }

    private void send(String link, byte[] bytes) {
        try {
            links.get(link).getOutputStream().write(bytes);
        } catch (IOException gone) {
            // The other side has closed: who reads this link says so.
        }
    }

    /** A reset: what was not sent yet is lost, and the other side is told that something broke. */
    private void cut(String link) throws IOException {
        Socket socket = links.remove(link);
        socket.setSoLinger(true, 0);
        socket.close();
    }
}
