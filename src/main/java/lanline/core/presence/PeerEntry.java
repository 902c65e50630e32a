package lanline.core.presence;

import java.util.List;
import lanline.core.dialect.Sighting;
import lanline.core.model.Endpoint;
import lanline.core.model.Habits;
import lanline.core.model.HostAddress;
import lanline.core.model.InstanceId;
import lanline.core.model.Nickname;
import lanline.core.model.Party;
import lanline.core.model.Peer;
import lanline.core.model.PeerId;
import lanline.core.model.Persona;
import lanline.core.model.Presence;
import lanline.core.model.Route;
import lanline.core.model.Speaks;
import lanline.core.model.Speech;
import lanline.core.model.Status;
import lanline.core.model.Trust;
import lanline.core.port.TimeSource;
import lanline.core.text.SafeText;

/** What is known of one peer. Lives on the bus thread; what others see of it is the immutable {@link Peer}. */
final class PeerEntry {
    /** Silence after which a peer leaves the list ({@code requirements.md} A5). */
    static final long GONE_MILLIS = 15 * 60_000L;

    /** Who only sent a message is taken to be here for as long as an older program that announced itself. */
    private static final long UNANNOUNCED_MILLIS = 20_000;

    /** The same where the next announcement is a minute away at the most. */
    private static final long UNANNOUNCED_2019_MILLIS = 65_000;

    private final PeerId id;
    private final Speaks speaks;
    private final Instances instances = new Instances();
    private Habits habits = Habits.UNKNOWN;
    private boolean announced;
    private Persona persona;
    private Peer told;

    private PeerEntry(PeerId id, Speaks speaks, Persona persona, Peer told) {
        this.id = id;
        this.speaks = speaks;
        this.persona = persona;
        this.told = told;
    }

    /** An older program that was heard at {@code reach} for the first time; {@link #take} follows where it was an announcement. */
    static PeerEntry older(PeerId id, Speaks speaks, Nickname name, Endpoint reach, TimeSource time) {
        PeerEntry entry = blank(id, speaks, name, reach, time);
        entry.older(speaks, reach, time.uptimeMillis());
        entry.refresh(time);
        return entry;
    }

    /** A Lanline; {@link #take} or {@link #up} follows. */
    static PeerEntry lanline(PeerId id, Persona persona, Endpoint reach, TimeSource time) {
        PeerEntry entry = blank(id, Speaks.LANLINE, persona.name(), reach, time);
        entry.persona = persona;
        return entry;
    }

    private static PeerEntry blank(PeerId id, Speaks speaks, Nickname name, Endpoint reach, TimeSource time) {
        List<Route> routes = List.of(new Route(List.of(reach)));
        Peer nobodyYet = new Peer(id, name, Presence.GONE, speaks, routes, time.now());
        return new PeerEntry(id, speaks, nobodyYet.persona(), nobodyYet);
    }

    private Instance older(Speaks way, Endpoint reach, long now) {
        boolean isSlow = way == Speaks.COURSE_2019 || way == Speaks.LAB;
        long onlineMillis = isSlow ? UNANNOUNCED_2019_MILLIS : UNANNOUNCED_MILLIS;
        return instances.older(way, told.name(), reach, onlineMillis, now);
    }

    /** The peer as last told to everybody. */
    Peer told() {
        return told;
    }

    boolean wasAnnounced() {
        return announced;
    }

    boolean isLanline() {
        return speaks == Speaks.LANLINE;
    }

    boolean isHeardByBroadcast(HostAddress host, long now) {
        return instances.all().stream()
                .anyMatch(instance -> instance.isAtHost(host) && instance.isHeardByBroadcast(now));
    }

    long lastHeard() {
        return instances.all().stream().mapToLong(Instance::lastHeard).max().orElse(0);
    }

    /** Takes an announcement in the dialect {@code heardIn}; false if it was no news. */
    boolean take(Speaks heardIn, Sighting sighting, long now) {
        if (!instances.take(heardIn, sighting, now)) {
            return false;
        }
        if (sighting.status() != Status.BYE) {
            announced = true;
            // What it wrote in messages says more than what it announced.
            habits = sighting.habits().updated(habits);
        }
        return true;
    }

