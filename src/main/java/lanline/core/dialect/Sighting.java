package lanline.core.dialect;

import java.util.Optional;
import lanline.core.model.Endpoint;
import lanline.core.model.Habits;
import lanline.core.model.InstanceId;
import lanline.core.model.LanlineId;
import lanline.core.model.Nickname;
import lanline.core.model.Status;

/**
 * Somebody was heard. {@code reach}: where messages go. {@code onlineMillis}: how long this word holds until the next is missed.
 * {@code asksForUnicast}: broadcasts don't reach it, it wants to be announced to directly. {@code habits}: what the announcement shows
 * of how it writes.
 */
public record Sighting(
        Optional<Lanline> lanline,
        Nickname name,
        Endpoint reach,
        Status status,
        long onlineMillis,
        boolean asksForUnicast,
        Habits habits) {

    /** A Lanline says more of itself. ({@code epoch}, {@code counter}) rises with each announcement of an instance. */
    public record Lanline(LanlineId id, InstanceId instance, long epoch, long counter) {
        /** True if this was said after {@code other}; repeated and delayed datagrams were not. */
        public boolean isAfter(Lanline other) {
            return epoch != other.epoch ? epoch > other.epoch : counter > other.counter;
        }
    }
}
