package lanline.bench;

import com.pty4j.PtyProcess;
import com.pty4j.PtyProcessBuilder;
import com.pty4j.WinSize;
import com.pty4j.unix.UnixPtyProcess;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jline.builtins.ScreenTerminal;

/**
 * A program in a pseudo-terminal. One thread reads and notes when each piece came, right after its read(); what the screen looks like
 * is worked out afterwards, so that the emulator's own slowness is in none of the figures.
 */
final class Terminal implements AutoCloseable {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final PtyProcess process;
    private final InputStream output;
    private final OutputStream keys;
    private final ScreenTerminal emulator;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private ByteBuffer undecoded = ByteBuffer.allocate(0);
    private final List<Piece> pieces = new ArrayList<>();
    private int emulated;
    private boolean ended;

    private record Piece(long nanos, byte[] bytes) {}

    Terminal(List<String> command, Home home, int columns, int rows) throws IOException {
        this(command, home, columns, rows, Ends.QUICK);
    }

    /** How its near end is read and written. */
    enum Ends {
        /** By plain calls: the library's take 0.2 ms a piece, as long as half of what is measured. */
        QUICK,
        /** By the library, which can close it while it is read. */
        HUNG_UP
    }

    Terminal(List<String> command, Home home, int columns, int rows, Ends ends) throws IOException {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("TERM", "xterm-256color");
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("HOME", home.folder().toString());
        process = new PtyProcessBuilder(command.toArray(String[]::new))
                .setEnvironment(environment)
                .setDirectory(home.folder().toString())
                .setInitialColumns(columns)
                .setInitialRows(rows)
                .start();
        if (ends == Ends.QUICK) {
            FileDescriptor master =
                    Descriptors.of(((UnixPtyProcess) process).getPty().getMasterFD());
            output = new FileInputStream(master);
            keys = new FileOutputStream(master);
        } else {
            output = process.getInputStream();
            keys = process.getOutputStream();
        }
        emulator = new ScreenTerminal(columns, rows);
        Thread reader = new Thread(this::read, "terminal");
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        byte[] buffer = new byte[8_192];
        try {
            for (int count = output.read(buffer); count >= 0; count = output.read(buffer)) {
                long nanos = System.nanoTime();
                byte[] bytes = new byte[count];
                System.arraycopy(buffer, 0, bytes, 0, count);
                add(new Piece(nanos, bytes));
            }
        } catch (IOException gone) {
            // The other side is closed: what an ended program's terminal says.
        }
        end();
    }

    private synchronized void add(Piece piece) {
        pieces.add(piece);
        notifyAll();
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }

    long pid() {
        return process.pid();
    }

    /** Types; returns when, in nanoseconds. */
    long type(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        long nanos = System.nanoTime();
        keys.write(bytes);
        keys.flush();
        return nanos;
    }

    /** Gives the window another size; returns when, in nanoseconds. */
    synchronized long resize(int columns, int rows) {
        screen();
        emulator.setSize(columns, rows);
        long nanos = System.nanoTime();
        process.setWinSize(new WinSize(columns, rows));
        return nanos;
    }

    /** The terminal goes away, as when its window is closed; returns when, in nanoseconds. */
    long hangUp() throws IOException {
        long nanos = System.nanoTime();
        keys.close();
        output.close();
        return nanos;
    }

    /** All that was written since the mark. */
    synchronized String writtenSince(int mark) {
        StringBuilder written = new StringBuilder();
        pieces.subList(mark, pieces.size()).forEach(piece -> written.append(latin(piece.bytes)));
        return written.toString();
    }

    /** When the last piece was written after the mark; empty if none was. */
    synchronized OptionalLong lastSince(int mark) {
        return pieces.size() == mark ? OptionalLong.empty() : OptionalLong.of(pieces.get(pieces.size() - 1).nanos);
    }

    /** A place in the output: now. */
    synchronized int mark() {
        return pieces.size();
    }

    synchronized long bytesSince(int mark) {
        return pieces.subList(mark, pieces.size()).stream()
                .mapToLong(piece -> piece.bytes.length)
                .sum();
    }

    /** When something was first written after the mark. */
    synchronized long awaitAnything(int mark) throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE_NANOS;
        while (pieces.size() == mark) {
            awaitPieceUntil(until, "anything");
        }
        return pieces.get(mark).nanos;
    }

    /** When {@code text} had wholly been written after the mark, as such: callers choose texts of which no letter stands there already. */
    synchronized long awaitText(String text, int mark) throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE_NANOS;
        String wanted = latin(text.getBytes(StandardCharsets.UTF_8));
        String tail = "";
        for (int next = mark; ; next++) {
            while (pieces.size() == next) {
                awaitPieceUntil(until, text);
            }
            String seen = tail + latin(pieces.get(next).bytes);
            if (seen.contains(wanted)) {
                return pieces.get(next).nanos;
            }
            tail = seen.substring(Math.max(0, seen.length() - wanted.length()));
        }
    }

    /** When the screen first looked so; now, if it does already. */
    synchronized long awaitScreen(String what, Predicate<String> looks) throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE_NANOS;
        if (looks.test(screen())) {
            return System.nanoTime();
        }
        while (true) {
            while (emulated == pieces.size()) {
                awaitPieceUntil(until, what);
            }
            Piece piece = pieces.get(emulated);
            emulate();
            if (looks.test(emulator.toString())) {
                return piece.nanos;
            }
        }
    }

    /** Waits until nothing was written for so long; returns when the last piece came. */
    synchronized long settle(long quietMillis) throws InterruptedException {
        long quiet = TimeUnit.MILLISECONDS.toNanos(quietMillis);
        long last = System.nanoTime();
        int seen = pieces.size();
        while (System.nanoTime() - last < quiet) {
            wait(quietMillis);
            if (pieces.size() > seen) {
                seen = pieces.size();
                last = System.nanoTime();
            }
        }
        return pieces.isEmpty() ? last : pieces.get(pieces.size() - 1).nanos;
    }

    synchronized String screen() {
        while (emulated < pieces.size()) {
            emulate();
        }
        return emulator.toString();
    }

    private void emulate() {
        ByteBuffer bytes = ByteBuffer.wrap(pieces.get(emulated).bytes);
        emulated++;
        ByteBuffer all = ByteBuffer.allocate(undecoded.remaining() + bytes.remaining());
        all.put(undecoded).put(bytes).flip();
        CharBuffer characters = CharBuffer.allocate(all.remaining());
        decoder.decode(all, characters, false);
        undecoded = all.slice();
        emulator.write(characters.flip());
    }

    private void awaitPieceUntil(long until, String what) throws IOException, InterruptedException {
        long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
        if (left <= 0 || ended) {
            throw new IOException(
                    "never on the screen: " + what + (ended ? " (the program ended)" : "") + "\n" + screen());
        }
        wait(left);
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Waits for the end of the program, which was told to end. */
    void awaitEnd() throws IOException, InterruptedException {
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            throw new IOException("did not end");
        }
    }

    @Override
    public void close() {
        ProcessHandle.of(process.pid())
                .ifPresent(handle -> handle.descendants().forEach(ProcessHandle::destroyForcibly));
        process.destroyForcibly();
    }
}
