package lanline.core.presence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lanline.core.dialect.Sighting;
import lanline.core.model.Endpoint;
import lanline.core.model.HostAddress;
import lanline.core.model.InstanceId;
import lanline.core.model.Nickname;
import lanline.core.model.Party;
import lanline.core.model.Presence;
import lanline.core.model.Route;
import lanline.core.model.Speaks;
import lanline.core.model.Status;
import org.jspecify.annotations.Nullable;

/** The running programs of one peer: of an older program one an edition, of a Lanline one each run. Lives on the bus thread. */
final class Instances {
    /** Somebody logged in on more machines than this is reached on the ones heard last. */
    private static final int MOST = 4;

    private final Map<Key, Instance> all = new LinkedHashMap<>();

    private record Key(Speaks speaks, Optional<InstanceId> instance) {
        static Key of(InstanceId instance) {
            return new Key(Speaks.LANLINE, Optional.of(instance));
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that && speaks == that.speaks && instance.equals(that.instance);
        }

        @Override
        public int hashCode() {
            return 31 * speaks.hashCode() + instance.hashCode();
        }
    }

    Collection<Instance> all() {
        return all.values();
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** An older program, heard by the edition {@code speaks}; made where there is none yet. */
    Instance older(Speaks speaks, Nickname name, Endpoint reach, long onlineMillis, long now) {
        return all.computeIfAbsent(
                new Key(speaks, Optional.empty()), any -> new Instance(false, name, reach, onlineMillis, now));
    }

    /** Takes an announcement in the dialect {@code heardIn}; false if it was no news. */
    boolean take(Speaks heardIn, Sighting sighting, long now) {
        Key key = new Key(heardIn, sighting.lanline().map(Sighting.Lanline::instance));
        Instance known = all.get(key);
        if (known != null ? !known.isNews(sighting) : isOvertaken(sighting)) {
            return false;
        }
        if (sighting.status() == Status.BYE) {
            all.remove(key);
            return true;
        }
        at(key, sighting.name(), sighting.reach(), sighting.onlineMillis(), now).take(sighting, now);
        return true;
    }

    /** A late word of a run that another one has taken the place of already. */
    private boolean isOvertaken(Sighting sighting) {
        long epoch = sighting.lanline().map(Sighting.Lanline::epoch).orElse(Long.MAX_VALUE);
        return all.values().stream().anyMatch(instance -> instance.isAt(sighting.reach()) && instance.epoch() > epoch);
    }

    /** A session with a run stands, which may not have announced itself: then its word holds for {@code onlineMillis}. */
    void up(Party party, long onlineMillis, long now) {
        at(Key.of(party.instance()), party.name(), party.reach(), onlineMillis, now)
                .up(party, now);
    }

    private Instance at(Key key, Nickname name, Endpoint reach, long onlineMillis, long now) {
        Instance known = all.get(key);
        if (known != null) {
            return known;
        }
        makeRoom(reach);
        boolean isLanline = key.speaks() == Speaks.LANLINE;
        Instance made = new Instance(isLanline, name, reach, onlineMillis, now);
        all.put(key, made);
        return made;
    }

    /** A program that answers where another one did has taken its place. */
    private void makeRoom(Endpoint reach) {
        all.values().removeIf(instance -> instance.isAt(reach) && !instance.isLive());
        if (all.size() >= MOST) {
            Key least = all.keySet().stream()
                    .filter(key -> !live(key))
                    .findFirst()
                    .orElseGet(() -> all.keySet().iterator().next());
            all.remove(least);
        }
    }

    private boolean live(Key key) {
        Instance instance = all.get(key);
        return instance != null && instance.isLive();
    }

    boolean isLive(InstanceId instance) {
        return live(Key.of(instance));
    }

    void down(Party party, boolean fellSilent, long now) {
        Instance instance = all.get(Key.of(party.instance()));
        if (instance != null) {
            instance.down(party.link(), fellSilent, now);
        }
    }

    void remove(InstanceId instance) {
        all.remove(Key.of(instance));
    }

    /** Those of which nothing but announcements was ever heard, and to which no way is left after {@code at} has failed. */
    List<InstanceId> missAt(Endpoint at) {
        List<InstanceId> missed = new ArrayList<>();
        all.forEach((key, instance) -> {
            if (instance.isAt(at) && instance.missAt(at)) {
                key.instance().ifPresent(missed::add);
            }
        });
        return missed;
    }

    void lose(InstanceId instance) {
        Optional.ofNullable(all.get(Key.of(instance))).ifPresent(Instance::lose);
    }

    boolean isAtHost(HostAddress host) {
        return all.values().stream().anyMatch(instance -> instance.isAtHost(host));
    }

    /** Another peer answers at {@code endpoint} now. */
    void giveUp(Endpoint endpoint) {
        all.values()
                .removeIf(instance -> instance.isAt(endpoint) && !instance.isLive() && instance.losesLast(endpoint));
    }

    /** It no longer speaks {@code edition}. */
    void forget(Speaks edition) {
        all.keySet().removeIf(key -> key.speaks() == edition);
    }

    void forgetSilent(long millis, long now) {
        all.values().removeIf(instance -> instance.isSilentFor(millis, now));
    }

    /** The editions in which it was heard, the best first. */
    List<Speaks> editions() {
        return all.keySet().stream().map(Key::speaks).distinct().sorted().toList();
    }

    /** The best way that was heard in time. */
    Optional<Speaks> bestWay(long now) {
        return all.entrySet().stream()
                .filter(entry -> !entry.getValue().isSilentFor(entry.getValue().onlineMillis(), now))
                .map(entry -> entry.getKey().speaks())
                .min(Comparator.naturalOrder());
    }

    Presence best(long now) {
        Presence best = Presence.GONE;
        for (Instance instance : all.values()) {
            Presence presence = instance.presence(now);
            best = presence.compareTo(best) < 0 ? presence : best;
        }
        return best;
    }

    /** What the run calls itself that was heard in time and began last. */
    Optional<Nickname> name(long now) {
        Comparator<Instance> heardInTime =
                Comparator.comparing(instance -> !instance.isSilentFor(instance.onlineMillis(), now));
        return all.values().stream()
                .max(heardInTime.thenComparingLong(Instance::epoch))
                .map(Instance::name);
    }

    /** Those with a session first: what is written goes to them. */
    List<Route> routes(Speaks way) {
        return all.entrySet().stream()
                .filter(entry -> entry.getKey().speaks() == way)
                .map(Map.Entry::getValue)
                .sorted(Comparator.comparing(instance -> !instance.isLive()))
                .map(Instance::route)
                .toList();
    }
}
