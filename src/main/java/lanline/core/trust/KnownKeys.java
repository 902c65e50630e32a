package lanline.core.trust;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import lanline.core.event.ChatEvent.PeerChanged;
import lanline.core.event.ChatEvent.SessionDown;
import lanline.core.event.ChatEvent.SessionUp;
import lanline.core.event.EventBus;
import lanline.core.event.StorageEvent.PinsDecided;
import lanline.core.event.StorageEvent.PinsLoaded;
import lanline.core.model.Endpoint;
import lanline.core.model.LanlineId;
import lanline.core.model.Nickname;
import lanline.core.model.Party;
import lanline.core.model.Peer;
import lanline.core.model.PeerId;
import lanline.core.model.Pin;
import lanline.core.model.Trust;
import lanline.core.port.Pins;
import lanline.core.port.TimeSource;
import lanline.core.session.Admission;
import lanline.core.session.Claim;
import lanline.core.session.Suite;

/**
 * The keys that are known, and what each is worth ({@link Trust} draws it): pinned when first met, for good. Decides with whom there may be a session.
 * Lives on the bus thread.
 */
public final class KnownKeys implements Admission {
    private final Pins pins;
    private final TimeSource time;
    private final LiveSessions live;
    private final LanlineId own;
    private final PinTable table;
    private BiConsumer<Pin, Pin> listener = (before, now) -> {};

    /** {@code live} was made for the same bus before this; {@code own}: of oneself nothing is thought. */
    public KnownKeys(EventBus bus, Pins pins, TimeSource time, LiveSessions live, LanlineId own) {
        this.pins = pins;
        this.time = time;
        this.live = live;
        this.own = own;
        this.table = new PinTable(live::isLive);
        bus.subscribe(PinsLoaded.class, event -> event.pins().forEach(this::onLoaded));
        bus.subscribe(PinsDecided.class, event -> event.pins().forEach(this::onDecided));
        bus.subscribe(SessionUp.class, this::onUp);
        bus.subscribe(SessionDown.class, event -> onDown(event.party()));
        bus.subscribe(PeerChanged.class, event -> onChanged(event.peer()));
    }

    /** {@code listener} is told of each key that changes what is known of it, and how it was before; twice the same for a new one. */
    void heed(BiConsumer<Pin, Pin> listener) {
        this.listener = listener;
    }

    PinTable table() {
        return table;
    }

    @Override
    public Optional<String> refusal(Claim claim, Suite suite) {
        Optional<Pin> known = table.find(claim.id());
        if (known.filter(pin -> pin.trust() == Trust.BLOCKED).isPresent()) {
            return Optional.of("this person is blocked here");
        }
        return known.filter(pin -> suite.number() < pin.seen().leastSuite())
                .map(pin -> "the other side offered a weaker encryption than it has used before");
    }

    /** What is to be thought of {@code id}, which calls itself {@code name} now. */
    Standing standing(LanlineId id, Nickname name) {
        Optional<Pin> known = table.find(id);
        Trust kept = known.map(Pin::trust).orElse(Trust.NEW);
        if (table.othersAlike(id, name).isEmpty()) {
            return new Standing(kept, false);
        }
        boolean isUnsettled = kept == Trust.NEW || kept == Trust.KNOWN;
        boolean isChanged = isUnsettled && !isNameOf(known, name) && takesAPlace(id, name);
        return new Standing(isChanged ? Trust.CHANGED : kept, isReserved(id, known, name));
    }

    private static boolean isNameOf(Optional<Pin> known, Nickname name) {
        return known.filter(
                        pin -> pin.name().equals(name) || Look.of(pin.name()).isLike(Look.of(name)))
                .isPresent();
    }

    private boolean takesAPlace(LanlineId id, Nickname name) {
        return placeTaken(id, name).isPresent();
    }

    /** Somebody verified has that name, or somebody known who is not here to be told apart from this one. */
    Optional<Pin> placeTaken(LanlineId id, Nickname name) {
        return placesTaken(id, name).findFirst();
    }

    private Stream<Pin> placesTaken(LanlineId id, Nickname name) {
        return table.othersAlike(id, name).stream().filter(pin -> switch (pin.trust()) {
            case VERIFIED -> true;
            case KNOWN, NEW -> !live.isLive(pin.id());
            case NONE, CHANGED, BLOCKED -> false;
        });
    }

    private boolean isReserved(LanlineId id, Optional<Pin> known, Nickname name) {
        boolean isItsOwn = known.filter(pin -> pin.trust() == Trust.VERIFIED).isPresent() && isNameOf(known, name);
        return !isItsOwn && table.othersAlike(id, name).stream().anyMatch(pin -> pin.trust() == Trust.VERIFIED);
    }

    /** Whom it was met in an earlier run, it has been met again as soon as it is met; a session may have been sooner than the file. */
    private void onLoaded(Pin loaded) {
        Pin pin = loaded.trust() == Trust.NEW ? loaded.with(Trust.KNOWN) : loaded;
        Optional<Pin> met = table.find(pin.id());
        if (met.isPresent()) {
            save(pin.with(met.get().name()).with(met.get().seen(), met.get().lastAddress()));
        } else if (!pin.id().equals(own)) {
            table.put(pin);
        }
    }

