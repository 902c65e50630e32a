package lanline.core.conversation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import lanline.core.dialect.Dialect;
import lanline.core.dialect.Manner;
import lanline.core.dialect.SelfDescription;
import lanline.core.event.ChatEvent.CommandRefused;
import lanline.core.event.ChatEvent.ConversationsChanged;
import lanline.core.event.ChatEvent.Notice;
import lanline.core.event.EventBus;
import lanline.core.event.StorageEvent.HistoryOpened;
import lanline.core.event.StorageEvent.MessageKnown;
import lanline.core.event.StorageEvent.MessageNotStored;
import lanline.core.event.StorageEvent.MessageStored;
import lanline.core.event.UserCommand.Retry;
import lanline.core.event.UserCommand.SendText;
import lanline.core.model.Addressee;
import lanline.core.model.ChatMessage;
import lanline.core.model.ConversationId;
import lanline.core.model.Delivery;
import lanline.core.model.Direction;
import lanline.core.model.MessageId;
import lanline.core.model.Peer;
import lanline.core.model.Security;
import lanline.core.model.Speaks;
import lanline.core.model.Tag;
import lanline.core.model.Trust;
import lanline.core.port.History;
import lanline.core.port.TimeSource;
import lanline.core.text.SafeText;
import org.jspecify.annotations.Nullable;

/** Makes messages of what a person types: finds whom it is for, cuts it to what the dialect carries, has it stored, hands it to the outbox. */
public final class Composing {
    private final World world;
    private final People people;
    private final Outbox outbox;
    private final WeakChoices choices;
    private final Function<Speaks, Dialect> dialects;
    private final Supplier<SelfDescription> self;
    private final Map<MessageId, Tag> unstored = new HashMap<>();
    /** Drawn while the store writes the message before: unpredictable numbers take a quarter of the time until it is asked to. */
    private @Nullable MessageId next;

    private ConversationId current = ConversationId.HOME;

    /** What composing needs of the world. */
    public record World(EventBus bus, History history, TimeSource time, RandomGenerator random) {}

    public Composing(
            World world,
            People people,
            Outbox outbox,
            WeakChoices choices,
            Function<Speaks, Dialect> dialects,
            Supplier<SelfDescription> self) {
        this.world = world;
        this.people = people;
        this.outbox = outbox;
        this.choices = choices;
        this.dialects = dialects;
        this.self = self;
        EventBus bus = world.bus();
        bus.subscribe(SendText.class, this::onSend);
        bus.subscribe(Retry.class, this::onRetry);
        bus.subscribe(ConversationsChanged.class, event -> current = event.current());
        bus.subscribe(MessageStored.class, event -> onStored(event.message(), true));
        bus.subscribe(MessageKnown.class, event -> onStored(event.message(), true));
        bus.subscribe(MessageNotStored.class, event -> onStored(event.message(), false));
        bus.subscribe(HistoryOpened.class, this::onHistoryOpened);
    }

    private void onSend(SendText command) {
        if (command.text().isBlank()) {
            refuse(command.tag(), CommandRefused.Code.BAD_COMMAND, "not sent: there is nothing in it; write some text");
        } else if (command.to().isEmpty()) {
            sendToCurrent(command);
        } else {
            people.find(command.to()).deliverTo(new Recipient(command));
        }
    }

    private void sendToCurrent(SendText command) {
        Optional<Peer> peer = people.in(current);
        if (peer.isPresent()) {
            store(command, peer.get());
        } else if (current.equals(ConversationId.HOME)) {
            refuse(
                    command.tag(),
                    CommandRefused.Code.BAD_COMMAND,
                    "not sent: no conversation is open; /query NAME opens one, /users lists who is here");
        } else {
            world.bus()
                    .raise(CommandRefused.unknownPeer(command.tag(), current.text())
                            .unsent());
        }
    }

    private final class Recipient implements Addressee.Handler {
        private final SendText command;

        Recipient(SendText command) {
            this.command = command;
        }

        @Override
        public void one(Peer peer) {
            store(command, peer);
        }

        @Override
        public void nobody() {
            world.bus()
                    .raise(CommandRefused.unknownPeer(command.tag(), command.to())
                            .unsent());
        }

        @Override
        public void several(List<Peer> peers) {
            world.bus()
                    .raise(CommandRefused.ambiguousPeer(command.tag(), command.to(), peers)
                            .unsent());
        }
    }

