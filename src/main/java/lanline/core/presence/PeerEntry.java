package lanline.core.presence;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lanline.core.dialect.Sighting;
import lanline.core.model.Endpoint;
import lanline.core.model.Habits;
import lanline.core.model.HostAddress;
import lanline.core.model.InstanceId;
import lanline.core.model.Nickname;
import lanline.core.model.Peer;
import lanline.core.model.PeerId;
import lanline.core.model.Persona;
import lanline.core.model.Presence;
import lanline.core.model.Speaks;
import lanline.core.model.Speech;
import lanline.core.model.Status;
import lanline.core.port.TimeSource;
import org.jspecify.annotations.Nullable;

/** What is known of one peer. Lives on the bus thread; what others see of it is the immutable {@link Peer}. */
final class PeerEntry {
    /** Somebody logged in on more machines than this is reached on the ones heard last. */
    private static final int MOST_INSTANCES = 4;

    /** Silence after which a peer leaves the list ({@code requirements.md} A5). */
    static final long GONE_MILLIS = 15 * 60_000L;

    /** Who only sent a message is taken to be here for as long as an older program that announced itself. */
    private static final long UNANNOUNCED_MILLIS = 20_000;

    /** The same where the next announcement is a minute away at the most. */
    private static final long UNANNOUNCED_2019_MILLIS = 65_000;

    private static final Key UNTOLD = new Key(Speaks.LANLINE, Optional.empty());

    private final PeerId id;
    private final Speaks speaks;
    private final Map<Key, Instance> instances = new LinkedHashMap<>();
    private Habits habits = Habits.UNKNOWN;
    private boolean announced;
    private Persona persona;
    private Peer told;

