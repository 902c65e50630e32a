package lanline.core.screen;

import java.util.List;
import lanline.core.event.ChatEvent.AddressesKnown;
import lanline.core.event.ChatEvent.Answered;
import lanline.core.event.ChatEvent.CommandRefused;
import lanline.core.event.ChatEvent.ComparisonMoved;
import lanline.core.event.ChatEvent.NetworkReported;
import lanline.core.event.ChatEvent.Notice;
import lanline.core.event.ChatEvent.OwnNameChanged;
import lanline.core.event.ChatEvent.OwnStatusChanged;
import lanline.core.event.ChatEvent.PeerAppeared;
import lanline.core.event.ChatEvent.PeerDescribed;
import lanline.core.event.ChatEvent.PeerLeft;
import lanline.core.event.ChatEvent.QueueListed;
import lanline.core.event.ChatEvent.UsersListed;
import lanline.core.event.EventBus;
import lanline.core.event.StorageEvent.HistoryExported;
import lanline.core.model.ComparisonStage;
import lanline.core.model.ConversationId;
import lanline.core.model.HostAddress;
import lanline.core.model.Peer;
import lanline.core.model.Trust;
import lanline.core.port.TimeSource;
import lanline.core.text.SafeText;

/** What the program itself says, as lines in the conversation that one is looking at. Lives on the bus thread. */
final class ProgramLines {
    private static final SafeText FIRST_STEPS =
            SafeText.line("who is here stands at the side: F6 goes there and Enter opens a"
                    + " conversation, or type /query NAME; F1 lists all keys and commands");

    private final TimeSource time;
    private final Transcripts transcripts;
    private boolean isFirst = true;

    ProgramLines(EventBus bus, TimeSource time, Transcripts transcripts) {
        this.time = time;
        this.transcripts = transcripts;
        bus.subscribe(Notice.class, event -> say(event.about(), event.sentence(), event.kind() == Notice.Kind.TROUBLE));
        bus.subscribe(CommandRefused.class, this::onRefused);
        bus.subscribe(UsersListed.class, event -> here(Answers.of(event)));
        bus.subscribe(PeerDescribed.class, event -> here(Answers.of(event)));
        bus.subscribe(QueueListed.class, event -> here(Answers.of(event)));
        bus.subscribe(NetworkReported.class, event -> here(Answers.of(event)));
        bus.subscribe(ComparisonMoved.class, this::onComparison);
        bus.subscribe(Answered.class, event -> here(event.sentences()));
        bus.subscribe(HistoryExported.class, event -> here(Answers.of(event), false));
        bus.subscribe(OwnNameChanged.class, event -> here(SafeText.line("you are " + event.name() + " now"), false));
        bus.subscribe(
                OwnStatusChanged.class,
                event ->
                        here(SafeText.line("others see you as " + event.status().word()), false));
        bus.subscribe(AddressesKnown.class, this::onAddresses);
        bus.subscribe(PeerAppeared.class, event -> ofPeer(event.peer(), " is here"));
        bus.subscribe(
                PeerLeft.class,
                event -> ofPeer(event.peer(), event.saidBye() ? " left" : " was not heard for 15 minutes"));
    }

    /** What a view asked by itself is answered in that view; one who waits for an export may have left it. */
    private void onRefused(CommandRefused event) {
        if (!event.tag().isInternal() || event.tag().equals(HistoryPage.EXPORT)) {
            here(event.sentence(), true);
        }
    }

    /** In the conversation with that person, and where one is now; of what the window shows only how it ended. */
    private void onComparison(ComparisonMoved event) {
        ConversationId conversation = ConversationId.with(event.peer().id());
        boolean isTrouble = event.stage() == ComparisonStage.DIFFERENT;
        boolean isGoingOn = event.stage() == ComparisonStage.SHOWN || event.stage() == ComparisonStage.AGREED;
        boolean isInWindow = isGoingOn && event.tag().equals(Screen.Comparison.TAG);
        if (event.stage() == ComparisonStage.WAITING || isInWindow) {
            return;
        }
        if (transcripts.isOpen(conversation)) {
            say(conversation, event.sentence(), isTrouble);
        }
        if (!conversation.equals(transcripts.current())) {
            here(event.sentence(), isTrouble);
        }
    }

    private void onAddresses(AddressesKnown event) {
        List<String> lan = event.addresses().stream()
                .filter(address -> !address.isLoopback())
                .map(HostAddress::text)
                .toList();
        String sentence = lan.isEmpty()
                ? "no network is up: only people on this machine can be reached"
                : "you are reachable at " + String.join(", ", lan) + ", port " + event.tcpPort();
        say(ConversationId.HOME, SafeText.line(sentence), lan.isEmpty());
        if (isFirst) {
            isFirst = false;
            say(ConversationId.HOME, FIRST_STEPS, false);
        }
    }

    /** Coming and going is told where one talks with that person; the sidebar shows it for everybody. Who is blocked does neither. */
    private void ofPeer(Peer peer, String what) {
        ConversationId conversation = ConversationId.with(peer.id());
        if (peer.trust() != Trust.BLOCKED && transcripts.isOpen(conversation)) {
            say(conversation, SafeText.line(peer.name() + what), false);
        }
    }

    private void here(List<SafeText> sentences) {
        sentences.forEach(sentence -> here(sentence, false));
    }

    private void here(SafeText sentence, boolean trouble) {
        say(transcripts.current(), sentence, trouble);
    }

    private void say(ConversationId about, SafeText sentence, boolean trouble) {
        transcripts.say(about, new Line.Said(time.now(), sentence, trouble));
    }
}
