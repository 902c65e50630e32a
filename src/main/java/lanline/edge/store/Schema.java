package lanline.edge.store;

import java.sql.SQLException;
import java.util.List;

/**
 * The tables, version by version. A database names its version in {@code user_version} and itself as Lanline's in {@code application_id}.
 *
 * <p>A version, once released, is never changed: what is new is appended as the next one.
 */
final class Schema {
    /** "LANL": tells Lanline's history from any other SQLite file. */
    private static final long APPLICATION = 0x4C414E4CL;

    /**
     * Peers and conversations are numbered, so that a message row stays small. Full-text search keeps no second copy of the texts,
     * which are folded and cut into words here and not by SQLite; its index of beginnings makes search-as-you-type fast.
     */
    private static final List<String> FIRST = List.of(
            "CREATE TABLE conversation(number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)",
            "CREATE TABLE correspondent(number INTEGER PRIMARY KEY, peer TEXT NOT NULL CHECK(peer <> ''), name TEXT NOT NULL,"
                    + " address TEXT NOT NULL, speaks TEXT NOT NULL, UNIQUE(peer, name, address, speaks))",
            "CREATE TABLE message(number INTEGER PRIMARY KEY, id BLOB NOT NULL CHECK(length(id) = 16),"
                    + " conversation INTEGER NOT NULL REFERENCES conversation(number),"
                    + " correspondent INTEGER NOT NULL REFERENCES correspondent(number),"
                    + " direction TEXT NOT NULL CHECK(direction IN ('sent', 'received')), text TEXT NOT NULL,"
                    + " time INTEGER NOT NULL, state TEXT NOT NULL, reason TEXT NOT NULL)",
            "CREATE UNIQUE INDEX message_by_id ON message(id, conversation, direction)",
            "CREATE INDEX message_by_conversation ON message(conversation)",
            "CREATE INDEX message_by_time ON message(time)",
            "CREATE INDEX message_queued ON message(state) WHERE state = 'queued'",
            "CREATE VIRTUAL TABLE message_words USING fts5(words, content='', columnsize=0, detail=none,"
                    + " tokenize='ascii', prefix='1 2 3 4')");

    /** Words are indexed after their message is told to be stored; {@code upto}: the last message that is in the index. */
    private static final List<String> SECOND = List.of(
            "CREATE TABLE word_index(upto INTEGER NOT NULL)",
            "INSERT INTO word_index SELECT coalesce(max(number), 0) FROM message");

    /** How a message was protected; all before could be read by anybody. */
    private static final List<String> THIRD =
            List.of("ALTER TABLE message ADD COLUMN security TEXT NOT NULL DEFAULT 'none'");

    /** Own messages that are not where they are to go: one to a Lanline is not, until that has said that it is stored there. */
    static final String PENDING =
            "direction = 'sent' AND (state = 'queued' OR (state = 'sent' AND security IN ('encrypted', 'verified')))";

    /** Found at the start without looking through all. */
    private static final List<String> FOURTH =
            List.of("DROP INDEX message_queued", "CREATE INDEX message_pending ON message(direction) WHERE " + PENDING);

    static final List<List<String>> VERSIONS = List.of(FIRST, SECOND, THIRD, FOURTH);

    private Schema() {}

    /** Brings a database to the newest of {@code versions}, all or nothing. */
    static void migrate(Database database, List<List<String>> versions) throws SQLException, NewerVersionException {
        long found = version(database);
        if (found > versions.size()) {
            throw new NewerVersionException(found);
        }
        if (found == versions.size()) {
            return;
        }
        database.begin();
        try {
            for (List<String> version : versions.subList((int) found, versions.size())) {
                for (String statement : version) {
                    database.execute(statement);
                }
            }
            database.execute("PRAGMA application_id=" + APPLICATION);
            database.execute("PRAGMA user_version=" + versions.size());
            database.commit();
        } catch (SQLException e) {
            database.rollback();
            throw e;
        }
    }

    private static long version(Database database) throws SQLException {
        long application = database.number("PRAGMA application_id");
        long version = database.number("PRAGMA user_version");
        boolean isNew = database.number("SELECT count(*) FROM sqlite_master") == 0;
        if (isNew) {
            return 0;
        }
        if (application != APPLICATION || version < 1) {
            throw Fault.damaged("not a history of Lanline");
        }
        return version;
    }
}
