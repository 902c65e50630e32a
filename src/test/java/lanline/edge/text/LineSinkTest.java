package lanline.edge.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import lanline.core.event.ChatEvent.Notice;
import lanline.core.event.EventBus;
import lanline.core.event.UserCommand.Quit;
import lanline.core.model.ConversationId;
import lanline.core.text.SafeText;
import org.junit.jupiter.api.Test;

class LineSinkTest {
    private static final long MILLIS = 60_000;

    @Test
    void whatIsUnwrittenIsABacklogThatGetsShorter() throws InterruptedException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AtomicInteger shorter = new AtomicInteger();
        LineSink sink = new LineSink(out, shorter::incrementAndGet, () -> {});
        sink.put(line("a"));
        sink.put(line("b"));
        assertEquals(2, sink.backlog());
        sink.start();
        assertTrue(sink.close(MILLIS));
        assertEquals("a\nb\n", out.toString(StandardCharsets.UTF_8));
        assertEquals(0, sink.backlog());
        assertTrue(shorter.get() > 0);
    }

    @Test
    void aLongLineCountsAsManyUntilItIsWritten() throws InterruptedException {
        LineSink sink = new LineSink(OutputStream.nullOutputStream(), () -> {}, () -> {});
        sink.put(line("x".repeat(100_000)));
        assertTrue(sink.backlog() > 90);
        sink.start();
        assertTrue(sink.close(MILLIS));
        assertEquals(0, sink.backlog());
    }

    @Test
    void closingGivesUpOnAReaderThatDoesNotRead() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        LineSink sink = new LineSink(blockedBy(never), () -> {}, () -> {});
        sink.put(line("a"));
        sink.start();
        assertFalse(sink.close(1));
        assertTrue(sink.backlog() > 0);
        never.countDown();
    }

    @Test
    void onceNobodyReadsTheProgramEndsAtOnceAndNothingPilesUp() throws IOException, InterruptedException {
        EventBus bus = new EventBus();
        OutputStream closed = OutputStream.nullOutputStream();
        closed.close();
        try (PipedInputStream silent = new PipedInputStream(new PipedOutputStream())) {
            TextFrontEnd frontEnd = TextFrontEnd.json(bus, new Streams(silent, closed), TextRun.ECE);
            AtomicInteger quits = new AtomicInteger();
            bus.subscribe(Quit.class, quit -> quits.addAndGet(quit.atOnce() ? 1 : 100));
            bus.offer(new Notice(Notice.Kind.INFORMATION, SafeText.line("hello"), ConversationId.HOME));
            bus.runPending();
            frontEnd.start();
            bus.runNext();
            assertEquals(1, quits.get());
            assertTrue(frontEnd.close(MILLIS));
            assertEquals(0, frontEnd.exitStatus());
        }
    }

    private static byte[] line(String text) {
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static OutputStream blockedBy(CountDownLatch latch) {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                try {
                    latch.await();
                } catch (InterruptedException stop) {
                    throw new IOException(stop);
                }
            }
        };
    }
}
