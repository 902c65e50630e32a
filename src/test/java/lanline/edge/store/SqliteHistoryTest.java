package lanline.edge.store;

import static lanline.edge.store.StoreFixture.ALI;
import static lanline.edge.store.StoreFixture.BERK;
import static lanline.edge.store.StoreFixture.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lanline.core.event.StorageEvent;
import lanline.core.event.StorageEvent.HistoryOpened;
import lanline.core.event.StorageEvent.MessageKnown;
import lanline.core.event.StorageEvent.MessageStored;
import lanline.core.event.StorageEvent.MessagesDurable;
import lanline.core.event.StorageEvent.Page;
import lanline.core.event.StorageEvent.PageLoaded;
import lanline.core.model.ChatMessage;
import lanline.core.model.ConversationId;
import lanline.core.model.Correspondent;
import lanline.core.model.Delivery;
import lanline.core.model.Direction;
import lanline.core.model.HostAddress;
import lanline.core.model.MessageId;
import lanline.core.model.Nickname;
import lanline.core.model.PeerId;
import lanline.core.model.Security;
import lanline.core.model.Speaks;
import lanline.core.model.Tag;
import lanline.core.port.History.Before;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is stored, when that is said, and what is read again. */
@Timeout(60)
class SqliteHistoryTest {
    private static final Tag TAG = new Tag("t");

    @TempDir
    private Path folder;

    @Test
    void aMessageIsStoredThenDurable() throws InterruptedException {
        try (StoreFixture store = StoreFixture.start(folder)) {
            ChatMessage hello = store.received(ALI, "hello");
            store.history.store(hello);
            assertEquals(new HistoryOpened(0, List.of()), store.next());
            assertEquals(new MessageStored(hello), store.next());
            assertEquals(new MessagesDurable(List.of(hello.id())), store.next());
        }
    }

    @Test
    void everyPartOfAMessageComesBackAfterARestart() throws InterruptedException {
        ChatMessage sent;
        try (StoreFixture store = StoreFixture.start(folder)) {
            sent = store.own(ALI, "çay?\n\"yes\\no\" 😀");
            store.history.store(sent);
            store.history.update(sent.id(), Delivery.failed("no answer in 5 s"));
            store.keep(store.received(BERK, "hi"));
        }
        try (StoreFixture store = StoreFixture.start(folder)) {
            assertEquals(2, store.next(HistoryOpened.class).messages());
            store.history.read(TAG, with(ALI), Before.NOW, 10);
            Page page = store.next(PageLoaded.class).page();
            assertEquals(
                    List.of(sent.withDelivery(Delivery.failed("no answer in 5 s"))),
                    page.messages().stream().map(StorageEvent.Stored::message).toList());
            assertFalse(page.hasOlder());
        }
    }

    @Test
    void answersComeInTheOrderOfTheStores() throws InterruptedException {
        try (StoreFixture store = StoreFixture.start(folder)) {
            List<MessageId> asked = new ArrayList<>();
            for (int i = 0; i < 3_000; i++) {
                ChatMessage message = store.received(i % 2 == 0 ? ALI : BERK, "number " + i);
                asked.add(message.id());
                store.history.store(message);
            }
            List<MessageId> stored = new ArrayList<>();
            List<MessageId> durable = new ArrayList<>();
            while (durable.size() < asked.size()) {
                StorageEvent event = store.next();
                if (event instanceof MessageStored now) {
                    stored.add(now.message().id());
                } else if (event instanceof MessagesDurable now) {
                    durable.addAll(now.ids());
                }
            }
            assertEquals(asked, stored);
            assertEquals(asked, durable);
            assertEquals(0, store.history.backlog());
        }
    }

    @Test
    void whatIsNotWhereItIsToGoIsTakenUpByTheNextRun() throws InterruptedException {
        ChatMessage waiting;
        ChatMessage unconfirmed;
        try (StoreFixture store = StoreFixture.start(folder)) {
            waiting = store.own(ALI, "waits");
            unconfirmed = StoreFixture.protectedBy(Security.ENCRYPTED, store.own(BERK, "is sent"));
            ChatMessage delivered = StoreFixture.protectedBy(Security.VERIFIED, store.own(BERK, "is there"));
            ChatMessage plain = store.own(ALI, "was taken by an older program");
            List.of(waiting, unconfirmed, delivered, plain).forEach(store.history::store);
            store.history.update(waiting.id(), Delivery.waiting("ali is not here"));
            store.history.update(unconfirmed.id(), Delivery.SENT);
            store.history.update(delivered.id(), Delivery.DELIVERED);
            store.history.update(plain.id(), Delivery.SENT);
            store.keep(store.received(ALI, "theirs"));
        }
        try (StoreFixture store = StoreFixture.start(folder)) {
            assertEquals(
                    List.of(
                            waiting.withDelivery(Delivery.waiting("ali is not here")),
                            unconfirmed.withDelivery(Delivery.SENT)),
                    store.next(HistoryOpened.class).unsent());
        }
    }

    @Test
    void theSameIdTwiceIsKnownTheSecondTime() throws InterruptedException {
        try (StoreFixture store = StoreFixture.start(folder)) {
            ChatMessage once = store.keep(store.received(ALI, "once"));
            store.history.store(once);
            assertEquals(new MessageKnown(once), store.next());
            assertEquals(new MessagesDurable(List.of(once.id())), store.next());
            assertEquals(List.of("once"), store.texts(ConversationId.HOME));
        }
    }