    /** What was decided on another machine of the same person; what was seen here stays. */
    private void onDecided(Pin decided) {
        Pin here = table.find(decided.id()).orElse(decided);
        Pin.Seen seen = new Pin.Seen(
                here.seen().first(),
                here.seen().last(),
                Math.max(here.seen().leastSuite(), decided.seen().leastSuite()),
                Math.max(here.seen().epoch(), decided.seen().epoch()));
        Nickname name = decided.trust() == Trust.VERIFIED ? decided.name() : here.name();
        if (!decided.id().equals(own)) {
            save(decided.with(name).with(seen, here.lastAddress()));
        }
    }

    private void onUp(SessionUp up) {
        Party party = up.party();
        if (!party.id().equals(own)) {
            Optional<Pin> known = table.find(party.id());
            save(known.isPresent() ? again(known.get(), party, up.suite()) : first(party, up.suite()));
        }
    }

    private Pin first(Party party, int suite) {
        Trust trust = standing(party.id(), party.name()).trust();
        Instant now = time.now();
        return new Pin(party.id(), party.name(), trust, new Pin.Seen(now, now, suite, party.epoch()), party.reach());
    }

    private Pin again(Pin pin, Party party, int suite) {
        boolean isAnotherRun =
                pin.trust() == Trust.NEW && party.epoch() > pin.seen().epoch();
        Pin.Seen seen = new Pin.Seen(
                pin.seen().first(),
                time.now(),
                Math.max(suite, pin.seen().leastSuite()),
                Math.max(party.epoch(), pin.seen().epoch()));
        Trust trust = isAnotherRun ? Trust.KNOWN : pin.trust();
        return pin.with(nameFor(pin, party.name())).with(trust).with(seen, party.reach());
    }

    /** A name that was verified stays, and so does one that is left for that of somebody else. */
    private Nickname nameFor(Pin pin, Nickname now) {
        boolean stays = pin.trust() == Trust.VERIFIED
                || pin.trust() != Trust.CHANGED && standing(pin.id(), now).trust() == Trust.CHANGED;
        return stays ? pin.name() : now;
    }

    private void onDown(Party party) {
        table.find(party.id()).ifPresent(pin -> {
            Pin.Seen seen = pin.seen();
            Pin.Seen until = new Pin.Seen(seen.first(), time.now(), seen.leastSuite(), seen.epoch());
            save(pin.with(until, pin.lastAddress()));
        });
    }

    private void onChanged(Peer peer) {
        keyOf(peer).filter(live::isLive).flatMap(table::find).ifPresent(pin -> {
            Nickname name = nameFor(pin, peer.name());
            if (!name.equals(pin.name())) {
                save(pin.with(name));
            }
        });
    }

    /** The key of a Lanline; empty for an older program. */
    static Optional<LanlineId> keyOf(Peer peer) {
        return LanlineId.parse(peer.id().text());
    }

    /** The two people have compared what their screens show. */
    void verified(LanlineId id, Nickname name) {
        table.find(id).ifPresent(pin -> save(pin.with(name).with(Trust.VERIFIED)));
    }

    /** The person here has made sure of a key that took a known name: from now on the name is this one's, unless that of a verified one. */
    void accept(LanlineId id, Nickname name, Endpoint at) {
        placesTaken(id, name)
                .filter(pin -> pin.trust() != Trust.VERIFIED)
                .toList()
                .forEach(pin -> save(pin.succeeded(true)));
        save(pinFor(id, name, at).with(name).with(Trust.KNOWN).succeeded(false));
    }

    /** True if the name of {@code peer} has become that of another key. */
    public boolean isSucceeded(PeerId peer) {
        return LanlineId.parse(peer.text())
                .flatMap(table::find)
                .filter(pin -> pin.past().isSucceeded())
                .isPresent();
    }

    void block(LanlineId id, Nickname name, Endpoint at) {
        save(pinFor(id, name, at).blocked());
    }

    void unblock(LanlineId id) {
        table.find(id).ifPresent(pin -> save(pin.unblocked()));
    }

    List<Pin> blocked() {
        return table.all().stream()
                .filter(pin -> pin.trust() == Trust.BLOCKED)
                .sorted(Comparator.comparing(pin -> pin.name().folded()))
                .toList();
    }

    /** Of one that was only announced no session tells more. */
    private Pin pinFor(LanlineId id, Nickname name, Endpoint at) {
        Instant now = time.now();
        return table.find(id)
                .orElseGet(() -> new Pin(id, name, standing(id, name).trust(), new Pin.Seen(now, now, 0, 0), at));
    }

    private void save(Pin pin) {
        Pin before = table.find(pin.id()).orElse(pin);
        table.put(pin);
        pins.save(pin);
        listener.accept(before, pin);
    }
}
