package lanline.core.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import lanline.core.event.ChatEvent.PeerAppeared;
import lanline.core.event.ChatEvent.PeerChanged;
import lanline.core.event.ChatEvent.PeerLeft;
import lanline.core.event.ChatEvent.ReceiptHeard;
import lanline.core.event.ChatEvent.SessionDown;
import lanline.core.event.ChatEvent.SessionFailed;
import lanline.core.event.ChatEvent.SessionUp;
import lanline.core.event.EventBus;
import lanline.core.event.StorageEvent.PinsLoaded;
import lanline.core.model.ChatMessage;
import lanline.core.model.ConversationId;
import lanline.core.model.Delivery;
import lanline.core.model.LanlineId;
import lanline.core.model.LinkId;
import lanline.core.model.MessageId;
import lanline.core.model.Party;
import lanline.core.model.Peer;
import lanline.core.model.PeerId;
import lanline.core.model.Presence;
import lanline.core.model.Route;
import lanline.core.port.TimeSource;

/**
 * Own messages to Lanlines: to each in their order, to all of its instances, until one has stored them. Lives on the bus thread.
 *
 * <pre>
 *   QUEUED -- said in a session --> SENT -- receipt --> DELIVERED
 *      ^--- all sessions in which it was said are down ---'
 * </pre>
 */
final class LanlineQueues implements Queues {
    /** Messages to one peer under way without a receipt: half of what a writer holds if all are as long as can be. The others wait. */
    static final int WINDOW = 64;

    /** At the end of the program, a session with somebody who is here is waited for so long, from when the message was written on. */
    static final long SESSION_MILLIS = 5_000;

    /** The same for a receipt, from when it was said on; without one it stays on disk and goes again in the next run. */
    static final long RECEIPT_MILLIS = 2_000;

    private final TimeSource time;
    private final Courier courier;
    private final People people;
    private final Outcomes outcomes;
    private final Function<Peer, Optional<String>> hindrance;
    private final Map<LanlineId, Map<MessageId, ToLanline>> queues = new LinkedHashMap<>();

    /** {@code hindrance}: why nothing may be sent to a peer now, as a sentence. */
    LanlineQueues(Outbox.World world, People people, Outcomes outcomes, Function<Peer, Optional<String>> hindrance) {
        this.time = world.time();
        this.courier = world.courier();
        this.people = people;
        this.outcomes = outcomes;
        this.hindrance = hindrance;
        EventBus bus = world.bus();
        bus.subscribe(SessionUp.class, event -> move(event.party().id()));
        bus.subscribe(SessionDown.class, event -> onDown(event.party()));
        bus.subscribe(SessionFailed.class, this::onFailed);
        bus.subscribe(ReceiptHeard.class, this::onReceipt);
        bus.subscribe(PeerAppeared.class, event -> onPeer(event.peer()));
        bus.subscribe(PeerChanged.class, event -> onPeer(event.peer()));
        bus.subscribe(PeerLeft.class, event -> onPeer(event.peer()));
        bus.subscribe(PinsLoaded.class, event -> onPins());
    }

    @Override
    public void expect(Peer peer) {
        LanlineId.parse(peer.id().text()).ifPresent(this::dial);
    }

    /** {@code item} is to somebody whose id is a Lanline's. */
    @Override
    public void take(Item item) {
        LanlineId id = new LanlineId(item.message().conversation().text());
        ToLanline entry = new ToLanline(item);
        queues.computeIfAbsent(id, any -> new LinkedHashMap<>())
                .put(item.message().id(), entry);
        if (item.isTyped()
                && people.in(item.message().conversation())
                        .filter(LanlineQueues::isThere)
                        .isPresent()) {
            hold(entry, SESSION_MILLIS);
        }
        move(id, List.of(entry));
        dial(id);
    }

    /** Something has changed for {@code id}: says all that may be said, or tells what it waits for. */
    private void move(LanlineId id) {
        move(id, queueOf(id).values());
    }

    /** The same; {@code news}: of these it is told what they wait for. */
    private void move(LanlineId id, Collection<ToLanline> news) {
        Optional<Peer> peer = queueOf(id).isEmpty() ? Optional.empty() : person(id);
        if (peer.isEmpty()) {
            return;
        }
        Optional<String> hindered = hindrance.apply(peer.get());
        List<Party> parties = hindered.isPresent() ? List.of() : courier.with(id);
        parties.forEach(party -> sayAll(queueOf(id).values(), party));
        if (hindered.isPresent()) {
            tellWaiting(news, hindered.get());
        } else if (parties.isEmpty() && !isThere(peer.get())) {
            tellWaiting(news, isNotHere(peer.get()));
        } else if (parties.isEmpty()) {
            dial(id);
            tellBack(news, peer.get());
        }
    }

    private Optional<Peer> person(LanlineId id) {
        return people.in(ConversationId.with(PeerId.lanline(id)));
    }

    /** It says that it is here, so a session is within reach. */
    private static boolean isThere(Peer peer) {
        return peer.isHere() || peer.presence() == Presence.ANNOUNCED;
    }

    private static String isNotHere(Peer peer) {
        return peer.name() + " is not here; it goes out when " + peer.name() + " is back";
    }

