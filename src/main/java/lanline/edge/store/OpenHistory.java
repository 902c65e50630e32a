package lanline.edge.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import lanline.core.event.EventBus;
import lanline.core.model.Delivery;
import lanline.core.model.MessageId;
import org.jspecify.annotations.Nullable;

/** All that belongs to one open database: the writing connection, its table, its sync thread. Lives on the store thread. */
final class OpenHistory {
    /** A flush of a disk that hangs is waited for this long at the end; its messages are committed by then. */
    private static final long ENDING_MILLISECONDS = 1_000;

    /** Calls after which the code of a message is compiled, by run.sh's flags. */
    private static final int REHEARSED = 40;

    private final Database database;
    private final boolean alone;
    private final StoredMessages messages;
    private final WalSync sync;
    private final Thread syncThread;
    private @Nullable MessageTable table;
    private @Nullable WordIndex words;

    private OpenHistory(Database database, boolean alone, WalSync sync) throws SQLException {
        this.database = database;
        this.alone = alone;
        this.sync = sync;
        messages = new StoredMessages(database);
        syncThread = new Thread(sync, "store-sync");
        syncThread.setDaemon(true);
    }

    /** {@code alone}: no other connection may be opened beside the writing one. */
    static OpenHistory open(Path file, boolean alone, EventBus bus)
            throws SQLException, IOException, NewerVersionException {
        PrivateFile.ensure(file);
        Database database = Database.openToWrite(file, alone);
        try {
            Schema.migrate(database, Schema.VERSIONS);
            OpenHistory open = new OpenHistory(database, alone, new WalSync(bus, file, !alone));
            open.syncThread.start();
            return open;
        } catch (SQLException | NewerVersionException e) {
            database.close();
            throw e;
        }
    }

    /** Begins a transaction; what is written in it goes through the table. */
    MessageTable begin() throws SQLException {
        MessageTable writing = table();
        database.begin();
        return writing;
    }

    /** The table without a transaction: each change is one of its own, which is committed when it returns. */
    MessageTable table() throws SQLException {
        if (table == null) {
            table = new MessageTable(database);
        }
        return table;
    }

    /**
     * Writes made-up messages and takes them back, so that the first real one doesn't go through code that is neither loaded nor
     * compiled; nothing of it comes to the disk.
     */
    void rehearse() throws SQLException {
        MessageTable rehearsed = begin();
        for (int i = 0; i < REHEARSED; i++) {
            rehearsed.insert(RehearsedMessage.number(i));
            rehearsed.update(RehearsedMessage.number(i).id(), Delivery.SENT);
        }
        rollback();
        for (int i = 0; i < REHEARSED; i++) {
            begin();
            commit();
        }
        database.beginWal();
    }

    void commit() throws SQLException {
        database.commit();
    }

    /** Makes what was committed findable by its words; to be rolled back after an exception. */
    void index() throws SQLException {
        if (words == null) {
            words = new WordIndex(database);
        }
        words.catchUp();
    }

    /** Ends a failed transaction. The driver closes a statement that fails, so the table is made anew. */
    void rollback() {
        if (table != null) {
            table.close();
            table = null;
        }
        if (words != null) {
            words.close();
            words = null;
        }
        database.rollback();
    }

    /** MessagesDurable follows for these, which are committed and have been told to be; {@code awaited}: at once. */
    void makeDurable(List<MessageId> committed, boolean awaited) {
        sync.committed(committed, awaited);
    }

    boolean isAlone() {
        return alone;
    }

    /** Reading through the writing connection. */
    StoredMessages messages() {
        return messages;
    }

    /** Ends the sync thread and closes the connection, which moves the WAL into the database when it is the last one. */
    void close() {
        sync.end();
        try {
            syncThread.join(ENDING_MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        database.close();
    }
}
