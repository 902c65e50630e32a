package lanline.e2e;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import lanline.core.model.Bytes;

/** A test's hand on the {@link Wires} of a host: every byte that comes, and every byte that goes. Lives on the test's thread. */
final class Wire {
    private final Running process;
    private final Map<String, Hearer> ofLink = new HashMap<>();
    private final Map<Integer, Hearer> ofPort = new HashMap<>();
    private int read;

    Wire(Running process) {
        this.process = process;
    }

    /** What happened on a link: {@code accepted}, {@code heard} (bytes), {@code ended} in order, or {@code cut}. */
    record Event(String kind, String link, Bytes bytes) {}

    /** Who does something about it. */
    interface Hearer {
        void hear(Event event) throws InterruptedException;
    }

    /** {@code hearer} is told of all that is dialled to that port. */
    void listen(int port, Hearer hearer) throws InterruptedException {
        ofPort.put(port, hearer);
        follow("listen " + port);
    }

    /** Nobody is at that port any more; what was accepted stays. */
    void deafen(int port) throws InterruptedException {
        follow("deafen " + port);
    }

    /** Opens a connection under a name, to {@code host} or {@code host:port}, from an address of ours. */
    void call(String link, String to, String from, Hearer hearer) throws InterruptedException {
        ofLink.put(link, hearer);
        follow("call " + link + " " + to + " " + from);
    }

    void send(String link, Bytes bytes) throws InterruptedException {
        if (bytes.length() > 0) {
            follow("send " + link + " " + HexFormat.of().formatHex(bytes.toArray()));
        }
    }

    void end(String link) throws InterruptedException {
        follow("end " + link);
    }

    /** A reset. */
    void cut(String link) throws InterruptedException {
        follow("cut " + link);
    }

    /** Connections that take places: returns once all are there. */
    void crowd(String to, Iterable<String> addresses, int connections) throws InterruptedException {
        follow("slow " + to + " " + String.join(",", addresses) + " " + connections);
        process.awaitLineWith("crowded ");
    }

    /** Datagrams for some seconds; returns at once. */
    void pour(String to, int eachSecond, int seconds) throws InterruptedException {
        follow("pour " + to + " " + eachSecond + " " + seconds);
    }

    /** Waits for the end of a flood; returns how many datagrams left. */
    long awaitPoured() throws InterruptedException {
        return Long.parseLong(process.awaitLineWith("poured ").split(" ")[1]);
    }

    /** Waits for the next thing that happens, and tells who is to do something about it. */
    void hearNext() throws InterruptedException {
        Event event = next();
        if (event.kind().equals("accepted")) {
            int port = Integer.parseInt(event.link().split("-")[1]);
            ofLink.put(event.link(), ofPort.get(port));
        }
        ofLink.get(event.link()).hear(event);
    }

    private Event next() throws InterruptedException {
        return process.await("anything of a link", read, line -> {
            read++;
            String[] words = line.split(" ", -1);
            return words[0].equals("link")
                    ? Optional.of(new Event(
                            words[1], words[2], Bytes.copyOf(HexFormat.of().parseHex(words[3]))))
                    : Optional.empty();
        });
    }

    private void follow(String command) throws InterruptedException {
        int mark = process.mark();
        process.type(command);
        String done = "did " + command.substring(0, command.indexOf(' '));
        process.await(done, mark, line -> Optional.of(line).filter(done::equals));
    }
}
