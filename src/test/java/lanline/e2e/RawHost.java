package lanline.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Another program than Lanline, as a process of its own: says and hears bytes as a line on standard input tells it, and prints what
 * it hears. It behaves like the older programs ({@code wire.md} section 1): one datagram socket with an ephemeral port for each
 * announcement, one {@code recv(1024)} a connection, and a message counts when the other side has ended.
 */
final class RawHost {
    private static final int RECV = 1_024;
    private static final HexFormat HEX = HexFormat.of();

    private final Map<String, Socket> links = new ConcurrentHashMap<>();
    private final Semaphore turns = new Semaphore(0);
    private final Wires wires = new Wires();

    private RawHost() {}

    public static void main(String[] arguments) throws IOException {
        RawHost host = new RawHost();
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            host.follow(line.split(" "));
        }
        System.exit(0);
    }

    private void follow(String[] words) throws IOException {
        switch (words[0]) {
            case "announce" -> announce(words[1], words[2], Integer.parseInt(words[3]), bytes(words[4]));
            case "hear" -> hear(Integer.parseInt(words[1]));
            case "keep" -> new DatagramSocket(Integer.parseInt(words[1]));
            case "take" -> take(Integer.parseInt(words[1]), words.length > 2 ? bytes(words[2]) : new byte[0]);
            case "serve" -> serve(Integer.parseInt(words[1]));
            case "next" -> turns.release();
            case "crowd" -> crowd(words[1], words[2].split(","), Integer.parseInt(words[3]));
            case "room" -> room(Integer.parseInt(words[1]));
            case "ignore" -> ignore(Integer.parseInt(words[1]));
            case "datagram" -> datagram("0.0.0.0", words[1], words.length > 2 ? bytes(words[2]) : new byte[0]);
            case "dial" -> dial(words[1], words[2]);
            case "write" -> write(links.get(words[1]), words.length > 2 ? bytes(words[2]) : new byte[0]);
            case "fin" -> links.get(words[1]).shutdownOutput();
            case "rst" -> reset(links.remove(words[1]));
            case "flood" -> flood(words[1], words[2].split(","), Integer.parseInt(words[3]));
            case "stream" -> stream(words[1], Integer.parseInt(words[2]));
            case "endless" -> endless(words[1], Integer.parseInt(words[2]));
            default -> wires.follow(words);
        }
        say("did " + words[0]);
    }

    /** Broadcasts for ever, from an address of this host. */
    private static void announce(String from, String to, int everyMillis, byte[] datagram) {
        Background.every(everyMillis, () -> datagram(from, to, datagram));
    }

    static void datagram(String from, String to, byte[] datagram) throws IOException {
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(from, 0))) {
            socket.setBroadcast(true);
            socket.send(new DatagramPacket(datagram, datagram.length, endpoint(to, 6_000)));
        }
    }

    private static void hear(int port) throws IOException {
        DatagramSocket socket = new DatagramSocket(null);
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(port));
        Background.start(() -> {
            while (true) {
                DatagramPacket packet = new DatagramPacket(new byte[65_536], 65_536);
                socket.receive(packet);
                say("datagram " + packet.getAddress().getHostAddress() + " " + packet.getPort() + " "
                        + HEX.formatHex(packet.getData(), 0, packet.getLength()));
            }
        });
    }

    /** One connection after the other, as most of them do; {@code answer} goes back on the same one. */
    private static void take(int port, byte[] answer) throws IOException {
        ServerSocket listener = new ServerSocket(port);
        Background.start(() -> {
            while (true) {
                try (Socket link = listener.accept()) {
                    takeOne(link, answer);
                }
            }
        });
    }

    private static void takeOne(Socket link, byte[] answer) throws IOException {
        InputStream in = link.getInputStream();
        byte[] buffer = new byte[RECV];
        int length = Math.max(0, in.read(buffer));
        int lost = in.readAllBytes().length;
        say("message " + link.getInetAddress().getHostAddress() + " " + lost + " " + HEX.formatHex(buffer, 0, length));
        link.getOutputStream().write(answer);
    }

    /** Takes a connection, and the next one only when it is told to. */
    private void serve(int port) throws IOException {
        ServerSocket listener = new ServerSocket(port);
        Background.start(() -> {
            while (true) {
                try (Socket link = listener.accept()) {
                    say("busy");
                    turns.acquire();
                    takeOne(link, new byte[0]);
                }
            }
        });
    }

    /** Everybody at an address sends {@code each} messages, one connection after the other, all of them at the same time. */
    private static void crowd(String to, String[] addresses, int each) {
        for (String from : addresses) {
            Background.start(() -> {
                for (int number = 1; number <= each; number++) {
                    try (Socket socket = new Socket(InetAddress.getByName(to), 6_001, InetAddress.getByName(from), 0)) {
                        write(
                                socket,
                                ("{\"unencrypted_message\": \"number " + number + "\"}")
                                        .getBytes(StandardCharsets.UTF_8));
                        socket.shutdownOutput();
                        socket.getInputStream().readAllBytes();
                    }
                }
            });
        }
    }

    /** Keeps each connection as {@code joined} until the other side ends it, and says what comes, as it comes. */
    private void room(int port) throws IOException {
        ServerSocket listener = new ServerSocket(port);
        Background.start(() -> {
            while (true) {
                Socket link = listener.accept();
                links.put("joined", link);
                Background.start(() -> sayAll(link));
            }
        });
    }

    private static void sayAll(Socket link) throws IOException {
        String from = link.getInetAddress().getHostAddress();
        byte[] buffer = new byte[RECV];
        int length = link.getInputStream().read(buffer);
        while (length >= 0) {
            say("heard " + from + " " + length + " " + HEX.formatHex(buffer, 0, length));
            length = link.getInputStream().read(buffer);
        }
        say("left " + from);
    }

    /** Takes connections and never reads from them. */
    private static void ignore(int port) throws IOException {
        ServerSocket listener = new ServerSocket(port);
        List<Socket> kept = new ArrayList<>();
        Background.start(() -> {
            while (true) {
                kept.add(listener.accept());
                say("ignoring " + kept.size());
            }
        });
    }

    private void dial(String link, String to) throws IOException {
        InetSocketAddress at = endpoint(to, 6_001);
        Socket socket = new Socket(at.getAddress(), at.getPort());
        socket.setTcpNoDelay(true);
        links.put(link, socket);
        Background.start(() -> {
            byte[] answer = socket.getInputStream().readAllBytes();
            say("ended " + link + " " + HEX.formatHex(answer));
        });
    }

    private static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** {@code each} connections from each address; all are open before the first one says anything, and each says its number. */
    private void flood(String to, String[] addresses, int each) throws IOException {
        List<Socket> open = new ArrayList<>();
        for (String from : addresses) {
            for (int i = 0; i < each; i++) {
                open.add(new Socket(InetAddress.getByName(to), 6_001, InetAddress.getByName(from), 0));
            }
        }
        int number = 0;
        for (Socket socket : open) {
            number++;
            write(socket, ("{\"unencrypted_message\": \"number " + number + "\"}").getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
        }
    }

    /** Messages one after the other, as fast as they are taken, while other commands are followed. */
    private static void stream(String to, int messages) {
        Background.start(() -> {
            for (int number = 1; number <= messages; number++) {
                try (Socket socket = new Socket(to, 6_001)) {
                    write(
                            socket,
                            ("{\"unencrypted_message\": \"number " + number + "\"}").getBytes(StandardCharsets.UTF_8));
                    socket.shutdownOutput();
                    socket.getInputStream().readAllBytes();
                }
            }
        });
    }

    /** An object that never ends; says how much was taken of it. */
    private static void endless(String to, int megabytes) throws IOException {
        byte[] much = new byte[64 * 1024];
        Arrays.fill(much, (byte) 'a');
        long written = 0;
        try (Socket socket = new Socket(to, 6_001)) {
            write(socket, "{\"unencrypted_message\": \"".getBytes(StandardCharsets.UTF_8));
            while (written < megabytes * 1_048_576L) {
                write(socket, much);
                written += much.length;
            }
        } catch (IOException refused) {
            say("refused after " + written);
        }
    }

    private static void write(Socket socket, byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** {@code address} or {@code address:port}. */
    static InetSocketAddress endpoint(String to, int usualPort) {
        int colon = to.indexOf(':');
        return colon < 0
                ? new InetSocketAddress(to, usualPort)
                : new InetSocketAddress(to.substring(0, colon), Integer.parseInt(to.substring(colon + 1)));
    }

    static byte[] bytes(String hex) {
        return HEX.parseHex(hex);
    }

    static void say(String line) {
        System.out.println(line);
    }
}
