package lanline.edge.store;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import lanline.core.event.EventBus;
import lanline.core.event.StorageEvent;
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
import lanline.core.port.TimeSource;
import lanline.core.text.SafeText;

/** A real history in a folder of the test, whose answers the test digests in its own thread. */
final class StoreFixture implements AutoCloseable {
    static final Nickname ECE = Nickname.fromPeer("ece");
    static final Correspondent ALI = someone("ali", "10.0.0.2");
    static final Correspondent BERK = someone("berk", "10.0.0.3");

    final Path folder;
    final EventBus bus = new EventBus();
    final AtomicLong freeBytes = new AtomicLong(Long.MAX_VALUE);
    final AtomicLong uptime = new AtomicLong();
    final SqliteHistory history;
    private final Random random = new Random(7);
    private final Deque<StorageEvent> heard = new ArrayDeque<>();
    private long clock = Instant.parse("2025-11-21T12:00:00Z").toEpochMilli();

    private StoreFixture(Path folder, boolean onNetwork) {
        this.folder = folder;
        for (Class<?> kind : StorageEvent.class.getPermittedSubclasses()) {
            if (StorageEvent.class.isAssignableFrom(kind)) {
                bus.subscribe(kind.asSubclass(StorageEvent.class), heard::add);
            }
        }
        Surroundings surroundings =
                new Surroundings(folder, new HandTime(), ZoneOffset.ofHours(3), () -> onNetwork, freeBytes::get);
        history = new SqliteHistory(surroundings, folder, bus, () -> ECE);
    }

    static StoreFixture start(Path folder) {
        return start(folder, false);
    }

    static StoreFixture startOnNetwork(Path folder) {
        return start(folder, true);
    }

    private static StoreFixture start(Path folder, boolean onNetwork) {
        StoreFixture fixture = new StoreFixture(folder, onNetwork);
        fixture.history.start();
        return fixture;
    }

    static Correspondent someone(String name, String address) {
        HostAddress host = new HostAddress(address);
        Nickname nickname = Nickname.fromPeer(name);
        return new Correspondent(PeerId.older(nickname, host), nickname, host, Speaks.COURSE_2024);
    }

    static ConversationId with(Correspondent peer) {
        return ConversationId.with(peer.id());
    }

    ChatMessage received(Correspondent from, String text) {
        return message(Direction.RECEIVED, from, text, Delivery.RECEIVED);
    }

    ChatMessage own(Correspondent to, String text) {
        return message(Direction.SENT, to, text, Delivery.QUEUED);
    }

    /** The same, but that it travelled so. */
    static ChatMessage protectedBy(Security security, ChatMessage message) {
        return new ChatMessage(
                message.id(),
                message.direction(),
                message.with(),
                message.text(),
                message.time(),
                message.delivery(),
                security);
    }

    private ChatMessage message(Direction direction, Correspondent with, String text, Delivery delivery) {
        clock += 1_000;
        return new ChatMessage(
                MessageId.random(random),
                direction,
                with,
                SafeText.message(text),
                Instant.ofEpochMilli(clock),
                delivery);
    }

    /** Stores and waits until it is durable. */
    ChatMessage keep(ChatMessage message) throws InterruptedException {
        history.store(message);
        while (!next(StorageEvent.MessagesDurable.class).ids().contains(message.id())) {
            // An earlier message's.
        }
        return message;
    }

    /** Waits for the next event of a kind; what comes before it is dropped. */
    <E extends StorageEvent> E next(Class<E> kind) throws InterruptedException {
        while (true) {
            StorageEvent event = next();
            if (kind.isInstance(event)) {
                return kind.cast(event);
            }
        }
    }

    StorageEvent next() throws InterruptedException {
        while (heard.isEmpty()) {
            bus.runNext();
        }
        return heard.remove();
    }

    /** What is answered to a read and until then, all that is left. */
    List<String> texts(ConversationId conversation) throws InterruptedException {
        history.read(new Tag("texts"), conversation, Before.NOW, 1_000);
        return texts(next(StorageEvent.PageLoaded.class).page());
    }

    List<String> found(ConversationId in, String text) throws InterruptedException {
        history.search(new Tag("found"), in, text, Before.NOW, 50);
        return texts(next(StorageEvent.PageLoaded.class).page());
    }

    static List<String> texts(StorageEvent.Page page) {
        List<String> texts = new ArrayList<>();
        page.messages().forEach(stored -> texts.add(stored.message().text().value()));
        return texts;
    }

    @Override
    public void close() {
        history.close();
    }

    /** Time that stands still until the test moves it. */
    private final class HandTime implements TimeSource {
        @Override
        public Instant now() {
            return Instant.ofEpochMilli(clock);
        }

        @Override
        public long uptimeMillis() {
            return uptime.get();
        }

        @Override
        public void wakeAt(long uptimeMillis) {
            // Nobody ticks here.
        }
    }
}
