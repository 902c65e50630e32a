package lanline.e2e;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** A test's hand on a {@link RawHost}. Lives on the test's thread. */
final class RawPeer {
    private static final HexFormat HEX = HexFormat.of();

    private final Running process;
    private int messages;

    RawPeer(Running process) {
        this.process = process;
    }

    /** A datagram or a message that came. */
    record Received(String from, int number, String text) {}

    /** Broadcasts every second from now on, as {@code from}, an address of this host. */
    void announce(String from, String to, String datagram) throws InterruptedException {
        follow("announce " + from + " " + to + " 1000 " + hex(datagram));
    }

    void datagram(String to, byte[] datagram) throws InterruptedException {
        follow("datagram " + to + " " + HEX.formatHex(datagram));
    }

    /** One datagram, from an address of ours. */
    void datagram(String from, String to, String datagram) throws InterruptedException {
        follow("post " + from + " " + to + " " + hex(datagram));
    }

    /** Takes a UDP port and shares it with nobody. */
    void keepUdpPort(int port) throws InterruptedException {
        follow("keep " + port);
    }

    /** Listens on UDP 6000. */
    void hear() throws InterruptedException {
        hear(6_000);
    }

    void hear(int port) throws InterruptedException {
        follow("hear " + port);
    }

    /** The next datagram from {@code from} whose text is wanted; its number is the port it came from. */
    Received awaitDatagram(String from, Predicate<String> wanted) throws InterruptedException {
        return await("datagram", received -> received.from().equals(from) && wanted.test(received.text()));
    }

    /** Listens on TCP 6001. */
    void take() throws InterruptedException {
        take(6_001);
    }

    void take(int port) throws InterruptedException {
        follow("take " + port);
    }

    /** Listens on a TCP port and keeps each connection; what is written to {@code joined} goes to the newest. */
    void takeAndKeep(int port) throws InterruptedException {
        follow("room " + port);
    }

    /** Waits until these bytes have come on a connection that is kept; returns all that has come by then. */
    byte[] awaitHeard(byte[] wanted) throws InterruptedException {
        StringBuilder all = new StringBuilder();
        String hex = process.await("heard: " + HEX.formatHex(wanted), 0, line -> {
            if (line.startsWith("heard ")) {
                all.append(line.substring(line.lastIndexOf(' ') + 1));
            }
            return Optional.of(all.toString()).filter(heard -> heard.contains(HEX.formatHex(wanted)));
        });
        return HEX.parseHex(hex);
    }

    /** Listens on TCP 6001, and answers each message with bytes on the same connection. */
    void takeAndAnswer(String answer) throws InterruptedException {
        follow("take 6001 " + hex(answer));
    }

    /** Listens on TCP 6001, and reads each connection only at a {@link #next}: as a program that is busy with one person. */
    void takeInTurn() throws InterruptedException {
        follow("serve 6001");
    }

    void next() throws InterruptedException {
        follow("next turn");
    }

    /** Waits until a connection is there that waits for its turn. */
    void awaitBusy() throws InterruptedException {
        process.awaitLine("that it is busy", "busy"::equals);
    }

    /** Each of our addresses sends {@code each} messages, numbered from 1, a connection each; all addresses at the same time. */
    void crowd(String to, List<String> addresses, int each) throws InterruptedException {
        follow("crowd " + to + " " + String.join(",", addresses) + " " + each);
    }

    /** Accepts on TCP 6001 and never reads. */
    void takeAndIgnore() throws InterruptedException {
        follow("ignore 6001");
    }

    /** The next message; its number counts the bytes after the first 1,024 or the first segment, which older programs never see. */
    Received nextMessage() throws InterruptedException {
        int number = messages;
        messages++;
        AtomicInteger at = new AtomicInteger();
        return await("message", received -> at.getAndIncrement() == number);
    }

    /** Opens a connection under a name. */
    void dial(String link, String to) throws InterruptedException {
        follow("dial " + link + " " + to);
    }

    void write(String link, String text) throws InterruptedException {
        write(link, text.getBytes(StandardCharsets.UTF_8));
    }

    /** One segment; not even that for no bytes. */
    void write(String link, byte[] bytes) throws InterruptedException {
        follow("write " + link + " " + HEX.formatHex(bytes));
    }

    void end(String link) throws InterruptedException {
        follow("fin " + link);
    }

    void reset(String link) throws InterruptedException {
        follow("rst " + link);
    }

    /** Waits until the other side has ended a connection; returns what came back on it. */
    String awaitEnd(String link) throws InterruptedException {
        String line = process.awaitLine("the end of " + link, said -> said.startsWith("ended " + link + " "));
        return text(line.substring(line.lastIndexOf(' ') + 1));
    }

    /** One message on a connection of its own, in one write. */
    void say(String link, String to, String text) throws InterruptedException {
        dial(link, to);
        write(link, text);
        end(link);
    }

    /** {@code each} connections from each of our addresses at the same time, each with a message that tells its number. */
    void flood(String to, List<String> addresses, int each) throws InterruptedException {
        follow("flood " + to + " " + String.join(",", addresses) + " " + each);
    }

    /** Messages one after the other, numbered from 1; returns at once. */
    void stream(String to, int messages) throws InterruptedException {
        follow("stream " + to + " " + messages);
    }

    /** Sends an object without an end. */
    void endless(String to, int megabytes) throws InterruptedException {
        follow("endless " + to + " " + megabytes);
    }

    /** A command that is followed by the time this returns. */
    private void follow(String command) throws InterruptedException {
        int mark = process.mark();
        process.type(command);
        String done = "did " + command.substring(0, command.indexOf(' '));
        process.await(done, mark, line -> Optional.of(line).filter(done::equals));
    }

    private Received await(String kind, Predicate<Received> wanted) throws InterruptedException {
        return process.await("a " + kind + " that was awaited", 0, line -> {
            String[] words = line.split(" ", -1);
            return words[0].equals(kind)
                    ? Optional.of(new Received(words[1], Integer.parseInt(words[2]), text(words[3])))
                            .filter(wanted)
                    : Optional.empty();
        });
    }

    private static String hex(String text) {
        return HEX.formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(String hex) {
        return new String(HEX.parseHex(hex), StandardCharsets.UTF_8);
    }
}
