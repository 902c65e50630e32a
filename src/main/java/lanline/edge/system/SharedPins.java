package lanline.edge.system;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lanline.core.model.LanlineId;
import lanline.core.model.Pin;

/**
 * The rows of {@code peers.json} as they hold for all machines that share the home, and beside them what the program here has said of each, so
 * that what it only doesn't know yet is not taken for a decision against it. Lives on the thread of {@link PinsFile}.
 *
 * <p>Of two decisions the later one holds, by the clocks of the machines, and what is decided with knowledge of another decision is always
 * later than that. So one is lost only where both are made before either machine has looked at the file, and then the stricter of two
 * of the same millisecond holds: blocked before changed before verified.
 */
final class SharedPins {
    /** People who are kept; of more, those who were not seen for longest are dropped, never one verified or blocked. */
    static final int MOST = 5_000;

    private final Map<LanlineId, KeptPin> kept;

    /** As the program here saved it last, or was told at the start. */
    private final Map<LanlineId, KeptPin> own;

    /** {@code atStart}: what the program here is told. */
    SharedPins(Map<LanlineId, KeptPin> atStart) {
        kept = new LinkedHashMap<>(atStart);
        own = new LinkedHashMap<>(atStart);
        drop();
    }

    Collection<KeptPin> rows() {
        return kept.values();
    }

    /** What the program here says of a key; false if nothing is to be written of it. */
    boolean save(Pin pin, long nowMillis) {
        KeptPin before = kept.get(pin.id());
        KeptPin said = said(Optional.ofNullable(before), Optional.ofNullable(own.get(pin.id())), pin, nowMillis);
        own.put(pin.id(), said);
        KeptPin merged = before == null ? said : said.mergedWith(before);
        kept.put(pin.id(), merged);
        return !merged.equals(before);
    }

    private static KeptPin said(Optional<KeptPin> before, Optional<KeptPin> earlier, Pin pin, long nowMillis) {
        if (before.filter(row -> row.saysAs(pin)).isPresent()) {
            return new KeptPin(pin, before.get().decidedMillis());
        }
        long notBefore = before.map(row -> row.decidedMillis() + 1).orElse(0L);
        long atLeast = Math.max(nowMillis, notBefore);
        return earlier.map(row -> KeptPin.after(row, pin, atLeast)).orElseGet(() -> KeptPin.first(pin, atLeast));
    }

    /** Takes over what another machine has written; returns those of whom the program here has to be told, as they are now. */
    List<Pin> merge(Map<LanlineId, KeptPin> written) {
        List<Pin> news = new ArrayList<>();
        for (Map.Entry<LanlineId, KeptPin> row : written.entrySet()) {
            KeptPin before = kept.get(row.getKey());
            KeptPin merged = before == null ? row.getValue() : before.mergedWith(row.getValue());
            kept.put(row.getKey(), merged);
            if (before == null || !before.saysAs(merged.pin())) {
                news.add(merged.pin());
            }
        }
        drop();
        return news.stream().filter(pin -> kept.containsKey(pin.id())).toList();
    }

    private void drop() {
        int excess = kept.size() - MOST;
        if (excess > 0) {
            List<LanlineId> oldest = kept.values().stream()
                    .filter(row -> !row.isByHand())
                    .sorted(Comparator.comparing(row -> row.pin().seen().last()))
                    .limit(excess)
                    .map(row -> row.pin().id())
                    .toList();
            oldest.forEach(id -> {
                kept.remove(id);
                own.remove(id);
            });
        }
    }
}
