package lanline.edge.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.OptionalLong;
import lanline.edge.store.HistoryLock.Attempt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One process a home; the others are told which. */
@Timeout(60)
class HistoryLockTest {
    @TempDir
    private Path folder;

    @Test
    void aSecondProcessIsToldWhichOneHoldsIt() throws Exception {
        try (ChildProcess holder = ChildProcess.start(Holding.class, folder.toString())) {
            assertEquals("held", holder.line());
            assertEquals(new Attempt.HeldBy(OptionalLong.of(holder.pid())), HistoryLock.acquire(folder));
        }
    }

    @Test
    void aLockOfAKilledProcessHoldsNobodyUp() throws Exception {
        try (ChildProcess holder = ChildProcess.start(Holding.class, folder.toString())) {
            assertEquals("held", holder.line());
            holder.kill();
        }
        Attempt.Acquired ours = assertInstanceOf(Attempt.Acquired.class, HistoryLock.acquire(folder));
        assertEquals(ProcessHandle.current().pid() + "\n", Files.readString(folder.resolve("history.lock")));
        ours.lock().close();
    }

    @Test
    void anythingMayStandInTheFile() throws IOException {
        Files.writeString(folder.resolve("history.lock"), "not a number\n".repeat(1_000));
        Attempt.Acquired ours = assertInstanceOf(Attempt.Acquired.class, HistoryLock.acquire(folder));
        ours.lock().close();
    }

    @Test
    void theFileIsTheUsersAloneAndNoSymlink() throws IOException {
        Attempt.Acquired ours = assertInstanceOf(Attempt.Acquired.class, HistoryLock.acquire(folder));
        Path file = folder.resolve("history.lock");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        ours.lock().close();
        Files.delete(file);
        Files.createSymbolicLink(file, folder.resolve("elsewhere"));
        assertInstanceOf(Attempt.Impossible.class, HistoryLock.acquire(folder));
        assertTrue(Files.notExists(folder.resolve("elsewhere")));
    }

    /** The child: acquires, says so, and waits for the end of its input. */
    static final class Holding {
        private Holding() {}

        public static void main(String[] arguments) throws IOException {
            Attempt attempt = HistoryLock.acquire(Path.of(arguments[0]));
            System.out.println(attempt instanceof Attempt.Acquired ? "held" : "not held");
            while (System.in.read() >= 0) {
                // Nothing to be done with it.
            }
        }
    }
}
