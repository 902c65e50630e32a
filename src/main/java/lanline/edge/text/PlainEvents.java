package lanline.edge.text;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lanline.core.event.ChatEvent.AddressesKnown;
import lanline.core.event.ChatEvent.Answered;
import lanline.core.event.ChatEvent.CommandRefused;
import lanline.core.event.ChatEvent.ComparisonMoved;
import lanline.core.event.ChatEvent.ConversationOpened;
import lanline.core.event.ChatEvent.MessageArrived;
import lanline.core.event.ChatEvent.NetworkReported;
import lanline.core.event.ChatEvent.Notice;
import lanline.core.event.ChatEvent.OwnNameChanged;
import lanline.core.event.ChatEvent.OwnStatusChanged;
import lanline.core.event.ChatEvent.PeerDescribed;
import lanline.core.event.ChatEvent.ProtectionChosen;
import lanline.core.event.ChatEvent.QueueListed;
import lanline.core.event.ChatEvent.UsersListed;
import lanline.core.event.EventBus;
import lanline.core.event.StorageEvent.HistoryExported;
import lanline.core.event.StorageEvent.PageLoaded;
import lanline.core.model.ChatMessage;
import lanline.core.model.ComparisonStage;
import lanline.core.model.ConversationId;
import lanline.core.model.Peer;
import lanline.core.model.PeerId;
import lanline.core.model.Security;
import lanline.core.screen.Answers;
import lanline.core.text.SafeText;

/** Makes lines of answers and of what happens to oneself, and messages. Lives on the bus thread. */
final class PlainEvents {
    private final EventBus bus;
    private final PlainLines lines;
    private final PeerBook book;
    private final Self self;
    private final Set<PeerId> weak = new HashSet<>();
    private boolean isReady;

    PlainEvents(EventBus bus, PlainLines lines, PeerBook book, Self self) {
        this.bus = bus;
        this.lines = lines;
        this.book = book;
        this.self = self;
    }

    /** {@code onRefusal} runs when a command could not be done. */
    void subscribe(Runnable onRefusal) {
        new PlainPresence(lines, book).subscribe(bus);
        new PlainSending(lines, book).subscribe(bus);
        bus.subscribe(AddressesKnown.class, this::onAddresses);
        bus.subscribe(MessageArrived.class, this::onMessage);
        bus.subscribe(ConversationOpened.class, this::onOpened);
        bus.subscribe(ProtectionChosen.class, this::onProtection);
        bus.subscribe(OwnNameChanged.class, event -> lines.tell("you are called " + event.name() + " now"));
        bus.subscribe(OwnStatusChanged.class, this::onStatus);
        bus.subscribe(Notice.class, this::onNotice);
        bus.subscribe(CommandRefused.class, event -> onRefused(event, onRefusal));
        bus.subscribe(Answered.class, event -> event.sentences().forEach(sentence -> lines.tell(sentence.value())));
        bus.subscribe(ComparisonMoved.class, this::onComparison);
        bus.subscribe(UsersListed.class, event -> onUsers(event.peers()));
        bus.subscribe(PeerDescribed.class, this::onDescribed);
        bus.subscribe(QueueListed.class, event -> Answers.of(event).forEach(line -> lines.tell(line.value())));
        bus.subscribe(NetworkReported.class, this::onNetwork);
        bus.subscribe(PageLoaded.class, this::onPage);
        bus.subscribe(
                HistoryExported.class,
                event -> lines.tell(Words.count(event.messages(), "message") + " written to " + event.file()));
    }

    /** The first one says who and where one is, later ones that this has changed. */
    private void onAddresses(AddressesKnown event) {
        String where = Words.reach(event.addresses());
        String hello = "Lanline " + self.version() + ": you are called " + book.own() + "; " + where
                + "; /help lists the commands";
        lines.tell(isReady ? where : hello);
        isReady = true;
    }

