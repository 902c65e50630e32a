package lanline.edge.store;

import static lanline.edge.store.StoreFixture.ALI;
import static lanline.edge.store.StoreFixture.with;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import lanline.core.event.StorageEvent.HistoryOpened;
import lanline.core.event.StorageEvent.HistoryTrouble;
import lanline.core.event.StorageEvent.MessageNotStored;
import lanline.core.event.StorageEvent.MessageStored;
import lanline.core.event.StorageEvent.PageFailed;
import lanline.core.model.ChatMessage;
import lanline.core.model.ConversationId;
import lanline.core.model.Delivery;
import lanline.core.model.Tag;
import lanline.core.port.History.Before;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong with the database: it is said once, every message is answered, nothing is deleted. */
@Timeout(60)
class TroubleTest {
    private static final Tag TAG = new Tag("t");

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void place() {
        file = folder.resolve("history.db");
    }

    @Test
    void aFileOfGarbageIsSetAsideAndANewHistoryBegun() throws Exception {
        byte[] garbage = new byte[10_000];
        Arrays.fill(garbage, (byte) 'x');
        Files.write(file, garbage);
        try (StoreFixture store = StoreFixture.start(folder)) {
            String sentence = store.next(HistoryTrouble.class).sentence().value();
            Path aside = onlyDamagedFile();
            assertTrue(sentence.contains(aside.toString()), sentence);
            assertTrue(
                    aside.getFileName().toString().matches("history\\.damaged-20251121-1500\\d\\d\\.db"),
                    aside::toString);
            assertArrayEquals(garbage, Files.readAllBytes(aside));
            assertEquals(0, store.next(HistoryOpened.class).messages());
            store.keep(store.received(ALI, "goes on"));
            assertEquals(List.of("goes on"), store.texts(with(ALI)));
        }
    }

    @Test
    void whatIsAskedWhileADamagedHistoryIsSetAsideWaits() throws Exception {
        Files.writeString(file, "not a database at all, but longer than a header of one hundred bytes.".repeat(3));
        try (StoreFixture store = StoreFixture.start(folder)) {
            assertEquals(List.of(), store.texts(ConversationId.HOME));
        }
    }

    @Test
    void aTruncatedFileIsSetAside() throws Exception {
        fill(300);
        try (FileChannel cut = FileChannel.open(file, StandardOpenOption.WRITE)) {
            cut.truncate(20_000);
        }
        try (StoreFixture store = StoreFixture.start(folder)) {
            store.keep(store.received(ALI, "goes on"));
            assertEquals(20_000, Files.size(onlyDamagedFile()));
        }
    }

    @Test
    void aDamagedPageIsFoundWhenItIsRead() throws Exception {
        fill(2_000);
        overwriteTheMiddle();
        try (StoreFixture store = StoreFixture.start(folder)) {
            store.history.read(TAG, ConversationId.HOME, Before.NOW, 5_000);
            store.next(HistoryTrouble.class);
            store.keep(store.received(ALI, "goes on"));
            assertEquals(List.of("goes on"), store.texts(ConversationId.HOME));
            assertTrue(Files.size(onlyDamagedFile()) > 200_000);
        }
    }

