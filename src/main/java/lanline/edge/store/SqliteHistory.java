package lanline.edge.store;

import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import lanline.core.event.EventBus;
import lanline.core.event.StorageEvent.ExportFailed;
import lanline.core.model.ChatMessage;
import lanline.core.model.ConversationId;
import lanline.core.model.Delivery;
import lanline.core.model.MessageId;
import lanline.core.model.Nickname;
import lanline.core.model.Tag;
import lanline.core.port.History;
import lanline.core.port.TimeSource;
import lanline.core.text.SafeText;

/**
 * The history in SQLite, beside it the readable log. Called on the bus thread; works on the threads {@code store}, {@code store-read}
 * and {@code store-sync}.
 *
 * <p>Constructing it touches neither the disk nor SQLite, so it may stand in the way of the first frame; {@link #start} begins to open it.
 */
public final class SqliteHistory implements History, AutoCloseable {
    /** What waits is written in far less; a disk that hangs does not keep the program from ending. */
    private static final long ENDING_MILLISECONDS = 3_000;

    private final EventBus bus;
    private final Surroundings surroundings;
    private final Path exportFolder;
    private final Supplier<Nickname> self;
    private final ConcurrentMap<Tag, SearchReading> newestSearches = new ConcurrentHashMap<>();
    private final StoreThread store;
    private final Reader reader = new Reader();
    private final Thread thread;

    /**
     * @param hostDirectory exists and is the user's alone; {@code history.db} and {@code chat.log} live in it
     * @param exportFolder where exports go: the current folder
     * @param self the own name, asked on the bus thread when an export begins
     */
    public SqliteHistory(
            Path hostDirectory, Path exportFolder, EventBus bus, TimeSource time, Supplier<Nickname> self) {
        this(Surroundings.of(hostDirectory, time), exportFolder, bus, self);
    }

    SqliteHistory(Surroundings surroundings, Path exportFolder, EventBus bus, Supplier<Nickname> self) {
        this.surroundings = surroundings;
        this.exportFolder = exportFolder;
        this.bus = bus;
        this.self = self;
        store = new StoreThread(bus);
        thread = new Thread(this::work, "store");
        thread.setDaemon(true);
    }

    /** Begins to open the history; HistoryOpened or HistoryTrouble follows. What is asked before that waits. */
    public void start() {
        thread.start();
        reader.start();
    }

    private void work() {
        HistoryFile file = new HistoryFile(surroundings, bus, reader, store);
        try (TextLog log = new TextLog(surroundings.hostDirectory(), surroundings.zone())) {
            DiskSpace space = new DiskSpace(surroundings.time(), surroundings.freeBytes());
            store.run(new Recorder(bus, file, log, space));
        } finally {
            reader.end();
            file.close();
        }
    }

    @Override
    public void store(ChatMessage message) {
        store.write(new Change.Store(message));
    }

    @Override
    public void update(MessageId id, Delivery delivery) {
        store.write(new Change.Update(id, delivery));
    }

    @Override
    public void read(Tag tag, ConversationId conversation, Before before, int limit) {
        reader.ask(new PageReading(bus, tag, conversation, before, limit));
    }

    @Override
    public void search(Tag tag, ConversationId conversation, String text, Before before, int limit) {
        SearchReading.Search what = new SearchReading.Search(conversation, text, before, limit);
        SearchReading search = new SearchReading(bus, newestSearches, tag, what);
        search.begin();
        // What was stored before is in the index by then.
        store.execute(() -> reader.ask(search));
    }

    @Override
    public void export(Tag tag, ConversationId conversation, String text, String file) {
        if (ExportFile.isName(file)) {
            ExportReading.What what = new ExportReading.What(conversation, text);
            ExportReading export = new ExportReading(
                    bus, new ExportReading.Order(tag, what, exportFolder, file, self.get(), surroundings.zone()));
            store.execute(() -> reader.ask(export));
        } else {
            bus.answer(new ExportFailed(
                    tag, SafeText.line("a file name has 1 to 64 of the characters A-Z a-z 0-9 . _ - and no folder")));
        }
    }

    /** What is asked and not yet done, for {@link EventBus#heedBacklog}. Any thread. */
    public int backlog() {
        return store.backlog() + reader.waiting();
    }

    /** Writes what waits, ends the threads and closes the database; returns when that is done. Any thread. */
    @Override
    public void close() {
        store.end();
        try {
            thread.join(ENDING_MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
