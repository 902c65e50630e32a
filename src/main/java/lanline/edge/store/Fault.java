package lanline.edge.store;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The ways in which the database can be out of order, as far as they are treated differently. */
enum Fault {
    /** Not a database, or its pages contradict each other: set aside, a new one is begun. */
    DAMAGED("the history is damaged"),
    /** Another program holds it: tried again. */
    LOCKED("another program is using the history"),
    /** No space: tried again. */
    FULL("the disk is full"),
    /** Read-only, gone, an error of the device: opened again. */
    UNWRITABLE("its file can't be used"),
    /** A reading that nobody waits for any more was stopped: no fault at all. */
    CANCELLED("stopped");

    private final String words;

    Fault(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    static Fault of(SQLException e) {
        return switch (e.getErrorCode() & 0xFF) {
            case 11, 26 -> DAMAGED; // SQLITE_CORRUPT, SQLITE_NOTADB
            case 5, 6 -> LOCKED; // SQLITE_BUSY, SQLITE_LOCKED
            case 13 -> FULL; // SQLITE_FULL
            case 9 -> CANCELLED; // SQLITE_INTERRUPT
            default -> UNWRITABLE;
        };
    }

    /** What is thrown when a row or file makes no sense though SQLite can read it. */
    static SQLException damaged(String what) {
        return new SQLiteException(what, SQLiteErrorCode.SQLITE_CORRUPT);
    }
}
