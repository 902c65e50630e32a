package lanline.core.screen;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lanline.core.event.ChatEvent.ConversationsChanged;
import lanline.core.event.ChatEvent.MessageArrived;
import lanline.core.event.ChatEvent.MessageProgressed;
import lanline.core.event.ChatEvent.MessageQueued;
import lanline.core.event.Event;
import lanline.core.event.EventBus;
import lanline.core.event.StorageEvent.Page;
import lanline.core.event.StorageEvent.PageLoaded;
import lanline.core.event.StorageEvent.Stored;
import lanline.core.event.UserCommand.ViewMoved;
import lanline.core.model.ChatMessage;
import lanline.core.model.ConversationId;
import lanline.core.model.Delivery;
import lanline.core.model.Direction;
import lanline.core.model.Endpoint;
import lanline.core.model.HostAddress;
import lanline.core.model.MessageId;
import lanline.core.model.Nickname;
import lanline.core.model.Peer;
import lanline.core.model.PeerId;
import lanline.core.model.Preferences;
import lanline.core.model.Presence;
import lanline.core.model.Route;
import lanline.core.model.Speaks;
import lanline.core.model.Tag;
import lanline.core.port.History;
import lanline.core.port.TimeSource;
import lanline.core.text.SafeText;
import lanline.testing.Samples;

/** What stands around a screen in a test: the bus, run by hand, a clock that is set, and a history that notes what it is asked. */
final class Stage {
    static final Instant START = Instant.parse("2026-11-21T09:00:00Z");

    static final Nickname ECE = Nickname.fromPeer("ece");
    static final Peer ALI = peer("ali", "10.0.0.2");
    static final Peer BERK = peer("berk", "10.0.0.3");
    static final ConversationId WITH_ALI = ConversationId.with(ALI.id());
    static final ConversationId WITH_BERK = ConversationId.with(BERK.id());

    final EventBus bus = new EventBus();
    final NotedReads history = new NotedReads();
    final SetTime time = new SetTime();

    final Mentions mentions = new Mentions(bus, ECE, Preferences.USUAL);

    Transcripts transcripts() {
        return new Transcripts(bus, history, ECE, mentions);
    }

    void happens(Event... events) {
        for (Event event : events) {
            bus.offer(event);
            bus.runPending();
        }
    }

    /** The conversations with these numbers, and the one on screen. */
    void open(ConversationId current, ConversationId... open) {
        happens(new ConversationsChanged(Arrays.asList(open), current));
    }

    void arrives(Peer from, int number, String text) {
        happens(new MessageArrived(received(from, number, text), true));
    }

    void queued(Peer to, int number, String text) {
        happens(new MessageQueued(Tag.NONE, own(to, number, text, Delivery.QUEUED)));
    }

    void progresses(Peer to, int number, String text, Delivery delivery) {
        happens(new MessageProgressed(own(to, number, text, delivery)));
    }

    void looks(ConversationId conversation, boolean atLiveEnd) {
        happens(new ViewMoved(Tag.NONE, conversation, atLiveEnd, true));
    }

    /** The terminal's window gets the focus, or loses it, with the end of the conversation in view. */
    void focuses(ConversationId conversation, boolean focused) {
        happens(new ViewMoved(Tag.NONE, conversation, true, focused));
    }

    /** The history answers the oldest question. */
    void answers(boolean hasOlder, ChatMessage... messages) {
        NotedReads.Read read = history.reads.remove(0);
        List<Stored> stored = new ArrayList<>();
        for (ChatMessage message : messages) {
            stored.add(new Stored(number(message), message));
        }
        happens(new PageLoaded(read.tag(), new Page(read.conversation(), "", stored, hasOlder)));
    }

    static ChatMessage received(Peer from, int number, String text) {
        return message(Direction.RECEIVED, from, number, text, Delivery.RECEIVED);
    }

    static ChatMessage own(Peer to, int number, String text, Delivery delivery) {
        return message(Direction.SENT, to, number, text, delivery);
    }

    private static ChatMessage message(Direction way, Peer with, int number, String text, Delivery delivery) {
        MessageId id = new MessageId(String.format("%032x", number));
        Instant at = START.plusSeconds(number);
        return new ChatMessage(id, way, with.asCorrespondent(), SafeText.message(text), at, delivery);
    }

    private static long number(ChatMessage message) {
        return Long.parseLong(message.id().text(), 16);
    }

    /** One who speaks an older program's protocol. */
    static Peer peer(String name, String address) {
        Nickname nickname = Nickname.fromPeer(name);
        HostAddress host = new HostAddress(address);
        Route route = new Route(List.of(new Endpoint(host, 6_001)));
        PeerId id = PeerId.older(nickname, host);
        return new Peer(id, nickname, Presence.ONLINE, Speaks.COURSE_2024, List.of(route), START);
    }

    static Peer lanline(String name, String address) {
        Peer like = peer(name, address);
        PeerId id = PeerId.lanline(Samples.id('2'));
        return new Peer(id, like.name(), like.presence(), Speaks.LANLINE, like.routes(), like.lastHeard());
    }

    static Line.Said said(String text) {
        return new Line.Said(START, SafeText.line(text), false);
    }

    static List<Line> list(Lines lines) {
        List<Line> all = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            all.add(lines.get(i));
        }
        return all;
    }

    /** What the lines say, a message with its state: {@code ali: which port?}, {@code ece: 12 (sent)}, {@code * ali left}. */
    static List<String> words(Lines lines) {
        return list(lines).stream().map(line -> line.deliverTo(WORDS)).toList();
    }

    private static final Line.Handler<String> WORDS = new Line.Handler<>() {
        @Override
        public String message(Line.Message line) {
            String state = line.message().delivery().state().name().toLowerCase(Locale.ROOT);
            String mark = line.message().isOwn() ? " (" + state + ")" : "";
            return line.shownName() + ": " + line.message().text() + mark;
        }

        @Override
        public String said(Line.Said said) {
            return (said.trouble() ? "! " : "* ") + said.text();
        }
    };

    /** Notes what is read, and answers nothing by itself. */
    static final class NotedReads implements History {
        final List<Read> reads = new ArrayList<>();

        record Read(Tag tag, ConversationId conversation, Before before) {}

        @Override
        public void read(Tag tag, ConversationId conversation, Before before, int limit) {
            reads.add(new Read(tag, conversation, before));
        }

        @Override
        public void store(ChatMessage message) {
            throw new AssertionError("a screen stores nothing");
        }

        @Override
        public void update(MessageId id, Delivery delivery) {
            throw new AssertionError("a screen changes nothing");
        }

        @Override
        public void search(Tag tag, ConversationId conversation, String text, Before before, int limit) {
            throw new AssertionError("a screen searches nothing by itself");
        }

        @Override
        public void export(Tag tag, ConversationId conversation, String text, String file) {
            throw new AssertionError("a screen exports nothing");
        }
    }

    static final class SetTime implements TimeSource {
        private long millis;
        private long wokenAt;

        void pass(long seconds) {
            millis += seconds * 1_000;
        }

        void passMillis(long more) {
            millis += more;
        }

        /** When somebody last asked to be woken. */
        long wokenAt() {
            return wokenAt;
        }

        @Override
        public Instant now() {
            return START.plusMillis(millis);
        }

        @Override
        public long uptimeMillis() {
            return millis;
        }

        @Override
        public void wakeAt(long uptimeMillis) {
            wokenAt = uptimeMillis;
        }
    }
}
