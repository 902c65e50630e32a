package lanline.core.model;

import org.jspecify.annotations.Nullable;

/**
 * The other side of a live session, as it has proven to be: that the key {@code id} is there is certain, its name is what it says.
 *
 * @param reach where it listens: the link's address, and the port that it told
 * @param epoch when its run began, in its own milliseconds
 * @param link which carries the session
 */
public record Party(LanlineId id, InstanceId instance, Nickname name, Endpoint reach, long epoch, LinkId link) {
    public PeerId peer() {
        return PeerId.lanline(id);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Party that
                && epoch == that.epoch
                && id.equals(that.id)
                && instance.equals(that.instance)
                && name.equals(that.name)
                && reach.equals(that.reach)
                && link.equals(that.link);
    }

    @Override
    public int hashCode() {
        return 31 * id.hashCode() + link.hashCode();
    }
}
