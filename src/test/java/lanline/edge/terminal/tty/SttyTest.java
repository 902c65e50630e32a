package lanline.edge.terminal.tty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.TerminalSize;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SttyTest {
    private static final String SAVED = "500:5:bf:8a3b";

    private final CountDownLatch stopBegins = new CountDownLatch(1);
    private final CountDownLatch continued = new CountDownLatch(1);
    private final List<String> begun = new CopyOnWriteArrayList<>();
    private final Stty stty = new Stty(new File("/dev/null"), this::start);

    private Process start(ProcessBuilder process) {
        String command = String.join(" ", process.command());
        begun.add(command);
        boolean stops = command.contains("TSTP");
        if (stops) {
            stopBegins.countDown();
        }
        return new Answered(stops ? continued : new CountDownLatch(0));
    }

    @Test
    void noProcessBeginsWhileOneIsAboutToStopUsAll() throws Exception {
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(this::stop);
        stopBegins.await();
        IOException refused = assertThrows(IOException.class, stty::size);
        assertEquals("the terminal is the shell's for now", refused.getMessage());
        assertEquals(List.of("sh -c stty " + SAVED + "; kill -TSTP 0"), begun);
        continued.countDown();
        stopped.get(30, TimeUnit.SECONDS);
        assertEquals(Optional.of(new TerminalSize(80, 24)), stty.size());
        assertTrue(begun.contains("stty size"), begun.toString());
    }

    private void stop() {
        try {
            stty.restoreAndStop(SAVED);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** One that says "24 80" once it has ended. */
    private static final class Answered extends Process {
        private final CountDownLatch end;

        Answered(CountDownLatch end) {
            this.end = end;
        }

        @Override
        public OutputStream getOutputStream() {
            return OutputStream.nullOutputStream();
        }

        @Override
        public InputStream getInputStream() {
            return new ByteArrayInputStream("24 80\n".getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        public InputStream getErrorStream() {
            return InputStream.nullInputStream();
        }

        @Override
        public int waitFor() throws InterruptedException {
            end.await();
            return 0;
        }

        @Override
        public boolean waitFor(long patience, TimeUnit unit) throws InterruptedException {
            return end.await(patience, unit);
        }

        @Override
        public int exitValue() {
            return 0;
        }

        @Override
        public void destroy() {
            end.countDown();
        }
    }
}
