package lanline.core.trust;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import lanline.core.event.ChatEvent.SessionDown;
import lanline.core.event.ChatEvent.SessionUp;
import lanline.core.event.EventBus;
import lanline.core.model.LanlineId;
import lanline.core.model.LinkId;

/** Which sessions stand. Lives on the bus thread. */
public final class LiveSessions {
    private final Map<LanlineId, Deque<SessionUp>> sessions = new HashMap<>();

    public LiveSessions(EventBus bus) {
        bus.subscribe(SessionUp.class, this::onUp);
        bus.subscribe(SessionDown.class, this::onDown);
    }

    boolean isLive(LanlineId id) {
        return sessions.containsKey(id);
    }

    /** The newest session with {@code id}. */
    Optional<SessionUp> with(LanlineId id) {
        return Optional.ofNullable(sessions.get(id)).map(Deque::peekFirst);
    }

    /** The session with {@code id} that {@code link} carries. */
    Optional<SessionUp> on(LanlineId id, LinkId link) {
        return Optional.ofNullable(sessions.get(id)).stream()
                .flatMap(Deque::stream)
                .filter(session -> session.party().link().equals(link))
                .findFirst();
    }

    private void onUp(SessionUp up) {
        sessions.computeIfAbsent(up.party().id(), any -> new ArrayDeque<>()).addFirst(up);
    }

    private void onDown(SessionDown down) {
        sessions.computeIfPresent(down.party().id(), (any, standing) -> {
            standing.removeIf(
                    session -> session.party().link().equals(down.party().link()));
            return standing.isEmpty() ? null : standing;
        });
    }
}