    private void sayAll(Collection<ToLanline> queue, Party party) {
        for (ToLanline entry : queue.stream().limit(WINDOW).toList()) {
            if (entry.isSaidOn(party.link())) {
                continue;
            }
            ChatMessage message = entry.message();
            OptionalLong end = courier.say(party.link(), message.id(), message.text());
            if (end.isEmpty()) {
                return;
            }
            hold(entry, RECEIPT_MILLIS);
            if (entry.said(party.link(), end.getAsLong())) {
                outcomes.became(entry.message());
            }
        }
    }

    private void hold(ToLanline entry, long millis) {
        entry.heldUntil = time.uptimeMillis() + millis;
    }

    private void tellWaiting(Collection<ToLanline> entries, String why) {
        for (ToLanline entry : List.copyOf(entries)) {
            if (entry.isWaiting()) {
                entry.heldUntil = 0;
                if (entry.waitsFor(why)) {
                    outcomes.became(entry.message());
                }
            }
        }
    }

    /** Who was not here is, and it would no longer be true to say otherwise. */
    private void tellBack(Collection<ToLanline> entries, Peer peer) {
        String before = isNotHere(peer);
        List<ToLanline> those =
                entries.stream().filter(entry -> entry.isBecause(before)).toList();
        tellWaiting(those, "connecting with " + peer.name());
    }

    private void dial(LanlineId id) {
        if (courier.with(id).isEmpty()) {
            person(id)
                    .filter(peer -> hindrance.apply(peer).isEmpty())
                    .ifPresent(peer -> courier.want(
                            id, peer.routes().stream().map(Route::best).toList()));
        }
    }

    private void onPeer(Peer peer) {
        LanlineId.parse(peer.id().text()).ifPresent(this::move);
    }

    private void onPins() {
        for (LanlineId id : List.copyOf(queues.keySet())) {
            move(id);
            dial(id);
        }
    }

    private void onDown(Party party) {
        String why = "the connection ended before " + party.name() + " said that it is stored; it goes again";
        for (ToLanline entry : List.copyOf(queueOf(party.id()).values())) {
            if (entry.lost(party.link(), why)) {
                entry.heldUntil = 0;
                outcomes.became(entry.message());
            }
        }
        // Of two sessions that crossed, the one that stays may have been up for a while: it is said there now.
        if (!courier.with(party.id()).isEmpty()) {
            move(party.id());
        }
    }

    private void onFailed(SessionFailed event) {
        Optional<Peer> there = person(event.id()).filter(LanlineQueues::isThere);
        if (there.isPresent() && courier.with(event.id()).isEmpty()) {
            String why = "no connection with " + there.get().name() + " (" + event.why() + "); it is tried again";
            tellWaiting(queueOf(event.id()).values(), why);
        }
    }

    private Map<MessageId, ToLanline> queueOf(LanlineId id) {
        return queues.getOrDefault(id, new LinkedHashMap<>());
    }

    private void onReceipt(ReceiptHeard event) {
        LanlineId from = event.from().id();
        LinkId link = event.from().link();
        for (MessageId id : event.ids()) {
            Optional<ToLanline> entry = Optional.ofNullable(queueOf(from).remove(id));
            entry.ifPresent(said -> courier.hasRead(link, said.provenRead(link)));
            Optional<ChatMessage> delivered = entry.map(ToLanline::message).or(() -> givenUp(event.from(), id));
            delivered.ifPresent(message -> outcomes.became(message.withDelivery(Delivery.DELIVERED)));
        }
        queues.values().removeIf(Map::isEmpty);
        move(from);
    }

    /** One that was no longer waited for, and came all the same. */
    private Optional<ChatMessage> givenUp(Party from, MessageId id) {
        return outcomes.failed(id).filter(message -> message.with().id().equals(from.peer()));
    }

    private Stream<ToLanline> entries() {
        return queues.values().stream().flatMap(queue -> queue.values().stream());
    }

    @Override
    public List<ChatMessage> all() {
        return entries().map(ToLanline::message).toList();
    }

    @Override
    public int size() {
        int size = 0;
        for (Map<MessageId, ToLanline> queue : queues.values()) {
            size += queue.size();
        }
        return size;
    }

    @Override
    public Optional<Item> remove(MessageId id) {
        return removeAll(entry -> entry.message().id().equals(id)).stream().findFirst();
    }

    /** One that was said and not yet confirmed is not there in vain. */
    @Override
    public List<Item> removeUntil(Instant limit) {
        return removeAll(entry -> entry.isWaiting() && !entry.item.since().isAfter(limit));
    }

    private List<Item> removeAll(Predicate<ToLanline> which) {
        List<Item> removed = new ArrayList<>();
        for (LanlineId id : List.copyOf(queues.keySet())) {
            queueOf(id).values().removeIf(entry -> which.test(entry) && removed.add(entry.now()));
        }
        queues.values().removeIf(Map::isEmpty);
        return removed;
    }

    @Override
    public Instant earliest() {
        return entries()
                .filter(ToLanline::isWaiting)
                .map(entry -> entry.item.since())
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    @Override
    public long heldUntil() {
        return entries().mapToLong(entry -> entry.heldUntil).max().orElse(0);
    }

    @Override
    public int left() {
        return (int) entries().filter(entry -> !entry.item.isKept()).count();
    }
}
