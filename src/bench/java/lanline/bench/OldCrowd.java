package lanline.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Many older programs, each at an address of its own, that all send their messages at the same time, one connection after the other:
 * with a line on its input. Says when it began. Arguments: where to, how many programs, how many messages each.
 */
final class OldCrowd {
    private OldCrowd() {}

    public static void main(String[] arguments) throws Exception {
        int programs = Integer.parseInt(arguments[1]);
        int each = Integer.parseInt(arguments[2]);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < programs; i++) {
            String from = "10.77.128." + (i + 1);
            threads.add(new Thread(() -> send(from, arguments[0], each)));
        }
        System.in.read();
        System.out.println(System.nanoTime());
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static void send(String from, String to, int each) {
        try {
            for (int number = 1; number <= each; number++) {
                try (Socket socket = new Socket(InetAddress.getByName(to), 6_001, InetAddress.getByName(from), 0)) {
                    socket.getOutputStream()
                            .write(("{\"unencrypted_message\": \"number " + number + "\"}")
                                    .getBytes(StandardCharsets.UTF_8));
                    socket.shutdownOutput();
                    socket.getInputStream().readAllBytes();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