    /** A session with it stands. */
    void up(Party party, long now) {
        instances.up(party, UNANNOUNCED_MILLIS, now);
    }

    boolean isLive() {
        return instances.all().stream().anyMatch(Instance::isLive);
    }

    boolean isLive(InstanceId instance) {
        return instances.isLive(instance);
    }

    void down(Party party, boolean fellSilent, long now) {
        instances.down(party, fellSilent, now);
    }

    /** That run has ended. */
    void remove(InstanceId instance) {
        instances.remove(instance);
    }

    /** A dial to {@code at} came to nothing; returns the runs that nothing but announcements ever told of, and no way leads to. */
    List<InstanceId> missAt(Endpoint at) {
        return instances.missAt(at);
    }

    /** That run is not there, whatever it announces. */
    void lose(InstanceId instance) {
        instances.lose(instance);
    }

    /** It has shown how it writes. */
    void learn(Habits seen) {
        habits = habits.updated(seen);
    }

    void judge(Trust trust, boolean isSuspect) {
        persona = persona.withTrust(trust, isSuspect);
    }

    void prove(SafeText account) {
        persona = persona.withAccount(account);
    }

    /** An older program wrote by {@code way}, to be answered at {@code reach}: a sign of life like an announcement. */
    void hear(Speaks way, Endpoint reach, long now) {
        older(way, reach, now).hearAgain(reach.host(), now);
    }

    /** True if the instance there has not missed an announcement yet. */
    boolean isHeardAt(Endpoint endpoint, long now) {
        return instances.all().stream()
                .anyMatch(
                        instance -> instance.isAt(endpoint) && !instance.isSilentFor(instance.onlineMillis() / 2, now));
    }

    /** Another peer answers at {@code endpoint} now. */
    void giveUp(Endpoint endpoint) {
        instances.giveUp(endpoint);
    }

    /** The uptime at which silence alone makes something untrue of what is told now. Cheap: asked of thousands. */
    long agesAt(long now) {
        long earliest = Long.MAX_VALUE;
        for (Instance instance : instances.all()) {
            earliest = Math.min(earliest, instance.agesAt(now));
        }
        return earliest;
    }

    /** True if silence alone has made something untrue of what was told. Cheap, too. */
    boolean hasAged(long now) {
        for (Instance instance : instances.all()) {
            if (instance.isSilentFor(GONE_MILLIS, now)) {
                return true;
            }
        }
        return instances.best(now) != told.presence() || instances.all().size() > 1 && bestWay(now) != told.speaks();
    }

    /** The best way that was heard in time, or else the best one known. */
    private Speaks bestWay(long now) {
        return instances.bestWay(now).orElseGet(() -> editions().get(0));
    }

    private List<Speaks> editions() {
        List<Speaks> editions = instances.editions();
        return editions.isEmpty() ? List.of(speaks) : editions;
    }

    /** It no longer speaks {@code edition}. */
    void forget(Speaks edition) {
        instances.forget(edition);
    }

    /** Forgets what was silent for too long. */
    void forgetSilent(long now) {
        instances.forgetSilent(GONE_MILLIS, now);
    }

    boolean isGone() {
        return instances.isEmpty();
    }

    /** Brings what is told up to date; true if something in it changed. Not to be asked of one that is gone. */
    boolean refresh(TimeSource time) {
        Peer now = describe(time);
        boolean changed = !now.persona().equals(told.persona())
                || now.presence() != told.presence()
                || !now.speech().equals(told.speech())
                || !now.routes().equals(told.routes());
        if (changed) {
            told = now;
        }
        return changed;
    }

    private Peer describe(TimeSource time) {
        long now = time.uptimeMillis();
        Speaks way = bestWay(now);
        return new Peer(
                id,
                persona.withName(instances.name(now).orElse(told.name())),
                instances.best(now),
                new Speech(way, editions(), habits),
                instances.routes(way),
                time.now().minusMillis(now - lastHeard()));
    }
}
