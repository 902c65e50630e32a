package lanline.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The real program with {@code --json} on one host of a LAN; all that it says is read at once. */
final class JsonChat implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 20;

    /** Before a name: that one is online, not only heard. */
    private static final String ONLINE = "online ";

    private final Process process;
    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
    private final BlockingQueue<Long> messages = new LinkedBlockingQueue<>();
    private final BlockingQueue<Long> delivered = new LinkedBlockingQueue<>();
    private final ConcurrentMap<String, CompletableFuture<String>> awaited = new ConcurrentHashMap<>();

    JsonChat(Lan lan, int host, Home home, String name) throws IOException {
        process = new ProcessBuilder(lan.on(
                        host,
                        Commands.lanline(
                                "--json",
                                "--name",
                                name,
                                "--home",
                                home.folder().toString())))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Thread reader = new Thread(this::read, "json");
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                take(line);
            }
        } catch (IOException gone) {
            // Killed: nothing more comes.
        }
    }

    private void take(String line) {
        if (line.contains("\"event\":\"message\"")) {
            messages.add(System.nanoTime());
        }
        if (line.contains("\"state\":\"delivered\"")) {
            delivered.add(System.nanoTime());
        }
        if (line.contains("\"event\":\"ready\"")) {
            ready.complete(true);
        }
        if (line.contains("\"event\":\"peer\"")) {
            int at = line.indexOf("\"name\":\"") + 8;
            String name = line.substring(at, line.indexOf('"', at));
            awaited(name).complete(line);
            if (line.contains("\"state\":\"online\"")) {
                awaited(ONLINE + name).complete(line);
            }
        }
    }

    private CompletableFuture<String> awaited(String name) {
        return awaited.computeIfAbsent(name, any -> new CompletableFuture<>());
    }

    void awaitPeer(String name) throws Exception {
        awaited(name).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Until a session with {@code name} stands. */
    void awaitOnline(String name) throws Exception {
        awaited(ONLINE + name).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** When the next own message was told to be delivered. */
    long awaitDelivered() throws InterruptedException, TimeoutException {
        Long told = delivered.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (told == null) {
            throw new TimeoutException("a message was never delivered");
        }
        return told;
    }

    void awaitReady() throws Exception {
        ready.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** When so many messages had been told. */
    long awaitMessages(int count) throws InterruptedException, TimeoutException {
        long last = 0;
        for (int i = 0; i < count; i++) {
            Long told = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (told == null) {
                throw new TimeoutException("message " + i + " of " + count + " never came");
            }
            last = told;
        }
        return last;
    }

    OutputStream input() {
        return process.getOutputStream();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
