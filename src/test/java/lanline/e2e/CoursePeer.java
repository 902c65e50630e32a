package lanline.e2e;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** A test's hand on {@code course_peer.py}, a program of the course with the old encryption. Lives on the test's thread. */
final class CoursePeer {
    private static final HexFormat HEX = HexFormat.of();

    /** The groups of the two years, each with a private value; the secrets that come of them differ. */
    private static final String GROUP = "2025 7";

    private final Running process;

    CoursePeer(Running process) {
        this.process = process;
    }

    /** Broadcasts every second from now on, as {@code from}, an address of this host. */
    void announce(String from, String to, String name) throws InterruptedException {
        follow("announce " + from + " " + to + " " + name);
    }

    /** Listens on TCP 6001; {@code form} of its keys, {@code options}: "only", "apart". */
    void respond(String cipher, String form, String... options) throws InterruptedException {
        follow("respond " + cipher + " " + form + " " + GROUP + " " + String.join(" ", options));
    }

    /** From now on it reads another cipher. */
    void use(String cipher) throws InterruptedException {
        follow("use " + cipher);
    }

    /** Exchanges keys with {@code to}, waits for {@code seconds}, sends; {@code pattern}: same, apart, joined. */
    void say(String to, String cipher, String form, String pattern, double seconds, String text)
            throws InterruptedException {
        String words = String.join(" ", "say", to, cipher, form, GROUP, pattern, Double.toString(seconds), hex(text));
        follow(words);
    }

    /** A plain message, on a connection that it holds until the other side has closed. */
    void sayPlainly(String to, String text) throws InterruptedException {
        follow("plain " + to + " " + hex(text));
    }

    /** The next bytes that came from {@code host}, as one {@code recv(1024)} got them. */
    String nextGot(int mark, String host) throws InterruptedException {
        return text(after(mark, "got " + host + " "));
    }

    /** Waits for the message that it read. */
    void awaitMessage(String host, String text) throws InterruptedException {
        process.awaitLine("the message " + text, line -> line.equals("message " + host + " " + hex(text)));
    }

    /** The messages from {@code host} that it has read, in order, joined by blanks, once they are {@code length} characters. */
    String awaitJoined(String host, int length) throws InterruptedException {
        String start = "message " + host + " ";
        StringBuilder joined = new StringBuilder();
        return process.await(length + " characters", 0, line -> {
            if (line.startsWith(start)) {
                joined.append(joined.isEmpty() ? "" : " ").append(text(line.substring(start.length())));
            }
            return joined.length() >= length ? Optional.of(joined.toString()) : Optional.empty();
        });
    }

    void awaitPlain(String host, String text) throws InterruptedException {
        process.awaitLine("the plain message " + text, line -> line.equals("plain " + host + " " + hex(text)));
    }

    /** The answer to its key, byte for byte. */
    String awaitAnswer(int mark) throws InterruptedException {
        return text(after(mark, "answer "));
    }

    /** Waits until the other side has closed after its plain message. */
    void awaitEnd() throws InterruptedException {
        process.awaitLine("that the connection ended", line -> line.equals("ended 0"));
    }

    boolean hasSaid(String part) {
        return process.output().soFar().stream().anyMatch(line -> line.contains(part));
    }

    int mark() {
        return process.mark();
    }

    private String after(int mark, String start) throws InterruptedException {
        return process.await(start, mark, line -> Optional.of(line).filter(said -> said.startsWith(start)))
                .substring(start.length());
    }

    private void follow(String command) throws InterruptedException {
        int mark = process.mark();
        process.type(command);
        String done = "did " + command.substring(0, command.indexOf(' '));
        process.await(done, mark, line -> Optional.of(line).filter(done::equals));
    }

    private static String hex(String text) {
        return HEX.formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(String hex) {
        return new String(HEX.parseHex(hex), StandardCharsets.UTF_8);
    }
}
