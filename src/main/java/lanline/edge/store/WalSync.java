package lanline.edge.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import lanline.core.event.EventBus;
import lanline.core.event.StorageEvent.MessagesDurable;
import lanline.core.model.MessageId;
import org.jspecify.annotations.Nullable;

/**
 * The thread {@code store-sync} of one open database: flushes what was committed to the disk, all that waits at once, and only then
 * calls it durable; and moves it from the WAL into the database, so that the writer never stops for that.
 *
 * <p>Only the {@code -wal} file is opened here; what a checkpoint took out of it before the flush, SQLite has flushed itself.
 */
final class WalSync implements Runnable {
    /** Messages after which the WAL is checkpointed once nobody writes: at some 12 pages each when they come singly, 10 MiB. */
    private static final int CHECKPOINT_AFTER = 200;

    /** The same where it never gets quiet: 48 MiB. */
    private static final int CHECKPOINT_AT_ONCE_AFTER = 1_000;

    /** It is quiet when nothing was committed for so long: a checkpoint takes the disk and some milliseconds of the processor. */
    private static final long QUIET_MILLIS = 1_000;

    /** What is committed within so long is flushed at once, where nobody waits for it. */
    private static final long GATHERED_NANOS = TimeUnit.MILLISECONDS.toNanos(3);

    private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    private final EventBus bus;
    private final Troubles troubles;
    private final Path history;
    private final Path wal;
    private final boolean checkpoints;
    private final List<MessageId> committed = new ArrayList<>();
    private @Nullable FileChannel file;
    private @Nullable Database database;
    private int sinceCheckpoint;
    private boolean isAwaited;
    private boolean ended;

    /** {@code checkpoints}: false where only one connection may be open; that one checkpoints itself then. */
    WalSync(EventBus bus, Path history, boolean checkpoints) {
        this.bus = bus;
        this.history = history;
        this.checkpoints = checkpoints;
        troubles = new Troubles(bus);
        wal = history.resolveSibling(history.getFileName() + "-wal");
    }

    /** These are committed; {@code awaited}: somebody is waiting to hear that they are durable. Store thread. */
    void committed(List<MessageId> ids, boolean awaited) {
        queue.add(() -> {
            committed.addAll(ids);
            isAwaited |= awaited;
        });
    }

    /** Lets the thread end once all that was committed is durable. Store thread. */
    void end() {
        queue.add(() -> ended = true);
    }

    @Override
    public void run() {
        try {
            while (!ended) {
                next().run();
                gather();
                for (Runnable order = queue.poll(); order != null; order = queue.poll()) {
                    order.run();
                }
                flush();
            }
        } catch (InterruptedException e) {
            // Asked to end at once: what was committed survives the process, and is called no more than that.
        }
        close();
    }

    private Runnable next() throws InterruptedException {
        Runnable next =
                isCheckpointDue(CHECKPOINT_AFTER) ? queue.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS) : queue.take();
        if (next == null) {
            checkpoint();
            beginWal();
            next = queue.take();
        }
        return next;
    }

    private boolean isCheckpointDue(int after) {
        return checkpoints && sinceCheckpoint >= after;
    }

    /**
     * The machine is busy with showing and sending what was just stored; a flush takes the processor from that, and many cost as much as
     * one. What is awaited gathers only while a flush runs.
     */
    private void gather() throws InterruptedException {
        long until = System.nanoTime() + GATHERED_NANOS;
        while (!ended && !isAwaited) {
            Runnable more = queue.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (more == null) {
                return;
            }
            more.run();
        }
    }

    private void flush() {
        if (committed.isEmpty()) {
            return;
        }
        try {
            file().force(false);
            bus.answer(new MessagesDurable(committed));
            troubles.settle(Troubles.About.DURABILITY, "The disk takes messages for good again.");
        } catch (IOException e) {
            troubles.tell(
                    Troubles.About.DURABILITY,
                    "Messages are stored, but the disk does not confirm it (" + Sentences.of(e)
                            + "): a power cut may take the last ones.");
        }
        sinceCheckpoint += committed.size();
        committed.clear();
        isAwaited = false;
        if (!ended && isCheckpointDue(CHECKPOINT_AT_ONCE_AFTER)) {
            checkpoint();
        }
    }

    private FileChannel file() throws IOException {
        if (file == null) {
            file = PrivateFile.open(wal, StandardOpenOption.WRITE);
        }
        return file;
    }

    private void checkpoint() {
        try {
            if (database == null) {
                database = Database.openBeside(history);
            }
            database.execute("PRAGMA wal_checkpoint(PASSIVE)");
            sinceCheckpoint = 0;
        } catch (SQLException e) {
            // Tried again after the next flush; should it never work, the writer checkpoints, and tells what is wrong.
        }
    }

    /** Only while nobody writes: a flush would wait for the writer. */
    private void beginWal() {
        try {
            if (database != null) {
                database.beginWal();
            }
        } catch (SQLException e) {
            // The next message begins it.
        }
    }

    private void close() {
        if (database != null) {
            database.close();
        }
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            // All was flushed before; a descriptor that can't be closed ends with the process.
        }
    }
}