    private void store(SendText command, Peer peer) {
        Optional<String> hindrance = outbox.hindrance(peer);
        if (hindrance.isPresent()) {
            refuse(command.tag(), CommandRefused.Code.BAD_COMMAND, "not sent: " + hindrance.get());
        } else if (peer.speaks() == Speaks.LANLINE) {
            storeEncrypted(command, peer);
        } else {
            storeAsOlder(command, peer);
        }
    }

    private void storeEncrypted(SendText command, Peer peer) {
        if (command.security().isPresent()) {
            String sentence = "not sent: " + peer.name()
                    + " has Lanline, and what goes there is always encrypted; leave \"security\" out";
            refuse(command.tag(), CommandRefused.Code.BAD_COMMAND, sentence);
            return;
        }
        Security security = peer.trust() == Trust.VERIFIED ? Security.VERIFIED : Security.ENCRYPTED;
        store(command, peer, security);
    }

    private void storeAsOlder(SendText command, Peer peer) {
        Security security = command.security().orElseGet(() -> choices.chosenFor(peer));
        Optional<String> hindrance = security == Security.WEAK ? WeakChoices.hindrance(peer) : Optional.empty();
        if (hindrance.isPresent()) {
            String sentence =
                    "not sent: " + hindrance.get() + "; /weak " + peer.name() + " off sends as anybody can read";
            refuse(command.tag(), CommandRefused.Code.BAD_COMMAND, sentence);
            return;
        }
        store(command, peer, security);
    }

    private void store(SendText command, Peer peer, Security security) {
        Manner manner = new Manner(peer.speech().habits(), security);
        List<SafeText> parts = dialects.apply(peer.speaks()).parts(self.get(), manner, command.text());
        if (outbox.isFull(parts.size())) {
            String sentence = "not sent: " + Outbox.MOST_WAITING
                    + " messages wait already; /queue shows them, /queue drop all takes them back";
            refuse(command.tag(), CommandRefused.Code.BAD_COMMAND, sentence);
            return;
        }
        for (SafeText part : parts) {
            ChatMessage message = new ChatMessage(
                    id(),
                    Direction.SENT,
                    peer.asCorrespondent(),
                    part,
                    world.time().now(),
                    Delivery.QUEUED,
                    security);
            unstored.put(message.id(), command.tag());
            world.history().store(message);
            outbox.expectOne(peer);
            next = MessageId.random(world.random());
        }
    }

    private MessageId id() {
        return next == null ? MessageId.random(world.random()) : next;
    }

    private void onStored(ChatMessage message, boolean isKept) {
        Tag tag = unstored.remove(message.id());
        if (tag != null) {
            outbox.send(tag, message, isKept);
        }
    }

    /** What an earlier run left goes on waiting; what was just going to an older program may be there or not: it says so, and can go again. */
    private void onHistoryOpened(HistoryOpened event) {
        int lost = 0;
        for (ChatMessage left : event.unsent()) {
            if (Outbox.isTakenUp(left)) {
                outbox.takeUp(left);
            } else {
                outbox.giveUp(left.withDelivery(Delivery.failedPerhaps("Lanline ended while it was on its way")));
                lost++;
            }
        }
        if (lost > 0) {
            String sentence = lost + (lost == 1 ? " message was" : " messages were")
                    + " on the way when Lanline last ended, and may have arrived or not; /retry sends again";
            notice(Notice.Kind.TROUBLE, sentence);
        }
        int waiting = event.unsent().size() - lost;
        if (waiting > 0) {
            String sentence = waiting + (waiting == 1 ? " message waits" : " messages wait")
                    + " from an earlier run for people to be here; /queue shows what waits";
            notice(Notice.Kind.INFORMATION, sentence);
        }
    }

    private void notice(Notice.Kind kind, String sentence) {
        world.bus().raise(new Notice(kind, SafeText.line(sentence), ConversationId.HOME));
    }

    private void onRetry(Retry command) {
        List<ChatMessage> again = outbox.failed(failed -> isMeant(command, failed));
        if (again.isEmpty()) {
            String sentence = command.message().isEmpty()
                    ? "nothing here failed: there is nothing to send again"
                    : "no message of that id failed since the start";
            refuse(command.tag(), CommandRefused.Code.NOTHING_TO_RETRY, sentence);
        }
        again.forEach(outbox::sendAgain);
    }

    private boolean isMeant(Retry command, ChatMessage failed) {
        if (!command.message().isEmpty()) {
            return failed.id().text().equals(command.message());
        }
        return current.equals(ConversationId.HOME) || failed.conversation().equals(current);
    }

    private void refuse(Tag tag, CommandRefused.Code code, String sentence) {
        world.bus().raise(new CommandRefused(tag, code, SafeText.line(sentence), List.of()));
    }
}
