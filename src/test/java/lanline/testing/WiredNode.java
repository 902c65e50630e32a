package lanline.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import lanline.core.event.ChatEvent;
import lanline.core.event.ChatEvent.SessionOffered;
import lanline.core.event.ChatEvent.SessionWanted;
import lanline.core.event.EventBus;
import lanline.core.event.NetworkEvent;
import lanline.core.event.NetworkEvent.BytesReceived;
import lanline.core.event.NetworkEvent.InputEnded;
import lanline.core.event.NetworkEvent.LinkClosed;
import lanline.core.event.NetworkEvent.LinkOpened;
import lanline.core.event.NetworkEvent.TcpOpened;
import lanline.core.event.Tick;
import lanline.core.link.Sessions;
import lanline.core.model.Bytes;
import lanline.core.model.Endpoint;
import lanline.core.model.InstanceId;
import lanline.core.model.LanInterface;
import lanline.core.model.LanlineId;
import lanline.core.model.LinkId;
import lanline.core.model.Party;
import lanline.core.port.Network;
import lanline.core.session.Admission;
import lanline.core.session.Claim;
import lanline.core.session.OwnSide;
import lanline.core.text.SafeText;
import org.jspecify.annotations.Nullable;

/** One program on a {@link WiredLan}, of which only the sessions are there: real ones, with keys made from a seed. */
public final class WiredNode implements Network {
    public final EventBus bus = new EventBus();
    public final Told told = new Told(bus);
    public final Sessions sessions;
    /** Where it has dialled, in order. */
    public final List<Endpoint> dialled = new ArrayList<>();
    /** Who may come; everybody at first. */
    public Admission admission = (claim, suite) -> Optional.empty();

    private final WiredLan lan;
    private final Endpoint at;
    private final Claim claim;
    private final Map<LinkId, End> ends = new HashMap<>();
    private long links;

    WiredNode(WiredLan lan, String name, Endpoint at, long keySeed, long runSeed) {
        this.lan = lan;
        this.at = at;
        OwnSide own = OwnSides.of(name, at.port(), keySeed, runSeed, (other, suite) -> admission.refusal(other, suite));
        claim = own.claim().get();
        sessions = new Sessions(new Sessions.World(bus, this, lan.time, new Random(runSeed), lan.renewBytes), own);
        bus.offer(new TcpOpened(at.port(), at.port()));
        bus.runPending();
    }

    public LanlineId id() {
        return claim.id();
    }

    public InstanceId instance() {
        return claim.run().instance();
    }

    public Endpoint at() {
        return at;
    }

    /** Hears the announcement of {@code other}. */
    public void hears(WiredNode other) {
        raise(new SessionWanted(other.id(), other.instance(), other.at()));
    }

    /** The only session with {@code other}. */
    public Party with(WiredNode other) {
        List<Party> parties = sessions.with(other.id());
        if (parties.size() != 1) {
            throw new AssertionError("not one session but " + parties);
        }
        return parties.get(0);
    }

    /** As if another part of the core had raised it, with all that comes of it. */
    public void raise(ChatEvent event) {
        bus.raise(event);
        tick();
    }

    /** Links of this node that have not ended. */
    public int openLinks() {
        return ends.size();
    }

    /** The connection is lost here, and the other side does not learn of it. */
    public void lose(LinkId link) {
        ends.remove(link);
        put(new LinkClosed(link, SafeText.line("the connection was reset")));
        tick();
    }

    void put(NetworkEvent event) {
        bus.offer(event);
    }

    void run() {
        bus.runPending();
    }

    void tick() {
        List.copyOf(ends.values()).stream()
                .filter(end -> lan.time.uptimeMillis() >= end.opensUntil)
                .forEach(end -> end.isOver(SafeText.line("no answer")));
        bus.offer(new Tick());
        bus.runPending();
    }

    @Override
    public LinkId dial(Endpoint to, int timeoutMillis) {
        dialled.add(to);
        LinkId link = new LinkId(++links);
        WiredNode other = lan.at(to).orElse(null);
        End here = new End(this, link);
        here.opensUntil = lan.time.uptimeMillis() + timeoutMillis;
        lan.time.wakeAt(here.opensUntil);
        ends.put(link, here);
        if (other == null) {
            here.way.carry(() -> here.isOver(SafeText.line("nobody listens there")));
            return link;
        }
        End there = new End(other, new LinkId(++other.links));
        other.ends.put(there.link, there);
        there.other = here;
        there.isUnheardOf = true;
        here.other = there;
        there.way.carry(() -> opened(here));
        return link;
    }

    private void opened(End here) {
        if (ends.containsKey(here.link)) {
            here.opensUntil = Long.MAX_VALUE;
            put(new LinkOpened(here.link));
        }
    }

    @Override
    public void transmit(LinkId link, Bytes bytes) {
        End here = ends.get(link);
        if (here != null) {
            here.transmit(bytes);
        }
    }

    @Override
    public void finish(LinkId link) {
        End here = ends.get(link);
        if (here != null) {
            here.finish();
        }
    }

    @Override
    public void close(LinkId link) {
        End here = ends.get(link);
        if (here != null && !here.isClosing) {
            here.isClosing = true;
            here.finish();
            here.isOver(SafeText.EMPTY);
        }
    }

    @Override
    public void broadcast(LanInterface on, int port, Bytes payload) {
        throw new AssertionError("sessions have nothing to do with datagrams");
    }

    @Override
    public void unicast(Endpoint to, Bytes payload) {
        throw new AssertionError("sessions have nothing to do with datagrams");
    }

    private void arrived(End here, Bytes bytes) {
        if (!ends.containsKey(here.link) || here.isClosing) {
            return;
        }
        if (here.isUnheardOf) {
            here.isUnheardOf = false;
            Endpoint from = new Endpoint(here.peer().node.at.host(), 40_000);
            bus.raise(new SessionOffered(here.link, from, bytes));
            tick();
        } else {
            put(new BytesReceived(here.link, bytes));
        }
    }

    private void inputEnded(End here) {
        if (ends.containsKey(here.link) && !here.isClosing && !here.isUnheardOf) {
            put(new InputEnded(here.link));
        }
    }

    /** One end of a link; its way leads to the other one. */
    private static final class End {
        final WiredNode node;
        final LinkId link;
        final WiredLan.Way way;

        @Nullable
        End other;

        long opensUntil = Long.MAX_VALUE;
        boolean isUnheardOf;
        boolean isClosing;
        private boolean hasFinished;

        End(WiredNode node, LinkId link) {
            this.node = node;
            this.link = link;
            way = node.lan.way();
        }

        End peer() {
            if (other == null) {
                throw new AssertionError("nobody is there");
            }
            return other;
        }

        void transmit(Bytes bytes) {
            if (!hasFinished) {
                End to = peer();
                way.carry(() -> to.node.arrived(to, bytes));
            }
        }

        void finish() {
            if (!hasFinished && other != null) {
                hasFinished = true;
                End to = peer();
                way.carry(() -> to.node.inputEnded(to));
            }
        }

        void isOver(SafeText problem) {
            if (node.ends.remove(link) != null) {
                node.put(new LinkClosed(link, problem));
            }
        }
    }
}
