package lanline.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * An older program that announces itself as "ali" and, with each line on its input, sends messages: says when it begins and when the last
 * byte was handed to the system. Arguments: address, then "one" (all on one connection) or "many" (a connection each).
 */
final class OldSender {
    static final String TEXT = "the quick brown fox jumps over the lazy dog ";

    private final String address;
    private final boolean one;

    private OldSender(String address, boolean one) {
        this.address = address;
        this.one = one;
    }

    /** Each line of input: how many messages, and how the last one ends. */
    public static void main(String[] arguments) throws IOException {
        OldSender sender = new OldSender(arguments[0], arguments[1].equals("one"));
        sender.announce();
        String orders = "";
        for (int next = System.in.read(); next >= 0; next = System.in.read()) {
            if (next == '\n') {
                String[] order = orders.split(" ");
                sender.send(Integer.parseInt(order[0]), order[1]);
                orders = "";
            } else {
                orders += (char) next;
            }
        }
    }

    private void announce() throws IOException {
        byte[] text = "{\"username\": \"ali\"}".getBytes(StandardCharsets.UTF_8);
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.send(new DatagramPacket(text, text.length, InetAddress.getByName("10.77.0.255"), 6000));
        }
    }

    private void send(int count, String last) throws IOException {
        System.out.println(System.nanoTime());
        if (one) {
            sendOnOne(count, last);
        } else {
            for (int i = 0; i < count; i++) {
                try (Socket socket = connect()) {
                    socket.getOutputStream().write(message(i, count, last));
                    awaitEnd(socket);
                }
            }
        }
        System.out.println(System.nanoTime());
    }

    private void sendOnOne(int count, String last) throws IOException {
        try (Socket socket = connect();
                OutputStream output = new BufferedOutputStream(socket.getOutputStream())) {
            for (int i = 0; i < count; i++) {
                output.write(message(i, count, last));
            }
            output.flush();
            awaitEnd(socket);
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress(address, 6001));
        return socket;
    }

    private static byte[] message(int number, int count, String last) {
        String end = number == count - 1 ? last : Integer.toString(number);
        return ("{\"unencrypted_message\": \"" + TEXT + end + "\"}").getBytes(StandardCharsets.UTF_8);
    }

    /** As several older programs do: what the other side has to say is read until it is through. */
    private static void awaitEnd(Socket socket) throws IOException {
        socket.shutdownOutput();
        InputStream input = socket.getInputStream();
        byte[] ignored = new byte[1_024];
        while (input.read(ignored) >= 0) {
            // Nothing to do with it.
        }
    }
}
