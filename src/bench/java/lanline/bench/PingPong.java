package lanline.bench;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * 100 bytes there and back on a TCP connection, with nothing done to them: what a network and two Java programs cost at least. Arguments:
 * none to answer, which says a line when it listens; or an address and how often to ask, which says a line of nanoseconds for each.
 */
final class PingPong {
    private static final int PORT = 7_007;
    private static final int BYTES = 100;

    private PingPong() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 0) {
            answer();
        } else {
            ask(arguments[0], Integer.parseInt(arguments[1]));
        }
    }

    private static void answer() throws IOException {
        try (ServerSocket server = new ServerSocket(PORT)) {
            System.out.println(System.nanoTime());
            try (Socket socket = server.accept()) {
                socket.setTcpNoDelay(true);
                DataInputStream input = new DataInputStream(socket.getInputStream());
                byte[] bytes = new byte[BYTES];
                for (int first = input.read(); first >= 0; first = input.read()) {
                    input.readFully(bytes, 1, BYTES - 1);
                    bytes[0] = (byte) first;
                    socket.getOutputStream().write(bytes);
                }
            }
        }
    }

    private static void ask(String address, int times) throws IOException {
        try (Socket socket = new Socket()) {
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(address, PORT));
            DataInputStream input = new DataInputStream(socket.getInputStream());
            OutputStream output = socket.getOutputStream();
            byte[] bytes = new byte[BYTES];
            for (int i = 0; i < times; i++) {
                long from = System.nanoTime();
                output.write(bytes);
                input.readFully(bytes);
                System.out.println(System.nanoTime() - from);
            }
        }
    }
}
