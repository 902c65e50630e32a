package lanline.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * An older program that announces itself as "ali", takes one connection after the other, and says when it had each message. Argument:
 * its family, a name of {@link Family}.
 */
final class OldReceiver {
    private static final int EVERYBODY_LATER_MILLIS = 2_000;

    private final Family family;

    private OldReceiver(Family family) {
        this.family = family;
    }

    /** What it announces and where, where it listens, and how it answers a key. */
    enum Family {
        PLAIN(6000, 6001, "{\"username\": \"ali\"}"),
        BASE64(6000, 6001, "{\"username\": \"ali\", \"uuid\": \"6ba7b810-9dad-41d1-80b4-00c04fd430c8\"}"),
        WEAK(6000, 6001, "{\"username\": \"ali\"}"),
        COURSE_2019(5000, 5001, "{\"username\": \"ali\", \"ip_address\": \"10.77.0.2\"}"),
        LAB(5000, 5001, "\u0002\0\0\0\u0003ali");

        private final int udpPort;
        private final int tcpPort;
        private final byte[] announcement;

        Family(int udpPort, int tcpPort, String announcement) {
            this.udpPort = udpPort;
            this.tcpPort = tcpPort;
            this.announcement = announcement.getBytes(StandardCharsets.UTF_8);
        }
    }

    public static void main(String[] arguments) throws Exception {
        OldReceiver receiver = new OldReceiver(Family.valueOf(arguments[0]));
        Thread announcer = new Thread(receiver::announce);
        announcer.setDaemon(true);
        announcer.start();
        receiver.take();
    }

    private void announce() {
        try (DatagramSocket socket = new DatagramSocket()) {
            InetAddress everybody = InetAddress.getByName("10.77.0.255");
            while (true) {
                byte[] said = family.announcement;
                socket.send(new DatagramPacket(said, said.length, everybody, family.udpPort));
                Thread.sleep(EVERYBODY_LATER_MILLIS);
            }
        } catch (IOException | InterruptedException over) {
            throw new IllegalStateException(over);
        }
    }

    private void take() throws IOException {
        try (ServerSocket listener = new ServerSocket(family.tcpPort)) {
            while (true) {
                try (Socket link = listener.accept()) {
                    take(link);
                }
            }
        }
    }

    /** The lab program's hello and the weak exchange's other objects are none. */
    private boolean isMessage(String said) {
        return switch (family) {
            case WEAK -> said.contains("encrypted_message");
            case LAB -> said.contains("ece: ");
            case PLAIN, BASE64, COURSE_2019 -> true;
        };
    }

    private void take(Socket link) throws IOException {
        link.setTcpNoDelay(true);
        InputStream in = link.getInputStream();
        byte[] buffer = new byte[1_024];
        for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
            String said = new String(Arrays.copyOf(buffer, length), StandardCharsets.UTF_8);
            if (said.contains("\"key\"")) {
                link.getOutputStream().write("{\"key\": \"1\"}".getBytes(StandardCharsets.UTF_8));
            } else if (isMessage(said)) {
                System.out.println(System.nanoTime());
            }
        }
    }
}