    @Test
    void nobodyKeepsAMessageOutByTakingItsId() throws InterruptedException {
        try (StoreFixture store = StoreFixture.start(folder)) {
            ChatMessage true_ = store.received(ALI, "the true one");
            ChatMessage stolen = new ChatMessage(
                    true_.id(),
                    Direction.RECEIVED,
                    BERK,
                    store.received(BERK, "stolen").text(),
                    true_.time(),
                    Delivery.RECEIVED);
            store.keep(stolen);
            store.history.store(true_);
            assertInstanceOf(MessageStored.class, store.next());
            assertEquals(List.of("the true one"), store.texts(with(ALI)));
        }
    }

    @Test
    void ownMessagesThatWereLeftQueuedAreReportedAtTheNextStart() throws InterruptedException {
        ChatMessage waiting;
        try (StoreFixture store = StoreFixture.start(folder)) {
            ChatMessage sent = store.keep(store.own(ALI, "sent"));
            waiting = store.keep(store.own(BERK, "still waiting"));
            store.history.update(sent.id(), Delivery.SENT);
            store.keep(store.received(ALI, "answer"));
        }
        for (int start = 0; start < 2; start++) {
            try (StoreFixture store = StoreFixture.start(folder)) {
                assertEquals(List.of(waiting), store.next(HistoryOpened.class).unsent());
            }
        }
    }

    @Test
    void pagesGoBackFromTheNewestWithoutAGap() throws InterruptedException {
        try (StoreFixture store = StoreFixture.start(folder)) {
            for (int i = 0; i < 25; i++) {
                store.history.store(store.received(ALI, "a" + i));
                store.history.store(store.received(BERK, "b" + i));
            }
            store.keep(store.received(ALI, "a25"));
            List<String> seen = new ArrayList<>();
            Before before = Before.NOW;
            boolean more = true;
            while (more) {
                store.history.read(TAG, with(ALI), before, 10);
                Page page = store.next(PageLoaded.class).page();
                seen.addAll(0, StoreFixture.texts(page));
                before = Before.number(page.messages().get(0).number());
                more = page.hasOlder();
            }
            assertEquals(
                    Stream.iterate(0, i -> i + 1).limit(26).map(i -> "a" + i).toList(), seen);
        }
    }

    @Test
    void aPageMayEndAtATime() throws InterruptedException {
        try (StoreFixture store = StoreFixture.start(folder)) {
            store.history.store(store.received(ALI, "before"));
            Instant at = store.keep(store.received(ALI, "then")).time();
            store.keep(store.received(BERK, "after"));
            store.history.read(TAG, ConversationId.HOME, Before.time(at), 10);
            assertEquals(
                    List.of("before"),
                    StoreFixture.texts(store.next(PageLoaded.class).page()));
        }
    }

    @Test
    void anUnknownConversationIsEmpty() throws InterruptedException {
        try (StoreFixture store = StoreFixture.start(folder)) {
            assertEquals(List.of(), store.texts(new ConversationId("nobody@10.9.9.9")));
            assertEquals(List.of(), store.found(new ConversationId("nobody@10.9.9.9"), "x"));
        }
    }

    /** An id from then was no secret and proved nothing: no key is believed that it is its successor. */
    @Test
    void whatAnIdFromBeforeKeysWroteIsReadUnderThatIdAndByNameAndNeverUnderAKey() throws InterruptedException {
        Correspondent before = lanline("00112233445566778899aabbccddeeff");
        Correspondent key = lanline("a".repeat(52));
        try (StoreFixture store = StoreFixture.start(folder)) {
            store.keep(store.received(before, "from then"));
            assertEquals(List.of("from then"), store.texts(new ConversationId("Ayşe")));
            store.keep(store.received(key, "from now"));
            assertEquals(List.of("from then"), store.texts(with(before)));
            assertEquals(List.of("from now"), store.texts(with(key)));
            store.history.read(TAG, new ConversationId("ayse"), Before.NOW, 10);
            String which = store.next(StorageEvent.PageFailed.class).reason().value();
            assertTrue(
                    which.contains(before.id().text())
                            && which.contains(key.id().text()),
                    which);
        }
    }

    private static Correspondent lanline(String id) {
        return new Correspondent(
                new PeerId(id), Nickname.fromPeer("Ayşe"), new HostAddress("10.0.0.4"), Speaks.LANLINE);
    }

    @Test
    void aNetworkFileSystemIsServedByOneConnection() throws InterruptedException {
        try (StoreFixture store = StoreFixture.startOnNetwork(folder)) {
            store.keep(store.received(ALI, "over the network"));
            assertEquals(List.of("over the network"), store.found(ConversationId.HOME, "netw"));
            assertFalse(Files.exists(folder.resolve("history.db-shm")), "needs no shared memory");
            store.history.export(TAG, ConversationId.HOME, "", "all.txt");
            assertEquals(1, store.next(StorageEvent.HistoryExported.class).messages());
        }
    }

    @Test
    void filesAreTheUsersAlone() throws Exception {
        try (StoreFixture store = StoreFixture.start(folder)) {
            store.keep(store.received(ALI, "private"));
            for (String name : List.of("history.db", "history.db-wal", "history.db-shm", "chat.log")) {
                assertEquals(
                        "rw-------",
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))),
                        name);
            }
            assertEquals(
                    "rwx------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("native"))));
        }
    }

    @Test
    void whatWaitsIsWrittenBeforeTheEnd() throws InterruptedException {
        try (StoreFixture store = StoreFixture.start(folder)) {
            for (int i = 0; i < 500; i++) {
                store.history.store(store.received(ALI, "n" + i));
            }
        }
        assertFalse(Files.exists(folder.resolve("history.db-wal")), "checkpointed and closed");
        assertTrue(Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("store")));
        try (StoreFixture store = StoreFixture.start(folder)) {
            assertEquals(500, store.next(HistoryOpened.class).messages());
        }
    }
}
