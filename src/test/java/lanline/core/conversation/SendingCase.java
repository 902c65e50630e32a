package lanline.core.conversation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import lanline.core.dialect.Dialect;
import lanline.core.dialect.LinkDialect;
import lanline.core.dialect.course2019.Course2019Dialect;
import lanline.core.dialect.course2024.Course2024Dialect;
import lanline.core.dialect.lab.LabDialect;
import lanline.core.dialect.own.OwnDialect;
import lanline.core.event.ChatEvent;
import lanline.core.event.ChatEvent.MessageProgressed;
import lanline.core.event.ChatEvent.MessageQueued;
import lanline.core.event.ChatEvent.PeerAppeared;
import lanline.core.event.ChatEvent.PeerChanged;
import lanline.core.event.EventBus;
import lanline.core.event.NetworkEvent;
import lanline.core.event.NetworkEvent.UdpOpened;
import lanline.core.event.Tick;
import lanline.core.event.UserCommand;
import lanline.core.event.UserCommand.SendText;
import lanline.core.link.DialledLinks;
import lanline.core.link.StandingLinks;
import lanline.core.model.LinkId;
import lanline.core.model.Peer;
import lanline.core.model.PeerId;
import lanline.core.model.Preferences;
import lanline.core.model.Speaks;
import lanline.core.model.Tag;
import lanline.core.text.SafeText;
import lanline.testing.HeldHistory;
import lanline.testing.ManualTime;
import lanline.testing.Samples;
import lanline.testing.Told;
import lanline.testing.WrittenNetwork;

/** Conversations wired as in the program, with a network and a history that a test moves by hand. */
abstract class SendingCase {
    static final Peer ECE = Samples.lanlinePeer('2', "Ece", Samples.at("10.0.0.2", 6001));
    static final Peer BOB = Samples.olderPeer("bob", "10.0.0.3");
    static final SafeText REFUSED = SafeText.line("connection refused");
    static final SafeText RESET = SafeText.line("the connection was reset");

    final EventBus bus = new EventBus();
    final ManualTime time = new ManualTime();
    final WrittenNetwork network = new WrittenNetwork();
    final HeldHistory history = new HeldHistory(bus);
    final WrittenCourier courier = new WrittenCourier();
    final Map<PeerId, String> hindrances = new HashMap<>();
    final Told told = new Told(bus);

    SendingCase() {
        Course2024Dialect course = new Course2024Dialect(6001);
        Course2019Dialect edition = new Course2019Dialect(5001);
        LabDialect lab = new LabDialect(5001, () -> Samples.self("Me"), asker -> List.of());
        Map<Speaks, LinkDialect> spoken = Map.of(Speaks.COURSE_2019, edition, Speaks.LAB, lab);
        Function<Speaks, LinkDialect> dialects = speaks -> spoken.getOrDefault(speaks, course);
        People people = new People(bus, peer -> false);
        SplittableRandom random = new SplittableRandom(8);
        new Inbox(bus, history, time, random, id -> false);
        DialledLinks links = new DialledLinks(bus, network, time);
        StandingLinks standing = new StandingLinks(bus, network, time, lab, () -> Samples.self("Me"));
        Outbox.World out = new Outbox.World(bus, history, time, courier);
        Outbox.Older older = new Outbox.Older(links, standing, dialects, () -> Samples.self("Me"));
        Receipts receipts = new Receipts(bus, courier);
        Outbox outbox =
                new Outbox(out, receipts, people, older, peer -> Optional.ofNullable(hindrances.get(peer.id())));
        new Expiry(bus, time, Preferences.USUAL, outbox);
        new QueueCommands(bus, time, outbox);
        Composing.World world = new Composing.World(bus, history, time, random);
        OwnDialect own = new OwnDialect(Samples.key('1'));
        Function<Speaks, Dialect> all = speaks -> speaks == Speaks.LANLINE ? own : dialects.apply(speaks);
        new Composing(world, people, outbox, new WeakChoices(bus, people), all, () -> Samples.self("Me"));
        new AutomaticAnswers(bus, history, time);
        new OpenConversations(bus, people);
        new HistoryQueries(bus, history, people);
    }

    void appear(Peer peer) {
        raise(new PeerAppeared(peer));
    }

    void change(Peer before, Peer now) {
        raise(new PeerChanged(before, now));
    }

    /** What is raised is digested with the next event. */
    void raise(ChatEvent event) {
        bus.raise(event);
        put(new UdpOpened(6000));
    }

    void send(String to, String text) {
        ask(new SendText(new Tag("t"), to, SafeText.message(text)));
    }

    /** The same, stored at once. */
    void sent(String to, String text) {
        send(to, text);
        history.commit();
    }

    void ask(UserCommand command) {
        try {
            bus.put(command);
        } catch (InterruptedException impossible) {
            throw new IllegalStateException(impossible);
        }
        bus.runPending();
    }

    void put(NetworkEvent event) {
        try {
            bus.put(event);
        } catch (InterruptedException impossible) {
            throw new IllegalStateException(impossible);
        }
        bus.runPending();
    }

    void opened(int link) {
        put(new NetworkEvent.LinkOpened(new LinkId(link)));
    }

    /** The other side takes the message of that link and ends its side. */
    void taken(int link) {
        opened(link);
        put(new NetworkEvent.InputEnded(new LinkId(link)));
        put(new NetworkEvent.LinkClosed(new LinkId(link), SafeText.EMPTY));
    }

    void closed(int link, SafeText problem) {
        put(new NetworkEvent.LinkClosed(new LinkId(link), problem));
    }

    /** Time passes to {@code uptimeMillis}, with a tick at each wake that was asked for and none between. */
    void wakesUntil(long uptimeMillis) {
        time.pass(uptimeMillis - time.uptimeMillis(), () -> {
            bus.offer(new Tick());
            bus.runPending();
        });
    }

    List<String> dials() {
        return network.asked().stream()
                .filter(asked -> asked.startsWith("dial"))
                .toList();
    }

    /** The states that own messages came to, in order: {@code text: STATE reason}. */
    List<String> states() {
        return told.all(ChatEvent.class).stream()
                .filter(event -> event instanceof MessageQueued || event instanceof MessageProgressed)
                .map(SendingCase::state)
                .toList();
    }

    private static String state(ChatEvent event) {
        var message = event instanceof MessageQueued queued ? queued.message() : ((MessageProgressed) event).message();
        String reason = message.delivery().reason().isBlank()
                ? ""
                : " " + message.delivery().reason();
        return message.text() + ": " + message.delivery().state() + reason;
    }
}
