package lanline.core.link;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import lanline.core.event.ChatEvent.AccountProven;
import lanline.core.event.ChatEvent.OutboxEmptied;
import lanline.core.event.ChatEvent.SessionDown;
import lanline.core.event.ChatEvent.SessionOffered;
import lanline.core.event.ChatEvent.SessionWanted;
import lanline.core.event.EventBus;
import lanline.core.event.NetworkEvent.AccountFound;
import lanline.core.event.NetworkEvent.BytesReceived;
import lanline.core.event.NetworkEvent.InputEnded;
import lanline.core.event.NetworkEvent.LinkClosed;
import lanline.core.event.NetworkEvent.LinkOpened;
import lanline.core.event.NetworkEvent.TcpOpened;
import lanline.core.event.Tick;
import lanline.core.link.SessionLink.State;
import lanline.core.model.Endpoint;
import lanline.core.model.HostAddress;
import lanline.core.model.LanlineId;
import lanline.core.model.LinkId;
import lanline.core.model.Party;
import lanline.core.port.Network;
import lanline.core.port.TimeSource;
import lanline.core.session.Frame;
import lanline.core.session.OwnSide;
import lanline.core.session.Session;

/**
 * All sessions with other Lanlines: dials who announced itself, takes over who dials, keeps them alive, one with each instance. Tells
 * SessionUp, SessionDown, SessionFailed and what is heard. Lives on the bus thread.
 */
public final class Sessions {
    /**
     * Sessions at a time, each with a thread and a connection: all of a large network. Beyond it nobody is dialled because of an
     * announcement, and who dials us is closed; who is written to is still dialled.
     */
    static final int MOST_SESSIONS = 1_000;

    private final EventBus bus;
    private final Network network;
    private final TimeSource time;
    private final OwnSide own;
    private final SessionLinks links = new SessionLinks();
    private final HalfOpen halfOpen;
    private final Waiting waiting = new Waiting();
    private final Dialler dialler;
    private final SessionLife life;
    private long refused;
    private boolean hasLeft;

    /** Keys are not used for much more than this ({@code security.md} section 3); then who dialled dials again. */
    public static final long RENEW_BYTES = 1L << 30;

    /** What sessions need of the world. {@code renewBytes}: after so much, sealed or opened, a session gets new keys. */
    public record World(EventBus bus, Network network, TimeSource time, RandomGenerator random, long renewBytes) {
        public World(EventBus bus, Network network, TimeSource time, RandomGenerator random) {
            this(bus, network, time, random, RENEW_BYTES);
        }
    }

    public Sessions(World world, OwnSide own) {
        bus = world.bus();
        network = world.network();
        time = world.time();
        this.own = own;
        halfOpen = new HalfOpen(time.uptimeMillis());
        dialler = new Dialler(world, own, links);
        life = new SessionLife(world, own, links, halfOpen, dialler);
        bus.subscribe(TcpOpened.class, event -> dialler.reachable());
        bus.subscribe(SessionWanted.class, dialler::onWanted);
        bus.subscribe(SessionOffered.class, this::onOffered);
        bus.subscribe(LinkOpened.class, this::onOpened);
        bus.subscribe(BytesReceived.class, this::onReceived);
        bus.subscribe(InputEnded.class, this::onInputEnded);
        bus.subscribe(LinkClosed.class, this::onClosed);
        bus.subscribe(AccountFound.class, this::onAccountFound);
        bus.subscribe(OutboxEmptied.class, event -> leave());
        bus.subscribe(Tick.class, this::onTick);
    }

    /** The live sessions with {@code id}, one an instance, the newest first. */
    public List<Party> with(LanlineId id) {
        return links.partiesWith(id);
    }

    /** Says something in the session on {@code link}; false if it no longer stands, and nothing was said. */
    public boolean say(LinkId link, Frame frame) {
        return links.find(link).filter(known -> life.say(known, frame)).isPresent();
    }

    /** How many bytes were transmitted on {@code link} since it began; 0 where it is not known. */
    public long transmitted(LinkId link) {
        return links.find(link).map(SessionLink::transmitted).orElse(0L);
    }

    /** The other side has proven that it has read so many bytes of {@code link}. */
    public void hasRead(LinkId link, long bytes) {
        network.hasRead(link, bytes);
    }

