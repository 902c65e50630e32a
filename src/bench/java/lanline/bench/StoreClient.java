package lanline.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import lanline.core.event.EventBus;
import lanline.core.event.StorageEvent.HistoryOpened;
import lanline.core.event.StorageEvent.MessageStored;
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
import lanline.core.model.Speaks;
import lanline.core.model.Tag;
import lanline.core.port.History.Before;
import lanline.core.text.SafeText;
import lanline.edge.store.SqliteHistory;
import lanline.edge.system.SystemTime;
import org.jspecify.annotations.Nullable;

/** The store as the core uses it; the thread that measures is its bus thread. */
final class StoreClient implements AutoCloseable {
    private static final int PEERS = 20;
    private static final int SEARCHES = 50;
    private static final int PAGE = 200;
    private static final int BACKLOG = 4_096;
    private static final int SECONDS_BETWEEN = 60;

    private final EventBus bus = new EventBus();
    private final SystemTime time = new SystemTime(bus);
    private final SqliteHistory history;
    private final Random random = new Random(3);
    private long stored;
    private boolean opened;
    private @Nullable Page page;

    StoreClient(Path hostFolder) {
        Nickname ece = Nickname.fromPeer("ece");
        history = new SqliteHistory(hostFolder, hostFolder, bus, time, () -> ece);
        bus.subscribe(MessageStored.class, event -> stored++);
        bus.subscribe(HistoryOpened.class, event -> opened = true);
        bus.subscribe(PageLoaded.class, event -> page = event.page());
        history.start();
    }

    /** Stores a million messages. */
    void fill(Report report) throws InterruptedException {
        Corpus corpus = new Corpus();
        while (!opened) {
            bus.runNext();
        }
        long start = System.nanoTime();
        Instant first = Instant.now().minusSeconds((long) SECONDS_BETWEEN * Corpus.MESSAGES);
        for (int i = 0; i < Corpus.MESSAGES; i++) {
            history.store(message(i, corpus.sentence(i), first.plusSeconds((long) SECONDS_BETWEEN * i)));
            bus.runPending();
            while (history.backlog() > BACKLOG) {
                bus.runNext();
            }
        }
        while (stored < Corpus.MESSAGES) {
            bus.runNext();
        }
        Samples rate = new Samples();
        rate.add(Corpus.MESSAGES / ((System.nanoTime() - start) / 1e9));
        report.row("messages stored a second, 1,000,000 of them", rate, "");
    }

    private ChatMessage message(int number, String text, Instant at) {
        int peer = number % PEERS;
        boolean own = number % 3 == 0;
        HostAddress address = new HostAddress("10.0.0." + (peer + 2));
        Nickname name = Nickname.fromPeer("peer" + peer);
        return new ChatMessage(
                MessageId.random(random),
                own ? Direction.SENT : Direction.RECEIVED,
                new Correspondent(PeerId.older(name, address), name, address, Speaks.COURSE_2024),
                SafeText.message(text),
                at,
                own ? Delivery.SENT : Delivery.RECEIVED);
    }

    /** Searches of every kind that people make, as the history view asks them. */
    void search(Report report) throws IOException, InterruptedException {
        Samples all = new Samples();
        for (Kind kind : Kind.values()) {
            Samples of = new Samples();
            for (int i = 0; i < SEARCHES; i++) {
                of.add(search(kind, i));
            }
            report.row("search in 1,000,000 messages, store alone: " + kind.words + ", ms", of, "≤ 50");
            all.addAll(of);
        }
        report.row("all of these searches, ms", all, "≤ 50");
    }

    /** What is searched for. */
    private enum Kind {
        COMMON("one of the ten commonest words"),
        RARE("a rare word"),
        ONCE("a word that stands in one message"),
        TWO("a common and a rarer word"),
        BEGUN("a word of which 1 to 4 letters are typed"),
        NONE("a word that nobody wrote"),
        IN_ONE("a common word, one conversation");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String text(int number) {
            return switch (this) {
                case COMMON, IN_ONE -> Corpus.word(number % 10);
                case RARE -> Corpus.word(15_000 + number);
                case ONCE -> Corpus.needle(number);
                case TWO -> Corpus.word(number % 10) + " " + Corpus.word(300 + number);
                case BEGUN -> Corpus.word(500 + number).substring(0, 1 + number % 4);
                case NONE -> "qqq" + number;
            };
        }
    }

    private double search(Kind kind, int number) throws IOException, InterruptedException {
        ConversationId in = kind == Kind.IN_ONE
                ? ConversationId.with(PeerId.older(Nickname.fromPeer("peer1"), new HostAddress("10.0.0.3")))
                : ConversationId.HOME;
        page = null;
        long start = System.nanoTime();
        history.search(Tag.internal("bench"), in, kind.text(number), Before.NOW, PAGE);
        while (page == null) {
            bus.runNext();
        }
        double millis = (System.nanoTime() - start) / 1e6;
        List<?> found = page.messages();
        if (found.isEmpty() != (kind == Kind.NONE)) {
            throw new IOException("found " + found.size() + " for " + kind.text(number));
        }
        return millis;
    }

    @Override
    public void close() {
        history.close();
        time.close();
    }
}
