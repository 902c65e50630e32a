package lanline.core.trust;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lanline.core.event.ChatEvent.PeerAppeared;
import lanline.core.event.ChatEvent.PeerChanged;
import lanline.core.event.ChatEvent.PeerLeft;
import lanline.core.event.ChatEvent.SessionDown;
import lanline.core.event.ChatEvent.SessionUp;
import lanline.core.event.ChatEvent.TrustChanged;
import lanline.core.event.EventBus;
import lanline.core.event.StorageEvent.PinsLoaded;
import lanline.core.event.Tick;
import lanline.core.event.UserCommand;
import lanline.core.model.Addressee;
import lanline.core.model.Bytes;
import lanline.core.model.InstanceId;
import lanline.core.model.LanlineId;
import lanline.core.model.LinkId;
import lanline.core.model.Nickname;
import lanline.core.model.Party;
import lanline.core.model.Peer;
import lanline.core.model.PeerId;
import lanline.core.model.Pin;
import lanline.core.model.Trust;
import lanline.core.session.Suite;
import lanline.testing.ManualTime;
import lanline.testing.Samples;
import lanline.testing.Told;

/** One person's trust, with a list of people as the roster keeps it. The person is 1, at 10.0.0.1. */
final class TrustCase {
    final EventBus bus = new EventBus();
    final ManualTime time = new ManualTime();
    final List<Pin> saved = new ArrayList<>();
    final List<LanlineId> ended = new ArrayList<>();
    final Map<PeerId, Peer> list = new LinkedHashMap<>();
    final LanlineId own;
    final LiveSessions live;
    final KnownKeys keys;
    final Downgrades downgrades;
    final Chosen chosen;
    final Told told;
    private long links;

    TrustCase() {
        this(Samples.id('1'));
    }

    TrustCase(LanlineId own) {
        this.own = own;
        live = new LiveSessions(bus);
        keys = new KnownKeys(bus, saved::add, time, live, own);
        downgrades = new Downgrades(keys, time);
        new Standings(bus, time, keys, downgrades);
        bus.subscribe(TrustChanged.class, this::onTrust);
        bus.subscribe(PeerAppeared.class, event -> list.put(event.peer().id(), event.peer()));
        bus.subscribe(PeerChanged.class, event -> list.put(event.peer().id(), event.peer()));
        chosen = new Chosen(bus, typed -> Addressee.find(typed, list.values()));
        new TrustCommands(bus, chosen, keys, downgrades, own, ended::add);
        told = new Told(bus);
    }

    /** As the roster does. */
    private void onTrust(TrustChanged event) {
        Peer before = list.get(event.peer());
        if (before != null) {
            Peer now = new Peer(
                    before.id(),
                    before.persona().withTrust(event.trust(), event.isSuspect()),
                    before.presence(),
                    before.speech(),
                    before.routes(),
                    before.lastHeard());
            bus.raise(new PeerChanged(before, now));
        }
    }

    /** A session with a peer that the list does not hold yet, or does. */
    Party up(char id, String name, String address) {
        return up(id, name, address, 2_000, Suite.XX_HFS);
    }

    Party up(char id, String name, String address, long epoch, Suite suite) {
        Party party = party(Samples.id(id), name, address, epoch);
        bus.raise(new SessionUp(party, suite.number(), binding(party.link())));
        if (!list.containsKey(party.peer())) {
            appear(Samples.lanlinePeer(id, name, party.reach()));
        }
        settle();
        return party;
    }

    Party party(LanlineId id, String name, String address, long epoch) {
        InstanceId instance = new InstanceId("b".repeat(16));
        return new Party(id, instance, Nickname.fromPeer(name), Samples.at(address, 6001), epoch, new LinkId(++links));
    }

    static Bytes binding(LinkId link) {
        return Bytes.utf8("binding of " + link);
    }

    void down(Party party) {
        bus.raise(new SessionDown(party, SessionDown.End.CUT));
        settle();
    }

    void appear(Peer peer) {
        bus.raise(new PeerAppeared(peer));
        settle();
    }

    void rename(char id, String name) {
        Peer before = peer(id);
        Peer now = new Peer(
                before.id(),
                before.persona().withName(Nickname.fromPeer(name)),
                before.presence(),
                before.speech(),
                before.routes(),
                before.lastHeard());
        bus.raise(new PeerChanged(before, now));
        settle();
    }

    void leave(char id) {
        Peer peer = peer(id);
        list.remove(peer.id());
        bus.raise(new PeerLeft(peer, true));
        settle();
    }

    void load(Pin... pins) {
        bus.answer(new PinsLoaded(List.of(pins)));
        settle();
    }

    Pin pin(char id, String name, Trust trust, String address) {
        Pin.Seen seen = new Pin.Seen(time.now(), time.now(), Suite.XX_HFS.number(), 1_000);
        return new Pin(Samples.id(id), Nickname.fromPeer(name), trust, seen, Samples.at(address, 6001));
    }

    Pin pinSeen(Pin pin, Instant last) {
        Pin.Seen seen =
                new Pin.Seen(last, last, pin.seen().leastSuite(), pin.seen().epoch());
        return new Pin(pin.id(), pin.name(), pin.trust(), seen, pin.lastAddress());
    }

    void say(UserCommand command) {
        if (!bus.tryPut(command)) {
            throw new AssertionError("the bus is full");
        }
        settle();
    }

    /** Everything that was raised, and what it causes. */
    void settle() {
        bus.offer(new Tick());
        bus.runPending();
    }

    Peer peer(char id) {
        return Optional.ofNullable(list.get(PeerId.lanline(Samples.id(id)))).orElseThrow();
    }

    Trust trust(char id) {
        return peer(id).trust();
    }

    boolean isSuspect(char id) {
        return peer(id).persona().isSuspect();
    }

    Peer older(String name, String address) {
        Peer older = Samples.olderPeer(name, address);
        appear(older);
        return list.get(older.id());
    }
}
