package lanline.edge.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import lanline.core.command.Names;
import lanline.core.event.ChatEvent.OwnNameChanged;
import lanline.core.event.ChatEvent.PeerAppeared;
import lanline.core.event.ChatEvent.PeerChanged;
import lanline.core.event.ChatEvent.PeerLeft;
import lanline.core.event.EventBus;
import lanline.core.model.Addressee;
import lanline.core.model.Correspondent;
import lanline.core.model.Nickname;
import lanline.core.model.Peer;
import lanline.core.model.PeerId;
import lanline.core.text.Folding;

/**
 * Who is known now, handed from the bus thread, which writes, to the thread {@code in}, which looks names up and may wait for one.
 */
final class PeerBook {
    private static final String PLAIN_SIGNS = "-_.'+";

    private final Map<PeerId, Peer> peers = new ConcurrentHashMap<>();
    private final BlockingQueue<Boolean> news = new ArrayBlockingQueue<>(1);
    /** How many bear a name, by its folded form; bus thread only. */
    private final Map<String, Integer> bearers = new HashMap<>();

    private final AtomicInteger changes = new AtomicInteger();

    private volatile Nickname own;
    /** As of {@code cachedAt} changes; thread {@code in} only. */
    private Names cached;

    private int cachedAt;

    PeerBook(EventBus bus, Nickname own) {
        this.own = own;
        count(own, 1);
        cached = Names.of(own, List.of());
        bus.subscribe(PeerAppeared.class, event -> put(event.peer()));
        bus.subscribe(PeerChanged.class, event -> put(event.peer()));
        bus.subscribe(PeerLeft.class, event -> remove(event.peer()));
        bus.subscribe(OwnNameChanged.class, event -> rename(event.name()));
    }

    private void put(Peer peer) {
        remove(peer);
        count(peer.name(), 1);
        peers.put(peer.id(), peer);
        changes.incrementAndGet();
        news.offer(Boolean.TRUE);
    }

    private void remove(Peer peer) {
        Peer known = peers.remove(peer.id());
        if (known != null) {
            count(known.name(), -1);
            changes.incrementAndGet();
        }
    }

    private void rename(Nickname name) {
        count(own, -1);
        count(name, 1);
        own = name;
        changes.incrementAndGet();
    }

    private void count(Nickname name, int more) {
        bearers.merge(Folding.fold(name.toString()), more, (some, change) -> some + change == 0 ? null : some + change);
    }

    /** Any thread. */
    Nickname own() {
        return own;
    }

    /** The names as the command line needs them, made again only after a change. Thread {@code in}. */
    Names names() {
        int now = changes.get();
        if (now != cachedAt) {
            cached = Names.of(own, peers.values());
            cachedAt = now;
        }
        return cached;
    }

    /** Waits until somebody appears or changes, at most {@code millis}; false if nobody did. Thread {@code in}. */
    boolean awaitNews(long millis) throws InterruptedException {
        return news.poll(millis, TimeUnit.MILLISECONDS) != null;
    }

    /** True if {@code typed} means somebody, or several. Thread {@code in}. */
    boolean knows(String typed) {
        return names().knows(typed) || !Addressee.find(typed, peers.values()).equals(new Addressee.Nobody());
    }

    /**
     * A name as it stands at the start of a line: with the address while two bear it, in quotes where it could be taken for
     * anything but a name. Bus thread.
     */
    String label(Correspondent who) {
        String name = inQuotesIfOdd(who.name().toString());
        return bearers(who) > 1 ? name + "@" + who.address() : name;
    }

    /** What is to stand behind the name of a message's sender, as that one is known now. Bus thread. */
    String doubt(Correspondent who) {
        Peer known = peers.get(who.id());
        return known == null ? "" : Words.doubt(known);
    }

    String label(Peer peer) {
        return label(peer.asCorrespondent());
    }

    /** Somebody who left, or was never announced, still bears the name of a message. */
    private int bearers(Correspondent who) {
        int known = bearers.getOrDefault(Folding.fold(who.name().toString()), 0);
        return peers.containsKey(who.id()) ? known : known + 1;
    }

    private static String inQuotesIfOdd(String name) {
        boolean odd = name.codePoints().anyMatch(PeerBook::isOdd);
        return odd ? '"' + name.replace('"', '\'') + '"' : name;
    }

    private static boolean isOdd(int c) {
        boolean sign = c < 128 && !Character.isLetterOrDigit(c);
        return sign && PLAIN_SIGNS.indexOf(c) < 0 || Character.isSpaceChar(c);
    }
}
