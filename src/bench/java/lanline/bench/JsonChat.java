package lanline.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;

/** The real program with {@code --json} on one host of a LAN; all that it says is read at once. */
final class JsonChat implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 20;

    private final Process process;
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
        if (line.contains("\"event\":\"peer\"")) {
            int name = line.indexOf("\"name\":\"") + 8;
            awaited(line.substring(name, line.indexOf('"', name))).complete(line);
        }
    }

    private CompletableFuture<String> awaited(String name) {
        return awaited.computeIfAbsent(name, any -> new CompletableFuture<>());
    }

    void awaitPeer(String name) throws Exception {
        awaited(name).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
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