    /** Something waits for {@code id}: dials it now where it may be, within the limits for dials, unless a session stands. */
    public void want(LanlineId id, List<Endpoint> at) {
        dialler.want(id, at);
    }

    /** Ends every session with {@code id}, who is not wanted; those that are only being dialled too. */
    public void refuse(LanlineId id) {
        dialler.forget(id);
        for (SessionLink link : links.all()) {
            if (link.isUpWith(id)) {
                life.end(link, Frame.Bye.Reason.BLOCKED, SessionDown.End.BLOCKED);
            } else if (link.isBeginning()
                    && link.target.filter(target -> target.id().equals(id)).isPresent()) {
                life.end(link, SessionDown.End.CUT, "it is not wanted any more");
            }
        }
    }

    /** How many that others began were refused at once because of a limit, since the start. */
    public long refused() {
        return refused;
    }

    private void onOffered(SessionOffered event) {
        long now = time.uptimeMillis();
        Waiting.One one = new Waiting.One(event.link(), event.from(), now, event.begun());
        if (!hasLeft && halfOpen.isFull(event.from().host()) && waiting.add(one)) {
            time.wakeAt(now + HalfOpen.DEADLINE_MILLIS);
        } else {
            begin(one, now);
        }
    }

    private void begin(Waiting.One one, long now) {
        if (hasLeft || links.live() >= MOST_SESSIONS || !mayBegin(one.from().host(), now)) {
            turnAway(one.link());
            return;
        }
        SessionLink link = new SessionLink(one.link(), one.from(), Optional.empty(), Session.accept(own), now);
        links.add(link);
        life.opened(link, one.since());
        life.received(link, one.begun());
    }

    private void turnAway(LinkId link) {
        refused++;
        network.close(link);
    }

    private boolean mayBegin(HostAddress from, long now) {
        if (halfOpen.wantsRoomFor(from, now)) {
            links.oldestBegun(now - HalfOpen.PATIENCE_MILLIS)
                    .ifPresent(slow -> life.end(slow, SessionDown.End.CUT, "it is slow, and others wait"));
        }
        return halfOpen.begin(from, now);
    }

    /** Those whose address has room now have their turn. */
    private void takeTurns() {
        long now = time.uptimeMillis();
        for (Optional<Waiting.One> next = waiting.next(host -> !halfOpen.isFull(host));
                next.isPresent();
                next = waiting.next(host -> !halfOpen.isFull(host))) {
            begin(next.get(), now);
        }
    }

    private void onOpened(LinkOpened event) {
        links.find(event.link()).ifPresent(link -> life.opened(link, time.uptimeMillis()));
    }

    private void onReceived(BytesReceived event) {
        links.find(event.link()).ifPresent(link -> life.received(link, event.bytes()));
        if (!waiting.append(event.link(), event.bytes())) {
            turnAway(event.link());
        }
        takeTurns();
    }

    private void onInputEnded(InputEnded event) {
        links.find(event.link()).ifPresent(link -> life.end(link, SessionDown.End.CUT, "the other side ended it"));
        if (waiting.remove(event.link())) {
            network.close(event.link());
        }
        takeTurns();
    }

    private void onClosed(LinkClosed event) {
        String why =
                event.problem().isBlank() ? "it was closed" : event.problem().value();
        links.remove(event.link()).ifPresent(link -> life.end(link, SessionDown.End.CUT, why));
        waiting.remove(event.link());
        takeTurns();
    }

    private void onTick(Tick tick) {
        life.tick();
        waiting.late(time.uptimeMillis()).forEach(this::turnAway);
        takeTurns();
    }

    private void onAccountFound(AccountFound event) {
        links.find(event.link())
                .filter(link -> link.is(State.UP))
                .ifPresent(link -> bus.raise(new AccountProven(link.party().peer(), event.account())));
    }

    private void leave() {
        hasLeft = true;
        dialler.leave();
        waiting.removeAll().forEach(network::close);
        for (SessionLink link : links.all()) {
            if (link.is(State.UP)) {
                life.sayBye(link, Frame.Bye.Reason.LEFT);
            } else {
                network.close(link.id);
            }
        }
    }
}
