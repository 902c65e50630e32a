package lanline.core.session;

import lanline.core.model.InstanceId;
import lanline.core.model.LanlineId;
import lanline.core.model.Nickname;

/**
 * What the other side has shown of itself in the handshake, signed with the key {@code id}: who it is, what it is called, where it
 * listens, which run it is. {@code counter}: of its last announcement.
 */
public record Claim(LanlineId id, Nickname name, int port, Run run) {
    /** {@code epoch}: when the run began, in milliseconds by its own clock. */
    public record Run(InstanceId instance, long epoch, long counter) {}
}
