package lanline.edge.store;

import static lanline.edge.store.StoreFixture.ALI;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lanline.core.event.StorageEvent;
import lanline.core.event.StorageEvent.HistoryOpened;
import lanline.core.event.StorageEvent.HistoryTrouble;
import lanline.core.event.StorageEvent.MessageNotStored;
import lanline.core.event.StorageEvent.MessageStored;
import lanline.core.model.ChatMessage;
import lanline.core.model.Delivery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A disk of 8 MiB that fills up, and one that becomes read-only: a file system of the test's own, in a namespace of its own. */
@Timeout(120)
class SmallDiskTest {
    /** Makes the file system in a new mount namespace, then becomes what follows. */
    private static final String MOUNTED = "mount -t tmpfs -o size=8m tmpfs \"$0\" && exec \"$@\"";

    @TempDir
    private Path folder;

    @BeforeEach
    void namespacesAreAllowed() throws IOException, InterruptedException {
        boolean allowed = new ProcessBuilder("unshare", "--map-root-user", "--mount", "true")
                        .redirectErrorStream(true)
                        .start()
                        .waitFor()
                == 0;
        if (System.getenv("CI") != null) {
            assertEquals(true, allowed, "CI has to allow namespaces");
        }
        assumeTrue(allowed, "skipped: this machine allows no namespaces");
    }

    @Test
    void aFullDiskIsSaidTheChatGoesOnAndWithSpaceAllIsStored() throws IOException {
        try (ChildProcess child = onSmallDisk(Filling.class)) {
            assertEquals("The disk is full", child.line().substring(0, 16));
            assertEquals("not stored: the disk is full", child.line());
            assertEquals("The history works again", child.line().substring(0, 23));
            assertEquals("all are there, none is left queued", child.line());
        }
    }

    @Test
    void aDiskThatBecomesReadOnlyIsSaidAndUsedAgainWhenItCan() throws IOException {
        try (ChildProcess child = onSmallDisk(ReadOnly.class)) {
            assertEquals("The history", child.line().substring(0, 11));
            assertEquals("not stored: its file can't be used", child.line());
            assertEquals("The history works again", child.line().substring(0, 23));
            assertEquals("2 messages", child.line());
        }
    }

    private ChildProcess onSmallDisk(Class<?> main) throws IOException {
        List<String> before = List.of("unshare", "--map-root-user", "--mount", "sh", "-c", MOUNTED, folder.toString());
        return ChildProcess.start(before, main, folder.toString());
    }

    /** Skips what is said of the readable log, which has the same trouble. */
    private static String worksAgain(StoreFixture store) throws InterruptedException {
        String sentence = store.next(HistoryTrouble.class).sentence().value();
        while (!sentence.startsWith("The history works")) {
            sentence = store.next(HistoryTrouble.class).sentence().value();
        }
        return sentence;
    }

    /** The child that writes until the disk is full, and then makes space. */
    static final class Filling {
        private Filling() {}

        public static void main(String[] arguments) throws Exception {
            Path disk = Path.of(arguments[0]);
            Path ballast = disk.resolve("ballast");
            Files.write(ballast, new byte[3 << 20]);
            int asked = 0;
            try (StoreFixture store = StoreFixture.start(disk)) {
                StorageEvent answer = store.next(HistoryOpened.class);
                while (!isOfTheDatabase(answer)) {
                    ChatMessage message = store.own(ALI, "words ".repeat(1_000) + asked++);
                    store.history.store(message);
                    store.history.update(message.id(), Delivery.SENT);
                    answer = answerTo(store);
                }
                System.out.println(((HistoryTrouble) answer).sentence());
                System.out.println(
                        "not stored: " + store.next(MessageNotStored.class).reason());
                Files.delete(ballast);
                store.uptime.addAndGet(HistoryFile.RETRY_MILLIS);
                store.history.store(store.received(ALI, "after"));
                System.out.println(worksAgain(store));
                store.next(MessageStored.class);
            }
            try (StoreFixture store = StoreFixture.start(disk)) {
                HistoryOpened opened = store.next(HistoryOpened.class);
                boolean whole =
                        opened.messages() == asked + 1 && opened.unsent().isEmpty();
                System.out.println(whole ? "all are there, none is left queued" : asked + " asked, " + opened);
            }
        }

        /** The readable log may be the first that finds the disk full. */
        private static boolean isOfTheDatabase(StorageEvent answer) {
            return answer instanceof HistoryTrouble trouble
                    && !trouble.sentence().value().startsWith("The readable log");
        }

        /** Skips what tells that an earlier message is durable. */
        private static StorageEvent answerTo(StoreFixture store) throws InterruptedException {
            StorageEvent event = store.next();
            while (!(event instanceof MessageStored || event instanceof HistoryTrouble)) {
                event = store.next();
            }
            return event;
        }
    }

    /** The child whose disk becomes read-only for a while. */
    static final class ReadOnly {
        private ReadOnly() {}

        public static void main(String[] arguments) throws Exception {
            Path disk = Path.of(arguments[0]);
            remount(disk, "ro");
            try (StoreFixture store = StoreFixture.start(disk)) {
                System.out.println(store.next(HistoryTrouble.class).sentence());
                store.history.store(store.received(ALI, "meanwhile"));
                System.out.println(
                        "not stored: " + store.next(MessageNotStored.class).reason());
                remount(disk, "rw");
                store.uptime.addAndGet(HistoryFile.RETRY_MILLIS);
                store.history.store(store.received(ALI, "after"));
                System.out.println(worksAgain(store));
                store.next(MessageStored.class);
            }
            try (StoreFixture store = StoreFixture.start(disk)) {
                System.out.println(store.next(HistoryOpened.class).messages() + " messages");
            }
        }

        private static void remount(Path disk, String mode) throws IOException, InterruptedException {
            int status = new ProcessBuilder("mount", "-o", "remount," + mode, disk.toString())
                    .inheritIO()
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IOException("can't remount " + mode);
            }
        }
    }
}
