package lanline.core.presence;

import java.util.LinkedHashMap;
import java.util.Map;
import lanline.core.dialect.Sighting;
import lanline.core.model.InstanceId;
import lanline.core.model.Status;

/** Remembers good-byes, since a network may deliver what was said before them after them. Lives on the bus thread. */
final class Departures {
    /** Good-byes remembered, the newest; a datagram that is late by more than a thousand of them brings back a ghost for 20 s. */
    private static final int MOST = 1_000;

    private final Map<InstanceId, Sighting.Lanline> left = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<InstanceId, Sighting.Lanline> eldest) {
            return size() > MOST;
        }
    };

    /** True if {@code sighting} was said before its program's good-bye, or repeats it; notes it if it is one. */
    boolean isOver(Sighting sighting) {
        Sighting.Lanline said = sighting.lanline().orElse(null);
        if (said == null) {
            return false;
        }
        Sighting.Lanline bye = left.get(said.instance());
        if (bye != null && !said.isAfter(bye)) {
            return true;
        }
        if (sighting.status() == Status.BYE) {
            left.put(said.instance(), said);
        }
        return false;
    }
}
