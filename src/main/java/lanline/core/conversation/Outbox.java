package lanline.core.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import lanline.core.dialect.LinkDialect;
import lanline.core.dialect.SelfDescription;
import lanline.core.event.ChatEvent.MessageProgressed;
import lanline.core.event.ChatEvent.MessageQueued;
import lanline.core.event.ChatEvent.Notice;
import lanline.core.event.ChatEvent.OutboxEmptied;
import lanline.core.event.EventBus;
import lanline.core.event.StorageEvent.MessagesDurable;
import lanline.core.event.Tick;
import lanline.core.event.UserCommand.Quit;
import lanline.core.link.DialledLinks;
import lanline.core.link.StandingLinks;
import lanline.core.model.ChatMessage;
import lanline.core.model.ConversationId;
import lanline.core.model.Delivery;
import lanline.core.model.LanlineId;
import lanline.core.model.MessageId;
import lanline.core.model.Peer;
import lanline.core.model.Speaks;
import lanline.core.model.Tag;
import lanline.core.port.History;
import lanline.core.port.TimeSource;
import lanline.core.text.SafeText;

/** Own messages on their way or waiting for one: stored before they are sent, each with a true state. Lives on the bus thread. */
public final class Outbox {
    /** Messages that wait, over all: some megabytes. More are refused, and stay where they were typed. */
    static final int MOST_WAITING = 10_000;

    /** Leaving waits so long for what was heard to be stored, so that its senders are told: many times what a disk takes. */
    static final long RECEIPT_MILLIS = 1_000;

    private final World world;
    private final Receipts receipts;
    private final Function<Peer, Optional<String>> hindrance;
    private final Outcomes outcomes;
    private final Queues lanlines;
    private final Queues olders;
    private int coming;
    private boolean isQuitting;
    private long owedUntil;
    private boolean hasTold;

    /** What the outbox needs of the world. */
    public record World(EventBus bus, History history, TimeSource time, Courier courier) {}

    /** How older programs are spoken to. */
    public record Older(
            DialledLinks links,
            StandingLinks standing,
            Function<Speaks, LinkDialect> dialects,
            Supplier<SelfDescription> self) {}

    /** {@code hindrance}: why nothing may be sent to a peer now, as a sentence; asked again whenever something of that peer has changed. */
    public Outbox(
            World world, Receipts receipts, People people, Older older, Function<Peer, Optional<String>> hindrance) {
        this.world = world;
        this.receipts = receipts;
        this.hindrance = hindrance;
        outcomes = new Outcomes(world.bus(), world.history());
        lanlines = new LanlineQueues(world, people, outcomes, hindrance);
        olders = new OlderQueues(world, people, outcomes, older, hindrance, this::leaveIfDone);
        world.bus().subscribe(Tick.class, event -> leaveIfDone());
        world.bus().subscribe(MessageProgressed.class, event -> leaveIfDone());
        world.bus().subscribe(MessagesDurable.class, event -> leaveIfDone());
        world.bus().subscribe(Quit.class, this::onQuit);
    }

    private Queues queuesTo(ConversationId conversation) {
        return LanlineId.parse(conversation.text()).isPresent() ? lanlines : olders;
    }

    /** Why nothing may be sent to {@code peer} now. */
    Optional<String> hindrance(Peer peer) {
        return hindrance.apply(peer);
    }

    /** {@code more} messages would be too many. */
    boolean isFull(int more) {
        return coming + lanlines.size() + olders.size() + more > MOST_WAITING;
    }

    /** A message to {@code peer} is being stored and will come here: leaving waits for it, and the way is prepared meanwhile. */
    void expectOne(Peer peer) {
        coming++;
        if (coming == 1) {
            queuesTo(ConversationId.with(peer.id())).expect(peer);
        }
    }

    /** Takes an expected message, stored now if {@code isKept}, and sends it; {@code tag} is that of the command it came from. */
    void send(Tag tag, ChatMessage message, boolean isKept) {
        coming--;
        world.bus().raise(new MessageQueued(tag, message));
        take(new Queues.Item(message, message.time(), false, isKept, true));
    }

    /** Takes a failed message and sends it again. */
    void sendAgain(ChatMessage failed) {
        ChatMessage message = failed.withDelivery(Delivery.QUEUED);
        outcomes.became(message);
        take(new Queues.Item(message, world.time().now(), failed.delivery().mayHaveArrived(), true, true));
    }

