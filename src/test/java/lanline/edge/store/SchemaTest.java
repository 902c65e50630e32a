package lanline.edge.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a database of an older version becomes one of this version. */
class SchemaTest {
    private static final List<String> ONE = List.of("CREATE TABLE a(x)", "INSERT INTO a VALUES (7)");
    private static final List<String> TWO = List.of("ALTER TABLE a ADD COLUMN y", "UPDATE a SET y = x + 1");
    private static final List<String> BROKEN = List.of("CREATE TABLE c(x)", "UPDATE a SET nonsense = 1");

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void make() throws Exception {
        NativeLibrary.provide(folder);
        file = folder.resolve("history.db");
        PrivateFile.ensure(file);
    }

    @Test
    void anOlderVersionIsBroughtToTheNewestWithWhatIsInIt() throws Exception {
        try (Database database = Database.openToWrite(file, false)) {
            Schema.migrate(database, List.of(ONE));
            Schema.migrate(database, List.of(ONE, TWO));
            assertEquals(2, database.number("PRAGMA user_version"));
            assertEquals(8, database.number("SELECT y FROM a"));
        }
    }

    @Test
    void aNewDatabaseGoesThroughAllVersionsOnce() throws Exception {
        try (Database database = Database.openToWrite(file, false)) {
            Schema.migrate(database, List.of(ONE, TWO));
            Schema.migrate(database, List.of(ONE, TWO));
            assertEquals(1, database.number("SELECT count(*) FROM a"));
        }
    }

    @Test
    void aMigrationThatFailsLeavesEverythingAsItWas() throws Exception {
        try (Database database = Database.openToWrite(file, false)) {
            Schema.migrate(database, List.of(ONE));
            assertThrows(SQLException.class, () -> Schema.migrate(database, List.of(ONE, BROKEN)));
            assertEquals(1, database.number("PRAGMA user_version"));
            assertEquals(1, database.number("SELECT count(*) FROM sqlite_master"));
            Schema.migrate(database, List.of(ONE, TWO));
            assertEquals(8, database.number("SELECT y FROM a"));
        }
    }

    @Test
    void aNewerVersionIsRefused() throws Exception {
        try (Database database = Database.openToWrite(file, false)) {
            Schema.migrate(database, List.of(ONE, TWO));
            assertThrows(NewerVersionException.class, () -> Schema.migrate(database, List.of(ONE)));
            assertEquals(2, database.number("PRAGMA user_version"));
        }
    }

    @Test
    void aHistoryOfTheThirdVersionKeepsWhatWaitsAndFindsItByItsIndex() throws Exception {
        try (Database database = Database.openToWrite(file, false)) {
            Schema.migrate(database, Schema.VERSIONS.subList(0, 3));
            database.execute("INSERT INTO conversation VALUES (1, 'ali@10.0.0.2')");
            database.execute("INSERT INTO correspondent VALUES (1, 'ali@10.0.0.2', 'ali', '10.0.0.2', 'course-2024')");
            database.execute(
                    "INSERT INTO message VALUES (1, zeroblob(16), 1, 1, 'sent', 'a', 0, 'queued', '', 'none')");
            database.execute(
                    "INSERT INTO message VALUES (2, randomblob(16), 1, 1, 'sent', 'b', 0, 'sent', '', 'none')");
            Schema.migrate(database, Schema.VERSIONS);
            assertEquals(1, new StoredMessages(database).pending().size());
            assertEquals(
                    1,
                    database.number("SELECT count(*) FROM message INDEXED BY message_pending WHERE " + Schema.PENDING));
        }
    }
}
