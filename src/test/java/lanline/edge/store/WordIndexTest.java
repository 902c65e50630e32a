package lanline.edge.store;

import static lanline.edge.store.StoreFixture.ALI;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import lanline.core.model.ConversationId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The index comes after the messages, and never stays behind. */
@Timeout(60)
class WordIndexTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsStoredIsFoundByASearchThatIsAskedForRightAfterIt() throws InterruptedException {
        try (StoreFixture store = StoreFixture.start(folder)) {
            for (int i = 0; i < 1_500; i++) {
                store.history.store(store.received(ALI, "word" + i));
            }
            assertEquals(List.of("word1499"), store.found(ConversationId.HOME, "word1499"));
        }
    }

    @Test
    void whatAKilledProcessLeftOutIsFoundAfterTheNextStart() throws Exception {
        try (StoreFixture store = StoreFixture.start(folder)) {
            store.keep(store.received(ALI, "before"));
        }
        insertUnindexed("the oldest of them", 2, 1);
        insertUnindexed("behind the index", 3, 2_500);
        try (StoreFixture store = StoreFixture.start(folder)) {
            store.received(ALI, "takes the id of the one before");
            store.keep(store.received(ALI, "after"));
            assertEquals(50, store.found(ConversationId.HOME, "behind").size());
            assertEquals(List.of("the oldest of them"), store.found(ConversationId.HOME, "oldest"));
            assertEquals(List.of("before"), store.found(ConversationId.HOME, "before"));
            assertEquals(List.of("after"), store.found(ConversationId.HOME, "after"));
        }
    }

    /** As a process that is killed between the two transactions does. */
    private void insertUnindexed(String text, int from, int times) throws Exception {
        try (Database database = Database.openToWrite(folder.resolve("history.db"), false)) {
            database.execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + times + ")"
                    + " INSERT INTO message SELECT " + (from - 1) + " + i, randomblob(16), 1, 1, 'received', '" + text
                    + "', 1764000000000 + i, 'received', '', 'none' FROM n");
        }
    }
}
