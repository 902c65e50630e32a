package lanline.edge.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import lanline.core.event.EventBus;
import lanline.core.event.StorageEvent.HistoryOpened;
import lanline.core.event.StorageEvent.HistoryTrouble;
import lanline.core.text.SafeText;
import org.jspecify.annotations.Nullable;

/**
 * The database file over the run: opened, opened again, set aside when damaged, left alone when a newer version wrote it. Lives on the
 * store thread.
 *
 * <pre>
 *   closed → open          closed → closed (can't be opened; the next try is due later)      closed → abandoned (newer version)
 *   open → paused → open (locked, full: tried again later)      open → closed (read-only, device error, damaged and set aside, end)
 * </pre>
 */
final class HistoryFile {
    /** Until the next try after a failure: nobody waits longer for it, and it costs nothing. */
    static final long RETRY_MILLIS = 1_000;

    /** A reading that runs is waited for this long before its file is moved away; it lets go within milliseconds. */
    private static final long READER_LETS_GO_MILLIS = 2_000;

    private static final String NAME = "history.db";

    private final Surroundings surroundings;
    private final EventBus bus;
    private final Reader reader;
    private final Executor storeThread;
    private final Troubles troubles;
    private @Nullable OpenHistory open;
    private SafeText reason = SafeText.EMPTY;
    private long retryAt = Long.MIN_VALUE;
    private boolean libraryIsProvided;
    private boolean wasOpened;
    private boolean abandoned;

    HistoryFile(Surroundings surroundings, EventBus bus, Reader reader, Executor storeThread) {
        this.surroundings = surroundings;
        this.bus = bus;
        this.reader = reader;
        this.storeThread = storeThread;
        troubles = new Troubles(bus);
    }

    /** The open database, opened now if a try is due; empty while it can't be used, for {@link #reason}. */
    Optional<OpenHistory> use() {
        if (abandoned || surroundings.time().uptimeMillis() < retryAt) {
            return Optional.empty();
        }
        if (open == null) {
            tryToOpen();
        }
        return Optional.ofNullable(open);
    }

    SafeText reason() {
        return reason;
    }

    /** True while a later try may succeed. */
    boolean isTriedAgain() {
        return !abandoned && (open == null || retryAt != Long.MIN_VALUE);
    }

    /** It took what was written: what people were told is over. */
    void works() {
        retryAt = Long.MIN_VALUE;
        troubles.settle(Troubles.About.DATABASE, "The history works again; all that was kept in memory is stored.");
    }

    /** It did not take what was written. */
    void failed(SQLException e) {
        Fault fault = Fault.of(e);
        if (fault == Fault.DAMAGED) {
            setAside();
            return;
        }
        if (fault == Fault.UNWRITABLE) {
            release();
        }
        pause(fault, sentence(fault, e));
    }

    private void tryToOpen() {
        try {
            adopt(openFile());
        } catch (NewerVersionException e) {
            abandoned = true;
            reason = SafeText.line("the history was written by a newer version");
            reader.use(new MessageSource.NoMessages(reason));
            troubles.tell(
                    Troubles.About.DATABASE,
                    "The history " + file() + " was written by a newer version of Lanline; it is left as it is,"
                            + " and this run keeps only the readable log, chat.log. Start the newer version to go on with it.");
        } catch (IOException e) {
            pause(Fault.UNWRITABLE, unwritable(Sentences.of(e)));
        } catch (SQLException e) {
            failed(e);
        }
    }

    private OpenHistory openFile() throws SQLException, IOException, NewerVersionException {
        if (!libraryIsProvided) {
            NativeLibrary.provide(surroundings.hostDirectory());
            libraryIsProvided = true;
        }
        return OpenHistory.open(file(), surroundings.onNetwork().getAsBoolean(), bus);
    }

    private void adopt(OpenHistory opened) throws SQLException {
        try {
            HistoryOpened event = new HistoryOpened(
                    opened.messages().count(), opened.messages().pending());
            if (!wasOpened) {
                bus.answer(event);
            }
        } catch (SQLException e) {
            opened.close();
            throw e;
        }
        wasOpened = true;
        open = opened;
        retryAt = Long.MIN_VALUE;
        reader.use(source(opened));
        opened.rehearse();
    }

    private MessageSource source(OpenHistory opened) {
        Runnable onDamage = () -> storeThread.execute(() -> damageSeen(opened));
        return opened.isAlone()
                ? new MessageSource.SharedConnection(storeThread, opened.messages(), onDamage)
                : new MessageSource.OwnConnection(file(), onDamage);
    }

    /** A reading found it; nothing is done if that database has been replaced meanwhile. */
    private void damageSeen(OpenHistory damaged) {
        if (open == damaged) {
            setAside();
            use();
        }
    }

    private void setAside() {
        release();
        try {
            Path aside = DamagedFile.setAside(file(), surroundings.time().now().atZone(surroundings.zone()));
            retryAt = Long.MIN_VALUE;
            bus.answer(new HistoryTrouble(SafeText.line("The history was damaged; it was set aside as " + aside
                    + ", and a new one was begun. Nothing was deleted;"
                    + " chat.log has the earlier messages as text.")));
        } catch (IOException e) {
            pause(
                    Fault.DAMAGED,
                    "The history " + file() + " is damaged and can't be moved aside (" + Sentences.of(e)
                            + "); what is said is kept in memory and in the readable log. Move it away: then a new one is begun.");
        }
    }

    private void pause(Fault fault, String sentence) {
        reason = SafeText.line(fault.words());
        retryAt = surroundings.time().uptimeMillis() + RETRY_MILLIS;
        troubles.tell(Troubles.About.DATABASE, sentence);
        if (open == null) {
            reader.use(new MessageSource.NoMessages(reason));
        }
    }

    private String sentence(Fault fault, SQLException e) {
        return switch (fault) {
            case LOCKED ->
                "Another program is using the history " + file()
                        + "; what is said is kept in memory and stored when it is free: end the other one.";
            case FULL ->
                "The disk is full; what is said is kept in memory and stored when there is space again."
                        + " Nothing is deleted: make some space.";
            case DAMAGED, UNWRITABLE, CANCELLED -> unwritable(why(e));
        };
    }

    /** The driver wraps what kept it from loading SQLite, and says nothing of it itself. */
    private static SafeText why(SQLException e) {
        Throwable reason = e.getCause() == null ? e : e.getCause();
        return SafeText.line(String.valueOf(reason.getMessage()));
    }

    private String unwritable(SafeText why) {
        return "The history " + file() + " can't be written (" + why
                + "); what is said is kept in memory and stored as soon as it can be: see to the folder or the disk.";
    }

    private Path file() {
        return surroundings.hostDirectory().resolve(NAME);
    }

    /** Closes the database; readings wait until it is known where to go on. */
    private void release() {
        CountDownLatch closed = reader.letGo();
        try {
            // Where the connection is shared, the reader may be waiting for this thread, and has nothing to close.
            if (open != null && !open.isAlone()) {
                closed.await(READER_LETS_GO_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close();
    }

    /** Closes the database, after whoever reads has let go of it. */
    void close() {
        if (open != null) {
            open.close();
            open = null;
        }
    }
}
