package lanline.core.trust;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import lanline.core.model.HostAddress;
import lanline.core.model.LanlineId;
import lanline.core.model.Nickname;
import lanline.core.model.Pin;
import lanline.core.model.Trust;

/** All keys that are known, by their ids and by how their names look. Lives on the bus thread. */
final class PinTable {
    /**
     * Keys known at a time ({@code security.md} section 6): some megabytes. Of more, the one met longest ago is forgotten, of those that nobody has
     * verified or blocked and that are not here now.
     */
    static final int MOST = 5_000;

    private final Map<LanlineId, Pin> pins = new HashMap<>();
    private final ByLook<LanlineId> names = new ByLook<>();
    private final Map<HostAddress, Set<LanlineId>> hosts = new HashMap<>();
    private final Predicate<LanlineId> isLive;

    PinTable(Predicate<LanlineId> isLive) {
        this.isLive = isLive;
    }

    Optional<Pin> find(LanlineId id) {
        return Optional.ofNullable(pins.get(id));
    }

    Collection<Pin> all() {
        return pins.values();
    }

    void put(Pin pin) {
        forget(pin.id());
        pins.put(pin.id(), pin);
        names.put(pin.id(), pin.name());
        hosts.computeIfAbsent(pin.lastAddress().host(), any -> new LinkedHashSet<>())
                .add(pin.id());
        if (pins.size() > MOST) {
            forgetOne(pin);
        }
    }

    private void forgetOne(Pin last) {
        pins.values().stream()
                .filter(pin -> pin.trust() != Trust.VERIFIED && pin.trust() != Trust.BLOCKED)
                .filter(pin -> !pin.equals(last) && !isLive.test(pin.id()))
                .min(Comparator.comparing(pin -> pin.seen().last()))
                .ifPresent(oldest -> {
                    forget(oldest.id());
                    names.remove(oldest.id());
                });
    }

    private void forget(LanlineId id) {
        Pin pin = pins.remove(id);
        if (pin != null) {
            hosts.computeIfPresent(pin.lastAddress().host(), (any, there) -> {
                there.remove(id);
                return there.isEmpty() ? null : there;
            });
        }
    }

    /** Those whose name looks like {@code name}, but for {@code id} itself. */
    List<Pin> othersAlike(LanlineId id, Nickname name) {
        Set<LanlineId> alike = names.alike(name);
        if (alike.isEmpty() || alike.equals(Set.of(id))) {
            return List.of();
        }
        return alike(name).stream().filter(pin -> !pin.id().equals(id)).toList();
    }

    /** Those that were at {@code host} last. */
    List<Pin> at(HostAddress host) {
        return hosts.getOrDefault(host, Set.of()).stream()
                .flatMap(id -> find(id).stream())
                .toList();
    }

    /** Those whose name looks like {@code name}. */
    List<Pin> alike(Nickname name) {
        return names.alike(name).stream().flatMap(id -> find(id).stream()).toList();
    }
}
