package lanline.edge.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import lanline.core.text.SafeText;

/**
 * Keeps a second process from a host directory: {@code history.lock}, with the holder's process id written in it.
 *
 * <p>The operating system lets go of it when the process ends in whatever way, so a file that was left behind holds nobody up.
 * Acquire it once a process: POSIX drops a process's locks when any of its descriptors of the file is closed.
 */
public final class HistoryLock implements AutoCloseable {
    private static final String NAME = "history.lock";

    /** The locked byte lies far behind the process id, since Windows keeps others from reading what is locked. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    /** A process id has at most this many digits; more is not read of a file that others may have written. */
    private static final int LONGEST_PID = 19;

    private final FileChannel file;

    private HistoryLock(FileChannel file) {
        this.file = file;
    }

    /** What became of the wish to have the directory for oneself. */
    public sealed interface Attempt {
        /** It is ours until closed. */
        record Acquired(HistoryLock lock) implements Attempt {
            @Override
            public <R> R deliverTo(Handler<R> handler) {
                return handler.acquired(lock);
            }
        }

        /** Another process has it; {@code pid} is what that one wrote, empty where it can't be read. */
        record HeldBy(OptionalLong pid) implements Attempt {
            @Override
            public <R> R deliverTo(Handler<R> handler) {
                return handler.heldBy(pid);
            }
        }

        /** The file system refuses (read-only, no locks): nobody knows who else is there. */
        record Impossible(SafeText reason) implements Attempt {
            @Override
            public <R> R deliverTo(Handler<R> handler) {
                return handler.impossible(reason);
            }
        }

        /** One method a case. */
        interface Handler<R> {
            R acquired(HistoryLock lock);

            R heldBy(OptionalLong pid);

            R impossible(SafeText reason);
        }

        <R> R deliverTo(Handler<R> handler);
    }

    /** Tries once, without waiting. {@code hostDirectory} exists. Any thread. */
    public static Attempt acquire(Path hostDirectory) {
        FileChannel file;
        try {
            file = PrivateFile.open(
                    hostDirectory.resolve(NAME),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
        } catch (IOException e) {
            return new Attempt.Impossible(Sentences.of(e));
        }
        try {
            return lock(file);
        } catch (IOException e) {
            closeQuietly(file);
            return new Attempt.Impossible(Sentences.of(e));
        }
    }

    private static Attempt lock(FileChannel file) throws IOException {
        if (!tryLock(file)) {
            OptionalLong holder = read(file);
            file.close();
            return new Attempt.HeldBy(holder);
        }
        file.truncate(0);
        file.write(StandardCharsets.US_ASCII.encode(ProcessHandle.current().pid() + "\n"));
        return new Attempt.Acquired(new HistoryLock(file));
    }

    private static boolean tryLock(FileChannel file) throws IOException {
        try {
            FileLock lock = file.tryLock(LOCKED_BYTE, 1, false);
            return lock != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    private static OptionalLong read(FileChannel file) throws IOException {
        ByteBuffer written = ByteBuffer.allocate(LONGEST_PID + 1);
        file.read(written, 0);
        String pid = StandardCharsets.US_ASCII.decode(written.flip()).toString().strip();
        return pid.matches("[0-9]{1,18}") ? OptionalLong.of(Long.parseLong(pid)) : OptionalLong.empty();
    }

    @Override
    public void close() {
        closeQuietly(file);
    }

    private static void closeQuietly(FileChannel file) {
        try {
            file.close();
        } catch (IOException e) {
            // Nothing was written since the process id: there is nothing to lose, and the lock goes with the process.
        }
    }
}