    @Test
    void anotherProgramsDatabaseIsNotWrittenInto() throws Exception {
        sql("CREATE TABLE recipes(name)", "INSERT INTO recipes VALUES ('soup')");
        try (StoreFixture store = StoreFixture.start(folder)) {
            store.keep(store.received(ALI, "goes on"));
            Files.move(onlyDamagedFile(), folder.resolve("recipes.db"));
        }
        try (Connection recipes = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("recipes.db"))) {
            assertEquals(
                    "soup",
                    recipes.createStatement()
                            .executeQuery("SELECT name FROM recipes")
                            .getString(1));
        }
    }

    @Test
    void aNewerVersionsHistoryIsLeftAloneAndTheLogGoesOn() throws Exception {
        fill(1);
        sql("PRAGMA user_version=99");
        byte[] before = Files.readAllBytes(file);
        try (StoreFixture store = StoreFixture.start(folder)) {
            assertTrue(store.next(HistoryTrouble.class).sentence().value().contains("newer version"));
            ChatMessage message = store.received(ALI, "shown all the same");
            store.history.store(message);
            assertEquals(message, store.next(MessageNotStored.class).message());
            store.history.read(TAG, with(ALI), Before.NOW, 10);
            assertTrue(store.next(PageFailed.class).reason().value().contains("newer version"));
        }
        assertArrayEquals(before, Files.readAllBytes(file));
        assertTrue(Files.readString(folder.resolve("chat.log")).contains("shown all the same"));
    }

    @Test
    void whileAnotherProgramHoldsItMessagesWaitInMemory() throws Exception {
        try (StoreFixture store = StoreFixture.start(folder)) {
            store.keep(store.received(ALI, "before"));
            ChatMessage meanwhile = store.own(ALI, "meanwhile");
            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file)) {
                other.createStatement().execute("BEGIN EXCLUSIVE");
                store.history.store(meanwhile);
                assertTrue(store.next(HistoryTrouble.class).sentence().value().startsWith("Another program"));
                assertEquals(meanwhile, store.next(MessageNotStored.class).message());
                store.history.update(meanwhile.id(), Delivery.SENT);
            }
            store.uptime.addAndGet(HistoryFile.RETRY_MILLIS);
            store.keep(store.received(ALI, "after"));
            assertEquals(List.of("before", "meanwhile", "after"), store.texts(with(ALI)));
        }
        try (StoreFixture store = StoreFixture.start(folder)) {
            assertEquals(List.of(), store.next(HistoryOpened.class).unsent(), "the change of state was kept, too");
        }
    }

    @Test
    void aTroubleIsSaidOnceAndItsEndOnce() throws Exception {
        try (StoreFixture store = StoreFixture.start(folder)) {
            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file)) {
                store.keep(store.received(ALI, "before"));
                other.createStatement().execute("BEGIN EXCLUSIVE");
                for (int i = 0; i < 3; i++) {
                    store.history.store(store.received(ALI, "n" + i));
                    store.next(MessageNotStored.class);
                    store.uptime.addAndGet(HistoryFile.RETRY_MILLIS);
                }
            }
            store.history.store(store.received(ALI, "after"));
            assertTrue(((HistoryTrouble) store.next()).sentence().value().startsWith("The history works again"));
            assertEquals(MessageStored.class, store.next().getClass());
        }
    }

    @Test
    void aHistoryThatIsASymlinkIsNotFollowed() throws Exception {
        Path elsewhere = folder.resolve("elsewhere.db");
        Files.createSymbolicLink(file, elsewhere);
        try (StoreFixture store = StoreFixture.start(folder)) {
            assertTrue(store.next(HistoryTrouble.class).sentence().value().contains("can't be written"));
            store.history.store(store.received(ALI, "shown"));
            store.next(MessageNotStored.class);
        }
        assertTrue(Files.notExists(elsewhere));
    }

    @Test
    void whatCouldNotBeOpenedIsOpenedLater() throws Exception {
        Files.createDirectory(file);
        try (StoreFixture store = StoreFixture.start(folder)) {
            store.history.store(store.received(ALI, "first"));
            store.next(MessageNotStored.class);
            Files.delete(file);
            store.uptime.addAndGet(HistoryFile.RETRY_MILLIS);
            store.keep(store.received(ALI, "second"));
            assertEquals(List.of("first", "second"), store.texts(with(ALI)));
        }
    }

    @Test
    void withLittleSpaceStrangersTextIsShownButNotStored() throws Exception {
        try (StoreFixture store = StoreFixture.start(folder)) {
            store.next(HistoryOpened.class);
            store.freeBytes.set(199L << 20);
            store.uptime.addAndGet(1_000);
            store.history.store(store.received(ALI, "turned away"));
            assertTrue(((HistoryTrouble) store.next()).sentence().value().startsWith("Less than 200 MiB"));
            assertEquals(MessageNotStored.class, store.next().getClass());
            store.keep(store.own(ALI, "own"));
            store.freeBytes.set(200L << 20);
            store.uptime.addAndGet(1_000);
            store.history.store(store.received(ALI, "taken again"));
            assertTrue(store.next(HistoryTrouble.class).sentence().value().startsWith("There is space"));
            store.next(MessageStored.class);
            assertEquals(List.of("own", "taken again"), store.texts(with(ALI)));
        }
    }

    @Test
    void theEndIsReachedWhileTheHistoryIsLocked() throws Exception {
        try (StoreFixture store = StoreFixture.start(folder);
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            store.keep(store.received(ALI, "before"));
            other.createStatement().execute("BEGIN EXCLUSIVE");
            store.history.store(store.received(ALI, "lost, but answered"));
            store.next(MessageNotStored.class);
        }
        assertTrue(Files.readString(folder.resolve("chat.log")).contains("lost, but answered"));
    }

    private void fill(int messages) throws InterruptedException {
        try (StoreFixture store = StoreFixture.start(folder)) {
            for (int i = 1; i < messages; i++) {
                store.history.store(store.received(ALI, "message number " + i + " of many, with some length to it"));
            }
            store.keep(store.received(ALI, "the last"));
        }
    }

    private void overwriteTheMiddle() throws IOException {
        try (FileChannel write = FileChannel.open(file, StandardOpenOption.WRITE)) {
            byte[] nonsense = new byte[(int) (write.size() / 2)];
            Arrays.fill(nonsense, (byte) 0xA5);
            write.write(ByteBuffer.wrap(nonsense), write.size() / 4 / 4_096 * 4_096);
        }
    }

    private void sql(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private Path onlyDamagedFile() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> damaged = files.filter(
                            each -> each.getFileName().toString().matches("history\\.damaged-.*\\.db"))
                    .toList();
            assertEquals(1, damaged.size());
            return damaged.get(0);
        }
    }
}
