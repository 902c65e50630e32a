package lanline.testing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import lanline.core.link.Sessions;
import lanline.core.model.Endpoint;

/**
 * Several nodes with sessions, joined by links in memory. What travels is delivered one piece at a time, in the order of each direction
 * of a link, by chance of a seed between them; nothing is ever in two places at once.
 */
public final class WiredLan {
    /** Far more than any test needs to come to rest. */
    private static final int MOST_STEPS = 1_000_000;

    public final ManualTime time = new ManualTime();

    /** After so many bytes the sessions of nodes that are made from then on get new keys. */
    public long renewBytes = Sessions.RENEW_BYTES;

    private final Random random;
    private final Map<Endpoint, WiredNode> listening = new LinkedHashMap<>();
    private final List<WiredNode> nodes = new ArrayList<>();
    private final List<Way> ways = new ArrayList<>();
    private boolean isCut;

    public WiredLan() {
        this(1);
    }

    /** {@code seed}: decides what is delivered first. */
    public WiredLan(long seed) {
        random = new Random(seed);
    }

    /** Somebody called {@code name}, who listens at {@code at} and lets everybody in. */
    public WiredNode node(String name, Endpoint at) {
        return node(name, at, nodes.size() + 1);
    }

    /** {@code keySeed}: two nodes of the same one are two runs of one identity. */
    public WiredNode node(String name, Endpoint at, long keySeed) {
        WiredNode node = new WiredNode(this, name, at, keySeed, nodes.size() + 1);
        nodes.add(node);
        listening.put(at, node);
        return node;
    }

    /** Nothing arrives any more, and nobody is told, until it is mended. */
    public void cut() {
        isCut = true;
    }

    public void mend() {
        isCut = false;
    }

    /** {@code node} is reached at one more place. */
    public void alsoAt(Endpoint at, WiredNode node) {
        listening.put(at, node);
    }

    /** Nobody is at {@code at} any more; what stands there ends by itself. */
    public void remove(Endpoint at) {
        listening.remove(at);
    }

    /** Delivers everything, and what comes of it, until nothing is under way. */
    public void settle() {
        nodes.forEach(WiredNode::run);
        for (int i = 0; i < MOST_STEPS; i++) {
            if (!deliverOne()) {
                return;
            }
        }
        throw new AssertionError("it never comes to rest");
    }

    /** Time passes, with a tick for everybody at each moment that somebody asked for. */
    public void pass(long millis) {
        time.pass(millis, this::tick);
        tick();
    }

    private void tick() {
        nodes.forEach(WiredNode::tick);
        settle();
    }

    /** Delivers one piece; false if nothing is under way. */
    public boolean deliverOne() {
        List<Way> busy = ways.stream().filter(way -> !way.pieces.isEmpty()).toList();
        if (isCut || busy.isEmpty()) {
            return false;
        }
        Way way = busy.get(random.nextInt(busy.size()));
        way.pieces.remove().run();
        nodes.forEach(WiredNode::run);
        return true;
    }

    Optional<WiredNode> at(Endpoint to) {
        return Optional.ofNullable(listening.get(to));
    }

    Way way() {
        Way way = new Way();
        ways.add(way);
        return way;
    }

    /** One direction of a link. */
    static final class Way {
        private final Deque<Runnable> pieces = new ArrayDeque<>();

        void carry(Runnable piece) {
            pieces.add(piece);
        }
    }
}
