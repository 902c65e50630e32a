package lanline.edge.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import org.sqlite.JDBC;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteOpenMode;

/** One connection to the history database. Lives on the thread that opened it. */
final class Database implements AutoCloseable {
    /** How long somebody else's lock is waited for; a backup copies in less, and one's own line appears late by this at most. */
    private static final int BUSY_MILLISECONDS = 500;

    /** SQLITE_OPEN_NOFOLLOW, which the driver has no name for: no part of the path may be a symlink. */
    private static final int NO_FOLLOW = 0x01000000;

    /** Steps of SQLite's machine between two looks at whether the answer is still wanted: well under a millisecond. */
    private static final int STEPS_BETWEEN_LOOKS = 20_000;

    /**
     * Frames of the WAL (of 4 KiB) at which the writer itself checkpoints: 64 MiB. In ordinary use the sync thread does so long
     * before; this bounds the file under a flood that never pauses.
     */
    private static final int WRITER_CHECKPOINTS_AT_FRAMES = 16_384;

    /** The same where one connection does everything: SQLite's own default. */
    private static final int LONE_WRITER_CHECKPOINTS_AT_FRAMES = 1_000;

    /** A WAL that a flood has swollen is cut back to this many bytes once it is checkpointed. */
    private static final int WAL_KEPT_BYTES = 16 << 20;

    /** Room for all pages that a full group changes; with less, they are written several times. Taken only when needed. */
    private static final int WRITER_CACHE_KIB = 8_192;

    private final Connection connection;

    private Database(Connection connection) {
        this.connection = connection;
    }

    /** The writing connection. {@code alone}: nobody else, not even this process, opens the file meanwhile; needs no shared memory. */
    static Database openToWrite(Path file, boolean alone) throws SQLException {
        Database database = connect(file);
        try {
            database.execute("PRAGMA locking_mode=" + (alone ? "EXCLUSIVE" : "NORMAL"));
            database.execute("PRAGMA journal_mode=WAL");
            database.execute("PRAGMA synchronous=NORMAL");
            database.execute("PRAGMA wal_autocheckpoint="
                    + (alone ? LONE_WRITER_CHECKPOINTS_AT_FRAMES : WRITER_CHECKPOINTS_AT_FRAMES));
            database.execute("PRAGMA journal_size_limit=" + WAL_KEPT_BYTES);
            database.execute("PRAGMA cache_size=-" + WRITER_CACHE_KIB);
            database.execute("PRAGMA cell_size_check=ON");
            return database;
        } catch (SQLException e) {
            database.close();
            throw e;
        }
    }

    /** A further connection beside the writing one, for reading or for checkpoints. */
    static Database openBeside(Path file) throws SQLException {
        return connect(file);
    }

    private static Database connect(Path file) throws SQLException {
        Properties options = new Properties();
        int mode = SQLiteOpenMode.READWRITE.flag | NO_FOLLOW;
        options.setProperty("open_mode", Integer.toString(mode));
        options.setProperty("transaction_mode", "IMMEDIATE");
        options.setProperty("busy_timeout", Integer.toString(BUSY_MILLISECONDS));
        // Nobody asks for them here, and the driver would look them up by a query after each insert.
        options.setProperty("jdbc.get_generated_keys", "false");
        Database database = new Database(JDBC.createConnection("jdbc:sqlite:" + file, options));
        database.execute("PRAGMA temp_store=MEMORY");
        return database;
    }

    PreparedStatement prepare(String sql) throws SQLException {
        return connection.prepareStatement(sql);
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of the first row; 0 where there is no row or it is null. */
    long number(String sql) throws SQLException {
        try (PreparedStatement statement = prepare(sql);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /**
     * Begins a transaction that may write. By the driver's own switch: with a BEGIN of ours, it would try to begin and to commit around
     * every statement.
     */
    void begin() throws SQLException {
        connection.setAutoCommit(false);
    }

    void commit() throws SQLException {
        connection.setAutoCommit(true);
    }

    /**
     * Writes what stands there already: the first write after opening and after a checkpoint begins the WAL anew and waits until the
     * disk has its head, which else the next message would wait for.
     */
    void beginWal() throws SQLException {
        execute("PRAGMA user_version=" + number("PRAGMA user_version"));
    }

    /** Ends a transaction that failed. */
    void rollback() {
        try {
            execute("ROLLBACK");
        } catch (SQLException e) {
            // SQLite has rolled back by itself, as it does when the disk is full: that is what was wanted.
        }
        try {
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            // The switch is turned before the driver finds nothing to commit.
        }
    }

    static void close(PreparedStatement statement) {
        try {
            statement.close();
        } catch (SQLException e) {
            // It failed before, which was told then; the connection closes it at the latest.
        }
    }

    /** From now on, a statement that runs ends with SQLITE_INTERRUPT once {@code cancelled} says so. */
    void cancelWhen(BooleanSupplier cancelled) throws SQLException {
        ProgressHandler.setHandler(connection, STEPS_BETWEEN_LOOKS, new ProgressHandler() {
            @Override
            protected int progress() {
                return cancelled.getAsBoolean() ? 1 : 0;
            }
        });
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // What was committed is in the file; what closing would have tidied up, the next opening does.
        }
    }
}