    /** Of an older program there is one instance an edition; of a Lanline one each run, and {@link #UNTOLD} until it has announced itself. */
    private record Key(Speaks speaks, Optional<InstanceId> instance) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that && speaks == that.speaks && instance.equals(that.instance);
        }

        @Override
        public int hashCode() {
            return 31 * speaks.hashCode() + instance.hashCode();
        }
    }

    /** Somebody who was heard at {@code reach} for the first time; {@link #take} follows where it was an announcement. */
    PeerEntry(PeerId id, Speaks speaks, Nickname name, Endpoint reach, TimeSource time) {
        this.id = id;
        this.speaks = speaks;
        instances.put(new Key(speaks, Optional.empty()), unannounced(speaks, name, reach, time.uptimeMillis()));
        persona = Persona.named(name);
        told = describe(time, name);
    }

    private static Instance unannounced(Speaks speaks, Nickname name, Endpoint reach, long now) {
        boolean isSlow = speaks == Speaks.COURSE_2019 || speaks == Speaks.LAB;
        return new Instance(name, reach, isSlow ? UNANNOUNCED_2019_MILLIS : UNANNOUNCED_MILLIS, now);
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

    boolean isAtHost(HostAddress host) {
        return instances.values().stream().anyMatch(instance -> instance.isAtHost(host));
    }

    boolean isHeardByBroadcast(HostAddress host, long now) {
        return instances.values().stream()
                .anyMatch(instance -> instance.isAtHost(host) && instance.isHeardByBroadcast(now));
    }

    long lastHeard() {
        return instances.values().stream().mapToLong(Instance::lastHeard).max().orElse(0);
    }

    /** Takes an announcement in the dialect {@code heardIn}; false if it was no news. */
    boolean take(Speaks heardIn, Sighting sighting, long now) {
        Key key = new Key(heardIn, sighting.lanline().map(Sighting.Lanline::instance));
        Instance known = instances.get(key);
        if (known != null ? !known.isNews(sighting) : isOvertaken(sighting)) {
            return false;
        }
        if (sighting.status() == Status.BYE) {
            instances.remove(key);
            instances.remove(UNTOLD);
            return true;
        }
        announced = true;
        // What it wrote in messages says more than what it announced.
        habits = sighting.habits().updated(habits);
        if (known == null) {
            makeRoom(sighting.reach());
        }
        instances
                .computeIfAbsent(
                        key, any -> new Instance(sighting.name(), sighting.reach(), sighting.onlineMillis(), now))
                .take(sighting, now);
        return true;
    }

    /** A late word of a run that another one has taken the place of already. */
    private boolean isOvertaken(Sighting sighting) {
        long epoch = sighting.lanline().map(Sighting.Lanline::epoch).orElse(Long.MAX_VALUE);
        return instances.values().stream()
                .anyMatch(instance -> instance.isAt(sighting.reach()) && instance.epoch() > epoch);
    }

    /** A program that answers where another one did has taken its place; one that never named itself was this one. */
    private void makeRoom(Endpoint reach) {
        instances.remove(UNTOLD);
        instances.values().removeIf(instance -> instance.isAt(reach));
        if (instances.size() >= MOST_INSTANCES) {
            instances.remove(instances.keySet().iterator().next());
        }
    }

    /** It has shown how it writes. */
    void learn(Habits seen) {
        habits = habits.updated(seen);
    }

    /** A message came from it by {@code way}, to be answered at {@code reach}: a sign of life like an announcement. */
    void hear(Speaks way, Endpoint reach, long now) {
        if (!isLanline()) {
            instances
                    .computeIfAbsent(new Key(way, Optional.empty()), any -> unannounced(way, told.name(), reach, now))
                    .hearAgain(reach.host(), now);
            return;
        }
        for (Instance instance : instances.values()) {
            if (instance.isAtHost(reach.host())) {
                instance.hearAgain(reach.host(), now);
                return;
            }
        }
    }

    /** True if the instance there has not missed an announcement yet. */
    boolean isHeardAt(Endpoint endpoint, long now) {
        return instances.values().stream()
                .anyMatch(
                        instance -> instance.isAt(endpoint) && !instance.isSilentFor(instance.onlineMillis() / 2, now));
    }

    /** Another peer answers at {@code endpoint} now. */
    void giveUp(Endpoint endpoint) {
        instances.values().removeIf(instance -> instance.isAt(endpoint) && instance.losesLast(endpoint));
    }

    /** The uptime at which silence alone makes something untrue of what is told now. Cheap: asked of thousands. */
    long agesAt(long now) {
        long earliest = Long.MAX_VALUE;
        for (Instance instance : instances.values()) {
            earliest = Math.min(earliest, instance.agesAt(now));
        }
        return earliest;
    }

    /** True if silence alone has made something untrue of what was told. Cheap, too. */
    boolean hasAged(long now) {
        for (Instance instance : instances.values()) {
            if (instance.isSilentFor(GONE_MILLIS, now)) {
                return true;
            }
        }
        return best(now) != told.presence() || instances.size() > 1 && bestWay(now) != told.speaks();
    }

    /** The best way that was heard in time, or else the best one known. */
    private Speaks bestWay(long now) {
        return instances.entrySet().stream()
                .filter(entry -> !entry.getValue().isSilentFor(entry.getValue().onlineMillis(), now))
                .map(entry -> entry.getKey().speaks())
                .min(Comparator.naturalOrder())
                .orElseGet(() -> editions().get(0));
    }

    private List<Speaks> editions() {
        List<Speaks> editions =
                instances.keySet().stream().map(Key::speaks).distinct().sorted().toList();
        return editions.isEmpty() ? List.of(speaks) : editions;
    }

    private Presence best(long now) {
        Presence best = Presence.GONE;
        for (Instance instance : instances.values()) {
            Presence presence = instance.presence(now);
            best = presence.compareTo(best) < 0 ? presence : best;
        }
        return best;
    }

    /** It no longer speaks {@code edition}. */
    void forget(Speaks edition) {
        instances.keySet().removeIf(key -> key.speaks() == edition);
    }

    /** Forgets what was silent for too long. */
    void forgetSilent(long now) {
        instances.values().removeIf(instance -> instance.isSilentFor(GONE_MILLIS, now));
    }

    boolean isGone() {
        return instances.isEmpty();
    }

    /** Brings what is told up to date; true if something in it changed. Not to be asked of one that is gone. */
    boolean refresh(TimeSource time) {
        long uptime = time.uptimeMillis();
        Comparator<Instance> heardInTime =
                Comparator.comparing(instance -> !instance.isSilentFor(instance.onlineMillis(), uptime));
        Nickname name = instances.values().stream()
                .max(heardInTime.thenComparingLong(Instance::epoch))
                .map(Instance::name)
                .orElse(told.name());
        Peer now = describe(time, name);
        boolean changed = !now.name().equals(told.name())
                || now.presence() != told.presence()
                || !now.speech().equals(told.speech())
                || !now.routes().equals(told.routes());
        if (changed) {
            told = now;
        }
        return changed;
    }

    private Peer describe(TimeSource time, Nickname name) {
        long now = time.uptimeMillis();
        Speaks way = bestWay(now);
        return new Peer(
                id,
                persona.withName(name),
                best(now),
                new Speech(way, editions(), habits),
                instances.entrySet().stream()
                        .filter(entry -> entry.getKey().speaks() == way)
                        .map(entry -> entry.getValue().route())
                        .toList(),
                time.now().minusMillis(now - lastHeard()));
    }
}