    /** Takes one that an earlier run left on the disk; {@code left} to an older program goes again only if it is certain that it did not arrive. */
    void takeUp(ChatMessage left) {
        Delivery delivery = left.delivery();
        boolean mayHaveArrived = delivery.state() == Delivery.State.SENT || delivery.mayHaveArrived();
        ChatMessage message = queuesTo(left.conversation()) == olders ? left : left.withDelivery(since(mayHaveArrived));
        world.bus().raise(new MessageProgressed(message));
        take(new Queues.Item(message, left.time(), mayHaveArrived, true, false));
    }

    /** What it waited for then need not be true now. */
    private static Delivery since(boolean mayHaveArrived) {
        return mayHaveArrived
                ? Delivery.waitingPerhaps("it was not confirmed in an earlier run")
                : Delivery.waiting("it could not go in an earlier run");
    }

    /** True if a message that an earlier run left can be taken up; else it may have been on its way to a program that takes it for a new one. */
    static boolean isTakenUp(ChatMessage left) {
        return LanlineId.parse(left.conversation().text()).isPresent()
                || !left.delivery().reason().isBlank();
    }

    /** One that an earlier run left, and that does not go again by itself. */
    void giveUp(ChatMessage left) {
        outcomes.failedEarlier(left);
    }

    private void take(Queues.Item item) {
        queuesTo(item.message().conversation()).take(item);
    }

    /** Failed messages that {@code isMeant}, oldest first. */
    List<ChatMessage> failed(Predicate<ChatMessage> isMeant) {
        return outcomes.failed(isMeant);
    }

    /** All that is not where it is to go yet, the longest waiting first. */
    List<ChatMessage> waiting() {
        return Stream.concat(lanlines.all().stream(), olders.all().stream())
                .sorted(Comparator.comparing(ChatMessage::time))
                .toList();
    }

    /** Takes a message that waits back; false if it does not wait, or is on its way just now. */
    boolean takeBack(MessageId id) {
        Optional<Queues.Item> taken = lanlines.remove(id).or(() -> olders.remove(id));
        taken.ifPresent(
                item -> outcomes.became(item.message().withDelivery(Delivery.takenBack(item.mayHaveArrived()))));
        return taken.isPresent();
    }

    /** Gives up what has waited since {@code limit} or before, which is {@code span}. */
    void expire(Instant limit, String span) {
        List<Queues.Item> expired = new ArrayList<>(lanlines.removeUntil(limit));
        expired.addAll(olders.removeUntil(limit));
        for (Queues.Item item : expired) {
            String why = "it waited " + span + " and " + item.message().with().name() + " was not here";
            Delivery delivery = item.mayHaveArrived() ? Delivery.failedPerhaps(why) : Delivery.failed(why);
            outcomes.became(item.message().withDelivery(delivery));
        }
    }

    /** Since when the longest waiting one has waited; {@link Instant#MAX} if none does. */
    Instant earliest() {
        Instant one = lanlines.earliest();
        Instant other = olders.earliest();
        return one.isBefore(other) ? one : other;
    }

    private void onQuit(Quit command) {
        isQuitting = true;
        owedUntil = world.time().uptimeMillis() + RECEIPT_MILLIS;
        if (command.atOnce()) {
            tellEmptied();
        } else {
            leaveIfDone();
        }
    }

    private void leaveIfDone() {
        if (!isQuitting || hasTold || coming > 0) {
            return;
        }
        long owed = receipts.areOwed() ? owedUntil : 0;
        long held = Math.max(owed, Math.max(lanlines.heldUntil(), olders.heldUntil()));
        if (held <= world.time().uptimeMillis()) {
            tellEmptied();
        } else if (held < Long.MAX_VALUE) {
            world.time().wakeAt(held);
        }
    }

    private void tellEmptied() {
        if (hasTold) {
            return;
        }
        hasTold = true;
        int left = lanlines.left() + olders.left();
        int kept = waiting().size() - left;
        if (kept > 0) {
            String sentence = kept + (kept == 1 ? " message waits" : " messages wait")
                    + " on the disk: Lanline sends what waits when it runs again and they are here";
            world.bus().raise(new Notice(Notice.Kind.INFORMATION, SafeText.line(sentence), ConversationId.HOME));
        }
        world.bus().raise(new OutboxEmptied(outcomes.undelivered() + coming + left));
    }
}
