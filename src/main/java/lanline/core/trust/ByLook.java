package lanline.core.trust;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import lanline.core.model.Nickname;

/** Finds those whose names look alike. Lives on the bus thread. */
final class ByLook<T> {
    /** Names whose look is remembered, those used last: drawing one takes longer than all else that a message asks about trust. */
    private static final int REMEMBERED = 1_024;

    private final Map<Nickname, Look> drawnLately = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Nickname, Look> eldest) {
            return size() > REMEMBERED;
        }
    };
    private final Map<T, Look> looks = new HashMap<>();
    private final Map<String, Set<T>> drawn = new HashMap<>();
    private final Map<String, Set<T>> folded = new HashMap<>();

    void put(T bearer, Nickname name) {
        Look look = drawnLately.computeIfAbsent(name, Look::of);
        if (!look.equals(looks.get(bearer))) {
            remove(bearer);
            looks.put(bearer, look);
            drawn.computeIfAbsent(look.drawn(), any -> new LinkedHashSet<>()).add(bearer);
            folded.computeIfAbsent(look.folded(), any -> new LinkedHashSet<>()).add(bearer);
        }
    }

    void remove(T bearer) {
        Look look = looks.remove(bearer);
        if (look != null) {
            remove(drawn, look.drawn(), bearer);
            remove(folded, look.folded(), bearer);
        }
    }

    private static <T> void remove(Map<String, Set<T>> index, String form, T bearer) {
        index.computeIfPresent(form, (any, bearers) -> {
            bearers.remove(bearer);
            return bearers.isEmpty() ? null : bearers;
        });
    }

    /** All whose name looks like {@code name}. */
    Set<T> alike(Nickname name) {
        Look look = drawnLately.computeIfAbsent(name, Look::of);
        Set<T> alike = new LinkedHashSet<>(drawn.getOrDefault(look.drawn(), Set.of()));
        alike.addAll(folded.getOrDefault(look.folded(), Set.of()));
        return alike;
    }
}