    private void onMessage(MessageArrived event) {
        ChatMessage message = event.message();
        SafeText text = message.text();
        String who = book.label(message.with()) + book.doubt(message.with()) + Words.weak(message.security());
        lines.say(message.time(), who, text);
        if (!event.kept()) {
            lines.warn("that message could not be kept in the history: it is shown here only");
        }
    }

    private Security chosenFor(Peer peer) {
        return weak.contains(peer.id()) ? Security.WEAK : Security.NONE;
    }

    private void onProtection(ProtectionChosen event) {
        if (event.security() == Security.WEAK) {
            weak.add(event.peer());
        } else {
            weak.remove(event.peer());
        }
    }

    private void onOpened(ConversationOpened event) {
        String sentence = event.peer()
                .map(peer -> "you write to " + book.label(peer) + " (" + peer.address() + ") now; "
                        + Answers.security(peer, chosenFor(peer)))
                .orElse(
                        event.id().equals(ConversationId.HOME)
                                ? "no conversation is open; /query NAME opens one"
                                : "the conversation with " + event.id() + " is open; nobody of that id is here");
        lines.tell(sentence);
    }

    private void onStatus(OwnStatusChanged event) {
        String why = event.text().isBlank() ? "" : ": " + event.text();
        lines.tell("the others see you as " + event.status().word() + " now" + why);
    }

    private void onNotice(Notice event) {
        if (event.kind() == Notice.Kind.TROUBLE) {
            lines.warn(event.sentence().value());
        } else {
            lines.tell(event.sentence().value());
        }
    }

    private void onComparison(ComparisonMoved event) {
        if (event.stage() == ComparisonStage.DIFFERENT) {
            lines.warn(event.sentence().value());
        } else {
            lines.tell(event.sentence().value());
        }
    }

    private void onRefused(CommandRefused event, Runnable onRefusal) {
        String sentence = event.sentence().value();
        boolean listed = event.alternatives().stream().allMatch(sentence::contains);
        lines.warn(listed ? sentence : sentence + ": " + String.join(", ", event.alternatives()));
        onRefusal.run();
    }

    private void onUsers(List<Peer> peers) {
        if (peers.isEmpty()) {
            lines.tell("nobody was heard yet; /net says what was sent and heard");
        }
        for (Peer peer : peers) {
            lines.tell(book.label(peer) + " is " + Words.presence(peer.presence()) + " (" + peer.address() + ")"
                    + Words.olderProgram(peer.speaks()) + Words.doubt(peer));
        }
    }

    private void onDescribed(PeerDescribed event) {
        Peer peer = event.peer();
        String ways = peer.routes().stream()
                .flatMap(route -> route.endpoints().stream())
                .map(Object::toString)
                .collect(Collectors.joining(", "));
        lines.tell(book.label(peer) + " is " + Words.presence(peer.presence()) + " at " + ways + "; heard "
                + event.secondsSinceHeard() + " s ago; speaks " + Answers.speech(peer) + "; "
                + Answers.security(peer, event.chosen()) + "; " + String.join("; ", Answers.trust(peer)));
    }

    private void onNetwork(NetworkReported event) {
        Answers.of(event).forEach(line -> lines.tell(line.value()));
    }

    private void onPage(PageLoaded event) {
        if (event.tag().isInternal()) {
            return;
        }
        if (event.page().messages().isEmpty()) {
            lines.tell(event.page().search().isEmpty() ? "the history holds nothing of that" : "nothing was found");
        }
        event.page().messages().forEach(stored -> recall(stored.message()));
        if (event.page().hasOlder()) {
            lines.tell("there are older ones; /export FILE writes all");
        }
    }

    private void recall(ChatMessage message) {
        String other =
                book.label(message.with()) + " (" + message.with().address() + ")" + Words.weak(message.security());
        String who = message.isOwn() ? "to " + other + Words.stateOf(message.delivery()) : "from " + other;
        lines.recall(message.time(), who, message.text());
    }
}
